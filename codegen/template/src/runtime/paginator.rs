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

/// The stream of a paginator as one of `futures`, whose trait the runtime leaves out.
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

/// Defines the paginator of an operation: where the tokens are and, if there are any, the page size and the items.
macro_rules! paginator {
    (
        $(#[$attribute:meta])*
        $paginator:ident pages $operation:ident with $input:ident -> $output:ident, $error:ident;
        token $token:ident: $token_ty:ty = $token_of:expr;
        $(page_size $size:ident: $size_ty:ty;)?
        $(items $items:ident of $item:ty = $items_of:expr;)?
    ) => {
        $(#[$attribute])*
        pub struct $paginator {
            pages: $crate::runtime::paginator::Pages<super::$operation>,
        }

        impl $paginator {
            pub(crate) fn new(handle: std::sync::Arc<$crate::client::Handle>, builder: $input) -> Self {
                Self { pages: $crate::runtime::paginator::Pages::new(handle, builder) }
            }

            $(
                #[doc = concat!("Limits the size of a page: sets `", stringify!($size), "` of the input.")]
                pub fn page_size(mut self, limit: $size_ty) -> Self {
                    self.pages.builder.$size = Some(limit);
                    self
                }
            )?

            $(
                /// Flattens the pages into their items.
                pub fn items(self) -> $items {
                    $items(self)
                }
            )?

            /// Whether to stop when the service returns the token it was sent; it does by default.
            ///
            /// Without it, such a service would be asked for ever, which may be wanted to follow a log.
            pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                self.pages.stop_on_duplicate_token = stop_on_duplicate_token;
                self
            }

            /// The stream of pages. A page is requested when the stream is asked for it.
            ///
            /// The stream ends after the last page or the first error.
            #[inline]
            pub fn send(
                self,
            ) -> $crate::runtime::paginator::PaginationStream<
                std::result::Result<$output, $crate::error::SdkError<$error>>,
            > {
                self.pages.send()
            }

            $crate::runtime::paginator::stream!("page", $output, $error);
        }

        impl $crate::runtime::paginator::Paginated for super::$operation {
            type InputBuilder = $input;
            type Token = $token_ty;

            fn build(builder: $input) -> std::result::Result<Self::Input, $crate::error::BuildError> {
                builder.build()
            }

            fn input_token(input: &mut Self::Input) -> &mut std::option::Option<$token_ty> {
                &mut input.$token
            }

            fn output_token(output: &$output) -> std::option::Option<&$token_ty> {
                let token: fn(&$output) -> std::option::Option<&$token_ty> = $token_of;
                token(output)
            }
        }

        $(
            #[doc = concat!("The items of [`", stringify!($paginator), "`], page after page.")]
            pub struct $items($paginator);

            impl $items {
                /// The stream of items. A page is requested when the items of the one before are used up.
                ///
                /// The stream ends after the last item or the first error.
                #[inline]
                pub fn send(
                    self,
                ) -> $crate::runtime::paginator::PaginationStream<
                    std::result::Result<$item, $crate::error::SdkError<$error>>,
                > {
                    $crate::runtime::paginator::TryFlatMap::new(self.0.send()).flat_map($items_of)
                }

                $crate::runtime::paginator::stream!("item", $item, $error);
            }
        )?
    };
}
pub(crate) use paginator;

/// The method `stream` beside `send`.
macro_rules! stream {
    ($what:literal, $value:ty, $error:ident) => {
        #[doc = concat!("As `send`, ", $what, " by ", $what, ", but a [`Stream`](futures_core::Stream) with the combinators of `futures`.")]
        ///
        /// It requests nothing before it is polled, and nothing more once it is dropped. It ends after the first error.
        #[cfg(feature = "stream")]
        #[inline]
        pub fn stream(
            self,
        ) -> impl futures_core::Stream<Item = std::result::Result<$value, $crate::error::SdkError<$error>>>
        + std::marker::Send
        + std::marker::Unpin
        + 'static {
            $crate::runtime::paginator::Polled(self.send())
        }
    };
}
pub(crate) use stream;
