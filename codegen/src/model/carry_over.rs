//! Copies texts and names from an old model into a new one that lacks them or must not change them.

use serde_json::Value;

use super::traits::AwsService;
use super::{Format, Member, Model, Shape, ShapeKind, Traits};

/// The shape IDs and places in traits that lost their documentation in [`Model::carry_over_documentation`].
pub type Undocumented = Vec<String>;

impl Model {
    /// Replaces all documentation with that of `old`, and removes it where `old` has none.
    ///
    /// AWS's documentation is copyrighted by AWS. A project that has written its own keeps it, and gets a list of what is
    /// left to write. Examples and the messages of deprecations count as documentation.
    pub fn carry_over_documentation(&mut self, old: &Self) -> Undocumented {
        let mut undocumented = Undocumented::new();
        for (id, shape) in &mut self.shapes {
            let old = old.get(id);
            carry_over_texts(
                id.as_str(),
                &mut shape.traits,
                old.map(|it| &it.traits),
                &mut undocumented,
            );
            for member in shape.members_mut() {
                let was = old.and_then(|old| same_member(old, member));
                let id = id.member(&member.name);
                carry_over_texts(
                    id.as_str(),
                    &mut member.traits,
                    was.map(|it| &it.traits),
                    &mut undocumented,
                );
            }
        }
        undocumented
    }

    /// Copies what botocore's models don't contain: the names of enum constants, by their values; the names that the
    /// service has in other AWS products; waiters; and the test cases of the endpoint rules if the rules are the same.
    pub fn carry_over_missing_facts(&mut self, old: &Self) {
        for (id, shape) in &mut self.shapes {
            let Some(old) = old.get(id) else {
                continue;
            };
            if self.format == Format::Botocore {
                shape.traits.waitable.clone_from(&old.traits.waitable);
            }
            if let (ShapeKind::Enum(members), ShapeKind::Enum(was)) = (&mut shape.kind, &old.kind) {
                members
                    .iter_mut()
                    .for_each(|member| carry_over_name(member, was));
            }
            if matches!(shape.kind, ShapeKind::Service(_)) {
                carry_over_service(&mut shape.traits, &old.traits);
            }
        }
    }
}

fn same_member<'a>(old: &'a Shape, member: &Member) -> Option<&'a Member> {
    old.members()
        .into_iter()
        .find(|was| was.name == member.name)
}

/// The traits that contain prose and have no field of their own.
const PROSE: [&str; 2] = ["smithy.api#examples", "smithy.api#externalDocumentation"];

fn carry_over_texts(
    id: &str,
    traits: &mut Traits,
    old: Option<&Traits>,
    undocumented: &mut Undocumented,
) {
    let kept = old.and_then(|old| old.documentation.clone());
    if kept.is_none() && traits.documentation.is_some() {
        undocumented.push(id.to_owned());
    }
    traits.documentation = kept;
    for name in PROSE {
        traits.other.remove(name);
        let kept = old.and_then(|old| old.other.get(name));
        traits
            .other
            .extend(kept.map(|value| (name.to_owned(), value.clone())));
    }
    if let Some(deprecated) = &mut traits.deprecated {
        let kept = old.and_then(|old| old.deprecated.as_ref()?.message.clone());
        if kept.is_none() && deprecated.message.is_some() {
            undocumented.push(format!("{id}: message of the deprecation"));
        }
        deprecated.message = kept;
    }
    let rules = old.and_then(|old| old.endpoint_rule_set.as_ref());
    carry_over_parameter_texts(&mut traits.endpoint_rule_set, rules, Some("parameters"));
    let bdd = old.and_then(|old| old.endpoint_bdd.as_ref());
    carry_over_parameter_texts(&mut traits.endpoint_bdd, bdd, Some("parameters"));
    let params = old.and_then(|old| old.client_context_params.as_ref());
    carry_over_parameter_texts(&mut traits.client_context_params, params, None);
    carry_over_case_texts(
        &mut traits.endpoint_tests,
        old.and_then(|old| old.endpoint_tests.as_ref()),
    );
    for (name, waiter) in traits.waitable.iter_mut().flatten() {
        let old = old.and_then(|old| old.waitable.as_ref()?.get(name));
        waiter.documentation = old.and_then(|old| old.documentation.clone());
    }
}

