//! What the calls of all operations have in common: the plugin, the fluent builder, the paginator. Emitted code names
//! the types, the macros here do the rest.

/// Implements what the type of an operation has: `new` and the runtime's plugin.
macro_rules! operation_plugin {
    ($operation:ident) => {
        impl $operation {
            /// Creates the plugin.
            pub fn new() -> Self {
                Self
            }
        }

        impl $crate::config::RuntimePlugin for $operation {
            #[inline]
            fn config(&self) -> std::option::Option<$crate::config::FrozenLayer> {
                Some($crate::runtime::operation::Erased::of::<Self>().config())
            }

            #[inline]
            fn runtime_components(
                &self,
                _: &$crate::config::RuntimeComponentsBuilder,
            ) -> std::borrow::Cow<'_, $crate::config::RuntimeComponentsBuilder> {
                std::borrow::Cow::Owned($crate::runtime::operation::Erased::of::<Self>().runtime_components())
            }
        }
    };
}
pub(crate) use operation_plugin;

/// Defines the fluent builder of an operation; its setters are made by the [`builder!`](super::builder) of its input.
///
/// Sending is inlined: a call is compiled where it is used.
macro_rules! fluent_builder {
    (
        $(#[$attribute:meta])*
        $fluent:ident calls $operation:ident with $input:ident -> $output:ident, $error:ident $(, pages $paginator:ident)?;
    ) => {
        $(#[$attribute])*
        pub struct $fluent {
            handle: std::sync::Arc<$crate::client::Handle>,
            pub(super) inner: $input,
        }

        impl $input {
            /// Sends a request with this input by `client`.
            ///
            /// # Errors
            ///
            #[doc = concat!("As [`", stringify!($fluent), "::send`].")]
            #[inline]
            pub async fn send_with(
                self,
                client: &$crate::Client,
            ) -> std::result::Result<$output, $crate::error::SdkError<$error>> {
                $crate::runtime::operation::send::<$operation>(&client.handle, self.build(), None).await
            }
        }

        impl $fluent {
            pub(crate) fn new(handle: std::sync::Arc<$crate::client::Handle>) -> Self {
                Self { handle, inner: Default::default() }
            }

            /// The input as set so far.
            pub fn as_input(&self) -> &$input {
                &self.inner
            }

            /// Sends the request and waits for the response.
            ///
            /// # Errors
            ///
            #[doc = concat!(
                "[`SdkError::ServiceError`](aws_smithy_runtime_api::client::result::SdkError::ServiceError) with a [`", stringify!($error),
                "`] if the service answers with an error, and the other variants for what goes wrong on the way."
            )]
            #[inline]
            pub async fn send(self) -> std::result::Result<$output, $crate::error::SdkError<$error>> {
                $crate::runtime::operation::send::<$operation>(&self.handle, self.inner.build(), None).await
            }

            /// Customizes the call before it is sent: its configuration, its request, its interceptors.
            pub fn customize(self) -> $crate::client::customize::CustomizableOperation<$output, $error, Self> {
                $crate::client::customize::CustomizableOperation::new(self)
            }

            $(
                /// Turns the call into a paginator, which requests one page after the other.
                pub fn into_paginator(self) -> $paginator {
                    $paginator::new(self.handle, self.inner)
                }
            )?
        }

        impl $crate::client::customize::internal::CustomizableSend<$output, $error> for $fluent {
            #[inline]
            fn send(
                self,
                config_override: $crate::config::Builder,
            ) -> $crate::client::customize::internal::BoxFuture<$crate::client::customize::internal::SendResult<$output, $error>> {
                let input = self.inner.build();
                Box::pin($crate::runtime::operation::send::<$operation>(&self.handle, input, Some(config_override)))
            }
        }
    };
}
pub(crate) use fluent_builder;

/// Defines the paginator of an operation: where the tokens are and, if there are any, the page size and the items.
#[allow(unused_macros, reason = "not every service has pages")]
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
            pages: $crate::runtime::paginator::Pages<$operation>,
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
        }

        impl $crate::runtime::paginator::Paginated for $operation {
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
            }
        )?
    };
}
#[allow(unused_imports, reason = "not every service has pages")]
pub(crate) use paginator;
