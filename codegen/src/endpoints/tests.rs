//! Tests of endpoint rules. In the fixtures members stand in alphabetical order, so that it doesn't
//! matter whether `serde_json` keeps the order of the model.

mod contexts;
mod diagrams;
mod parts;
mod refusals;
mod rule_sets;

use proc_macro2::TokenStream;
use serde_json::Value;

use super::{EndpointRules, EndpointTraits};

/// Reads a fixture.
fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the fixture is JSON")
}

/// The rules of a rule set.
fn rules(rule_set: &Value) -> EndpointRules {
    EndpointRules::new(EndpointTraits {
        rule_set: Some(rule_set),
        ..EndpointTraits::default()
    })
    .expect("the fixture is a rule set")
}

/// The tokens of a file, as they end up in a crate.
fn pretty(file: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(file).expect("the file parses"))
}
