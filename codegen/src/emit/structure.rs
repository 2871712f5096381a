//! A structure with its getters: shared types, inputs, outputs and errors.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder;
use super::docs::{deprecated, doc_lines, docs_or, field_docs, summary_or, undocumented};
use super::error_structure;
use super::redact;
use super::ty::Scope;
use crate::ir::{Field, Presence, Role, RustName, Structure, Type};

/// The file of a structure: type, getters, builder.
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
/// impl AgentStatus {
///     /// The name of the status.
///     pub fn name(&self) -> Option<&str> {
///         self.name.as_deref()
///     }
///
///     /// A builder without any value set.
///     pub fn builder() -> crate::types::builders::AgentStatusBuilder {
///         Default::default()
///     }
/// }
/// ```
pub(super) fn emit(structure: &Structure) -> TokenStream {
    let scope = Scope::defining([&structure.name]);
    let name = &structure.name;
    let fallback = format!("The structure `{}`.", structure.shape.name());
    let docs = docs_or(&structure.docs, &fallback);
    let deprecated = deprecated(structure.deprecated.as_ref());
    let derives = derives(structure, Of::Value);
    let debug = redact::debug_impl(structure, &structure.name);
    let fields = structure
        .fields
        .iter()
        .map(|field| emit_field(&scope, field));
    let getters = structure
        .fields
        .iter()
        .map(|field| emit_getter(&scope, field));
    let extra_fields = extra_fields(structure, &scope);
    let builder_path = builder::path(structure);
    let extra_impls = extra_impls(structure);
    let builder = builder::emit(&scope, structure);
    let import = quote!(
        use crate::runtime::builder::builder;
    );
    let default = scope.default_trait();
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

        impl #name {
            #(#getters)*

            /// A builder without any value set.
            pub fn builder() -> #builder_path {
                #default::default()
            }
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
    let is_streaming = structure
        .fields
        .iter()
        .any(|field| field.ty == Type::ByteStream);
    let traits = [
        (!is_streaming).then(|| quote!(Clone)),
        (!is_streaming).then(|| quote!(PartialEq)),
        (of == Of::Builder).then(|| quote!(Default)),
        (!redact::is_needed(structure)).then(|| quote!(Debug)),
    ];
    let traits = traits.iter().flatten();
    quote!(#[derive(#(#traits),*)])
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

fn emit_field(scope: &Scope, field: &Field) -> TokenStream {
    let docs = field_docs(field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let ty = scope.field_ty(field);
    quote!(#docs #deprecated pub #name: #ty,)
}

fn emit_getter(scope: &Scope, field: &Field) -> TokenStream {
    let fallback = undocumented(field);
    let summary = doc_lines(summary_or(&field.docs, &fallback));
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let (ty, value) = getter(scope, field);
    quote! {
        #summary
        #deprecated
        pub fn #name(&self) -> #ty {
            #value
        }
    }
}

/// The return type and body of a getter: numbers are copied, all else is borrowed, a missing list is empty.
fn getter(scope: &Scope, field: &Field) -> (TokenStream, TokenStream) {
    let name = &field.name;
    let option = scope.option();
    let ty = scope.ty(&field.ty);
    let is_optional = field.presence == Presence::Optional;
    match &field.ty {
        copy if copy.is_copy() => (scope.field_ty(field), quote!(self.#name)),
        Type::String if is_optional => (quote!(#option<&str>), quote!(self.#name.as_deref())),
        Type::String => (quote!(&str), quote!(&self.#name)),
        Type::List { member, sparse } => {
            let item = scope.item(member, *sparse);
            let value = if is_optional {
                quote!(self.#name.as_deref().unwrap_or_default())
            } else {
                quote!(&self.#name)
            };
            (quote!(&[#item]), value)
        }
        _ if is_optional && field.boxed => (quote!(#option<&#ty>), quote!(self.#name.as_deref())),
        _ if is_optional => (quote!(#option<&#ty>), quote!(self.#name.as_ref())),
        _ => (quote!(&#ty), quote!(&self.#name)),
    }
}
