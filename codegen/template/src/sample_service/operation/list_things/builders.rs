//! Defines the fluent builder of `ListThings`, and re-exports the builders of its input and output.

pub use super::input::ListThingsInputBuilder;
pub use super::output::ListThingsOutputBuilder;
use super::paginator::ListThingsPaginator;
use super::{ListThingsError, ListThingsOutput};
use crate::client::Handle;
use crate::client::customize::CustomizableOperation;
use crate::client::customize::internal::{BoxFuture, CustomizableSend, SendResult};
use crate::runtime::operation;
use std::sync::Arc;

impl ListThingsInputBuilder {
    /// Sends a request with this input, using `client`.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`ListThingsFluentBuilder::send`].
    pub async fn send_with(
        self,
        client: &crate::Client,
    ) -> Result<ListThingsOutput, crate::error::SdkError<ListThingsError>> {
        operation::send::<super::ListThings>(&client.handle, self.build(), None).await
    }
}

/// A call of `ListThings`: set its parameters, then [`send`](Self::send) it.
#[derive(Clone, Debug)]
pub struct ListThingsFluentBuilder {
    handle: Arc<Handle>,
    inner: ListThingsInputBuilder,
}

impl ListThingsFluentBuilder {
    /// Creates the builder. The underscore keeps the name from clashing with setters.
    pub(crate) fn _new(handle: Arc<Handle>) -> Self {
        Self { handle, inner: Default::default() }
    }

    /// Returns the builder of the input, with the parameters that were set so far.
    pub fn as_input(&self) -> &ListThingsInputBuilder {
        &self.inner
    }

    /// Sends the request and returns the response.
    ///
    /// # Errors
    ///
    /// Returns [`ServiceError`](crate::error::SdkError::ServiceError) with a [`ListThingsError`] if the
    /// service returns an error, and another variant of [`SdkError`](crate::error::SdkError) if the
    /// request can't be sent or the response can't be read.
    pub async fn send(self) -> Result<ListThingsOutput, crate::error::SdkError<ListThingsError>> {
        operation::send::<super::ListThings>(&self.handle, self.inner.build(), None).await
    }

    /// Customizes the call before it is sent: its configuration, its request or its interceptors.
    pub fn customize(self) -> CustomizableOperation<ListThingsOutput, ListThingsError, Self> {
        CustomizableOperation::new(self)
    }

    /// Converts the call into a paginator, which requests one page after the other.
    pub fn into_paginator(self) -> ListThingsPaginator {
        ListThingsPaginator::new(self.handle, self.inner)
    }

    /// The ID of the thing. Required.
    pub fn thing_id(mut self, input: impl Into<String>) -> Self {
        self.inner.thing_id = Some(input.into());
        self
    }

    /// Sets or clears `thing_id`.
    pub fn set_thing_id(mut self, input: Option<String>) -> Self {
        self.inner.thing_id = input;
        self
    }

    /// Returns the value of `thing_id` that was set.
    pub fn get_thing_id(&self) -> &Option<String> {
        &self.inner.thing_id
    }

    /// The kind of parts to list.
    ///
    /// See [`ListThingsInput::kind`](field@super::ListThingsInput::kind).
    pub fn kind(mut self, input: crate::types::ThingKind) -> Self {
        self.inner.kind = Some(input);
        self
    }

    /// Sets or clears `kind`.
    pub fn set_kind(mut self, input: Option<crate::types::ThingKind>) -> Self {
        self.inner.kind = input;
        self
    }

    /// Returns the value of `kind` that was set.
    pub fn get_kind(&self) -> &Option<crate::types::ThingKind> {
        &self.inner.kind
    }

    /// The parts to list.
    pub fn filter(mut self, input: crate::types::ThingFilter) -> Self {
        self.inner.filter = Some(input);
        self
    }

    /// Sets or clears `filter`.
    pub fn set_filter(mut self, input: Option<crate::types::ThingFilter>) -> Self {
        self.inner.filter = input;
        self
    }

    /// Returns the value of `filter` that was set.
    pub fn get_filter(&self) -> &Option<crate::types::ThingFilter> {
        &self.inner.filter
    }

    /// The maximum number of parts on a page.
    pub fn max_results(mut self, input: i32) -> Self {
        self.inner.max_results = Some(input);
        self
    }

    /// Sets or clears `max_results`.
    pub fn set_max_results(mut self, input: Option<i32>) -> Self {
        self.inner.max_results = input;
        self
    }

    /// Returns the value of `max_results` that was set.
    pub fn get_max_results(&self) -> &Option<i32> {
        &self.inner.max_results
    }

    /// The token of the page, which the output with the previous page contains.
    pub fn next_token(mut self, input: impl Into<String>) -> Self {
        self.inner.next_token = Some(input.into());
        self
    }

    /// Sets or clears `next_token`.
    pub fn set_next_token(mut self, input: Option<String>) -> Self {
        self.inner.next_token = input;
        self
    }

    /// Returns the value of `next_token` that was set.
    pub fn get_next_token(&self) -> &Option<String> {
        &self.inner.next_token
    }
}

impl CustomizableSend<ListThingsOutput, ListThingsError> for ListThingsFluentBuilder {
    fn send(
        self,
        config_override: crate::config::Builder,
    ) -> BoxFuture<SendResult<ListThingsOutput, ListThingsError>> {
        let input = self.inner.build();
        operation::send::<super::ListThings>(&self.handle, input, Some(config_override))
    }
}
