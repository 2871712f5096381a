//! The output of `ListThings` and its builder.

use aws_types::request_id::RequestId;

use crate::runtime::builder::builder;
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

impl RequestId for ListThingsOutput {
    fn request_id(&self) -> Option<&str> {
        self._request_id.as_deref()
    }
}

builder! {
    /// Builder of [`ListThingsOutput`].
    #[derive(Clone, Debug, Default, PartialEq)]
    ListThingsOutputBuilder builds ListThingsOutput with request_id;

    /// The parts of the thing.
    "Things" => things, set_things, get_things: Vec<Thing> = list(Thing);

    /// The token of the next page, if there is one.
    "NextToken" => next_token, set_next_token, get_next_token: String = text;

    /// The filter which was applied.
    "AppliedFilter" => applied_filter, set_applied_filter, get_applied_filter: ThingFilter;
}
