//! The builders of `ListThings`: of its input, of its output, and of a call.

pub use super::input::ListThingsInputBuilder;
pub use super::output::ListThingsOutputBuilder;
use super::paginator::ListThingsPaginator;
use super::{ListThings, ListThingsError, ListThingsOutput};
use crate::runtime::builder::setters;
use crate::runtime::fluent::fluent_builder;
use crate::types::{ThingFilter, ThingKind};

fluent_builder! {
    /// A call of `ListThings`: set its parameters, then [`send`](Self::send) it.
    #[derive(Clone, Debug)]
    ListThingsFluentBuilder calls ListThings
        with ListThingsInputBuilder -> ListThingsOutput, ListThingsError, pages ListThingsPaginator;
}

impl ListThingsFluentBuilder {
    setters! {
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
}
