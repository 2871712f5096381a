//! Emits the builder of a structure.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::docs::{doc_lines, link};
use super::literal;
use super::redact;
use super::setters::{self, Receiver};
use super::structure::{DeriveTarget, derives, request_ids};
use super::ty::{Scope, builder_path};
use crate::ir::{Field, Literal, Presence, Role, RustName, Structure, Type, TypeRef};

/// The public path of a structure's builder.
pub(super) fn path(structure: &Structure) -> TokenStream {
    let name = structure.name.suffixed("Builder");
    match &structure.role {
        Role::Input(operation) | Role::Output(operation) => {
            let module = &operation.module;
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

/// Emits the builder, with a `Debug` of its own where deriving would print what it mustn't.
///
/// ```ignore
/// /// A builder for [`AgentStatus`].
/// #[derive(Clone, PartialEq, Default, Debug)]
/// #[non_exhaustive]
/// pub struct AgentStatusBuilder {
///     pub(crate) name: Option<String>,
/// }
///
/// impl AgentStatusBuilder {
///     /// The name of the status.
///     pub fn name(mut self, input: impl Into<String>) -> Self { … }
///     …
///
///     /// Builds the [`AgentStatus`].
///     pub fn build(self) -> AgentStatus {
///         AgentStatus { name: self.name }
///     }
/// }
/// ```
pub(super) fn emit(scope: &Scope, structure: &Structure) -> TokenStream {
    let name = RustName::new(format!("{}Builder", structure.name));
    let docs = doc_lines(&format!("A builder for {}.", link(&structure.name)));
    let derives = derives(structure, DeriveTarget::Builder);
    let option = scope.option();
    let fields = structure.fields.iter().map(|field| {
        let (name, ty) = (&field.name, scope.boxed_ty(&field.ty, field.boxed));
        quote!(pub(crate) #name: #option<#ty>,)
    });
    let extra_field = extra_field(scope, structure);
    let setters = structure
        .fields
        .iter()
        .map(|field| setters::emit(scope, &structure.name, field, Receiver::Builder));
    let extra_setters = extra_setters(scope, structure);
    let build = emit_build(scope, structure);
    let debug = redact::debug_impl(structure, &name);
    quote! {
        #docs
        #derives
        #[non_exhaustive]
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

/// Emits the field for the request ID of an output or for the metadata of an error.
fn extra_field(scope: &Scope, structure: &Structure) -> Option<TokenStream> {
    let (option, string) = (scope.option(), scope.string());
    match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => {
            let ids = request_ids(structure);
            Some(quote!(#(pub(crate) #ids: #option<#string>,)*))
        }
        Role::Error(_) => {
            Some(quote!(pub(crate) meta: #option<aws_smithy_types::error::ErrorMetadata>,))
        }
    }
}

/// Emits the setters for the metadata of an error. Request IDs have none.
fn extra_setters(scope: &Scope, structure: &Structure) -> Option<TokenStream> {
    let option = scope.option();
    match structure.role {
        Role::Shared | Role::Input(_) | Role::Output(_) => None,
        Role::Error(_) => Some(quote! {
            /// Sets the code, message and request ID of the error.
            pub fn meta(mut self, meta: aws_smithy_types::error::ErrorMetadata) -> Self {
                self.meta = Some(meta);
                self
            }

            /// Sets or clears `meta`.
            pub fn set_meta(
                &mut self,
                meta: #option<aws_smithy_types::error::ErrorMetadata>,
            ) -> &mut Self {
                self.meta = meta;
                self
            }
        }),
    }
}

fn emit_build(scope: &Scope, structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let docs = doc_lines(&format!("Builds the {}.", link(name)));
    let fields = structure.fields.iter().map(|field| {
        let (field_name, value) = (&field.name, emit_value(structure, field));
        quote!(#field_name: #value,)
    });
    let extra = match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => {
            let ids = request_ids(structure);
            Some(quote!(#(#ids: self.#ids,)*))
        }
        Role::Error(_) => Some(quote!(meta: self.meta.unwrap_or_default(),)),
    };
    let value = quote!(#name { #(#fields)* #extra });
    if !structure.is_fallible() {
        return quote! {
            #docs
            pub fn build(self) -> #name {
                #value
            }
        };
    }
    let result = scope.result();
    let errors = build_errors(structure);
    quote! {
        #docs
        #errors
        pub fn build(self) -> #result<#name, crate::error::BuildError> {
            Ok(#value)
        }
    }
}

/// The documentation of the errors of `build`.
fn build_errors(structure: &Structure) -> TokenStream {
    let required: Vec<String> = structure
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .map(|field| format!("- [`{0}`](Self::{0})", field.name.as_str()))
        .collect();
    doc_lines(&if required.is_empty() {
        "\n# Errors\n\nNever fails: the service checks which members are required. The official SDK has \
         the same signature."
            .to_owned()
    } else {
        format!(
            "\n# Errors\n\nReturns an error if one of these was not set:\n\n{}",
            required.join("\n")
        )
    })
}

/// The value of a field, made of what was set.
fn emit_value(structure: &Structure, field: &Field) -> TokenStream {
    let name = &field.name;
    match &field.presence {
        Presence::Optional => quote!(self.#name),
        Presence::Required => {
            let field_name = name.ident().to_string();
            let message = format!(
                "{field_name} was not specified but it is required when building {}",
                structure.name
            );
            quote! {
                self.#name.ok_or_else(|| {
                    crate::error::BuildError::missing_field(#field_name, #message)
                })?
            }
        }
        Presence::Default(Literal::Zero) => quote!(self.#name.unwrap_or_default()),
        Presence::Default(literal) => {
            let value = literal::emit(literal, &field.ty);
            if is_cheap(literal, &field.ty) {
                quote!(self.#name.unwrap_or(#value))
            } else {
                quote!(self.#name.unwrap_or_else(|| #value))
            }
        }
    }
}

/// Whether creating the value is as cheap as calling a closure that creates it.
fn is_cheap(literal: &Literal, ty: &Type) -> bool {
    match literal {
        Literal::Document(value) => {
            !matches!(value, Value::String(_) | Value::Array(_) | Value::Object(_))
        }
        Literal::Zero
        | Literal::Boolean(_)
        | Literal::Integer(_)
        | Literal::Float(_)
        | Literal::String(_)
        | Literal::Blob(_)
        | Literal::Timestamp(..) => ty.is_copy(),
    }
}
