//! Emits how types are read from JSON and written as JSON: the files of `wire`.

mod members;
mod read;
mod serde;
mod write;

use proc_macro2::TokenStream;
use quote::quote;

use members::Gate;
pub(super) use read::{emit_structure as emit_read, item as read_item};
pub(super) use write::emit_members;

use super::imports::Imports;
use crate::emit::http;
use crate::ir::{Structure, Union, Usage};

/// Emits the file of a structure. Some structures travel nowhere, and only serde reads and writes them.
pub(super) fn emit_structure(structure: &Structure) -> TokenStream {
    let usage = structure.usage;
    let members = members::emit_structure(structure, Gate::of(travels(usage)));
    let read = usage.read.then(|| read::emit_structure(structure));
    let write = usage.written.then(|| write::emit_structure(structure));
    let serde = serde::emit_structure(structure);
    let imports = travels(usage).then(import);
    quote!(#imports #members #read #write #serde)
}

/// Emits the file of an error, whose members can be outside the body.
pub(super) fn emit_error(error: &Structure) -> TokenStream {
    let members = members::emit_structure(error, Gate::Always);
    let read = read::emit_structure(error);
    let write = error.usage.written.then(|| write::emit_structure(error));
    let serde = serde::emit_structure(error);
    let mut imports = Imports::default();
    imports.glob("crate::json");
    let bound = http::response::emit_error(&mut imports, error);
    let imports = imports.emit();
    quote!(#imports #members #read #write #bound #serde)
}

/// Emits the file of a union.
pub(super) fn emit_union(union: &Union) -> TokenStream {
    let members = members::emit_union(union, Gate::of(travels(union.usage)));
    let read = union.usage.read.then(|| read::emit_union(union));
    let write = union.usage.written.then(|| write::emit_union(union));
    let serde = serde::emit_union(union);
    let imports = travels(union.usage).then(import);
    quote!(#imports #members #read #write #serde)
}

fn import() -> TokenStream {
    quote!(
        use crate::json::*;
    )
}

/// Emits the members of an operation's input or output, and their serde. `body` is its reader or writer, if there is one.
pub(super) fn emit_message(structure: &Structure, body: Option<TokenStream>) -> TokenStream {
    let members = members::emit_structure(structure, Gate::of(body.is_some()));
    let serde = serde::emit_structure(structure);
    quote!(#members #body #serde)
}

/// Whether values of this usage are ever read or written.
fn travels(usage: Usage) -> bool {
    usage.read || usage.written
}
