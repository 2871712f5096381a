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

impl ListThingsInput {
    /// Creates a builder.
    pub fn builder() -> ListThingsInputBuilder {
        ListThingsInputBuilder::default()
    }

    /// The ID of the thing. See [`Self::thing_id`](#structfield.thing_id).
    pub fn thing_id(&self) -> Option<&str> {
        self.thing_id.as_deref()
    }

    /// The kind of parts to list. See [`Self::kind`](#structfield.kind).
    pub fn kind(&self) -> Option<&ThingKind> {
        self.kind.as_ref()
    }

    /// Which parts to list. See [`Self::filter`](#structfield.filter).
    pub fn filter(&self) -> Option<&ThingFilter> {
        self.filter.as_ref()
    }

    /// The most parts a page has. See [`Self::max_results`](#structfield.max_results).
    pub fn max_results(&self) -> Option<i32> {
        self.max_results
    }

    /// The token of the page, out of the output with the page before. See
    /// [`Self::next_token`](#structfield.next_token).
    pub fn next_token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }
}

builder! {
    /// Builder of [`ListThingsInput`].
    #[derive(Clone, Debug, Default, PartialEq)]
    ListThingsInputBuilder tries ListThingsInput;

    /// The ID of the thing. Required.
    thing_id, set_thing_id, get_thing_id: String = one(impl Into<String>);

    /// The kind of parts to list.
    kind, set_kind, get_kind: ThingKind = one(ThingKind);

    /// Which parts to list.
    filter, set_filter, get_filter: ThingFilter = one(ThingFilter);

    /// The most parts a page has.
    max_results, set_max_results, get_max_results: i32 = one(i32);

    /// The token of the page, out of the output with the page before.
    next_token, set_next_token, get_next_token: String = one(impl Into<String>);
}
