//! Emits how types are read from JSON and written as JSON: the files of `wire`.

mod members;
mod read;
mod serde;
mod write;

use proc_macro2::TokenStream;
use quote::quote;

use members::Gate;
pub(super) use read::{emit_structure as emit_read, read_function};
pub(super) use write::emit_members;

use super::imports::Imports;
use crate::emit::codec::Format;
use crate::emit::http;
use crate::ir::{Codec, Structure, Union, Usage};

/// Emits the file of a structure. Some structures travel nowhere, and only serde reads and writes them.
pub(super) fn emit_structure(codec: Codec, structure: &Structure) -> TokenStream {
    let usage = structure.usage;
    let members = members::emit_structure(codec, structure, Gate::of(travels(usage)));
    let read = usage.read.then(|| read::emit_structure(codec, structure));
    let write = usage
        .written
        .then(|| write::emit_structure(codec, structure));
    let serde = serde::emit_structure(structure);
    let imports = travels(usage).then(|| import(codec, usage));
    quote!(#imports #members #read #write #serde)
}

/// Emits the file of an error, whose members can be outside the body.
pub(super) fn emit_error(codec: Codec, error: &Structure) -> TokenStream {
    let members = members::emit_structure(codec, error, Gate::Always);
    let read = read::emit_structure(codec, error);
    let write = error
        .usage
        .written
        .then(|| write::emit_structure(codec, error));
    let serde = serde::emit_structure(error);
    let mut imports = Imports::default();
    imports.glob(Format::read(codec).path());
    if error.usage.written {
        imports.glob(Format::written(codec).path());
    }
    let bound = http::response::emit_error(&mut imports, codec, error);
    let imports = imports.emit();
    quote!(#imports #members #read #write #bound #serde)
}

/// Emits the file of a union.
pub(super) fn emit_union(codec: Codec, union: &Union) -> TokenStream {
    let members = members::emit_union(codec, union, Gate::of(travels(union.usage)));
    let read = union.usage.read.then(|| read::emit_union(codec, union));
    let write = union.usage.written.then(|| write::emit_union(codec, union));
    let serde = serde::emit_union(union);
    let imports = travels(union.usage).then(|| import(codec, union.usage));
    quote!(#imports #members #read #write #serde)
}

/// Emits the imports of what readers and writers name.
fn import(codec: Codec, usage: Usage) -> TokenStream {
    let read = Format::read(codec);
    let written = Some(Format::written(codec)).filter(|format| usage.written && *format != read);
    let modules = written.into_iter().chain([read]);
    let modules = modules.map(|format| format.words().module);
    quote!(#(use crate::#modules::*;)*)
}

/// Emits the members of an operation's input or output, and their serde. `body` is its reader or writer, if there is one.
pub(super) fn emit_message(
    codec: Codec,
    structure: &Structure,
    body: Option<TokenStream>,
) -> TokenStream {
    let members = members::emit_structure(codec, structure, Gate::of(body.is_some()));
    let serde = serde::emit_structure(structure);
    quote!(#members #body #serde)
}

/// Whether values of this usage are ever read or written.
fn travels(usage: Usage) -> bool {
    usage.read || usage.written
}
