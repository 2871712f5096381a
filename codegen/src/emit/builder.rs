//! The builder of a structure.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{deprecated, doc_lines, summary_or, undocumented, wrapped};
use super::literal;
use super::redact;
use super::structure::{Of, derives};
use super::ty::{Scope, builder_path};
use crate::ir::{Field, Literal, Presence, Role, RustName, Structure, Type, TypeRef};

/// Where the builder of a structure is found by users.
pub(super) fn path(structure: &Structure) -> TokenStream {
    let name = structure.name.suffixed("Builder");
    match &structure.role {
        Role::Input(module) | Role::Output(module) => {
            quote!(crate::operation::#module::builders::#name)
        }
        Role::Shared => builder_path(&TypeRef {
            name: structure.name.clone(),
            is_error: false,
        }),
        Role::Error(_) => builder_path(&TypeRef {
            name: structure.name.clone(),
            is_error: true,
        }),
    }
}

/// The builder with its setters.
///
/// ```ignore
/// /// A builder of [`AgentStatus`].
/// #[non_exhaustive]
/// #[derive(Clone, PartialEq, Default, Debug)]
/// pub struct AgentStatusBuilder {
///     pub(crate) name: Option<String>,
/// }
///
/// impl AgentStatusBuilder {
///     /// The name of the status.
///     pub fn name(mut self, input: impl Into<String>) -> Self { … }
///
///     /// Sets or clears [`name`](Self::name).
///     pub fn set_name(mut self, input: Option<String>) -> Self { … }
///
///     /// The [`name`](Self::name) set so far.
///     pub fn get_name(&self) -> &Option<String> { … }
///
///     /// Builds the [`AgentStatus`].
///     pub fn build(self) -> AgentStatus { … }
/// }
/// ```
pub(super) fn emit(scope: &Scope, structure: &Structure) -> TokenStream {
    let name = RustName::new(format!("{}Builder", structure.name));
    let docs = doc_lines(&format!("A builder of [`{}`].", structure.name));
    let derives = derives(structure, Of::Builder);
    let debug = redact::debug_impl(structure, &name);
    let fields = structure.fields.iter().map(|field| {
        let (name, ty) = (&field.name, scope.builder_ty(field));
        quote!(pub(crate) #name: #ty,)
    });
    let setters = structure
        .fields
        .iter()
        .map(|field| emit_setters(scope, structure, field));
    let extra_field = extra_field(scope, structure);
    let extra_setters = extra_setters(scope, structure);
    let build = emit_build(scope, structure);
    quote! {
        #docs
        #[non_exhaustive]
        #derives
        pub struct #name {
            #(#fields)*
            #extra_field
        }

        impl #name {
            #(#setters)*
            #extra_setters
            #build
        }

        #debug
    }
}

