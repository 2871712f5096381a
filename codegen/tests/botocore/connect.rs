//! Amazon Connect in both formats: where the models differ, and why.
//!
//! The files are kept outside of the repository; without them the tests here say so and do nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use heck::ToUpperCamelCase as _;
use smithy_slim_codegen::model::traits::Traits;
use smithy_slim_codegen::model::{Member, Model, ModelFiles, Part, Shape, ShapeKind, SimpleKind};

fn models() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/models");
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

fn part(folder: &Path, part: Part) -> Option<Vec<u8>> {
    let names = part.file_names();
    names
        .iter()
        .find_map(|name| fs::read(folder.join(name)).ok())
}

fn botocore(folder: &Path, version: &str) -> Model {
    let folder = folder.join(version);
    let files = ModelFiles {
        source: format!("{version}/service-2.json.gz"),
        main: part(&folder, Part::Service).expect("the service"),
        paginators: part(&folder, Part::Paginators),
        endpoint_rules: part(&folder, Part::EndpointRules),
    };
    Model::read(&files).unwrap_or_else(|errors| panic!("{errors}"))
}

fn ast(folder: &Path) -> Model {
    let files = ModelFiles {
        source: "connect.smithy.json".to_owned(),
        main: fs::read(folder.join("connect-2025-04-02.smithy.json")).expect("the AST"),
        ..ModelFiles::default()
    };
    Model::read(&files).unwrap_or_else(|errors| panic!("{errors}"))
}

/// Why the two files may say different things. Anything else that differs fails the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// The botocore file is four months younger.
    Younger,
    /// botocore hasn't the name, ours is another with the same name in Rust.
    EnumName,
    /// botocore has no defaults; these two aren't zero.
    DefaultMissing,
    /// A default of an input's or union's member, which changes nothing in Rust.
    DefaultWithoutEffect,
    /// Errors have no names for the query protocol, which Connect doesn't speak.
    QueryError,
    /// botocore has paginators only where there are items, and its own idea of items.
    Paginator,
    /// Conformance tests and names for other tools, at the service.
    ServiceExtras,
    /// botocore drops some least lengths and the anchors of patterns, which no client checks; one length is younger.
    Constraint,
}

