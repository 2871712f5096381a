//! Emits the path of a request with its labels, and the constant part of its query.

use proc_macro2::TokenStream;
use quote::quote;

use super::text;
use crate::emit::imports::Imports;
use crate::ir::{Extent, Label, Operation, Part, QueryLiteral, Uri};

/// Emits the statements that build the URI.
pub(super) fn emit(imports: &mut Imports, operation: &Operation) -> TokenStream {
    let parts = with_query(&operation.request.uri);
    let statements: Vec<_> = parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => quote!(request.path(#text);),
            Part::Label(label) => emit_label(imports, operation, label),
        })
        .collect();
    quote!(#(#statements)*)
}

/// Returns the parts of the path, with the constant query as text behind them.
fn with_query(uri: &Uri) -> Vec<Part> {
    let mut parts = uri.path.clone();
    if uri.query.is_empty() {
        return parts;
    }
    let query: Vec<String> = uri.query.iter().map(QueryLiteral::to_string).collect();
    let query = format!("?{}", query.join("&"));
    match parts.last_mut() {
        Some(Part::Text(text)) => text.push_str(&query),
        Some(Part::Label(_)) | None => parts.push(Part::Text(query)),
    }
    parts
}

fn emit_label(imports: &mut Imports, operation: &Operation, label: &Label) -> TokenStream {
    let field = &operation.input.fields[label.field];
    let (name, value) = (field.name.as_str(), text::emit_values(imports, field));
    let trimmed = (!label.prefixes.is_empty()).then(|| {
        let without_prefix = imports.item("crate::runtime::http::request", "without_prefix");
        let prefixes = label.prefixes;
        quote!(.map(|text| #without_prefix(text, &[#(#prefixes),*])))
    });
    let default = label
        .default
        .as_ref()
        .map(|text| quote!(.filter(|text| !text.is_empty()).or(Some(#text))));
    let kept = match label.extent {
        Extent::Segment => "",
        Extent::Greedy => "/",
    };
    quote!(request.label(#name, #value #trimmed #default, #kept);)
}
