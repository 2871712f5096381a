//! Tests with small models whose costs are known, and with Connect, where inspection must agree with the generated crate.

use serde_json::{Value, json};

use super::*;
use crate::Config;
use crate::model::ModelFiles;
use crate::select::closure::{as_operation, closure, operation_errors};

/// Creates a model of the service `a#Tiny` with these operations, each with the members of its input and output, and these
/// shapes.
fn model(operations: &[(&str, Value, Value)], shapes: Value) -> Model {
    let mut all = shapes;
    let ids = operations
        .iter()
        .map(|(name, ..)| json!({ "target": format!("a#{name}") }));
    all["a#Tiny"] = json!({
        "type": "service",
        "version": "1",
        "operations": ids.collect::<Vec<_>>(),
        "traits": {
            "aws.api#service": { "sdkId": "Tiny" },
            "aws.auth#sigv4": { "name": "tiny" },
            "aws.protocols#restJson1": {},
        },
    });
    for (name, input, output) in operations {
        all[format!("a#{name}")] = json!({
            "type": "operation",
            "input": { "target": format!("a#{name}Input") },
            "output": { "target": format!("a#{name}Output") },
            "traits": { "smithy.api#http": { "method": "POST", "uri": format!("/{name}"), "code": 200 } },
        });
        all[format!("a#{name}Input")] = structure(input);
        all[format!("a#{name}Output")] = structure(output);
    }
    read(&json!({ "smithy": "2.0", "shapes": all }).to_string())
}

/// Creates a structure with members of these names and targets.
fn structure(members: &Value) -> Value {
    let members = members.as_object().unwrap();
    let members = members
        .iter()
        .map(|(name, target)| (name.clone(), json!({ "target": target })));
    json!({ "type": "structure", "members": members.collect::<serde_json::Map<_, _>>() })
}

fn read(text: &str) -> Model {
    let files = ModelFiles {
        source: "a.json".to_owned(),
        main: text.into(),
        ..ModelFiles::default()
    };
    Model::read(&files).unwrap()
}

fn fixture(name: &str) -> Model {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    read(&std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap())
}

fn connect() -> Model {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/connect.json");
    read(&std::fs::read_to_string(path).unwrap())
}

fn all(model: &Model) -> Inspection {
    inspect(model, &Operations::All, &mut |_, _| ()).unwrap()
}

fn named(model: &Model, names: &[&str]) -> Result<Inspection, Errors> {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    inspect(model, &Operations::Named(names), &mut |_, _| ())
}

/// Returns path, shape, ways and number of shapes of each contributor, sorted by path. Lines depend on the generator.
fn summaries<'a>(contributors: &'a [Contributor]) -> Vec<(String, &'a str, usize, usize)> {
    let summary = |one: &'a Contributor| {
        let Contributor {
            path,
            shape,
            ways,
            cost,
            ..
        } = one;
        (path.clone(), shape.name(), *ways, cost.shapes)
    };
    let mut summaries: Vec<_> = contributors.iter().map(summary).collect();
    summaries.sort();
    summaries
}

fn summary(
    path: &str,
    shape: &'static str,
    ways: usize,
    shapes: usize,
) -> (String, &'static str, usize, usize) {
    (path.to_owned(), shape, ways, shapes)
}

#[test]
fn several_members_lead_to_the_bottom_of_a_diamond() {
    let inspection = all(&fixture("recursion_diamond"));
    let search = &inspection.operations[0];
    assert_eq!(search.shapes.structures, 5);
    assert_eq!(search.shapes.total(), 5);
    let expected = [
        // Left and Right lead to Side, Side and Criteria to Bottom, input and output to Criteria.
        summary("input.Criteria", "Criteria", 2, 3),
        summary("input.Criteria.Bottom", "Bottom", 2, 1),
        summary("input.Criteria.Left", "Side", 2, 1),
    ];
    assert_eq!(summaries(&search.contributors), expected);
}

