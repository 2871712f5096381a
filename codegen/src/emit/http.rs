//! HTTP bindings: how an input becomes a request, and a response an output.

pub(super) mod operation_options;
pub(super) mod request;
pub(super) mod response;

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use crate::model::traits::TimestampFormat;

/// Emits the format of a timestamp outside of the body: `DateTimeFormat::HttpDate`.
fn emit_format(imports: &mut Imports, format: TimestampFormat) -> TokenStream {
    let formats = imports.item("crate::primitives", "DateTimeFormat");
    match format {
        TimestampFormat::EpochSeconds => quote!(#formats::EpochSeconds),
        TimestampFormat::DateTime => quote!(#formats::DateTime),
        TimestampFormat::HttpDate => quote!(#formats::HttpDate),
    }
}
