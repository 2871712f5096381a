//! Emits `config/endpoint/rules.rs`, which contains the function `resolve`.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::{NameScope, ident};
use super::library;
use super::statements::{Calls, Emitter};
use crate::ir::endpoints::EndpointRules;
use crate::ir::endpoints::program::{Base, Expr, Program};

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
pub(in crate::emit) fn emit(rules: &EndpointRules) -> TokenStream {
    let program = &rules.program;
    let imports = emit_imports(program);
    let resolve = if program.variables.is_empty() && program.functions.is_empty() {
        emit_plain(program)
    } else {
        emit_with_values(program)
    };
    quote! {
        //! The endpoint rules of the service.
        #imports
        #resolve
    }
}

fn emit_imports(program: &Program) -> TokenStream {
    let functions = library::functions(program)
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

/// Emits rules that need nothing but the parameters.
fn emit_plain(program: &Program) -> TokenStream {
    let emitter = Emitter {
        names: NameScope {
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
    let outside = NameScope {
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
        names: NameScope {
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
