//! Emits the values that an operation gives to endpoint parameters, as a chain of setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::config_source;
use super::expr::set_name;
use super::params::emit_constant;
use crate::ir::RustName;
use crate::ir::endpoints::{BoundValue, Conversion, EndpointBinding, PathStep};

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
        BoundValue::Member {
            field,
            optional,
            conversion,
        } => emit_member(field, *optional, *conversion),
        BoundValue::First(steps, conversion) => {
            let values = emit_path(&quote!(input), steps);
            let converted = emit_iterator_conversion(*conversion);
            quote!(#values.next() #converted)
        }
        BoundValue::All(steps, conversion) => {
            let values = emit_path(&quote!(input), steps);
            let converted = emit_iterator_conversion(*conversion);
            quote!(Some(#values #converted.collect()))
        }
    }
}

fn emit_member(field: &RustName, optional: bool, conversion: Conversion) -> TokenStream {
    match (conversion, optional) {
        (Conversion::Copy, true) => quote!(input.#field),
        (Conversion::Copy, false) => quote!(Some(input.#field)),
        (Conversion::Clone, true) => quote!(input.#field.clone()),
        (Conversion::Clone, false) => quote!(Some(input.#field.clone())),
        (Conversion::EnumText, true) => {
            quote!(input.#field.as_ref().map(|value| value.as_str().to_owned()))
        }
        (Conversion::EnumText, false) => quote!(Some(input.#field.as_str().to_owned())),
    }
}

/// Emits the conversion of the references that a path yields, or of the first one.
fn emit_iterator_conversion(conversion: Conversion) -> TokenStream {
    match conversion {
        Conversion::Copy => quote!(.copied()),
        Conversion::Clone => quote!(.cloned()),
        Conversion::EnumText => quote!(.map(|value| value.as_str().to_owned())),
    }
}

/// Emits a path as an iterator. Every step is an adapter, so that values that aren't set are skipped.
///
/// ```text
/// // TransactItems[*].Get.TableName
/// std::iter::once(input)
///     .filter_map(|value| value.transact_items.as_ref())
///     .flatten()
///     .filter_map(|value| value.get.as_ref())
///     .map(|value| &value.table_name)
/// ```
fn emit_path(start: &TokenStream, steps: &[PathStep]) -> TokenStream {
    let steps = steps.iter().map(emit_step);
    quote!(std::iter::once(#start) #(#steps)*)
}

fn emit_step(step: &PathStep) -> TokenStream {
    match step {
        PathStep::Field {
            name,
            optional: true,
        } => quote!(.filter_map(|value| value.#name.as_ref())),
        PathStep::Field {
            name,
            optional: false,
        } => quote!(.map(|value| &value.#name)),
        PathStep::Elements => quote!(.flatten()),
        PathStep::Values => quote!(.flat_map(|map| map.values())),
        PathStep::Keys => quote!(.flat_map(|map| map.keys())),
        PathStep::Several(paths) => {
            let mut paths = paths.iter().map(|steps| emit_path(&quote!(value), steps));
            let first = paths.next();
            quote!(.flat_map(|value| #first #(.chain(#paths))*))
        }
    }
}
