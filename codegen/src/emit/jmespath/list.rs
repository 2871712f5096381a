//! Emits lists as iterators.

use proc_macro2::TokenStream;
use quote::quote;

use super::condition::{Polarity, emit_condition};
use super::{emit_optional, emit_receiver, emit_required, emit_result};
use crate::ir::jmespath::{Expression, List, Read, Source, Stage};

/// What happens if the list itself is null.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::emit) enum Nulls {
    /// The enclosing function or closure is left with `?`.
    Leave,
    /// The list has no elements.
    Skip,
}

/// Emits an iterator over the elements of a list that aren't null.
///
/// ```ignore
/// output.instances.as_deref()?.iter().filter_map(|value| value.status.as_deref())
/// ```
pub(in crate::emit) fn emit_elements(list: &List, nulls: Nulls) -> TokenStream {
    let source = emit_source(&list.source, nulls);
    let stages = list.stages.iter().map(emit_stage);
    quote!(#source #(#stages)*)
}

fn emit_source(source: &Source, nulls: Nulls) -> TokenStream {
    match source {
        Source::Elements { list, sparse, read } => {
            let elements = emit_entries(list, nulls, &quote!(.iter()), &quote!(.flatten()));
            let present = sparse.then(|| quote!(.flatten()));
            let read = emit_read(*read);
            quote!(#elements #present #read)
        }
        Source::Values { map, sparse, read } => {
            let values = quote!(.flat_map(|map| map.values()));
            let values = emit_entries(map, nulls, &quote!(.values()), &values);
            let present = sparse.then(|| quote!(.flatten()));
            let read = emit_read(*read);
            quote!(#values #present #read)
        }
        Source::Keys(map) => {
            let keys = quote!(.flat_map(|map| map.keys()));
            let keys = emit_entries(map, nulls, &quote!(.keys()), &keys);
            quote!(#keys.map(|key| key.as_str()))
        }
        Source::Single(value) if value.is_nullable() && nulls == Nulls::Skip => {
            let value = emit_optional(value);
            quote!(#value.into_iter())
        }
        Source::Single(value) => {
            let value = emit_required(value);
            quote!(std::iter::once(#value))
        }
        Source::Several(several) => {
            let several = several.iter().map(emit_optional);
            quote!([#(#several),*].into_iter().flatten())
        }
    }
}

/// Emits the entries of a list or map: with `direct` if it can't be null, else with `skipping` after an iterator over an
/// `Option`.
fn emit_entries(
    collection: &Expression,
    nulls: Nulls,
    direct: &TokenStream,
    skipping: &TokenStream,
) -> TokenStream {
    if collection.is_nullable() && nulls == Nulls::Skip {
        let collection = emit_optional(collection);
        quote!(#collection.into_iter() #skipping)
    } else {
        let collection = emit_receiver(collection);
        quote!(#collection #direct)
    }
}

/// Emits the conversion of borrowed values in an iterator or an `Option`.
pub(super) fn emit_read(read: Read) -> Option<TokenStream> {
    match read {
        Read::Copied => Some(quote!(.copied())),
        Read::Integer => Some(quote!(.map(|value| i64::from(*value)))),
        Read::Float => Some(quote!(.map(|value| f64::from(*value)))),
        Read::Text | Read::EnumText => Some(quote!(.map(|value| value.as_str()))),
        Read::Slice => Some(quote!(.map(|value| value.as_slice()))),
        Read::Borrowed => None,
    }
}

fn emit_stage(stage: &Stage) -> TokenStream {
    if stage.is_fallible() {
        return emit_fallible_stage(stage);
    }
    match stage {
        Stage::Present => TokenStream::new(),
        Stage::Filter(condition) => {
            let condition = emit_condition(condition, Polarity::True);
            quote!(.filter(|&value| #condition))
        }
        Stage::Map(result) if result.is_nullable() => {
            let result = emit_result(result);
            quote!(.filter_map(|value| #result))
        }
        Stage::Map(result) => {
            let result = emit_required(result);
            quote!(.map(|value| #result))
        }
        Stage::FlatMap(list) => {
            let elements = emit_elements(list, Nulls::Skip);
            quote!(.flat_map(|value| #elements))
        }
    }
}

/// Emits a stage whose failure is that of the whole expression.
///
/// ```ignore
/// .map(|value| Some((value.tags.as_deref()?.len() as i64 == 1).then_some(value)))
/// .collect::<Option<Vec<_>>>()?
/// .into_iter()
/// .flatten()
/// ```
fn emit_fallible_stage(stage: &Stage) -> TokenStream {
    let result = match stage {
        Stage::Present => quote!(Some(value)),
        Stage::Filter(condition) => {
            let condition = emit_condition(condition, Polarity::True);
            quote!((#condition).then_some(value))
        }
        Stage::Map(result) => emit_optional(result),
        Stage::FlatMap(list) => {
            let elements = emit_elements(list, Nulls::Skip);
            quote!(#elements.collect::<Vec<_>>())
        }
    };
    quote!(.map(|value| Some(#result)).collect::<Option<Vec<_>>>()?.into_iter().flatten())
}

/// Emits the number of elements.
pub(super) fn emit_count(list: &List) -> TokenStream {
    let last_stages = list.stages.iter().rev();
    let ineffective = last_stages.take_while(|stage| keeps_count(stage)).count();
    let stages = &list.stages[..list.stages.len() - ineffective];
    match &list.source {
        Source::Elements {
            list: operand,
            sparse,
            ..
        }
        | Source::Values {
            map: operand,
            sparse,
            ..
        } if stages.is_empty() && (list.stages.is_empty() || !sparse) => {
            let operand = emit_receiver(operand);
            quote!(#operand.len())
        }
        Source::Keys(map) if stages.is_empty() => {
            let map = emit_receiver(map);
            quote!(#map.len())
        }
        source => {
            let counted = List {
                source: source.clone(),
                stages: stages.to_vec(),
            };
            let elements = emit_elements(&counted, Nulls::Leave);
            quote!(#elements.count())
        }
    }
}

/// Whether a stage never changes the number of elements.
fn keeps_count(stage: &Stage) -> bool {
    match stage {
        Stage::Map(result) => !result.is_nullable() && !result.is_fallible(),
        Stage::Present | Stage::Filter(_) | Stage::FlatMap(_) => false,
    }
}