/// Carries over the documentation of parameters, which are the trait's value or are under one of its keys.
fn carry_over_parameter_texts(new: &mut Option<Value>, old: Option<&Value>, key: Option<&str>) {
    let Some(new) = new else { return };
    let new = match key {
        Some(key) => new.get_mut(key),
        None => Some(new),
    };
    let Some(parameters) = new.and_then(Value::as_object_mut) else {
        return;
    };
    let old = match key {
        Some(key) => old.and_then(|old| old.get(key)),
        None => old,
    };
    for (name, parameter) in parameters {
        let kept = old.and_then(|old| old.get(name)?.get("documentation"));
        replace_documentation(parameter, kept);
    }
}

/// Replaces the documentation in its place, so that the order of the keys doesn't change.
fn replace_documentation(value: &mut Value, kept: Option<&Value>) {
    let Some(object) = value.as_object_mut() else {
        return;
    };
    match kept {
        Some(kept) => {
            object.insert("documentation".to_owned(), kept.clone());
        }
        None => {
            object.shift_remove("documentation");
        }
    }
}

/// Carries over the documentation of test cases, which serves as their names, to the cases that the old model has as well.
fn carry_over_case_texts(new: &mut Option<Value>, old: Option<&Value>) {
    let cases = |value: &Value| value.get("testCases").and_then(Value::as_array).cloned();
    let old = old.and_then(cases).unwrap_or_default();
    let new = new
        .as_mut()
        .and_then(|new| new.get_mut("testCases")?.as_array_mut());
    for case in new.into_iter().flatten() {
        let same = old.iter().find(|old| {
            old.get("params") == case.get("params") && old.get("expect") == case.get("expect")
        });
        replace_documentation(case, same.and_then(|old| old.get("documentation")));
    }
}

/// Gives an enum constant the name that its value has in the old model.
fn carry_over_name(member: &mut Member, was: &[Member]) {
    let same = was
        .iter()
        .find(|was| was.traits.enum_value == member.traits.enum_value);
    if let Some(same) = same {
        member.name.clone_from(&same.name);
    }
}

fn carry_over_service(traits: &mut Traits, old: &Traits) {
    if let (Some(new), Some(old)) = (&mut traits.aws_service, &old.aws_service) {
        let AwsService {
            arn_namespace,
            cloud_formation_name,
            cloud_trail_event_source,
            ..
        } = old.clone();
        new.arn_namespace = new.arn_namespace.take().or(arn_namespace);
        new.cloud_formation_name = new.cloud_formation_name.take().or(cloud_formation_name);
        new.cloud_trail_event_source = new
            .cloud_trail_event_source
            .take()
            .or(cloud_trail_event_source);
        for (key, value) in &old.other {
            new.other
                .entry(key.clone())
                .or_insert_with(|| value.clone());
        }
    }
    let rules = |traits: &Traits| traits.endpoint_rule_set.as_ref()?.get("rules").cloned();
    if traits.endpoint_tests.is_none() && rules(traits) == rules(old) {
        traits.endpoint_tests.clone_from(&old.endpoint_tests);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Creates a model of an operation with a waiter that has this documentation.
    fn model(documentation: &str) -> Model {
        let acceptor = json!({ "state": "success", "matcher": { "success": true } });
        let waiter = json!({ "documentation": documentation, "acceptors": [acceptor] });
        let traits = json!({ "smithy.waiters#waitable": { "Done": waiter } });
        let shapes = json!({ "a#Get": { "type": "operation", "traits": traits } });
        let text = json!({ "smithy": "2.0", "shapes": shapes }).to_string();
        Model::from_ast("a.json", text.as_bytes()).expect("the model is valid")
    }

    /// Returns the documentation of the waiter; `None` if there is no waiter.
    fn documentation(model: &Model) -> Option<Option<&str>> {
        let waiters = model.get(&"a#Get".into())?.traits.waitable.as_ref()?;
        Some(waiters.get("Done")?.documentation.as_deref())
    }

    #[test]
    fn waiters_keep_the_old_documentation() {
        let mut new = model("new");
        new.carry_over_documentation(&model("old"));
        assert_eq!(documentation(&new), Some(Some("old")));
        let mut without = model("old");
        without.shapes.clear();
        new.carry_over_documentation(&without);
        assert_eq!(documentation(&new), Some(None));
    }

    #[test]
    fn waiters_of_models_from_botocore_are_those_of_the_old_model() {
        for (format, expected) in [
            (Format::Botocore, Some(Some("old"))),
            (Format::Smithy2, None),
        ] {
            let mut new = model("new");
            new.format = format;
            for shape in new.shapes.values_mut() {
                shape.traits.waitable = None;
            }
            new.carry_over_missing_facts(&model("old"));
            assert_eq!(documentation(&new), expected);
        }
    }
}