#[test]
fn recursive_members_are_not_counted_as_ways() {
    let model = model(
        &[("Search", json!({ "Where": "a#Criteria" }), json!({}))],
        json!({
            "a#Criteria": structure(&json!({ "Or": "a#CriteriaList", "Not": "a#Criteria", "Leaf": "a#Leaf" })),
            "a#CriteriaList": { "type": "list", "member": { "target": "a#Criteria" } },
            "a#Leaf": structure(&json!({})),
        }),
    );
    let search = &all(&model).operations[0];
    let expected = [
        summary("input.Where", "Criteria", 1, 3),
        summary("input.Where.Leaf", "Leaf", 1, 1),
    ];
    assert_eq!(summaries(&search.contributors), expected);
}

#[test]
fn paths_follow_lists_and_maps_to_their_only_members() {
    let model = model(
        &[(
            "Get",
            json!({}),
            json!({ "Names": "a#Names", "Table": "a#Table", "Extra": "a#Things" }),
        )],
        json!({
            "a#Names": { "type": "list", "member": { "target": "a#Name" } },
            "a#Name": structure(&json!({ "Text": "smithy.api#String" })),
            "a#Table": { "type": "map", "key": { "target": "a#Key" }, "value": { "target": "a#Things" } },
            "a#Key": { "type": "enum", "members": { "A": {
                "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "a" },
            } } },
            "a#Things": { "type": "list", "member": { "target": "a#Thing" } },
            "a#Thing": structure(&json!({})),
        }),
    );
    let get = &all(&model).operations[0];
    let expected = [
        summary("output.Extra[]", "Thing", 2, 2),
        summary("output.Names[]", "Name", 1, 2),
        // The map and its key. Its values are also reached through Extra.
        summary("output.Table", "Table", 1, 2),
    ];
    assert_eq!(summaries(&get.contributors), expected);
    let Kinds {
        structures,
        enums,
        lists,
        maps,
        ..
    } = get.shapes;
    assert_eq!((structures, enums, lists, maps), (4, 1, 2, 1));
}

/// Creates a model of two operations that share `Thing` and `Part`, and each need one more type.
fn two() -> Model {
    model(
        &[
            (
                "Put",
                json!({ "Thing": "a#Thing", "Only": "a#Only" }),
                json!({}),
            ),
            ("Get", json!({}), json!({ "Box": "a#Box" })),
        ],
        json!({
            "a#Box": structure(&json!({ "Thing": "a#Thing" })),
            "a#Thing": structure(&json!({ "Part": "a#Part" })),
            "a#Part": structure(&json!({ "Name": "smithy.api#String", "Size": "smithy.api#Integer" })),
            "a#Only": structure(&json!({ "Name": "smithy.api#String" })),
        }),
    )
}

#[test]
fn costs_of_two_operations_that_share_types() {
    let inspection = all(&two());
    let [get, put] = inspection.operations.as_slice() else {
        panic!("two operations");
    };
    let shapes = |one: &OperationCost| (one.shapes.total(), one.alone.unwrap().shapes);
    assert_eq!(shapes(get), (5, 3));
    assert_eq!(shapes(put), (5, 3));
    let together = &inspection.together;
    assert_eq!((together.shapes.total(), together.shared.shapes), (8, 2));
    assert_eq!(
        summaries(&together.shared_through),
        [summary("input.Thing", "Thing", 2, 2)]
    );
    assert_eq!(together.shared_through[0].operation, "Put");
    assert_eq!(together.shared_through[0].operations, 2);
    let expected = [
        summary("input.Only", "Only", 1, 1),
        // `Thing` itself is listed under `shared_through`.
        summary("input.Thing.Part", "Part", 1, 1),
        summary("output.Box", "Box", 1, 1),
    ];
    assert_eq!(summaries(&together.contributors), expected);

    let size = inspection.size.unwrap();
    let alone = |one: &OperationCost| one.alone.unwrap().lines.unwrap();
    assert_eq!(
        together.shared.lines.unwrap() + alone(get) + alone(put),
        size.lines - size.apart
    );
    assert_eq!(together.lines, Some(size.lines - size.apart));
}

