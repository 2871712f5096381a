//! A structure with its builder: shared types, inputs, outputs and errors.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder;
use super::docs::{deprecated, docs_or, field_docs};
use super::error_structure;
use super::redact;
use super::ty::Scope;
use crate::ir::{Field, OperationRef, Role, RustName, Structure, Type};

/// The file of a structure: the type, and the table of its members that makes getters and builder.
///
/// ```ignore
/// /// The status of an agent.
/// #[non_exhaustive]
/// #[derive(Clone, PartialEq, Debug)]
/// pub struct AgentStatus {
///     /// The name of the status.
///     pub name: Option<String>,
/// }
///
/// builder! { … }
/// ```
pub(super) fn emit(structure: &Structure) -> TokenStream {
    let scope = Scope::defining([&structure.name]);
    let name = &structure.name;
    let fallback = undocumented(structure);
    let docs = docs_or(&structure.docs, &fallback);
    let deprecated = deprecated(structure.deprecated.as_ref());
    let derives = derives(structure, Of::Value);
    let debug = redact::debug_impl(structure, &structure.name);
    let fields = structure
        .fields
        .iter()
        .map(|field| emit_field(&scope, field));
    let extra_fields = extra_fields(structure, &scope);
    let extra_impls = extra_impls(structure);
    let builder = builder::emit(&scope, structure);
    let import = quote!(
        use crate::runtime::builder::builder;
    );
    quote! {
        #import

        #docs
        #deprecated
        #[non_exhaustive]
        #derives
        pub struct #name {
            #(#fields)*
            #extra_fields
        }

        #debug
        #extra_impls
        #builder
    }
}

/// Whether the derives are for a structure or for its builder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// The structure.
    Value,
    /// The builder.
    Builder,
}

/// `#[derive(…)]`: a stream can't be cloned or compared, a sensitive member must not be printed.
pub(super) fn derives(structure: &Structure, of: Of) -> TokenStream {
    let is_streaming = is_streaming(structure);
    let traits = [
        (!is_streaming).then(|| quote!(Clone)),
        (!is_streaming).then(|| quote!(PartialEq)),
        (of == Of::Builder).then(|| quote!(Default)),
        (!redact::is_needed(structure)).then(|| quote!(Debug)),
    ];
    let traits = traits.iter().flatten();
    quote!(#[derive(#(#traits),*)])
}

/// Whether a member is a stream.
pub(super) fn is_streaming(structure: &Structure) -> bool {
    let mut fields = structure.fields.iter();
    fields.any(|field| field.ty == Type::ByteStream)
}

/// The request ID of an output, the metadata of an error.
fn extra_fields(structure: &Structure, scope: &Scope) -> Option<TokenStream> {
    let (option, string) = (scope.option(), scope.string());
    match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => Some(quote!(pub(crate) _request_id: #option<#string>,)),
        Role::Error(_) => Some(quote!(pub(crate) meta: aws_smithy_types::error::ErrorMetadata,)),
    }
}

fn extra_impls(structure: &Structure) -> Option<TokenStream> {
    match &structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => Some(request_id_impl(&structure.name)),
        Role::Error(error) => Some(error_structure::emit_impls(structure, error)),
    }
}

fn request_id_impl(name: &RustName) -> TokenStream {
    quote! {
        impl aws_types::request_id::RequestId for #name {
            fn request_id(&self) -> Option<&str> {
                self._request_id.as_deref()
            }
        }
    }
}

/// What stands in place of missing documentation; inputs and outputs seldom have any.
fn undocumented(structure: &Structure) -> String {
    let link = |operation: &OperationRef| {
        let (name, method) = (&operation.name, operation.module.as_str());
        format!("[`{name}`](crate::Client::{method})")
    };
    match &structure.role {
        Role::Shared => format!("The structure `{}`.", structure.shape.name()),
        Role::Input(operation) => format!("The parameters of {}.", link(operation)),
        Role::Output(operation) => format!("What {} returns.", link(operation)),
        Role::Error(_) => format!("The error `{}`.", structure.shape.name()),
    }
}

fn emit_field(scope: &Scope, field: &Field) -> TokenStream {
    let docs = field_docs(field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let ty = scope.field_ty(field);
    quote!(#docs #deprecated pub #name: #ty,)
}
