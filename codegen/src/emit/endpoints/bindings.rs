//! Emits the values that an operation gives to endpoint parameters.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::set_name;
use super::params::emit_constant;
use crate::emit::jmespath::{Nulls, emit_elements, emit_optional};
use crate::ir::endpoints::{BoundValue, Conversion, EndpointBinding};
use crate::ir::jmespath::PathValue;

/// Emits the values, which are added to the builder `params`, which is mutable if one of them replaces another; the operation's input is `input`. A value of the configuration
/// stays if the input has none.
///
/// ```ignore
/// if let Some(value) = input.endpoint.clone() {
///     params = params.set_endpoint(Some(value));
/// }
/// params.set_bucket(input.bucket.clone()).set_use_s3_express_control_endpoint(Some(true))
/// ```
pub(in crate::emit) fn emit(bindings: &[EndpointBinding]) -> TokenStream {
    let (replacements, setters): (Vec<_>, Vec<_>) =
        bindings.iter().partition(|binding| binding.replaces());
    let replacements = replacements.into_iter().map(|binding| {
        let (setter, value) = (set_name(&binding.field), emit_value(&binding.value));
        quote! {
            if let Some(value) = #value {
                params = params.#setter(Some(value));
            }
        }
    });
    let setters = setters.into_iter().map(|binding| {
        let (setter, value) = (set_name(&binding.field), emit_value(&binding.value));
        quote!(.#setter(#value))
    });
    quote!(#(#replacements)* params #(#setters)*)
}

fn emit_value(value: &BoundValue) -> TokenStream {
    match value {
        BoundValue::Static(value) => {
            let value = emit_constant(value);
            quote!(Some(#value))
        }
        BoundValue::Member { field, conversion } => match conversion {
            Conversion::Copy => quote!(input.#field),
            Conversion::Clone => quote!(input.#field.clone()),
            Conversion::EnumText => {
                quote!(input.#field.as_ref().map(|value| value.as_str().to_owned()))
            }
        },
        BoundValue::Path(PathValue::Boolean(value)) => emit_optional(value),
        BoundValue::Path(PathValue::Text(text)) => {
            let text = emit_optional(text);
            quote!(#text.map(str::to_owned))
        }
        BoundValue::Path(PathValue::Texts(list)) => {
            let texts = emit_elements(list, Nulls::Skip);
            quote!(Some(#texts.map(str::to_owned).collect()))
        }
    }
}
