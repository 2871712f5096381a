//! Operations that can't be told apart, and references of operations that don't fit.

use serde_json::json;
use smithy_slim_codegen::Operations;

use super::{changed, check, good, members};
use crate::generate_from;

/// The second would replace the first, since operations are chosen by their names.
#[test]
fn operations_of_two_namespaces_have_different_names() {
    let changes = json!({
        "a#Tiny": { "operations": [{ "target": "a#ListThings" }, { "target": "b#ListThings" }] },
        "b#ListThings": good()["shapes"]["a#ListThings"],
    });
    check(&[(
        changes,
        "tiny.json: b#ListThings: maps to the same Rust name `ListThings` as the operation `a#ListThings`; \
         choose only one of them, or rename one in the model",
    )]);
}

/// An operation can belong to the service and to a resource.
#[test]
fn operations_can_be_bound_twice() {
    check(&[(
        json!({
            "a#Tiny": { "resources": [{ "target": "a#Thing_" }] },
            "a#Thing_": { "type": "resource", "operations": [{ "target": "a#ListThings" }] },
        }),
        "no errors",
    )]);
}

#[test]
fn errors_have_the_error_trait() {
    let missing = "tiny.json: a#Thing: is missing the required trait `smithy.api#error`";
    let errors = json!({ "errors": [{ "target": "a#Thing" }] });
    check(&[
        (json!({ "a#ListThings": errors }), missing),
        (json!({ "a#Tiny": errors }), missing),
    ]);
}

#[test]
fn host_labels_are_strings() {
    let label = |target: &str| {
        let traits = json!({ "smithy.api#hostLabel": {}, "smithy.api#required": {} });
        members(
            "a#In",
            json!({ "It": { "target": target, "traits": traits } }),
        )
    };
    check(&[
        (label("smithy.api#String"), "no errors"),
        (
            label("smithy.api#Long"),
            "tiny.json: a#In$It: refers to `smithy.api#Long` as a label of the host, but it is a long",
        ),
    ]);
}

#[test]
fn a_service_without_operations_has_none_to_select() {
    let text = changed(&json!({ "a#Tiny": { "operations": [] } }));
    let error = generate_from("tiny.json", "tiny", &text, Operations::All);
    assert_eq!(
        error.expect_err("there are no operations").to_string(),
        "tiny.json: a#Tiny: no operations selected; name some or select all"
    );
}