fn extra_field(scope: &Scope, structure: &Structure) -> Option<TokenStream> {
    let (option, string) = (scope.option(), scope.string());
    match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => Some(quote!(pub(crate) _request_id: #option<#string>,)),
        Role::Error(_) => {
            Some(quote!(pub(crate) meta: #option<aws_smithy_types::error::ErrorMetadata>,))
        }
    }
}

fn extra_setters(scope: &Scope, structure: &Structure) -> Option<TokenStream> {
    let option = scope.option();
    match structure.role {
        Role::Shared | Role::Input(_) | Role::Output(_) => None,
        Role::Error(_) => Some(quote! {
            /// Code, message and request ID of the error.
            pub fn meta(mut self, meta: aws_smithy_types::error::ErrorMetadata) -> Self {
                self.meta = Some(meta);
                self
            }

            /// Sets or clears [`meta`](Self::meta).
            pub fn set_meta(&mut self, meta: #option<aws_smithy_types::error::ErrorMetadata>) -> &mut Self {
                self.meta = meta;
                self
            }
        }),
    }
}

/// The three methods of a field: set or append, set or clear, get.
///
/// ```ignore
/// /// The name of the status.
/// pub fn name(self, input: impl Into<String>) -> Self { self.set_name(Some(input.into())) }
///
/// accessors!(name, set_name, get_name: Option<String>);
/// ```
fn emit_setters(scope: &Scope, structure: &Structure, field: &Field) -> TokenStream {
    let docs = setter_docs(structure.name.as_str(), field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let (set_name, get_name) = (name.prefixed("set_"), name.prefixed("get_"));
    let ty = scope.builder_ty(field);
    let (receiver, arguments, body) = setter(scope, field);
    quote! {
        #docs
        #deprecated
        pub fn #name(#receiver, #arguments) -> Self {
            #body
        }

        accessors!(#deprecated #name, #set_name, #get_name: #ty);
    }
}

/// The first sentence, what calling does, and a link to the full text where there is more.
pub(super) fn setter_docs(structure_path: &str, field: &Field) -> TokenStream {
    let fallback = undocumented(field);
    let mut text = summary_or(&field.docs, &fallback).to_owned();
    let name = &field.name;
    match &field.ty {
        Type::List { .. } => text.push_str(&format!(
            " Appends an item; [`set_{name}`](Self::set_{name}) replaces all."
        )),
        Type::Map { .. } => text.push_str(&format!(
            " Adds an entry; [`set_{name}`](Self::set_{name}) replaces all."
        )),
        _ if field.required => text.push_str(" Required."),
        _ => {}
    }
    if field.docs.markdown.trim() != field.docs.summary.trim() {
        text.push_str(&format!(" [More](field@{structure_path}::{name})"));
    }
    doc_lines(&wrapped(&text))
}

/// The receiver, the arguments and the body of the plain setter.
fn setter(scope: &Scope, field: &Field) -> (TokenStream, TokenStream, TokenStream) {
    let name = &field.name;
    match &field.ty {
        Type::List { member, sparse } => {
            let (ty, value) = scope.argument(&format_ident!("input"), member, false, *sparse);
            let body = quote!(self.#name.get_or_insert_default().push(#value); self);
            (quote!(mut self), quote!(input: #ty), body)
        }
        Type::Map { key, value, sparse } => {
            let key_ty = match key {
                crate::ir::MapKey::String => Type::String,
                crate::ir::MapKey::Enum(name) => Type::Enum(name.clone()),
            };
            let (key_ty, key) = scope.argument(&format_ident!("k"), &key_ty, false, false);
            let (value_ty, value) = scope.argument(&format_ident!("v"), value, false, *sparse);
            let body = quote!(self.#name.get_or_insert_default().insert(#key, #value); self);
            (quote!(mut self), quote!(k: #key_ty, v: #value_ty), body)
        }
        ty => {
            let (ty, value) = scope.argument(&format_ident!("input"), ty, field.boxed, false);
            let set_name = name.prefixed("set_");
            (
                quote!(self),
                quote!(input: #ty),
                quote!(self.#set_name(Some(#value))),
            )
        }
    }
}

/// Whether building can fail: inputs always can, as the official ones do.
pub(crate) fn is_fallible(structure: &Structure) -> bool {
    let has_required = structure
        .fields
        .iter()
        .any(|field| field.presence == Presence::Required);
    match structure.role {
        Role::Input(_) => true,
        Role::Shared | Role::Output(_) | Role::Error(_) => has_required,
    }
}

fn emit_build(scope: &Scope, structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let fields = structure.fields.iter().map(|field| {
        let (name, value) = (&field.name, built_value(structure, field));
        quote!(#name #value,)
    });
    let extra = match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => Some(quote!(_request_id: self._request_id,)),
        Role::Error(_) => Some(quote!(meta: self.meta.unwrap_or_default(),)),
    };
    let value = quote!(#name { #(#fields)* #extra });
    let result = scope.result();
    if is_fallible(structure) {
        let docs = doc_lines(&build_docs(structure));
        quote! {
            #docs
            pub fn build(self) -> #result<#name, crate::error::BuildError> {
                Ok(#value)
            }
        }
    } else {
        let docs = format!(" Builds the [`{name}`].");
        quote! {
            #[doc = #docs]
            pub fn build(self) -> #name {
                #value
            }
        }
    }
}

fn build_docs(structure: &Structure) -> String {
    let required = structure
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required);
    let names: Vec<String> = required.map(|field| format!("`{}`", field.name)).collect();
    let name = &structure.name;
    if names.is_empty() {
        return format!(
            "Builds the [`{name}`].\n\n# Errors\n\nNone today; whether a member is missing shows when it is sent."
        );
    }
    format!(
        "Builds the [`{name}`].\n\n# Errors\n\nIf one of these isn't set: {}.",
        names.join(", ")
    )
}

/// `: value` of a field of the built structure.
fn built_value(structure: &Structure, field: &Field) -> TokenStream {
    let name = &field.name;
    match &field.presence {
        Presence::Optional => quote!(: self.#name),
        Presence::Default(Literal::Zero) => quote!(: self.#name.unwrap_or_default()),
        Presence::Default(literal) => {
            let value = literal::emit(literal, &field.ty);
            quote!(: self.#name.unwrap_or_else(|| #value))
        }
        Presence::Required => {
            let (field, structure) = (field.name.as_str(), structure.name.as_str());
            let details =
                format!("{field} was not specified but it is required when building {structure}");
            quote!(: self.#name.ok_or_else(|| crate::error::BuildError::missing_field(#field, #details))?)
        }
    }
}
