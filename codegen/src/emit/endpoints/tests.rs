//! Tests of what is emitted for the endpoint traits. Members of the fixtures are in alphabetical order, so that the
//! tests don't depend on whether `serde_json` keeps the order of the model.

mod bindings;
mod diagrams;
mod rule_sets;

use proc_macro2::TokenStream;
use serde_json::Value;

use crate::endpoints::{self, EndpointTraits};
use crate::format::with_doc_lines;
use crate::ir::endpoints::EndpointRules;

/// Parses a fixture.
fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the fixture is JSON")
}

/// Lowers a rule set.
fn rules(rule_set: &Value) -> EndpointRules {
    endpoints::lower(EndpointTraits {
        rule_set: Some(rule_set),
        ..EndpointTraits::default()
    })
    .expect("the fixture is a rule set")
}

/// Formats the tokens of a file.
fn pretty(file: TokenStream) -> String {
    let file = syn::parse2(file).expect("the file parses");
    with_doc_lines(&prettyplease::unparse(&file))
}
