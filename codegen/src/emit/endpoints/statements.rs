//! Emits the statements of endpoint rules.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::{NameScope, ident};
use crate::ir::endpoints::program::{
    Block, Endpoint, Exhausted, Expr, Kind, Outcome, Program, Property, Statement, Test,
};
use crate::ir::endpoints::visit;

/// The functions of a decision diagram that take the values as an argument.
#[derive(Default)]
pub(super) struct Calls {
    with_values: BTreeSet<String>,
}

impl Calls {
    /// Collects the functions that read a value, or that call another function that does. Only nodes call others, and
    /// they always read values.
    pub(super) fn of(program: &Program) -> Self {
        let reading = program
            .functions
            .iter()
            .filter(|(_, body)| body.len() > 1 || visit::reads_values(body));
        Self {
            with_values: reading.map(|(name, _)| name.clone()).collect(),
        }
    }
}

/// Emits the statements of one function after the other.
pub(super) struct Emitter {
    pub(super) names: NameScope,
    pub(super) exhausted: Exhausted,
    pub(super) calls: Calls,
}

impl Emitter {
    /// Emits a function of a decision diagram.
    pub(super) fn function(&self, name: &str, body: &Block) -> TokenStream {
        let values = self
            .calls
            .with_values
            .contains(name)
            .then(|| quote!(values: &Values<'_>));
        let (name, body) = (ident(name), self.body(body));
        quote! {
            fn #name(#values) -> Result<Endpoint, BoxError> {
                #body
            }
        }
    }

    /// Whether the body refers to the parameters.
    pub(super) fn reads_params(&self, body: &Block) -> bool {
        let mut exhausts = false;
        visit::outcomes(body, &mut |outcome| {
            exhausts |= matches!(outcome, Outcome::Exhausted);
        });
        visit::reads_values(body) || (exhausts && self.exhausted == Exhausted::RuleSet)
    }

    /// Emits the statements of a function, of which the last one is its value.
    pub(super) fn body(&self, block: &Block) -> TokenStream {
        let statements = block.iter().map(|statement| match statement {
            Statement::Finish(outcome) => self.outcome(outcome),
            Statement::Let(..) | Statement::If(..) => self.statement(statement),
        });
        quote!(#(#statements)*)
    }

    fn statement(&self, statement: &Statement) -> TokenStream {
        match statement {
            Statement::Let(name, value) => {
                let (name, value) = (ident(name), self.names.expr(value));
                quote!(let #name = #value;)
            }
            Statement::If(tests, then) => {
                let tests = tests.iter().map(|test| self.test(test));
                let then = then.iter().map(|statement| self.statement(statement));
                quote!(if #(#tests)&&* { #(#then)* })
            }
            Statement::Finish(outcome) => {
                let outcome = self.outcome(outcome);
                quote!(return #outcome;)
            }
        }
    }

    fn test(&self, test: &Test) -> TokenStream {
        match test {
            Test::Holds(value) => self.names.expr(value),
            Test::Binds(name, value) => {
                let (name, value) = (ident(name), self.names.expr(value));
                quote!(let Some(#name) = #value)
            }
        }
    }

    fn outcome(&self, outcome: &Outcome) -> TokenStream {
        match outcome {
            Outcome::Endpoint(endpoint) => self.endpoint(endpoint),
            Outcome::Error(message) => {
                let message = self.text(message);
                quote!(fail(#message))
            }
            Outcome::Exhausted => self.exhausted(),
            Outcome::Call(name) => {
                let values = self
                    .calls
                    .with_values
                    .contains(name)
                    .then(|| quote!(values));
                let name = ident(name);
                quote!(#name(#values))
            }
        }
    }

    /// Emits the error if no rule matches; both texts are those of the official crates.
    fn exhausted(&self) -> TokenStream {
        let message = match self.exhausted {
            Exhausted::RuleSet => {
                quote!(format!(
                    "No rules matched these parameters. This is a bug. {params:?}"
                ))
            }
            Exhausted::Diagram => quote!("No endpoint rule matched"),
        };
        quote!(fail(#message))
    }

    /// Emits `endpoint_at("https://…")` or `Ok(Endpoint::builder().url("https://…").property("authSchemes", …).build())`
    fn endpoint(&self, endpoint: &Endpoint) -> TokenStream {
        let url = self.text(&endpoint.url);
        if is_bare(endpoint) {
            return quote!(endpoint_at(#url));
        }
        let properties = endpoint.properties.iter().map(|(name, value)| {
            let value = match value {
                Property::Bool(_) | Property::Int(_) | Property::Text(_) => self.bare(value),
                Property::List(_) | Property::Object(_) => self.document(value),
            };
            quote!(.property(#name, #value))
        });
        let headers = endpoint.headers.iter().flat_map(|(name, values)| {
            values.iter().map(move |value| {
                let value = self.text(value);
                quote!(.header(#name, #value))
            })
        });
        quote!(Ok(Endpoint::builder().url(#url) #(#properties)* #(#headers)* .build()))
    }

    /// Emits a value inside another one, as a `Document`.
    fn document(&self, value: &Property) -> TokenStream {
        match value {
            Property::Bool(_) | Property::Int(_) | Property::Text(_) => {
                let value = self.bare(value);
                quote!(#value.into())
            }
            Property::List(values) => {
                let values = values.iter().map(|value| self.document(value));
                quote!(list([#(#values),*]))
            }
            Property::Object(members) => {
                let names = members.iter().map(|(name, _)| name);
                let values = members.iter().map(|(_, value)| self.document(value));
                quote!(object([#((#names, #values)),*]))
            }
        }
    }

    /// Emits a value that converts into a `Document`.
    fn bare(&self, value: &Property) -> TokenStream {
        match value {
            Property::Bool(value) => quote!(#value),
            Property::Int(value) => quote!(#value),
            Property::Text(text) => self.names.document_text(text),
            Property::List(_) | Property::Object(_) => self.document(value),
        }
    }

    /// Emits a string that becomes part of the outcome.
    fn text(&self, value: &Expr) -> TokenStream {
        if let Kind::Text(text) = &value.kind {
            quote!(#text)
        } else {
            self.names.owned(value)
        }
    }
}

/// Whether the endpoint consists only of a URL.
pub(super) fn is_bare(endpoint: &Endpoint) -> bool {
    endpoint.properties.is_empty() && endpoint.headers.is_empty()
}