/// Asserts that the lines of each operation are those that it adds to a crate of its own, whatever the other operations do
/// with its types.
#[track_caller]
fn assert_same_lines_as_alone(model: &Model) {
    for one in all(model).operations {
        let alone = named(model, &[one.shape.name()]).unwrap();
        let size = alone.size.unwrap();
        assert_eq!(one.lines, Some(size.lines - size.apart), "{}", one.shape);
        assert_eq!(one.lines, alone.operations[0].lines, "{}", one.shape);
    }
}

#[test]
fn lines_do_not_depend_on_the_other_operations() {
    assert_same_lines_as_alone(&two());
    assert_same_lines_as_alone(&fixture("errors"));
    assert_same_lines_as_alone(&fixture("http_bindings"));
    assert_same_lines_as_alone(&fixture("pagination"));
    assert_same_lines_as_alone(&connect());
}

/// A structure that is the output of one operation and a type of another has files for both.
#[test]
fn outputs_used_as_types_are_counted_as_types() {
    let model = model(
        &[
            ("Get", json!({}), json!({ "Name": "smithy.api#String" })),
            ("List", json!({}), json!({ "First": "a#GetOutput" })),
        ],
        json!({}),
    );
    assert_same_lines_as_alone(&model);
    let inspection = all(&model);
    let size = inspection.size.unwrap();
    assert_eq!(inspection.together.lines, Some(size.lines - size.apart));
}

#[test]
fn size_matches_the_generated_crate() {
    let model = connect();
    let operations = all(&model).operations;
    let names = operations
        .iter()
        .map(|operation| operation.shape.name().to_owned())
        .collect();
    let mut config = Config::new("another-name-for-it", Operations::Named(names));
    config.version = "10.20.30".to_owned();
    let generated = crate::generate(&model, &config).unwrap();
    let lines = generated.files.values().map(|text| text.lines().count());
    let size = all(&model).size.unwrap();
    assert_eq!(
        (size.files, size.lines),
        (generated.files.len(), lines.sum())
    );
}

/// The graph reaches the same shapes as selection, in every fixture.
#[test]
fn closure_matches_selection() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let model = read(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
        for one in all(&model).operations {
            assert_eq!(
                one.shapes.total(),
                closure_size(&model, &one.shape),
                "{}",
                one.shape
            );
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen}");
}

/// Counts the shapes in the closure of an operation, except those of the prelude.
fn closure_size(model: &Model, id: &ShapeId) -> usize {
    let (service, ..) = model.services().next().unwrap();
    let operation = as_operation(model, id).unwrap();
    let errors = operation_errors(model, service, operation);
    let roots = [&operation.input, &operation.output]
        .into_iter()
        .chain(&errors);
    let closure = closure(model, roots);
    closure
        .iter()
        .filter(|id| id.namespace() != "smithy.api")
        .count()
}

/// Asserts that removing each contributing member saves the cost that is reported for it. Returns the number of members.
#[track_caller]
fn assert_removal_saves_cost(model: &Model, one: &OperationCost) -> usize {
    let members = one
        .contributors
        .iter()
        .filter_map(|one| Some((one.member.as_ref()?, one.cost)));
    let members: Vec<_> = members.collect();
    for (member, cost) in &members {
        let mut without = model.clone();
        let owner = ShapeId::new(member.namespace(), member.name());
        match &mut without.shapes.get_mut(&owner).unwrap().kind {
            ShapeKind::Structure(members) | ShapeKind::Union(members) => {
                members.retain(|one| Some(one.name.as_str()) != member.member_name());
            }
            other => panic!("{member} is in a {}", other.name()),
        }
        let gone = one.shapes.total() - closure_size(&without, &one.shape);
        assert_eq!(gone, cost.shapes, "{member}");
    }
    members.len()
}

#[test]
fn removing_a_contributor_saves_its_cost() {
    let model = connect();
    let seen = all(&model)
        .operations
        .iter()
        .map(|one| assert_removal_saves_cost(&model, one))
        .sum::<usize>();
    assert!(seen > 10, "{seen}");
    for name in [
        "recursion_list",
        "recursion_map",
        "recursion_mutual",
        "recursion_union",
        "union",
        "map",
    ] {
        let model = fixture(name);
        for one in all(&model).operations {
            assert_removal_saves_cost(&model, &one);
        }
    }
}

