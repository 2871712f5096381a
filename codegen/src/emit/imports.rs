//! Collects the imports of a generated file while its items are emitted.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The imports of a file: names by module.
#[derive(Debug, Default)]
pub(super) struct Imports(BTreeMap<&'static str, BTreeSet<&'static str>>);

impl Imports {
    /// Imports an item and returns its name.
    pub(super) fn item(&mut self, module: &'static str, name: &'static str) -> Ident {
        self.0.entry(module).or_default().insert(name);
        format_ident!("{name}")
    }

    /// Imports everything that a module exports.
    pub(super) fn glob(&mut self, module: &'static str) {
        self.0.entry(module).or_default().insert("*");
    }

    /// Emits one `use` per module, in alphabetical order.
    pub(super) fn emit(&self) -> TokenStream {
        let uses = self.0.iter().map(|(module, names)| {
            let module: TokenStream = module.parse().expect("modules are paths");
            let (own, names): (Vec<&str>, Vec<&str>) =
                names.iter().partition(|name| **name == "self");
            let names: Vec<TokenStream> = own
                .into_iter()
                .chain(names)
                .map(|name| name.parse().expect("names are identifiers or `*`"))
                .collect();
            match names.as_slice() {
                [name] => quote!(use #module::#name;),
                _ => quote!(use #module::{#(#names),*};),
            }
        });
        quote!(#(#uses)*)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_grouped_by_module() {
        let mut imports = Imports::default();
        imports.item("crate::b", "Two");
        imports.item("crate::b", "One");
        imports.item("crate::a", "b");
        imports.item("crate::b", "One");
        imports.glob("crate::c");
        imports.item("crate::b", "self");
        let expected = quote! {
            use crate::a::b;
            use crate::b::{self, One, Two};
            use crate::c::*;
        };
        assert_eq!(imports.emit().to_string(), expected.to_string());
    }
}
