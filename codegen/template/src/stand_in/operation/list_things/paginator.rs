//! Paging through the output of `ListThings`.

use std::sync::Arc;

use aws_smithy_async::future::pagination_stream::{PaginationStream, TryFlatMap};
use aws_smithy_types::error::operation::BuildError;

use super::builders::ListThingsInputBuilder;
use super::{ListThings, ListThingsError, ListThingsInput, ListThingsOutput};
use crate::client::Handle;
use crate::error::SdkError;
use crate::runtime::paginator::{Pages, Paginated};
use crate::types::Thing;

/// Paginator of `ListThings`: requests one page after the other.
pub struct ListThingsPaginator {
    pages: Pages<ListThings>,
}

impl ListThingsPaginator {
    pub(crate) fn new(handle: Arc<Handle>, builder: ListThingsInputBuilder) -> Self {
        Self {
            pages: Pages::new(handle, builder),
        }
    }

    /// Sets the size of pages, `max_results` of the input.
    pub fn page_size(mut self, limit: i32) -> Self {
        self.pages.builder.max_results = Some(limit);
        self
    }

    /// Flattens the pages into their `things`.
    pub fn items(self) -> ListThingsPaginatorItems {
        ListThingsPaginatorItems(self)
    }

    /// Whether to stop if the service returns the same token twice, as by default, or to go on.
    pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
        self.pages.stop_on_duplicate_token = stop_on_duplicate_token;
        self
    }

    /// Creates the stream of pages; each is requested when the stream is asked for it.
    #[inline]
    pub fn send(self) -> PaginationStream<Result<ListThingsOutput, SdkError<ListThingsError>>> {
        self.pages.send()
    }
}

impl Paginated for ListThings {
    type InputBuilder = ListThingsInputBuilder;
    type Token = String;

    fn build(builder: ListThingsInputBuilder) -> Result<ListThingsInput, BuildError> {
        builder.build()
    }

    fn input_token(input: &mut ListThingsInput) -> &mut Option<String> {
        &mut input.next_token
    }

    fn output_token(output: &ListThingsOutput) -> Option<&String> {
        output.next_token.as_ref()
    }
}

/// Paginator of `ListThings`, flattened into the `things` of its pages.
pub struct ListThingsPaginatorItems(ListThingsPaginator);

impl ListThingsPaginatorItems {
    /// Creates the stream of `things`; a page is requested when the one before is used up.
    #[inline]
    pub fn send(self) -> PaginationStream<Result<Thing, SdkError<ListThingsError>>> {
        TryFlatMap::new(self.0.send()).flat_map(|page| page.things.unwrap_or_default())
    }
}
