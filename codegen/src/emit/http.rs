//! HTTP bindings: how an input becomes a request, and a response an output.

pub(super) mod extras;
pub(super) mod imports;
pub(super) mod request;
pub(super) mod response;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Binding, Structure};
use crate::model::traits::TimestampFormat;

/// Whether members of the structure are in the JSON body.
pub(super) fn has_body_members(structure: &Structure) -> bool {
    let is_body = |binding: &Binding| *binding == Binding::Body;
    structure.fields.iter().any(|field| is_body(&field.binding))
}

/// The format of a timestamp that isn't in JSON: `DateTimeFormat::HttpDate`.
fn format(format: TimestampFormat) -> TokenStream {
    match format {
        TimestampFormat::EpochSeconds => quote!(DateTimeFormat::EpochSeconds),
        TimestampFormat::DateTime => quote!(DateTimeFormat::DateTime),
        TimestampFormat::HttpDate => quote!(DateTimeFormat::HttpDate),
    }
}
