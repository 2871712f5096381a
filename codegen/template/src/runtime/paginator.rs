//! Paging through the results of an operation: the builder of its input goes in, a stream of outputs comes out.

use std::sync::Arc;

use aws_smithy_async::future::pagination_stream::fn_stream::FnStream;
#[allow(unused_imports, reason = "not every service has pages with items")]
pub(crate) use aws_smithy_async::future::pagination_stream::{PaginationStream, TryFlatMap};

use crate::client::Handle;
use crate::client::customize::internal::SendResult;
use crate::error::BuildError;
use crate::runtime::features::Feature;
use crate::runtime::operation::{self, Call, Erased, Operation};

/// An operation whose output leads to the next page.
pub(crate) trait Paginated: Operation<Input: Clone> {
    type InputBuilder: Send + 'static;
    type Token: Clone + PartialEq;

    /// Builds the input of the first page.
    fn build(builder: Self::InputBuilder) -> Result<Self::Input, BuildError>;

    /// The member of the input which asks for a page.
    fn input_token(input: &mut Self::Input) -> &mut Option<Self::Token>;

    /// The member of the output which leads to the next page, if it isn't empty.
    fn output_token(output: &Self::Output) -> Option<&Self::Token>;
}

/// What a paginator of an operation consists of.
pub(crate) struct Pages<Op: Paginated> {
    pub(crate) handle: Arc<Handle>,
    pub(crate) builder: Op::InputBuilder,
    pub(crate) stop_on_duplicate_token: bool,
}

impl<Op: Paginated> Pages<Op> {
    pub(crate) fn new(handle: Arc<Handle>, builder: Op::InputBuilder) -> Self {
        Self { handle, builder, stop_on_duplicate_token: true }
    }

    /// The stream of pages; a page is requested when it is asked for.
    pub(crate) fn send(self) -> PaginationStream<SendResult<Op::Output, Op::Error>> {
        let plugins = operation::plugins(Erased::of::<Op>(), &self.handle, None)
            .with_operation_plugin(Feature::Paginator.plugin());
        PaginationStream::new(FnStream::new(move |sender| {
            Box::pin(async move {
                let mut next = Some(Op::build(self.builder));
                while let Some(input) = next.take() {
                    let sent = input.as_ref().ok().cloned();
                    let page = Call::<Op>::new(input, plugins.clone()).await;
                    if let (Some(sent), Ok(output)) = (sent, &page) {
                        next = next_input::<Op>(sent, output, self.stop_on_duplicate_token).map(Ok);
                    }
                    if sender.send(page).await.is_err() {
                        return; // Nobody waits for further pages.
                    }
                }
            })
        }))
    }
}

/// The input of the page after `output`; none if its token is missing or empty. One that comes twice leads in circles.
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
