//! The table of a structure's members, which makes its getters, its builder and the setters of a fluent builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc_lines, summary_or, undocumented, wrapped};
use super::literal;
use super::redact;
use super::structure::{Of, derives, is_streaming};
use super::ty::{self, Scope, builder_path};
use super::wire;
use crate::ir::{Field, Literal, MapKey, Presence, Role, RustName, Structure, Type, TypeRef};

/// Names that are also those of derive macros, which links in docs have to tell apart.
const DERIVES: [&str; 9] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// Where the builder of a structure is found by users.
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

/// The table, and the builder's `Debug` where deriving would print what it mustn't.
///
/// ```ignore
/// builder! {
///     /// A builder of [`AgentStatus`].
///     #[derive(Clone, PartialEq, Default, Debug)]
///     AgentStatusBuilder builds AgentStatus;
///
///     /// The name of the status.
///     "Name" => name, set_name, get_name: String = text;
/// }
/// ```
pub(super) fn emit(scope: &Scope, structure: &Structure) -> TokenStream {
    let name = RustName::new(format!("{}Builder", structure.name));
    let value = &structure.name;
    let is_ambiguous = DERIVES.contains(&value.as_str());
    let kind = if is_ambiguous { "struct@" } else { "" };
    let docs = doc_lines(&format!("A builder of [`{kind}{value}`]."));
    let derives = derives(structure, Of::Builder);
    let debug = redact::debug_impl(structure, &name);
    let verb = if is_fallible(structure) {
        quote!(tries)
    } else {
        quote!(builds)
    };
    let extra = match &structure.role {
        Role::Shared => None,
        Role::Input(operation) => {
            let fluent = operation.name.suffixed("FluentBuilder");
            Some(quote!(, called by #fluent))
        }
        Role::Output(_) => Some(quote!(with request_id)),
        Role::Error(_) => Some(quote!(with meta)),
    };
    let serde = serde_clause(structure);
    let members = structure
        .fields
        .iter()
        .map(|field| emit_member(scope, value, field));
    quote! {
        builder! {
            #docs
            #derives
            #name #verb #value #extra #serde;
            #(#members)*
        }

        #debug
    }
}

/// What serde has to know: there is no value of a stream, and what is read as in responses gets stand-ins.
fn serde_clause(structure: &Structure) -> Option<TokenStream> {
    let is_read = match structure.role {
        Role::Input(_) => false,
        Role::Output(_) | Role::Error(_) => true,
        Role::Shared => structure.usage.read,
    };
    if is_streaming(structure) {
        Some(quote!(, streaming))
    } else {
        (is_read && wire::is_corrected(structure)).then(|| quote!(, completed))
    }
}

/// The name of a member on the wire, those of its methods, its type, its kind, and what stands in for a missing value.
///
/// ```ignore
/// /// The name of the status.
/// "Name" => name, set_name, get_name: String = text;
/// ```
fn emit_member(scope: &Scope, structure: &RustName, field: &Field) -> TokenStream {
    let docs = member_docs(structure, field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let (set_name, get_name) = (name.prefixed("set_"), name.prefixed("get_"));
    let ty = scope.boxed_ty(&field.ty, field.boxed);
    let kind = emit_kind(scope, field);
    let presence = emit_presence(field);
    let (wire, format) = (&field.wire, ty::time_format(&field.ty));
    quote!(#docs #deprecated #wire #format => #name, #set_name, #get_name: #ty #kind #presence;)
}

/// The first sentence, and a link to the full text where there is more.
fn member_docs(structure: &RustName, field: &Field) -> TokenStream {
    let fallback = undocumented(field);
    let mut text = summary_or(&field.docs, &fallback).to_owned();
    let has_more = field.docs.markdown.trim() != field.docs.summary.trim();
    if (field.required || has_more) && text.ends_with(char::is_alphanumeric) {
        text.push('.');
    }
    if field.required {
        text.push_str(" Required.");
    }
    if has_more {
        text.push_str(&format!(" [More](field@{structure}::{})", field.name));
    }
    doc_lines(&wrapped(&text))
}

/// How a member is taken by its setter and lent by its getter, unless it is as it is and by reference.
fn emit_kind(scope: &Scope, field: &Field) -> Option<TokenStream> {
    match &field.ty {
        _ if field.boxed => {
            let inner = scope.ty(&field.ty);
            Some(quote!(= boxed(#inner)))
        }
        ty if ty.is_copy() => Some(quote!(= copy)),
        Type::String => Some(quote!(= text)),
        Type::List { member, sparse } if **member == Type::String && !sparse => {
            Some(quote!(= texts))
        }
        Type::List { member, sparse } => {
            let item = scope.item(member, *sparse);
            Some(quote!(= list(#item)))
        }
        Type::Map { key, value, sparse } => {
            let key = match key {
                MapKey::String => Type::String,
                MapKey::Enum(name) => Type::Enum(name.clone()),
            };
            let (key, value) = (scope.argument(&key, false), scope.argument(value, *sparse));
            Some(quote!(= map(#key, #value)))
        }
        _ => None,
    }
}

/// What stands in for a missing value, if the field isn't an `Option`.
fn emit_presence(field: &Field) -> Option<TokenStream> {
    match &field.presence {
        Presence::Optional => None,
        Presence::Required => Some(quote!(, required)),
        Presence::Default(_) if field.omit_zero => Some(quote!(, zero)),
        Presence::Default(Literal::Zero) => Some(quote!(, default)),
        Presence::Default(literal) => {
            let value = literal::emit(literal, &field.ty);
            Some(quote!(, default(#value)))
        }
    }
}

/// Whether building can fail.
pub(crate) fn is_fallible(structure: &Structure) -> bool {
    structure.is_fallible()
}
