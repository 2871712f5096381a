//! Names: what Rust calls things, and what the wire calls them. They are different types.

use std::fmt;

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};

/// A name in Rust code, without the `r#` of a raw identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RustName(String);

impl RustName {
    /// A name that is an identifier already, but may be a keyword.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name as it reads, without `r#`: for file names, messages and longer names.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier, raw if the name is a keyword.
    pub fn ident(&self) -> Ident {
        syn::parse_str::<Ident>(&self.0)
            .unwrap_or_else(|_| Ident::new_raw(&self.0, Span::call_site()))
    }

    /// The identifier of this name with `prefix` before it.
    pub fn prefixed(&self, prefix: &str) -> Ident {
        format_ident!("{prefix}{}", self.0)
    }

    /// The identifier of this name with `suffix` after it.
    pub fn suffixed(&self, suffix: &str) -> Ident {
        format_ident!("{}{suffix}", self.0)
    }
}

impl fmt::Display for RustName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for RustName {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        self.ident().to_tokens(tokens);
    }
}

/// A name on the wire: a JSON key, a header, a query parameter, an enum's value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireName(String);

impl WireName {
    /// The name as it is on the wire.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name as it is on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ToTokens for WireName {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        self.0.to_tokens(tokens);
    }
}
