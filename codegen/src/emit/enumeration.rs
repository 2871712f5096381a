//! Emits an enum of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{code, deprecated, doc_lines, docs_or, wrapped};
use super::ty::Scope;
use crate::ir::{Enum, EnumValue};

/// The last paragraph of every enum's documentation.
const FORWARD_COMPATIBILITY: &str = "The service may add values at any time, so always include a wildcard arm; \
[`as_str`](Self::as_str) returns the raw value.";

/// Emits the file of an enum.
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
/// … the conversions from and to strings
/// ```
pub(super) fn emit(enumeration: &Enum) -> TokenStream {
    let scope = Scope::defining([&enumeration.name]);
    let name = &enumeration.name;
    let fallback = format!("The values of `{}`.", enumeration.shape.name());
    let docs = docs_or(&enumeration.docs, &fallback);
    let forward = doc_lines(&format!("\n{}", wrapped(FORWARD_COMPATIBILITY)));
    let deprecated = deprecated(enumeration.deprecated.as_ref());
    let debug = (!enumeration.sensitive).then(|| quote!(, Debug));
    let variants = enumeration.values.iter().map(emit_variant);
    let methods = emit_methods(&scope, enumeration);
    let from = emit_from(&scope, enumeration);
    let debug_impl = enumeration.sensitive.then(|| emit_debug(enumeration));
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

        #methods
        #from
        #debug_impl
        crate::primitives::string_enum::string_enum!(#name);
    }
}

fn emit_variant(value: &EnumValue) -> TokenStream {
    let fallback = format!("The value {}.", code(value.wire.as_str()));
    let docs = docs_or(&value.docs, &fallback);
    let deprecated = deprecated(value.deprecated.as_ref());
    let name = &value.name;
    quote!(#docs #deprecated #name,)
}

fn emit_methods(scope: &Scope, enumeration: &Enum) -> TokenStream {
    let name = &enumeration.name;
    let names = enumeration.values.iter().map(|value| &value.name);
    let wires: Vec<_> = enumeration.values.iter().map(|value| &value.wire).collect();
    let (result, from) = (scope.result(), scope.from());
    quote! {
        impl #name {
            /// Returns the value that the service uses.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#names => #wires,)*
                    Self::Unknown(value) => &value.0,
                }
            }

            /// Returns all values that this crate knows.
            pub const fn values() -> &'static [&'static str] {
                &[#(#wires),*]
            }

            /// Converts a string into a value.
            ///
            /// # Errors
            ///
            /// Returns an error if this crate doesn't know the value.
            pub fn try_parse(value: &str) -> #result<Self, crate::error::UnknownVariantError> {
                match <Self as #from<&str>>::from(value) {
                    Self::Unknown(_) => Err(crate::error::UnknownVariantError { value: value.to_owned() }),
                    known => Ok(known),
                }
            }
        }
    }
}

fn emit_from(scope: &Scope, enumeration: &Enum) -> TokenStream {
    let name = &enumeration.name;
    let names = enumeration.values.iter().map(|value| &value.name);
    let wires = enumeration.values.iter().map(|value| &value.wire);
    let from = scope.from();
    quote! {
        impl #from<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#wires => Self::#names,)*
                    unknown => Self::Unknown(
                        crate::primitives::sealed_enum_unknown::UnknownVariantValue(unknown.to_owned()),
                    ),
                }
            }
        }
    }
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
