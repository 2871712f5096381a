//! The input of `ListThings` and its builder.

use crate::runtime::builder::builder;
use crate::types::{ThingFilter, ThingKind};

/// Input of `ListThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListThingsInput {
    /// The ID of the thing.
    pub thing_id: Option<String>,

    /// The kind of parts to list. All kinds are listed without it.
    pub kind: Option<ThingKind>,

    /// Which parts to list.
    pub filter: Option<ThingFilter>,

    /// The most parts a page has.
    pub max_results: Option<i32>,

    /// The token of the page, out of the output with the page before.
    pub next_token: Option<String>,
}

builder! {
    /// Builder of [`ListThingsInput`].
    #[derive(Clone, Debug, Default, PartialEq)]
    ListThingsInputBuilder tries ListThingsInput, called by ListThingsFluentBuilder;

    /// The ID of the thing. Required.
    "ThingId" => thing_id, set_thing_id, get_thing_id: String = text;

    /// The kind of parts to list.
    "Kind" => kind, set_kind, get_kind: ThingKind;

    /// Which parts to list.
    "Filter" => filter, set_filter, get_filter: ThingFilter;

    /// The most parts a page has.
    "MaxResults" => max_results, set_max_results, get_max_results: i32 = copy;

    /// The token of the page, out of the output with the page before.
    "NextToken" => next_token, set_next_token, get_next_token: String = text;
}
