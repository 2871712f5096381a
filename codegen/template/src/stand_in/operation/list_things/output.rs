//! The output of `ListThings` and its builder.

use aws_types::request_id::RequestId;

use crate::runtime::accessors::accessors;
use crate::types::{Thing, ThingFilter};

/// Output of `ListThings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListThingsOutput {
    /// The parts of the thing.
    pub things: Option<Vec<Thing>>,

    /// The token of the next page, if there is one.
    pub next_token: Option<String>,

    /// The filter which was applied.
    pub applied_filter: Option<ThingFilter>,

    _request_id: Option<String>,
}

impl ListThingsOutput {
    /// Creates a builder.
    pub fn builder() -> ListThingsOutputBuilder {
        ListThingsOutputBuilder::default()
    }

    /// The parts of the thing; empty if there are none. See
    /// [`Self::things`](#structfield.things).
    pub fn things(&self) -> &[Thing] {
        self.things.as_deref().unwrap_or_default()
    }

    /// The token of the next page, if there is one. See
    /// [`Self::next_token`](#structfield.next_token).
    pub fn next_token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    /// The filter which was applied. See [`Self::applied_filter`](#structfield.applied_filter).
    pub fn applied_filter(&self) -> Option<&ThingFilter> {
        self.applied_filter.as_ref()
    }
}

impl RequestId for ListThingsOutput {
    fn request_id(&self) -> Option<&str> {
        self._request_id.as_deref()
    }
}

/// Builder of [`ListThingsOutput`].
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListThingsOutputBuilder {
    pub(super) things: Option<Vec<Thing>>,
    pub(super) next_token: Option<String>,
    pub(super) applied_filter: Option<ThingFilter>,
    pub(super) _request_id: Option<String>,
}

impl ListThingsOutputBuilder {
    /// Adds an item to [`things`](ListThingsOutput#structfield.things): the parts of the thing.
    pub fn things(mut self, things: Thing) -> Self {
        self.things.get_or_insert_default().push(things);
        self
    }

    accessors!(things, set_things, get_things: Option<Vec<Thing>>);

    /// The token of the next page, if there is one.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.next_token = Some(next_token.into());
        self
    }

    accessors!(next_token, set_next_token, get_next_token: Option<String>);

    /// The filter which was applied.
    pub fn applied_filter(mut self, applied_filter: ThingFilter) -> Self {
        self.applied_filter = Some(applied_filter);
        self
    }

    accessors!(applied_filter, set_applied_filter, get_applied_filter: Option<ThingFilter>);

    /// Builds the output.
    pub fn build(self) -> ListThingsOutput {
        ListThingsOutput {
            things: self.things,
            next_token: self.next_token,
            applied_filter: self.applied_filter,
            _request_id: self._request_id,
        }
    }
}
