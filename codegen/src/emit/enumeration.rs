//! An enum of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc_lines, docs_or};
use super::ty::Scope;
use crate::ir::{Enum, EnumValue};

/// What every enum's documentation ends with.
const FORWARD_COMPATIBILITY: &str = "\n\nNew values may come with any release of the service. Match the ones you \
know and handle the rest with a wildcard; [`as_str`](Self::as_str) tells what the service sent.";

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
/// ```
///
/// and its conversions from and to strings.
pub(super) fn emit(enumeration: &Enum) -> TokenStream {
    let scope = Scope::defining([&enumeration.name]);
    let name = &enumeration.name;
    let fallback = format!("The values of `{}`.", enumeration.shape.name());
    let docs = docs_or(&enumeration.docs, &fallback);
    let forward = doc_lines(FORWARD_COMPATIBILITY);
    let deprecated = deprecated(enumeration.deprecated.as_ref());
    let debug = (!enumeration.sensitive).then(|| quote!(, Debug));
    let variants = enumeration.values.iter().map(emit_variant);
    let debug_impl = enumeration.sensitive.then(|| emit_debug(enumeration));
    let methods = emit_methods(&scope, enumeration);
    let conversions = emit_conversions(&scope, enumeration);
    quote! {
        #docs
        #forward
        #deprecated
        #[non_exhaustive]
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash #debug)]
        pub enum #name {
            #(#variants)*
            /// A value that this crate doesn't know.
            #[deprecated(note = "match unknown values with a wildcard; a later release may know them")]
            Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
        }

        #methods
        #conversions
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

fn emit_methods(scope: &Scope, enumeration: &Enum) -> TokenStream {
    let name = &enumeration.name;
    let result = scope.result();
    let names: Vec<_> = enumeration.values.iter().map(|value| &value.name).collect();
    let wires: Vec<_> = enumeration.values.iter().map(|value| &value.wire).collect();
    quote! {
        impl #name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#names => #wires,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// All values on the wire that this crate knows.
            pub const fn values() -> &'static [&'static str] {
                &[#(#wires),*]
            }

            /// The variant of a value that this crate knows.
            ///
            /// # Errors
            ///
            /// If it doesn't know the value.
            pub fn try_parse(value: &str) -> #result<Self, crate::error::UnknownVariantError> {
                match Self::from(value) {
                    Self::Unknown(_) => Err(crate::error::UnknownVariantError::new(value)),
                    known => Ok(known),
                }
            }
        }
    }
}

fn emit_conversions(scope: &Scope, enumeration: &Enum) -> TokenStream {
    let name = &enumeration.name;
    let result = scope.result();
    let names = enumeration.values.iter().map(|value| &value.name);
    let wires = enumeration.values.iter().map(|value| &value.wire);
    quote! {
        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#wires => Self::#names,)*
                    other => Self::Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue(other.to_owned())),
                }
            }
        }

        impl std::str::FromStr for #name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> #result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }

        impl AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
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
