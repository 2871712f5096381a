//! Names in Rust and names on the wire. They are different types.

use std::fmt;

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};

/// A name in Rust code, without the `r#` of a raw identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RustName {
    name: String,
    is_keyword: bool,
}

impl RustName {
    /// Creates a name from a text that is an identifier already, but may be a keyword.
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        let is_keyword = is_keyword(&name);
        Self { name, is_keyword }
    }

    /// Returns the name without `r#`, for file names, messages and longer names.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Returns the identifier, a raw one if the name is a keyword.
    pub fn ident(&self) -> Ident {
        // Looking up keywords takes much longer, and names are emitted many times.
        match self.is_keyword {
            true => Ident::new_raw(&self.name, Span::call_site()),
            false => Ident::new(&self.name, Span::call_site()),
        }
    }

    /// Returns the identifier of this name with `prefix`, which ends in `_`, before it.
    ///
    /// A name that begins with `_` because of a digit goes without: `set_3d` is in snake case, `set__3d` is not.
    pub fn prefixed(&self, prefix: &str) -> Ident {
        format_ident!("{prefix}{}", self.name.trim_start_matches('_'))
    }

    /// Returns the identifier of this name with `suffix` after it.
    pub fn suffixed(&self, suffix: &str) -> Ident {
        format_ident!("{}{suffix}", self.name)
    }
}

/// Returns the identifier of a name, a raw one if the name is a keyword.
pub(crate) fn ident(name: &str) -> Ident {
    RustName::new(name).ident()
}

/// Returns whether a name is a keyword. `gen` is one since edition 2024, which syn doesn't know.
fn is_keyword(name: &str) -> bool {
    name == "gen" || syn::parse_str::<Ident>(name).is_err()
}

impl fmt::Display for RustName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
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
    /// Creates a name from the text on the wire.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// Returns the text on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ToTokens for WireName {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        self.0.to_tokens(tokens);
    }
}
