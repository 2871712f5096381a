//! Emits `endpoint_lib.rs`, and finds out which of its functions the rules call.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::ident;
use super::statements::is_bare;
use crate::ir::endpoints::EndpointRules;
use crate::ir::endpoints::program::{Kind, Outcome, Program, Property};
use crate::ir::endpoints::visit;

/// Emits the file, which declares the modules that the rules use; `None` if there are none.
pub(in crate::emit) fn emit(rules: &EndpointRules) -> Option<TokenStream> {
    let modules = modules(rules);
    let modules = modules.iter().map(|module| ident(module));
    (modules.len() > 0).then(|| {
        quote! {
            //! Functions of the Smithy rules engine that the endpoint rules call.
            #(pub(crate) mod #modules;)*
        }
    })
}

/// Returns the modules of `endpoint_lib` that the rules use.
pub(in crate::emit) fn modules(rules: &EndpointRules) -> BTreeSet<&'static str> {
    let mut modules: BTreeSet<_> = functions(&rules.program).into_keys().collect();
    // The module `s3` calls `host`, because the name of a bucket must be a host label.
    if modules.contains("s3") {
        modules.insert("host");
    }
    modules
}

/// Returns the functions of `endpoint_lib` that the program uses, by module.
pub(super) fn functions(program: &Program) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut paths = BTreeSet::new();
    visit::program(program, &mut |expr| {
        if let Kind::Call(function, _) = &expr.kind {
            paths.insert(function.path());
        }
    });
    for body in visit::blocks(program) {
        visit::outcomes(body, &mut |outcome| match outcome {
            Outcome::Endpoint(endpoint) if is_bare(endpoint) => {
                paths.insert(("outcome", "endpoint_at"));
            }
            Outcome::Endpoint(endpoint) => {
                let properties = endpoint.properties.iter().map(|(_, value)| value);
                properties.for_each(|value| documents(value, &mut paths));
            }
            Outcome::Error(_) | Outcome::Exhausted => {
                paths.insert(("outcome", "fail"));
            }
            Outcome::Call(_) => {}
        });
    }
    let mut functions: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (module, name) in paths {
        functions.entry(module).or_default().insert(name);
    }
    functions
}

fn documents(value: &Property, paths: &mut BTreeSet<(&'static str, &'static str)>) {
    match value {
        Property::Bool(_) | Property::Int(_) | Property::Text(_) => {}
        Property::List(values) => {
            paths.insert(("document", "list"));
            values.iter().for_each(|value| documents(value, paths));
        }
        Property::Object(members) => {
            paths.insert(("document", "object"));
            members
                .iter()
                .for_each(|(_, value)| documents(value, paths));
        }
    }
}
