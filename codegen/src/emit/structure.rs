//! Emits a structure with its getters and its builder: shared types, inputs, outputs and errors.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::builder;
use super::docs::{deprecated, doc_lines, docs_or, field_docs, getter_docs, link};
use super::error_structure;
use super::redact;
use super::ty::Scope;
use crate::ir::{Field, OperationRef, Presence, Role, RustName, Structure, Type};

/// Emits the file of a structure: the type, its getters, and its builder.
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
///     /// Creates a builder for [`AgentStatus`] with no values set.
///     pub fn builder() -> AgentStatusBuilder {
///         Default::default()
///     }
/// }
///
/// … the builder
/// ```
pub(super) fn emit(structure: &Structure) -> TokenStream {
    let scope = Scope::defining([&structure.name]);
    let name = &structure.name;
    let fallback = undocumented(structure);
    let docs = docs_or(&structure.docs, &fallback);
    let deprecated = deprecated(structure.deprecated.as_ref());
    let derives = derives(structure, DeriveTarget::Value);
    let fields = structure
        .fields
        .iter()
        .map(|field| emit_field(&scope, &structure.name, field));
    let extra_fields = extra_fields(structure, &scope);
    let getters = emit_getters(&scope, structure);
    let debug = redact::debug_impl(structure, &structure.name);
    let extra_impls = extra_impls(structure);
    let builder = builder::emit(&scope, structure);
    quote! {
        #docs
        #deprecated
        #[non_exhaustive]
        #derives
        pub struct #name {
            #(#fields)*
            #extra_fields
        }

        #getters
        #debug
        #extra_impls
        #builder
    }
}

/// The type that traits are derived for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DeriveTarget {
    /// The structure.
    Value,
    /// The builder of the structure.
    Builder,
}

/// Emits `#[derive(…)]`: a stream can't be cloned or compared, and a sensitive member must not be printed.
pub(super) fn derives(structure: &Structure, target: DeriveTarget) -> TokenStream {
    let is_streaming = structure.is_streaming();
    let traits = [
        (!is_streaming).then(|| quote!(Clone)),
        (!is_streaming).then(|| quote!(PartialEq)),
        (target == DeriveTarget::Builder).then(|| quote!(Default)),
        (!redact::is_needed(structure)).then(|| quote!(Debug)),
    ];
    let traits = traits.iter().flatten();
    quote!(#[derive(#(#traits),*)])
}

/// Emits the field for the request ID of an output or for the metadata of an error.
fn extra_fields(structure: &Structure, scope: &Scope) -> Option<TokenStream> {
    let (option, string) = (scope.option(), scope.string());
    match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => {
            let ids = request_ids(structure);
            Some(quote!(#(pub(crate) #ids: #option<#string>,)*))
        }
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

/// Returns the fields of an output for the IDs of the request, in the order of the official SDK.
pub(super) fn request_ids(structure: &Structure) -> Vec<Ident> {
    let extended = structure.extended_request_id;
    let extended = extended.then(|| format_ident!("_extended_request_id"));
    Vec::from_iter(extended.into_iter().chain([format_ident!("_request_id")]))
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

/// The text for a structure without documentation.
fn undocumented(structure: &Structure) -> String {
    let link = |operation: &OperationRef| {
        let (name, method) = (&operation.name, operation.module.as_str());
        format!("[`{name}`](crate::Client::{method})")
    };
    match &structure.role {
        Role::Shared => format!("The structure `{}`.", structure.shape.name()),
        Role::Input(operation) => format!("The input of {}.", link(operation)),
        Role::Output(operation) => format!("The output of {}.", link(operation)),
        Role::Error(_) => format!("The error `{}`.", structure.shape.name()),
    }
}

fn emit_field(scope: &Scope, structure: &RustName, field: &Field) -> TokenStream {
    let docs = field_docs(structure, field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let ty = scope.field_ty(field);
    quote!(#docs #deprecated pub #name: #ty,)
}

/// Emits the getters, and the function that creates a builder.
fn emit_getters(scope: &Scope, structure: &Structure) -> TokenStream {
    let (name, builder) = (&structure.name, structure.name.suffixed("Builder"));
    let getters = structure
        .fields
        .iter()
        .map(|field| emit_getter(scope, structure, field));
    let docs = doc_lines(&format!(
        "Creates a builder for {} with no values set.",
        link(name)
    ));
    let default = scope.default_trait();
    quote! {
        impl #name {
            #(#getters)*

            #docs
            pub fn builder() -> #builder {
                #default::default()
            }
        }
    }
}

/// Emits the getter of a field, which returns a slice for a list, and a reference for anything that isn't `Copy`.
fn emit_getter(scope: &Scope, structure: &Structure, field: &Field) -> TokenStream {
    let docs = doc_lines(&getter_docs(
        structure.name.as_str(),
        &structure.name,
        field,
    ));
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let (ty, value) = match field.presence {
        Presence::Optional => emit_optional(scope, field),
        Presence::Required | Presence::Default(_) => emit_present(scope, field),
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(&self) -> #ty {
            #value
        }
    }
}

/// The type and the body of the getter of an optional field.
fn emit_optional(scope: &Scope, field: &Field) -> (TokenStream, TokenStream) {
    let (name, option, ty) = (&field.name, scope.option(), scope.ty(&field.ty));
    match &field.ty {
        ty if ty.is_copy() && !field.boxed => {
            let ty = scope.ty(ty);
            (quote!(#option<#ty>), quote!(self.#name))
        }
        Type::String => (quote!(#option<&str>), quote!(self.#name.as_deref())),
        Type::List { member, sparse } => {
            let item = scope.item(member, *sparse);
            (
                quote!(&[#item]),
                quote!(self.#name.as_deref().unwrap_or_default()),
            )
        }
        _ if field.boxed => (quote!(#option<&#ty>), quote!(self.#name.as_deref())),
        _ => (quote!(#option<&#ty>), quote!(self.#name.as_ref())),
    }
}

/// The type and the body of the getter of a field that always has a value.
fn emit_present(scope: &Scope, field: &Field) -> (TokenStream, TokenStream) {
    let (name, ty) = (&field.name, scope.ty(&field.ty));
    match &field.ty {
        ty if ty.is_copy() && !field.boxed => (scope.ty(ty), quote!(self.#name)),
        Type::String => (quote!(&str), quote!(&self.#name)),
        Type::List { member, sparse } => {
            let item = scope.item(member, *sparse);
            (quote!(&[#item]), quote!(&self.#name))
        }
        _ => (quote!(&#ty), quote!(&self.#name)),
    }
}