#[test]
fn unsupported_operations_have_a_reason_and_a_path() {
    let model = model(
        &[
            ("Good", json!({ "Thing": "a#Thing" }), json!({})),
            (
                "Talk",
                json!({ "Thing": "a#Thing", "Words": "a#Words" }),
                json!({}),
            ),
        ],
        json!({
            "a#Thing": structure(&json!({})),
            "a#Words": {
                "type": "union",
                "members": { "Word": { "target": "a#Thing" } },
                "traits": { "smithy.api#streaming": {} },
            },
        }),
    );
    let inspection = all(&model);
    assert_eq!((inspection.available, inspection.supported), (2, 1));
    let [good, talk] = inspection.operations.as_slice() else {
        panic!("two operations");
    };
    assert!(good.refused.is_empty() && good.lines.is_some());
    assert_eq!(
        (talk.lines, talk.alone, talk.shapes.total()),
        (None, None, 4)
    );
    assert!(talk.is_streaming);
    assert_eq!(
        talk.refused[0].problem.to_string(),
        "a.json: a#Words: unsupported: an event stream (smithy.api#streaming on a union)"
    );
    assert_eq!(talk.refused[0].path.as_deref(), Some("input.Words"));
    // The crate is that of the other one.
    assert_eq!(inspection.together.lines, good.lines);
    let only_refused = named(&model, &["Talk"]).unwrap();
    assert_eq!(only_refused.size, None);
    assert_eq!(only_refused.together.shapes.total(), 4);
}

#[test]
fn services_of_unsupported_protocols_have_no_lines() {
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/recursion_diamond.json"
    ));
    let text = text.unwrap().replace("restJson1", "soap");
    let inspection = all(&read(&text));
    assert_eq!(inspection.service.protocols, ["aws.protocols#soap"]);
    assert_eq!((inspection.supported, inspection.size), (0, None));
    assert!(
        inspection.refused[0]
            .to_string()
            .contains("the service's protocol is aws.protocols#soap")
    );
    assert_eq!(inspection.operations[0].shapes.total(), 5);
    let expected = [summary("input.Criteria", "Criteria", 2, 3)];
    assert_eq!(summaries(&inspection.operations[0].contributors), expected);
}

#[test]
fn invalid_arguments_are_rejected() {
    let problems = named(&two(), &["Putt", "Nothing"]).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "a.json: a#Tiny: the service has no operation `Putt`; did you mean Put?\n\
         a.json: a#Tiny: the service has no operation `Nothing`"
    );
    let empty = inspect(
        &read(r#"{"smithy": "2.0"}"#),
        &Operations::All,
        &mut |_, _| (),
    );
    assert!(
        empty
            .unwrap_err()
            .to_string()
            .starts_with("a.json: no service shape found")
    );
}

#[test]
fn progress_ends_with_all_files() {
    let mut seen = Vec::new();
    inspect(&two(), &Operations::All, &mut |done, of| {
        seen.push((done, of));
    })
    .unwrap();
    let (done, of) = *seen.last().unwrap();
    assert!(done == of && of > 20, "{seen:?}");
}

#[test]
fn facts_of_a_service() {
    let inspection = all(&connect());
    let service = &inspection.service;
    assert_eq!(inspection.format, Format::Smithy2);
    assert_eq!(
        service.shape.as_str(),
        "com.amazonaws.connect#AmazonConnectService"
    );
    assert_eq!(service.sdk_id.as_deref(), Some("Connect"));
    assert_eq!(service.version, "2017-08-08");
    assert_eq!(service.protocols, ["aws.protocols#restJson1"]);
    assert_eq!(service.auth, ["aws.auth#sigv4"]);
    assert_eq!(service.endpoints, Endpoints::RuleSet);
    assert_eq!(all(&fixture("smithy_1_0")).format, Format::Smithy1);
    assert_eq!(all(&fixture("auth")).service.endpoints, Endpoints::None);
}
