//! `config/endpoint/rules.rs`: the program goes in, the function `resolve` comes out.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::bdd::needs_values;
use super::emit_expr::{Places, ident};
use super::ir::{
    Base, Block, Endpoint, Exhausted, Expr, Function, Kind, Outcome, Program, Property, Step, Test,
};
use super::walk;

/// Emits the file.
///
/// ```ignore
/// pub(super) fn resolve(params: &Params) -> Result<Endpoint, BoxError> {
///     if let Some(region) = params.region.as_deref() {
///         let partition_result = resolve_partition(region);
///         if params.use_fips && partition_result.supports_fips { … }
///         return Ok(Endpoint::builder().url(format!("https://connect.{region}.…")).build());
///     }
///     Err(ResolveEndpointError::message("Invalid Configuration: Missing Region").into())
/// }
/// ```
pub(crate) fn emit_rules(program: &Program) -> TokenStream {
    let imports = emit_imports(program);
    let resolve = if program.variables.is_empty() && program.functions.is_empty() {
        emit_plain(program)
    } else {
        emit_with_values(program)
    };
    quote! {
        //! The endpoint rules of the service: parameters go in, the endpoint they lead to comes out.
        #imports
        #resolve
    }
}

/// The functions of the library that the program calls.
pub(crate) fn functions(program: &Program) -> BTreeSet<Function> {
    let mut functions = BTreeSet::new();
    walk::program(program, &mut |expr| {
        if let Kind::Call(function, _) = &expr.kind {
            functions.insert(*function);
        }
    });
    functions
}

/// Whether properties of endpoints contain objects, which the library makes.
pub(crate) fn has_objects(program: &Program) -> bool {
    any_property(program, &|value| matches!(value, Property::Object(_)))
}

fn any_property(program: &Program, test: &dyn Fn(&Property) -> bool) -> bool {
    let mut found = false;
    for body in walk::blocks(program) {
        walk::outcomes(body, &mut |outcome| {
            if let Outcome::Endpoint(endpoint) = outcome {
                found |= endpoint
                    .properties
                    .iter()
                    .any(|(_, value)| contains(value, test));
            }
        });
    }
    found
}

fn contains(value: &Property, test: &dyn Fn(&Property) -> bool) -> bool {
    test(value)
        || match value {
            Property::Bool(_) | Property::Int(_) | Property::Text(_) => false,
            Property::List(values) => values.iter().any(|value| contains(value, test)),
            Property::Object(members) => members.iter().any(|(_, value)| contains(value, test)),
        }
}

