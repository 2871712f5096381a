//! Emits the values that an operation gives to endpoint parameters, as a chain of setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::config_source;
use super::expr::set_name;
use super::params::emit_constant;
use crate::emit::jmespath::{Nulls, emit_elements, emit_optional};
use crate::ir::endpoints::{BoundValue, Conversion, EndpointBinding};
use crate::ir::jmespath::PathValue;

/// Emits the setters, to be appended to `ParamsBuilder::from_config(cfg)`; the operation's input is `input`.
///
/// ```text
/// .set_bucket(input.bucket.clone()).set_use_s3_express_control_endpoint(Some(true))
/// ```
pub(in crate::emit) fn emit(bindings: &[EndpointBinding]) -> TokenStream {
    let setters = bindings.iter().map(|binding| {
        let setter = set_name(&binding.field);
        let value = emit_value(&binding.value);
        let fallback = binding.fallback.as_ref().map(|source| {
            let source = config_source::emit(source);
            quote!(.or_else(|| #source))
        });
        quote!(.#setter(#value #fallback))
    });
    setters.collect()
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
