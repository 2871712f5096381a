//! Paging through the output of `ListThings`.

use super::builders::ListThingsInputBuilder;
use super::{ListThingsError, ListThingsOutput};
use crate::runtime::paginator::paginator;

paginator! {
    /// Pages of `ListThings`, requested one after the other.
    ListThingsPaginator pages ListThings
        with ListThingsInputBuilder -> ListThingsOutput, ListThingsError;

    token next_token: String = |output| output.next_token.as_ref().filter(|token| !token.is_empty());

    page_size max_results: i32;

    items ListThingsPaginatorItems of crate::types::Thing
        = |page| page.things.unwrap_or_default();
}
