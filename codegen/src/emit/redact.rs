//! `Debug` of structures and unions that hold what must not be logged.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::structure::request_ids;
use crate::ir::{Role, RustName, Structure};

/// Whether the structure needs a `Debug` of its own.
pub(super) fn is_needed(structure: &Structure) -> bool {
    structure.fields.iter().any(|field| field.sensitive)
}

/// A `Debug` that hides the sensitive members; none if deriving does.
///
/// ```ignore
/// impl std::fmt::Debug for Attendee {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         let mut debug = f.debug_struct("Attendee");
///         debug.field("attendee_id", &self.attendee_id);
///         debug.field("join_token", &crate::runtime::REDACTED);
///         debug.finish()
///     }
/// }
/// ```
pub(super) fn debug_impl(structure: &Structure, name: &RustName) -> Option<TokenStream> {
    if !is_needed(structure) {
        return None;
    }
    let text = name.as_str();
    let fields = structure.fields.iter().map(|field| {
        let (name, label) = (&field.name, field.name.as_str());
        if field.sensitive {
            quote!(debug.field(#label, &crate::runtime::REDACTED);)
        } else {
            quote!(debug.field(#label, &self.#name);)
        }
    });
    let extra = match structure.role {
        Role::Shared | Role::Input(_) => None,
        Role::Output(_) => {
            let ids = request_ids(structure);
            let labels = ids.iter().map(Ident::to_string);
            Some(quote!(#(debug.field(#labels, &self.#ids);)*))
        }
        Role::Error(_) => Some(quote!(debug.field("meta", &self.meta);)),
    };
    Some(quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut debug = f.debug_struct(#text);
                #(#fields)*
                #extra
                debug.finish()
            }
        }
    })
}
