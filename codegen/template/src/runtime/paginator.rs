//! Requests the pages of an operation's results.

use std::sync::Arc;

use aws_smithy_async::future::pagination_stream::fn_stream::FnStream;
#[allow(unused_imports, reason = "not every service has pages with items")]
pub(crate) use aws_smithy_async::future::pagination_stream::{PaginationStream, TryFlatMap};

use crate::client::Handle;
use crate::client::customize::internal::SendResult;
use crate::error::BuildError;
use crate::runtime::features::Feature;
use crate::runtime::operation::Callable;

/// An operation whose output contains the token of the next page.
pub(crate) trait Paginated: Callable<Input: Clone> {
    type InputBuilder: Send + 'static;
    type Token: Clone + PartialEq;

    /// Builds the input of the first page.
    fn build(builder: Self::InputBuilder) -> Result<Self::Input, BuildError>;

    /// Returns the member of the input that contains the token of the page.
    fn input_token(input: &mut Self::Input) -> &mut Option<Self::Token>;

    /// Returns the token of the next page, unless it is missing or empty.
    fn output_token(output: &Self::Output) -> Option<&Self::Token>;
}

/// The state of an operation's paginator.
pub(crate) struct Pages<Op: Paginated> {
    pub(crate) handle: Arc<Handle>,
    pub(crate) builder: Op::InputBuilder,
    pub(crate) stop_on_duplicate_token: bool,
}

impl<Op: Paginated> Pages<Op> {
    pub(crate) fn new(handle: Arc<Handle>, builder: Op::InputBuilder) -> Self {
        Self { handle, builder, stop_on_duplicate_token: true }
    }

    /// Returns a stream of pages, which requests a page when it is polled for one.
    pub(crate) fn send(self) -> PaginationStream<SendResult<Op::Output, Op::Error>> {
        let plugins = Op::plugins(&self.handle, None).with_operation_plugin(Feature::Paginator.plugin());
        PaginationStream::new(FnStream::new(move |sender| {
            Box::pin(async move {
                let mut next = Some(Op::build(self.builder));
                while let Some(input) = next.take() {
                    let sent = input.as_ref().ok().cloned();
                    let page = Op::call(input, plugins.clone()).await;
                    if let (Some(sent), Ok(output)) = (sent, &page) {
                        next = next_input::<Op>(sent, output, self.stop_on_duplicate_token).map(Ok);
                    }
                    if sender.send(page).await.is_err() {
                        return; // The stream was dropped.
                    }
                }
            })
        }))
    }
}

/// Returns the input of the page after `output`; `None` if there is no token, or if it is the same token again.
fn next_input<Op: Paginated>(
    mut input: Op::Input,
    output: &Op::Output,
    stop_on_duplicate_token: bool,
) -> Option<Op::Input> {
    let next = Op::output_token(output)?;
    let token = Op::input_token(&mut input);
    if stop_on_duplicate_token && token.as_ref() == Some(next) {
        return None;
    }
    *token = Some(next.clone());
    Some(input)
}

/// A paginator's stream that implements the `Stream` trait, which the runtime's type doesn't.
#[cfg(feature = "stream")]
pub(crate) struct Polled<T>(pub(crate) PaginationStream<T>);

#[cfg(feature = "stream")]
impl<T> futures_core::Stream for Polled<T> {
    type Item = T;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<T>> {
        self.0.poll_next(context)
    }
}
