//! The modules `types`, `types::error`, their `builders`, and `wire`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::{Crate, RustName, Structure};
use crate::lower::names::{can_be_file, snake};

/// The names of other modules beside those of types.
const TAKEN: [&str; 2] = ["builders", "error"];

/// The name of a type's file, without ending. It is never the name of the type, which `_404` in snake case would be.
pub(super) fn file_stem(name: &RustName) -> String {
    let stem = snake(name.as_str());
    if TAKEN.contains(&stem.as_str()) || !can_be_file(&stem) || stem == *name {
        format!("{stem}_")
    } else {
        stem.as_str().to_owned()
    }
}

fn module(name: &RustName) -> Ident {
    RustName::new(file_stem(name)).ident()
}

/// The file `types.rs`.
///
/// ```ignore
/// mod agent_status;
/// pub mod builders;
/// pub mod error;
///
/// pub use self::agent_status::AgentStatus;
/// ```
pub(super) fn emit_module(lowered: &Crate) -> TokenStream {
    let structures = lowered.structures.iter().map(|structure| &structure.name);
    let unions = lowered.unions.iter().map(|union| &union.name);
    let enums = lowered.enums.iter().map(|enumeration| &enumeration.name);
    let mut names: Vec<&RustName> = structures.chain(unions).chain(enums).collect();
    names.sort();
    let modules = names.iter().map(|name| module(name));
    let exports = emit_exports(&names);
    quote! {
        //! The structures, unions and enums of inputs and outputs.

        pub mod builders;
        pub mod error;
        #(mod #modules;)*

        #exports
    }
}

/// The file `types/error.rs`.
pub(super) fn emit_error_module(lowered: &Crate) -> TokenStream {
    let names: Vec<&RustName> = lowered.errors.iter().map(|error| &error.name).collect();
    let modules = names.iter().map(|name| module(name));
    let exports = emit_exports(&names);
    quote! {
        //! The errors that operations return.

        pub mod builders;
        #(mod #modules;)*

        #exports
    }
}

fn emit_exports(names: &[&RustName]) -> TokenStream {
    let exports = names.iter().map(|name| {
        let module = module(name);
        quote!(pub use self::#module::#name;)
    });
    quote!(#(#exports)*)
}

/// The file `builders.rs` of `types` and of `types::error`.
pub(super) fn emit_builders(structures: &[Structure]) -> TokenStream {
    let exports = structures.iter().map(|structure| {
        let (module, builder) = (module(&structure.name), structure.name.suffixed("Builder"));
        quote!(pub use super::#module::#builder;)
    });
    quote! {
        //! The builders of these structures.

        #(#exports)*
    }
}

/// The file `wire.rs`, which only holds modules.
pub(super) fn emit_wire_module(lowered: &Crate) -> TokenStream {
    let structures = lowered.structures.iter().map(|structure| &structure.name);
    let unions = lowered.unions.iter().map(|union| &union.name);
    let mut names: Vec<&RustName> = structures.chain(unions).collect();
    names.sort();
    let modules = names.iter().map(|name| module(name));
    let errors = emit_wire_errors(lowered);
    quote! {
        //! How the types of inputs, outputs and errors are read from JSON and written as JSON.

        #(mod #modules;)*
        #errors
    }
}

fn emit_wire_errors(lowered: &Crate) -> Option<TokenStream> {
    let modules = lowered.errors.iter().map(|error| module(&error.name));
    (!lowered.errors.is_empty()).then(|| {
        quote! {
            mod error {
                #(mod #modules;)*
            }
        }
    })
}