fn emit_imports(program: &Program) -> TokenStream {
    let functions = functions(program).into_iter().map(|function| {
        let (module, name) = function.path();
        let (module, name) = (ident(module), ident(name));
        quote!(use crate::endpoint_lib::#module::#name;)
    });
    let object = has_objects(program).then(|| {
        quote!(
            use crate::endpoint_lib::document::object;
        )
    });
    let document = any_property(program, &|value| matches!(value, Property::List(_))).then(|| {
        quote!(
            use aws_smithy_types::Document;
        )
    });
    let error = has_errors(program).then(|| {
        quote!(
            use aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError;
        )
    });
    quote! {
        use aws_smithy_runtime_api::box_error::BoxError;
        #error
        #document
        use aws_smithy_types::endpoint::Endpoint;
        use super::params::Params;
        #object
        #(#functions)*
    }
}

fn has_errors(program: &Program) -> bool {
    let mut found = false;
    for body in walk::blocks(program) {
        walk::outcomes(body, &mut |outcome| {
            found |= matches!(outcome, Outcome::Error(_) | Outcome::Exhausted);
        });
    }
    found
}

/// Emits rules that need nothing but the parameters.
fn emit_plain(program: &Program) -> TokenStream {
    let emitter = Emitter {
        places: Places {
            params: quote!(params),
            variables: TokenStream::new(),
        },
        exhausted: program.exhausted,
        calls: Calls::default(),
    };
    let params = ident(if emitter.reads_params(&program.main) {
        "params"
    } else {
        "_params"
    });
    let body = emitter.body(&program.main);
    quote! {
        /// Tries the rules in their order; the first one whose conditions hold decides.
        pub(super) fn resolve(#params: &Params) -> Result<Endpoint, BoxError> {
            #body
        }
    }
}

/// Emits a decision diagram, whose functions share variables.
///
/// ```ignore
/// struct Values<'a> { params: &'a Params, partition_result: Option<&'static Partition> }
/// pub(super) fn resolve(params: &Params) -> Result<Endpoint, BoxError> {
///     let partition_result = params.region.as_deref().map(resolve_partition);
///     let values = &Values { params, partition_result };
///     if values.params.endpoint.is_some() { … }
///     node_7(values)
/// }
/// ```
fn emit_with_values(program: &Program) -> TokenStream {
    let outside = Places {
        params: quote!(params),
        variables: TokenStream::new(),
    };
    let lets = program.variables.iter().map(|(name, value)| {
        let (name, value) = (ident(name), outside.expr(value));
        quote!(let #name = #value;)
    });
    let fields = program.variables.iter().map(|(name, value)| {
        let (name, ty) = (ident(name), field_type(value));
        quote!(#name: #ty)
    });
    let values = program.variables.iter().map(|(name, value)| {
        let name = ident(name);
        if is_owned(value) {
            quote!(#name: &#name)
        } else {
            quote!(#name)
        }
    });
    let emitter = Emitter {
        places: Places {
            params: quote!(values.params),
            variables: quote!(values.),
        },
        exhausted: program.exhausted,
        calls: Calls::of(program),
    };
    let functions = program
        .functions
        .iter()
        .map(|(name, body)| emitter.function(name, body));
    let main = emitter.body(&program.main);
    quote! {
        /// What decisions are taken by.
        #[allow(dead_code, reason = "which values are read depends on the rules")]
        struct Values<'a> {
            params: &'a Params,
            #(#fields,)*
        }

        /// Follows the decisions to the endpoint, or to an error.
        #[allow(unused_variables, reason = "a decision without conditions reads no values")]
        pub(super) fn resolve(params: &Params) -> Result<Endpoint, BoxError> {
            #(#lets)*
            let values = &Values { params, #(#values),* };
            #main
        }

        #(#functions)*
    }
}

/// What can't be copied is referred to.
fn field_type(value: &Expr) -> TokenStream {
    let base = match value.ty.base {
        Base::Bool => quote!(bool),
        Base::Int => quote!(i64),
        Base::Str => quote!(&'a str),
        Base::String => quote!(String),
        Base::Strs => quote!(Vec<&'a str>),
        Base::Strings => quote!(&'a [String]),
        Base::Partition => quote!(&'static crate::endpoint_lib::partition::Partition),
        Base::Url => quote!(crate::endpoint_lib::url::Url<'a>),
        Base::Arn => quote!(crate::endpoint_lib::arn::Arn<'a>),
    };
    let ty = if value.ty.optional {
        quote!(Option<#base>)
    } else {
        base
    };
    if is_owned(value) { quote!(&'a #ty) } else { ty }
}

fn is_owned(value: &Expr) -> bool {
    match value.ty.base {
        Base::String | Base::Strs | Base::Url | Base::Arn => true,
        Base::Bool | Base::Int | Base::Str | Base::Strings | Base::Partition => false,
    }
}

/// The functions of a diagram that take the values.
#[derive(Default)]
struct Calls {
    with_values: BTreeSet<String>,
}

impl Calls {
    /// A function needs the values if it reads one, or if it calls another one that does. Only
    /// nodes call others, and they read values in any case.
    fn of(program: &Program) -> Self {
        let reading = program
            .functions
            .iter()
            .filter(|(_, body)| body.len() > 1 || needs_values(body));
        Self {
            with_values: reading.map(|(name, _)| name.clone()).collect(),
        }
    }
}

struct Emitter {
    places: Places,
    exhausted: Exhausted,
    calls: Calls,
}

impl Emitter {
    fn function(&self, name: &str, body: &Block) -> TokenStream {
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

    fn reads_params(&self, body: &Block) -> bool {
        let mut exhausts = false;
        walk::outcomes(body, &mut |outcome| {
            exhausts |= matches!(outcome, Outcome::Exhausted)
        });
        needs_values(body) || (exhausts && self.exhausted == Exhausted::RuleSet)
    }

    /// The statements of a function; the last one is its value.
    fn body(&self, block: &Block) -> TokenStream {
        let steps = block.iter().map(|step| match step {
            Step::Finish(outcome) => self.outcome(outcome),
            Step::Let(..) | Step::If(..) => self.step(step),
        });
        quote!(#(#steps)*)
    }

    fn step(&self, step: &Step) -> TokenStream {
        match step {
            Step::Let(name, value) => {
                let (name, value) = (ident(name), self.places.expr(value));
                quote!(let #name = #value;)
            }
            Step::If(tests, then) => {
                let tests = tests.iter().map(|test| self.test(test));
                let then = then.iter().map(|step| self.step(step));
                quote!(if #(#tests)&&* { #(#then)* })
            }
            Step::Finish(outcome) => {
                let outcome = self.outcome(outcome);
                quote!(return #outcome;)
            }
        }
    }

    fn test(&self, test: &Test) -> TokenStream {
        match test {
            Test::Holds(value) => self.places.expr(value),
            Test::Binds(name, value) => {
                let (name, value) = (ident(name), self.places.expr(value));
                quote!(let Some(#name) = #value)
            }
        }
    }

    fn outcome(&self, outcome: &Outcome) -> TokenStream {
        match outcome {
            Outcome::Endpoint(endpoint) => self.endpoint(endpoint),
            Outcome::Error(message) => {
                let message = self.text(message);
                quote!(Err(ResolveEndpointError::message(#message).into()))
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

    /// Both texts are those of the official crates.
    fn exhausted(&self) -> TokenStream {
        let message = match self.exhausted {
            Exhausted::RuleSet => {
                quote!(format!(
                    "No rules matched these parameters. This is a bug. {params:?}"
                ))
            }
            Exhausted::Diagram => quote!("No endpoint rule matched"),
        };
        quote!(Err(ResolveEndpointError::message(#message).into()))
    }

    /// `Ok(Endpoint::builder().url("https://…").property("authSchemes", …).build())`
    fn endpoint(&self, endpoint: &Endpoint) -> TokenStream {
        let url = self.text(&endpoint.url);
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

    /// A value inside another one, as `Document`.
    fn document(&self, value: &Property) -> TokenStream {
        match value {
            Property::Bool(_) | Property::Int(_) | Property::Text(_) => {
                let value = self.bare(value);
                quote!(#value.into())
            }
            Property::List(values) => {
                let values = values.iter().map(|value| self.document(value));
                quote!(Document::Array(vec![#(#values),*]))
            }
            Property::Object(members) => {
                let names = members.iter().map(|(name, _)| name);
                let values = members.iter().map(|(_, value)| self.document(value));
                quote!(object([#((#names, #values)),*]))
            }
        }
    }

    /// A value that converts into `Document`.
    fn bare(&self, value: &Property) -> TokenStream {
        match value {
            Property::Bool(value) => quote!(#value),
            Property::Int(value) => quote!(#value),
            Property::Text(text) => match text.ty.base {
                Base::String => self.places.owned(text),
                _ => self.places.expr(text),
            },
            Property::List(_) | Property::Object(_) => self.document(value),
        }
    }

    /// A string that becomes part of the outcome: a literal stays one.
    fn text(&self, value: &Expr) -> TokenStream {
        match &value.kind {
            Kind::Text(text) => quote!(#text),
            _ => self.places.owned(value),
        }
    }
}