#[test]
fn differs_from_the_ast_for_known_reasons_only() {
    let Some(folder) = models() else { return };
    let (smithy, botocore) = (ast(&folder), botocore(&folder, "botocore-1.40.5"));
    let (in_smithy, in_botocore) = (Facts::of(&smithy), Facts::of(&botocore));
    let mut reasons: BTreeMap<Reason, Vec<String>> = BTreeMap::new();
    let mut unexplained = Vec::new();
    let keys: BTreeSet<_> = in_smithy.0.keys().chain(in_botocore.0.keys()).collect();
    for key in keys {
        let difference = Difference {
            key,
            smithy: in_smithy.0.get(key).map(String::as_str),
            botocore: in_botocore.0.get(key).map(String::as_str),
        };
        if difference.smithy == difference.botocore {
            continue;
        }
        match difference.reason(&smithy) {
            Some(reason) => reasons.entry(reason).or_default().push(difference.line()),
            None => unexplained.push(difference.line()),
        }
    }
    for (reason, lines) in &reasons {
        println!("{reason:?}: {}", lines.len());
        if matches!(reason, Reason::DefaultMissing | Reason::Paginator) {
            println!("  {}", lines.join("\n  "));
        }
    }
    assert!(unexplained.is_empty(), "{}", unexplained.join("\n"));
    let counts: Vec<_> = reasons
        .iter()
        .map(|(reason, lines)| (*reason, lines.len()))
        .collect();
    let expected = [
        (Reason::Younger, 447),
        (Reason::EnumName, 36),
        (Reason::DefaultMissing, 2),
        (Reason::DefaultWithoutEffect, 1),
        (Reason::QueryError, 6),
        (Reason::Paginator, 5),
        (Reason::ServiceExtras, 1),
        (Reason::Constraint, 59),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn members_are_in_the_same_order() {
    let Some(folder) = models() else { return };
    let (smithy, botocore) = (ast(&folder), botocore(&folder, "botocore-1.40.5"));
    for (id, shape) in &smithy.shapes {
        if let ShapeKind::Structure(members) | ShapeKind::Union(members) = &shape.kind {
            let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
            let younger = botocore.get(id).map(Shape::members).unwrap_or_default();
            let younger = younger.iter().map(|member| member.name.as_str());
            let common: Vec<&str> = younger.filter(|name| names.contains(name)).collect();
            assert_eq!(common, names, "{id}");
        }
    }
}

#[test]
fn endpoint_rules_are_the_same() {
    let Some(folder) = models() else { return };
    let rules = |model: &Model| {
        let (_, shape, _) = model.services().next().expect("a service");
        shape.traits.endpoint_rule_set.clone()
    };
    let (smithy, botocore) = (ast(&folder), botocore(&folder, "botocore-1.40.5"));
    assert!(rules(&smithy).is_some());
    assert_eq!(rules(&smithy), rules(&botocore));
}

#[test]
fn all_states_are_read_completely() {
    let Some(folder) = models() else { return };
    for (version, operations) in [("1.40.5", 282), ("1.40.6", 283), ("1.40.7", 283)] {
        let model = botocore(&folder, &format!("botocore-{version}"));
        let (id, shape, service) = model.services().next().expect("a service");
        assert_eq!(id.as_str(), "com.amazonaws.connect#AmazonConnectService");
        assert_eq!(service.operations.len(), operations);
        assert!(shape.traits.rest_json_1.is_some());
        for (id, shape) in &model.shapes {
            for member in shape.members() {
                assert!(
                    model.get(&member.target).is_some(),
                    "{id}: {}",
                    member.target
                );
            }
            let traits = shape.members().into_iter().map(|member| &member.traits);
            let unknown = traits.chain([&shape.traits]).flat_map(Traits::ids);
            let unknown: Vec<&str> = unknown.filter(|id| id.starts_with("botocore#")).collect();
            assert!(unknown.is_empty(), "{id}: {unknown:?}");
        }
    }
}

/// The place of a fact: shape, member and aspect.
type Key = (String, String, &'static str);

/// A fact that isn't the same in both.
struct Difference<'a> {
    key: &'a Key,
    smithy: Option<&'a str>,
    botocore: Option<&'a str>,
}

impl Difference<'_> {
    fn line(&self) -> String {
        let (shape, member, aspect) = self.key;
        let [smithy, botocore] = [self.smithy, self.botocore].map(|fact| fact.unwrap_or("nothing"));
        format!("{shape}${member} {aspect}: Smithy {smithy}, botocore {botocore}")
    }

    fn reason(&self, smithy: &Model) -> Option<Reason> {
        let (shape, _, aspect) = self.key;
        let Some(in_smithy) = self.smithy else {
            return Some(Reason::Younger);
        };
        let in_botocore = self.botocore?;
        match *aspect {
            "name" => Some(Reason::EnumName),
            "paginated" => Some(Reason::Paginator),
            "default" if !defaults_matter(smithy, shape) => Some(Reason::DefaultWithoutEffect),
            "default" if in_botocore == "None" => Some(Reason::DefaultMissing),
            "constraints" => Some(Reason::Constraint),
            "traits" if in_smithy.contains("awsQueryError") => Some(Reason::QueryError),
            "traits" if shape == "AmazonConnectService" => Some(Reason::ServiceExtras),
            _ => None,
        }
    }
}

/// The members of inputs and unions are what they are whatever their default.
fn defaults_matter(smithy: &Model, name: &str) -> bool {
    let shape = smithy.shapes.iter().find(|(id, _)| id.name() == name);
    shape.is_some_and(|(_, shape)| {
        shape.traits.input.is_none() && matches!(shape.kind, ShapeKind::Structure(_))
    })
}

/// Everything that a model says beside documentation, one string for each aspect of each shape and member.
struct Facts(BTreeMap<Key, String>);

impl Facts {
    fn of(model: &Model) -> Self {
        let mut facts = Self(BTreeMap::new());
        for (id, shape) in &model.shapes {
            facts.add_shape(model, id.name(), shape);
        }
        facts
    }

    fn add_shape(&mut self, model: &Model, name: &str, shape: &Shape) {
        let mut add = |aspect, fact| {
            self.0
                .insert((name.to_owned(), String::new(), aspect), fact);
        };
        let kind = match &shape.kind {
            ShapeKind::Simple(kind) => format!("{kind:?}"),
            ShapeKind::Service(service) => format!("{service:?}"),
            ShapeKind::Operation(operation) => format!("{operation:?}"),
            _ => shape.kind_name().to_owned(),
        };
        add("kind", kind);
        add("paginated", format!("{:?}", shape.traits.paginated));
        add("constraints", constraints(&shape.traits));
        add("traits", facts_of_traits(&shape.traits));
        for member in shape.members() {
            self.add_member(
                model,
                name,
                member,
                matches!(shape.kind, ShapeKind::Enum(_)),
            );
        }
    }

    fn add_member(&mut self, model: &Model, shape: &str, member: &Member, is_constant: bool) {
        let traits = &member.traits;
        // Constants are told apart by their values.
        let name = match &traits.enum_value {
            Some(value) => value.to_string(),
            None => member.name.clone(),
        };
        let mut add = |aspect, fact| {
            self.0
                .insert((shape.to_owned(), name.clone(), aspect), fact);
        };
        if is_constant {
            add("rust name", member.name.to_upper_camel_case());
            add("name", member.name.clone());
        }
        add("target", target(model, member));
        // `null` and nothing at all are the same to a reader of the member.
        let default = traits.default.as_ref().filter(|value| !value.is_null());
        add("default", format!("{default:?}"));
        add("traits", facts_of_traits(traits));
    }
}

/// The name of the target; timestamps have none in Rust and are called by what they are.
fn target(model: &Model, member: &Member) -> String {
    match model.get(&member.target) {
        Some(target) if matches!(target.kind, ShapeKind::Simple(SimpleKind::Timestamp)) => {
            format!("timestamp {:?}", target.traits.timestamp_format)
        }
        _ => member.target.to_string(),
    }
}

/// The traits that are set, without those that are documentation or have a fact of their own.
fn facts_of_traits(traits: &Traits) -> String {
    let apart = [
        "documentation",
        "default",
        "addedDefault",
        "paginated",
        "enumValue",
        "length",
        "range",
        "pattern",
    ];
    let is_apart = |id: &str| {
        apart
            .iter()
            .any(|name| id.strip_prefix("smithy.api#") == Some(name))
    };
    let ids: Vec<&str> = traits.ids().filter(|id| !is_apart(id)).collect();
    let values = [
        format!("{:?}", traits.http),
        format!("{:?} {:?}", traits.http_query, traits.http_header),
        format!("{:?} {:?}", traits.error, traits.http_error),
        format!("{:?} {:?}", traits.sigv4, traits.title),
        format!("{:?}", traits.other),
    ];
    format!("{ids:?} {}", values.join(" ").replace("None", ""))
}

fn constraints(traits: &Traits) -> String {
    format!(
        "{:?} {:?} {:?}",
        traits.length, traits.range, traits.pattern
    )
}
