//! An enum of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc_lines, docs_or, wrapped};
use crate::ir::{Enum, EnumValue};

/// What every enum's documentation ends with.
const FORWARD_COMPATIBILITY: &str = "New values may come with any release of the service. Match the ones you know and \
handle the rest with a wildcard; [`as_str`](Self::as_str) tells what the service sent.";

/// The file of an enum.
///
/// ```ignore
/// #[non_exhaustive]
/// #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
/// pub enum AgentStatusState {
///     /// Agents can choose the status.
///     Enabled,
///     /// A value that this crate doesn't know.
///     #[deprecated(note = "…")]
///     Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
/// }
///
/// crate::primitives::string_enum::string_enum! { AgentStatusState { Enabled = "ENABLED", } }
/// ```
///
/// The macro implements the conversions from and to strings.
pub(super) fn emit(enumeration: &Enum) -> TokenStream {
    let name = &enumeration.name;
    let fallback = format!("The values of `{}`.", enumeration.shape.name());
    let docs = docs_or(&enumeration.docs, &fallback);
    let forward = doc_lines(&format!("\n{}", wrapped(FORWARD_COMPATIBILITY)));
    let deprecated = deprecated(enumeration.deprecated.as_ref());
    let debug = (!enumeration.sensitive).then(|| quote!(, Debug));
    let variants = enumeration.values.iter().map(emit_variant);
    let debug_impl = enumeration.sensitive.then(|| emit_debug(enumeration));
    let names = enumeration.values.iter().map(|value| &value.name);
    let wires = enumeration.values.iter().map(|value| &value.wire);
    quote! {
        #docs
        #forward
        #deprecated
        #[non_exhaustive]
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash #debug)]
        pub enum #name {
            #(#variants)*
            /// A value that this crate doesn't know.
            #[deprecated(note = "match unknown values with a wildcard")]
            Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
        }

        crate::primitives::string_enum::string_enum! { #name { #(#names = #wires,)* } }
        #debug_impl
    }
}

fn emit_variant(value: &EnumValue) -> TokenStream {
    let fallback = format!("The value `{}`.", value.wire.as_str());
    let docs = docs_or(&value.docs, &fallback);
    let deprecated = deprecated(value.deprecated.as_ref());
    let name = &value.name;
    quote!(#docs #deprecated #name,)
}

fn emit_debug(enumeration: &Enum) -> TokenStream {
    let name = &enumeration.name;
    quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(crate::runtime::REDACTED)
            }
        }
    }
}
