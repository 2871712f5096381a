//! The builders of `ListThings`: of its input, of its output, and of a call.

pub use super::input::ListThingsInputBuilder;
pub use super::output::ListThingsOutputBuilder;
use super::paginator::ListThingsPaginator;
use super::{ListThingsError, ListThingsOutput};
use crate::runtime::fluent::fluent_builder;

fluent_builder! {
    /// A call of `ListThings`: set its parameters, then [`send`](Self::send) it.
    #[derive(Clone, Debug)]
    ListThingsFluentBuilder calls ListThings
        with ListThingsInputBuilder -> ListThingsOutput, ListThingsError, pages ListThingsPaginator;
}
