//! Reading and writing JSON: how a type is read and written, and the files of `wire`.

mod read;
mod write;

use proc_macro2::TokenStream;
use quote::quote;

pub(super) use read::{emit_structure as emit_read, is_corrected, item as read_item};
pub(super) use write::emit_members;

use crate::emit::http;
use crate::ir::{Structure, Union, Usage};

/// The file of a structure that travels in bodies.
pub(super) fn emit_structure(structure: &Structure) -> TokenStream {
    let read = structure
        .usage
        .read
        .then(|| read::emit_structure(structure));
    let write = structure
        .usage
        .written
        .then(|| write::emit_structure(structure));
    quote!(use crate::json::*; #read #write)
}

/// The file of an error, whose members may be outside the body.
pub(super) fn emit_error(error: &Structure) -> TokenStream {
    let read = read::emit_structure(error);
    let write = error.usage.written.then(|| write::emit_structure(error));
    let bound = http::response::emit_error(error);
    let body = quote!(#read #write #bound);
    let imports = http::imports::emit(&body);
    quote!(#imports #body)
}

/// The file of a union that travels in bodies.
pub(super) fn emit_union(union: &Union) -> TokenStream {
    let read = union.usage.read.then(|| read::emit_union(union));
    let write = union.usage.written.then(|| write::emit_union(union));
    quote!(use crate::json::*; #read #write)
}

/// Whether values of this usage are ever read or written.
pub(super) fn travels(usage: Usage) -> bool {
    usage.read || usage.written
}
