//! The builder of a structure.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc_lines, summary_or, undocumented, wrapped};
use super::literal;
use super::redact;
use super::structure::{Of, derives};
use super::ty::{Scope, builder_path};
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
/// builder! {
///     /// A builder of [`AgentStatus`].
///     #[derive(Clone, PartialEq, Default, Debug)]
///     AgentStatusBuilder builds AgentStatus;
///
///     /// The name of the status.
///     name, set_name, get_name: String = one(impl Into<String>);
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
    let extra = match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => Some(quote!(with request_id)),
        Role::Error(_) => Some(quote!(with meta)),
    };
    let fields = structure.fields.iter().map(|field| {
        let setters = emit_setters(scope, structure.name.as_str(), field);
        let presence = emit_presence(field);
        quote!(#setters #presence;)
    });
    quote! {
        builder! {
            #docs
            #derives
            #name #verb #value #extra;
            #(#fields)*
        }

        #debug
    }
}

/// The names of a field's three methods, its type, and how it is set.
///
/// ```ignore
/// /// The name of the status.
/// name, set_name, get_name: String = one(impl Into<String>)
/// ```
pub(super) fn emit_setters(scope: &Scope, structure_path: &str, field: &Field) -> TokenStream {
    let docs = setter_docs(structure_path, field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let (set_name, get_name) = (name.prefixed("set_"), name.prefixed("get_"));
    let ty = scope.boxed_ty(&field.ty, field.boxed);
    let setter = setter(scope, field);
    quote!(#docs #deprecated #name, #set_name, #get_name: #ty #setter)
}

/// The first sentence, and a link to the full text where there is more.
fn setter_docs(structure_path: &str, field: &Field) -> TokenStream {
    let fallback = undocumented(field);
    let mut text = summary_or(&field.docs, &fallback).to_owned();
    if field.required {
        text.push_str(" Required.");
    }
    if field.docs.markdown.trim() != field.docs.summary.trim() {
        text.push_str(&format!(" [More](field@{structure_path}::{})", field.name));
    }
    doc_lines(&wrapped(&text))
}

/// The kind of setter and the types of its arguments; nothing if it takes the field's type.
fn setter(scope: &Scope, field: &Field) -> Option<TokenStream> {
    match &field.ty {
        Type::List { member, sparse } => {
            let ty = scope.argument(member, false, *sparse);
            Some(quote!(= push(#ty)))
        }
        Type::Map { key, value, sparse } => {
            let key = match key {
                MapKey::String => Type::String,
                MapKey::Enum(name) => Type::Enum(name.clone()),
            };
            let (key, value) = (
                scope.argument(&key, false, false),
                scope.argument(value, false, *sparse),
            );
            Some(quote!(= insert(#key, #value)))
        }
        ty if *ty == Type::String || field.boxed => {
            let ty = scope.argument(ty, field.boxed, false);
            Some(quote!(= one(#ty)))
        }
        _ => None,
    }
}

/// What stands in for a missing value, if the field isn't an `Option`.
fn emit_presence(field: &Field) -> Option<TokenStream> {
    match &field.presence {
        Presence::Optional => None,
        Presence::Required => Some(quote!(, required)),
        Presence::Default(Literal::Zero) => Some(quote!(, default)),
        Presence::Default(literal) => {
            let value = literal::emit(literal, &field.ty);
            Some(quote!(, default(#value)))
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
