//! Emits the implementations of serde.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ty::time_format;
use crate::ir::{Field, Presence, Role, Structure, Union, Variant};

/// Emits the implementation for a structure, in the order of its `MEMBERS`. There is no value of a stream.
///
/// ```ignore
/// #[cfg(feature = "serde")]
/// crate::runtime::serde::structure! {
///     build types::AgentStatus { name, order = value, changed_at as DateTime }
/// }
/// ```
pub(super) fn emit_structure(structure: &Structure) -> Option<TokenStream> {
    if structure.is_streaming() {
        return None;
    }
    let path = path(structure);
    let build = if is_read(structure) && structure.is_corrected() {
        quote!(finish)
    } else if structure.is_fallible() {
        quote!(try_build)
    } else {
        quote!(build)
    };
    let fields = structure.fields.iter().map(emit_field);
    Some(quote! {
        #[cfg(feature = "serde")]
        crate::runtime::serde::structure! {
            #build #path { #(#fields),* }
        }
    })
}

/// The path of a structure in the crate.
fn path(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    match &structure.role {
        Role::Input(operation) | Role::Output(operation) => {
            let module = &operation.module;
            quote!(operation::#module::#name)
        }
        Role::Shared => quote!(types::#name),
        Role::Error(_) => quote!(types::error::#name),
    }
}

fn is_read(structure: &Structure) -> bool {
    match structure.role {
        Role::Input(_) => false,
        Role::Output(_) | Role::Error(_) => true,
        Role::Shared => structure.usage.read,
    }
}

fn emit_field(field: &Field) -> TokenStream {
    let (name, format) = (&field.name, time_format(&field.ty));
    let kind = match field.presence {
        Presence::Optional => None,
        Presence::Default(_) if field.omit_zero => Some(quote!(= nonzero)),
        Presence::Required | Presence::Default(_) => Some(quote!(= value)),
    };
    quote!(#name #format #kind)
}

/// Emits the implementation for a union, in the order of its `MEMBERS`.
///
/// ```ignore
/// #[cfg(feature = "serde")]
/// crate::runtime::serde::union! {
///     types::ThingFilter { Name(_), ChangedAt(_) as DateTime, All }
/// }
/// ```
pub(super) fn emit_union(union: &Union) -> TokenStream {
    let name = &union.name;
    let variants = union.variants.iter().map(emit_variant);
    quote! {
        #[cfg(feature = "serde")]
        crate::runtime::serde::union! {
            types::#name { #(#variants),* }
        }
    }
}

fn emit_variant(variant: &Variant) -> TokenStream {
    let name = &variant.name;
    let value = variant.ty.as_ref().map(|_| quote!((_)));
    let format = variant.ty.as_ref().and_then(time_format);
    quote!(#name #value #format)
}
