//! What the calls of all operations have in common: the plugin and the fluent builder. Emitted code names the types, the
//! macros here do the rest.

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
                std::option::Option::Some($crate::runtime::operation::Erased::of::<Self>().config())
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
/// The operation isn't imported, as it may be called `Some`. Sending is inlined: a call is compiled where it is used.
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
                $crate::runtime::operation::send::<super::$operation>(&client.handle, self.build(), None).await
            }
        }

        impl $fluent {
            // No setter is called so, whatever the members are.
            pub(crate) fn _new(handle: std::sync::Arc<$crate::client::Handle>) -> Self {
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
                $crate::runtime::operation::send::<super::$operation>(&self.handle, self.inner.build(), None).await
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
                Box::pin($crate::runtime::operation::send::<super::$operation>(&self.handle, input, Some(config_override)))
            }
        }
    };
}
pub(crate) use fluent_builder;
