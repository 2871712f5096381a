//! Defines the paginator of `ListThings`.

use super::builders::ListThingsInputBuilder;
use super::{ListThingsError, ListThingsOutput};
use crate::client::Handle;
use crate::error::BuildError;
use crate::runtime::paginator::{Pages, Paginated, PaginationStream, TryFlatMap};
use std::sync::Arc;

/// Requests the pages of `ListThings` one after the other.
pub struct ListThingsPaginator {
    pages: Pages<super::ListThings>,
}

impl ListThingsPaginator {
    pub(crate) fn new(handle: Arc<Handle>, builder: ListThingsInputBuilder) -> Self {
        Self { pages: Pages::new(handle, builder) }
    }

    /// Limits the size of a page: sets `max_results` of the input.
    pub fn page_size(mut self, limit: i32) -> Self {
        self.pages.builder.max_results = Some(limit);
        self
    }

    /// Flattens the pages into their items.
    pub fn items(self) -> ListThingsPaginatorItems {
        ListThingsPaginatorItems(self)
    }

    /// Sets whether to stop when the service returns the token that it was sent; `true` by default.
    ///
    /// If disabled, pagination never ends for such a service, which can be useful to follow a log.
    pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
        self.pages.stop_on_duplicate_token = stop_on_duplicate_token;
        self
    }

    /// Returns a stream of pages, which requests a page when it is polled for one.
    ///
    /// The stream ends after the last page or the first error.
    pub fn send(self) -> PaginationStream<Result<ListThingsOutput, crate::error::SdkError<ListThingsError>>> {
        self.pages.send()
    }

    /// Returns a [`Stream`](futures_core::Stream) of pages, which has the combinators of `futures`.
    ///
    /// It requests nothing before it is polled, and nothing more after it is dropped. It ends after the
    /// last page or the first error.
    #[cfg(feature = "stream")]
    #[cfg_attr(docsrs, doc(cfg(feature = "stream")))]
    pub fn stream(
        self,
    ) -> impl futures_core::Stream<Item = Result<ListThingsOutput, crate::error::SdkError<ListThingsError>>>
    + Send
    + Unpin
    + 'static {
        crate::runtime::paginator::Polled(self.send())
    }
}

impl Paginated for super::ListThings {
    type InputBuilder = ListThingsInputBuilder;
    type Token = String;

    fn build(builder: ListThingsInputBuilder) -> Result<Self::Input, BuildError> {
        builder.build()
    }

    fn input_token(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.next_token
    }

    fn output_token(output: &ListThingsOutput) -> Option<&String> {
        output.next_token.as_ref().filter(|token| !token.is_empty())
    }
}

/// The items of [`ListThingsPaginator`], page after page.
pub struct ListThingsPaginatorItems(ListThingsPaginator);

impl ListThingsPaginatorItems {
    /// Returns a stream of items, which requests a page when the items of the previous one are used up.
    ///
    /// The stream ends after the last item or the first error.
    pub fn send(
        self,
    ) -> PaginationStream<Result<crate::types::Thing, crate::error::SdkError<ListThingsError>>> {
        TryFlatMap::new(self.0.send()).flat_map(|page| page.things.unwrap_or_default())
    }

    /// Returns a [`Stream`](futures_core::Stream) of items, which has the combinators of `futures`.
    ///
    /// It requests nothing before it is polled, and nothing more after it is dropped. It ends after the
    /// last page or the first error.
    #[cfg(feature = "stream")]
    #[cfg_attr(docsrs, doc(cfg(feature = "stream")))]
    pub fn stream(
        self,
    ) -> impl futures_core::Stream<Item = Result<crate::types::Thing, crate::error::SdkError<ListThingsError>>>
    + Send
    + Unpin
    + 'static {
        crate::runtime::paginator::Polled(self.send())
    }
}
