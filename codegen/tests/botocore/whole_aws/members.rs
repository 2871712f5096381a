//! Compares every structure member of all services in both formats.

use std::collections::{BTreeMap, BTreeSet};

use smithy_slim_codegen::Operations;
use smithy_slim_codegen::diff::{Kind, diff};
use smithy_slim_codegen::model::{Member, Model, Shape, ShapeId, ShapeKind};

use super::services;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect {
    /// Whether it is an `Option` in Rust, and if not, whether it has a default.
    Presence,
    Default,
    Type,
    Binding,
    /// The name on the wire.
    Name,
    /// The URI of an operation.
    Uri,
}

/// How many members or operations are the same and how many are different in one aspect, over all services.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    same: usize,
    different: usize,
}

#[test]
fn nearly_all_members_are_the_same_in_both_formats() {
    let Some(services) = services() else { return };
    let mut counts: BTreeMap<Aspect, Count> = BTreeMap::new();
    for service in &services {
        let (smithy, botocore) = (service.smithy(), service.botocore());
        let (in_smithy, in_botocore) = (facts(&smithy), facts(&botocore));
        for (key, fact) in &in_smithy {
            let Some(other) = in_botocore.get(key) else {
                continue;
            };
            let count = counts.entry(key.2).or_default();
            if fact == other {
                count.same += 1;
            } else {
                count.different += 1;
                println!(
                    "{}: {} {} {:?}: Smithy {fact}, botocore {other}",
                    service.id, key.0, key.1, key.2
                );
            }
        }
    }
    for (aspect, count) in &counts {
        println!(
            "total {aspect:?}: {} same, {} different",
            count.same, count.different
        );
    }
    for (aspect, count) in counts {
        let share = count.different as f64 / (count.same + count.different) as f64;
        assert!(share < 0.003, "{aspect:?}: {count:?}");
    }
}

/// A fact for each shape, member and aspect.
type Facts<'a> = BTreeMap<(&'a str, &'a str, Aspect), String>;

fn facts(model: &Model) -> Facts<'_> {
    let inputs: BTreeSet<&ShapeId> = model
        .shapes
        .values()
        .filter_map(|shape| match &shape.kind {
            ShapeKind::Operation(operation) => Some(&operation.input),
            _ => None,
        })
        .collect();
    let is_rest = is_rest(model);
    let mut facts = Facts::new();
    for (id, shape) in &model.shapes {
        if id.namespace() == "smithy.api" {
            continue;
        }
        if let Some(http) = shape.traits.http.as_ref().filter(|_| is_rest) {
            facts.insert((id.name(), "", Aspect::Uri), http.uri.clone());
        }
        let is_input = inputs.contains(id) || shape.traits.input.is_some();
        for member in members(shape) {
            let mut add = |aspect, fact| facts.insert((id.name(), &member.name, aspect), fact);
            if matches!(shape.kind, ShapeKind::Structure(_)) {
                let presence = presence(model, is_input, member);
                add(Aspect::Presence, presence.to_owned());
                if presence == "default" {
                    add(Aspect::Default, format!("{:?}", member.traits.default));
                }
            }
            add(Aspect::Type, type_name(model, &member.target, 0));
            let binding = Some(binding(member)).filter(|binding| is_rest && binding != BODY);
            if binding.is_none() {
                add(Aspect::Name, name(member));
            }
            add(Aspect::Binding, binding.unwrap_or_else(|| BODY.to_owned()));
        }
    }
    facts
}

fn members(shape: &Shape) -> &[Member] {
    match &shape.kind {
        ShapeKind::Structure(members) | ShapeKind::Union(members) => members,
        _ => &[],
    }
}

/// The rules are Smithy's for clients, and smithy-rs's where it never has a default.
fn presence(model: &Model, is_input: bool, member: &Member) -> &'static str {
    let traits = &member.traits;
    let target = model.get(&member.target).map(|target| &target.kind);
    if model
        .get(&member.target)
        .is_some_and(|target| target.traits.streaming.is_some())
    {
        return "stream";
    }
    if is_input
        || traits.client_optional.is_some()
        || matches!(target, Some(ShapeKind::Structure(_) | ShapeKind::Union(_)))
    {
        return "optional";
    }
    match &traits.default {
        Some(default) if !default.is_null() => "default",
        _ if traits.required.is_some() => "required",
        _ => "optional",
    }
}

fn type_name(model: &Model, id: &ShapeId, depth: usize) -> String {
    let Some(shape) = model.get(id).filter(|_| depth < 8) else {
        return format!("unresolved {}", id.name());
    };
    let of = |member: &Member| type_name(model, &member.target, depth + 1);
    match &shape.kind {
        ShapeKind::Simple(kind) => format!("{kind:?} {:?}", shape.traits.streaming.is_some()),
        ShapeKind::List(member) => format!("list of {}", of(member)),
        ShapeKind::Map { key, value } => format!("map of {} to {}", of(key), of(value)),
        kind => format!("{} {}", kind.name(), id.name()),
    }
}

/// Whether the HTTP bindings matter. In other protocols, everything is in the body.
fn is_rest(model: &Model) -> bool {
    model.services().any(|(_, shape, _)| {
        let traits = &shape.traits;
        traits.rest_json_1.is_some() || traits.other.contains_key("aws.protocols#restXml")
    })
}

const BODY: &str = "body";

fn binding(member: &Member) -> String {
    let traits = &member.traits;
    let header = |name: &String| format!("header {}", name.to_ascii_lowercase());
    let query = |name: &String| format!("query {name}");
    let prefix = |prefix: &String| format!("prefix headers {prefix}");
    let bindings = [
        traits.http_label.map(|_| "label".to_owned()),
        traits.http_query.as_ref().map(query),
        traits.http_query_params.map(|_| "query params".to_owned()),
        traits.http_header.as_ref().map(header),
        traits.http_prefix_headers.as_ref().map(prefix),
        traits.http_payload.map(|_| "payload".to_owned()),
        traits.http_response_code.map(|_| "status".to_owned()),
    ];
    let binding = bindings.into_iter().flatten().next();
    binding.unwrap_or_else(|| BODY.to_owned())
}

fn name(member: &Member) -> String {
    let traits = &member.traits;
    let json = traits.json_name.as_ref().unwrap_or(&member.name);
    let xml = traits.other.get("smithy.api#xmlName");
    format!("{json} in JSON, {xml:?} in XML")
}

/// The comparison that counts: the crates before they are written as Rust.
#[test]
fn the_crates_of_both_formats_are_nearly_the_same() {
    let Some(services) = services() else { return };
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut compared = 0;
    for service in &services {
        let (smithy, botocore) = (service.smithy(), service.botocore());
        let diff = match diff(&smithy, &botocore, &Operations::All) {
            Ok(diff) => diff,
            Err(errors) => {
                println!("{}: not compared: {errors}", service.id);
                continue;
            }
        };
        compared += 1;
        for item in diff.items {
            *kinds.entry(item.kind).or_default() += 1;
            println!(
                "{}: {} {:?}: {}",
                service.id, item.path, item.kind, item.detail
            );
        }
    }
    println!("{compared} services: {kinds:?}");
    assert!(compared > 150, "{compared}");
}
