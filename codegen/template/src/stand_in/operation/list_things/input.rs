//! The input of `ListThings` and its builder.

use aws_smithy_types::error::operation::BuildError;

use crate::runtime::accessors::accessors;
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

/// Builder of [`ListThingsInput`].
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListThingsInputBuilder {
    pub(super) thing_id: Option<String>,
    pub(super) kind: Option<ThingKind>,
    pub(super) filter: Option<ThingFilter>,
    pub(super) max_results: Option<i32>,
    pub(super) next_token: Option<String>,
}

impl ListThingsInputBuilder {
    /// The ID of the thing. Required.
    pub fn thing_id(mut self, thing_id: impl Into<String>) -> Self {
        self.thing_id = Some(thing_id.into());
        self
    }

    accessors!(thing_id, set_thing_id, get_thing_id: Option<String>);

    /// The kind of parts to list.
    pub fn kind(mut self, kind: ThingKind) -> Self {
        self.kind = Some(kind);
        self
    }

    accessors!(kind, set_kind, get_kind: Option<ThingKind>);

    /// Which parts to list.
    pub fn filter(mut self, filter: ThingFilter) -> Self {
        self.filter = Some(filter);
        self
    }

    accessors!(filter, set_filter, get_filter: Option<ThingFilter>);

    /// The most parts a page has.
    pub fn max_results(mut self, max_results: i32) -> Self {
        self.max_results = Some(max_results);
        self
    }

    accessors!(max_results, set_max_results, get_max_results: Option<i32>);

    /// The token of the page, out of the output with the page before.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.next_token = Some(next_token.into());
        self
    }

    accessors!(next_token, set_next_token, get_next_token: Option<String>);

    /// Builds the input.
    pub fn build(self) -> Result<ListThingsInput, BuildError> {
        Ok(ListThingsInput {
            thing_id: self.thing_id,
            kind: self.kind,
            filter: self.filter,
            max_results: self.max_results,
            next_token: self.next_token,
        })
    }
}
