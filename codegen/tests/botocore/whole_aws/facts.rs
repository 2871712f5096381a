//! The table of service facts: how it is made, and that it is up to date.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

use super::services;

#[test]
fn the_table_of_service_facts_is_up_to_date() {
    let Some(services) = services() else { return };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model/botocore/service_facts.txt");
    let old = fs::read_to_string(&path).expect("the table");
    let (header, lines): (Vec<&str>, Vec<&str>) =
        old.lines().partition(|line| line.starts_with('#'));
    // Lines of services that are missing here are kept.
    let lines = lines.into_iter().filter_map(|line| line.split_once(": "));
    let mut table: BTreeMap<String, String> = lines
        .map(|(id, facts)| (id.to_owned(), facts.to_owned()))
        .collect();
    for service in &services {
        table.remove(&service.id);
        let facts = Comparison::of(&service.smithy_json(), &service.botocore_json()).facts();
        table.extend((!facts.is_empty()).then(|| (service.id.clone(), facts)));
    }
    let lines = table.iter().map(|(id, facts)| format!("{id}: {facts}"));
    let lines: Vec<String> = header.into_iter().map(str::to_owned).chain(lines).collect();
    let new = lines.join("\n") + "\n";
    if env::var_os("UPDATE_SERVICE_FACTS").is_some() {
        fs::write(&path, new).expect("the table can be written");
    } else {
        assert!(old == new, "run this test with UPDATE_SERVICE_FACTS=1");
    }
}

/// How often something is the case, and how often it isn't.
#[derive(Default)]
struct Votes {
    yes: usize,
    no: usize,
}

impl Votes {
    fn add(&mut self, vote: bool) {
        *if vote { &mut self.yes } else { &mut self.no } += 1;
    }

    fn is_carried(&self) -> bool {
        self.yes > self.no
    }
}

/// The differences between the two models of a service.
#[derive(Default)]
struct Comparison<'a> {
    /// Whether required members are `clientOptional`.
    client_optional: Votes,
    /// Whether URIs that end in a slash in botocore end without it in the Smithy model.
    adds_slashes: Votes,
    /// The structures that are unions in the Smithy model.
    unions: BTreeSet<&'a str>,
    /// Whether members that target a number or boolean have a default of zero.
    zeros: BTreeMap<&'a str, Votes>,
    /// Whether the service has shapes with names such as `__string`.
    has_underscores: bool,
}

impl<'a> Comparison<'a> {
    fn of(smithy: &'a Value, botocore: &'a Value) -> Self {
        let mut comparison = Self::default();
        let smithy: BTreeMap<&str, &Value> = object(&smithy["shapes"])
            .filter_map(|(id, shape)| Some((id.split_once('#')?.1, shape)))
            .collect();
        let operations = || object(&botocore["operations"]);
        let inputs: BTreeSet<&str> = operations()
            .filter_map(|(_, operation)| operation["input"]["shape"].as_str())
            .collect();
        for (name, shape) in object(&botocore["shapes"]) {
            comparison.has_underscores |= name.starts_with("__");
            // In the inputs of operations, all members are optional in both.
            let is_relevant = shape["type"] == "structure" && !inputs.contains(name);
            if let Some(smithy) = smithy.get(name).filter(|_| is_relevant) {
                comparison.add_structure(name, shape, smithy, &botocore["shapes"]);
            }
        }
        for (name, operation) in operations() {
            let http = smithy.get(name).map(|it| &it["traits"]["smithy.api#http"]);
            let smithy = http.and_then(|http| http["uri"].as_str());
            let botocore = operation["http"]["requestUri"].as_str();
            if let (Some(smithy), Some(botocore)) = (smithy, botocore) {
                comparison.add_uri(smithy, botocore);
            }
        }
        comparison
    }

    fn add_structure(&mut self, name: &'a str, shape: &'a Value, smithy: &Value, shapes: &Value) {
        let has = |value: &Value, key: &str| value[key] == true;
        if smithy["type"] == "union" && !has(shape, "union") && !has(shape, "eventstream") {
            self.unions.insert(name);
        }
        let required = shape["required"].as_array();
        for (name, member) in object(&shape["members"]) {
            let smithy = &smithy["members"][name];
            if smithy.is_null() {
                continue;
            }
            let traits = &smithy["traits"];
            if required.is_some_and(|required| required.iter().any(|required| required == name)) {
                let is_optional = !traits["smithy.api#clientOptional"].is_null();
                self.client_optional.add(is_optional);
            }
            let target = member["shape"].as_str().expect("a target");
            let boxed = has(member, "box") || has(&shapes[target], "box");
            if is_scalar(&shapes[target]) && !boxed {
                let default = &traits["smithy.api#default"];
                let votes = self.zeros.entry(target).or_default();
                votes.add(*default == 0 || *default == false);
            }
        }
    }

    fn add_uri(&mut self, smithy: &str, botocore: &str) {
        let ends_in_slash = |uri: &str| uri.len() > 1 && uri.ends_with('/');
        if ends_in_slash(botocore) {
            self.adds_slashes.add(!ends_in_slash(smithy));
        }
    }

    /// The facts as the table has them.
    fn facts(&self) -> String {
        let flag = |votes: &Votes, name: &str| votes.is_carried().then(|| name.to_owned());
        let list = |kind: &str, names: Vec<&str>| {
            (!names.is_empty()).then(|| format!("{kind} {}", names.join(" ")))
        };
        let zeros = self.zeros.iter().filter(|(_, votes)| votes.is_carried());
        let facts = [
            flag(&self.client_optional, "client-optional"),
            flag(&self.adds_slashes, "adds-slashes"),
            list("unions", self.unions.iter().copied().collect()),
            list("zeros", zeros.map(|(name, _)| *name).collect()),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        if facts.is_empty() && self.has_underscores {
            // Without a line, required members would be taken to be optional.
            return "as-modeled".to_owned();
        }
        facts.join("; ")
    }
}

fn is_scalar(shape: &Value) -> bool {
    let scalars = [
        "boolean", "byte", "short", "integer", "long", "float", "double",
    ];
    scalars.iter().any(|scalar| shape["type"] == *scalar)
}

fn object(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let entries = value.as_object().into_iter().flatten();
    entries.map(|(name, value)| (name.as_str(), value))
}
