//! `config/endpoint/rules.rs`: the program goes in, the function `resolve` comes out.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::bdd::needs_values;
use super::emit_expr::{Places, ident};
use super::ir::{
    Base, Block, Endpoint, Exhausted, Expr, Kind, Outcome, Program, Property, Step, Test,
};
use super::walk;

/// Emits the file.
///
/// ```text
/// pub(super) fn resolve(params: &Params) -> Result<Endpoint, BoxError> {
///     if let Some(region) = params.region.as_deref() {
///         let partition_result = resolve_partition(region);
///         if params.use_fips && partition_result.supports_fips { … }
///         return endpoint_at(format!("https://connect.{region}.…"));
///     }
///     fail("Invalid Configuration: Missing Region")
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

/// The modules of the library that the program uses.
pub(crate) fn library_modules(program: &Program) -> BTreeSet<&'static str> {
    let mut modules: BTreeSet<_> = library_functions(program).into_keys().collect();
    // A bucket's name has to be a host label as well.
    if modules.contains("s3") {
        modules.insert("host");
    }
    modules
}

/// The functions of the library that the program uses, by module.
fn library_functions(program: &Program) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut paths = BTreeSet::new();
    walk::program(program, &mut |expr| {
        if let Kind::Call(function, _) = &expr.kind {
            paths.insert(function.path());
        }
    });
    for body in walk::blocks(program) {
        walk::outcomes(body, &mut |outcome| match outcome {
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

fn emit_imports(program: &Program) -> TokenStream {
    let functions = library_functions(program)
        .into_iter()
        .map(|(module, names)| {
            let module = ident(module);
            let names: Vec<_> = names.into_iter().map(ident).collect();
            match names.as_slice() {
                [name] => quote!(use crate::endpoint_lib::#module::#name;),
                names => quote!(use crate::endpoint_lib::#module::{#(#names),*};),
            }
        });
    quote! {
        use aws_smithy_runtime_api::box_error::BoxError;
        use aws_smithy_types::endpoint::Endpoint;
        use super::params::Params;
        #(#functions)*
    }
}

/// Whether the endpoint is nothing but a URL.
fn is_bare(endpoint: &Endpoint) -> bool {
    endpoint.properties.is_empty() && endpoint.headers.is_empty()
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
/// ```text
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
        quote!(fail(#message))
    }

    /// `endpoint_at("https://…")` or `Ok(Endpoint::builder().url("https://…").property("authSchemes", …).build())`
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

    /// A value inside another one, as `Document`.
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
