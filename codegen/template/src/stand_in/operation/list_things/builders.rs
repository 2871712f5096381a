//! The builders of `ListThings`: of its input, of its output, and of a call.

use std::sync::Arc;

pub use super::input::ListThingsInputBuilder;
pub use super::output::ListThingsOutputBuilder;
use super::paginator::ListThingsPaginator;
use super::{ListThings, ListThingsError, ListThingsOutput};
use crate::client::customize::CustomizableOperation;
use crate::client::customize::internal::{BoxFuture, CustomizableSend, SendResult};
use crate::client::{Client, Handle};
use crate::config;
use crate::error::SdkError;
use crate::runtime::operation;
use crate::types::{ThingFilter, ThingKind};

impl ListThingsInputBuilder {
    /// Sends a request with this input by `client`.
    #[inline]
    pub async fn send_with(
        self,
        client: &Client,
    ) -> Result<ListThingsOutput, SdkError<ListThingsError>> {
        operation::send::<ListThings>(&client.handle, self.build(), None).await
    }
}

/// Builder of a call of `ListThings`: set its parameters, then [`send`](Self::send) it.
#[derive(Clone, Debug)]
pub struct ListThingsFluentBuilder {
    handle: Arc<Handle>,
    inner: ListThingsInputBuilder,
}

impl ListThingsFluentBuilder {
    pub(crate) fn new(handle: Arc<Handle>) -> Self {
        Self {
            handle,
            inner: ListThingsInputBuilder::default(),
        }
    }

    /// The input as set so far.
    pub fn as_input(&self) -> &ListThingsInputBuilder {
        &self.inner
    }

    /// Sends the request and returns the response.
    ///
    /// # Errors
    ///
    /// [`SdkError::ServiceError`] with a [`ListThingsError`] if the service answers with an error.
    #[inline]
    pub async fn send(self) -> Result<ListThingsOutput, SdkError<ListThingsError>> {
        operation::send::<ListThings>(&self.handle, self.inner.build(), None).await
    }

    /// Allows to customize the call before it is sent.
    pub fn customize(self) -> CustomizableOperation<ListThingsOutput, ListThingsError, Self> {
        CustomizableOperation::new(self)
    }

    /// Creates a paginator, which requests one page after the other.
    pub fn into_paginator(self) -> ListThingsPaginator {
        ListThingsPaginator::new(self.handle, self.inner)
    }

    /// The ID of the thing. Required.
    pub fn thing_id(mut self, thing_id: impl Into<String>) -> Self {
        self.inner = self.inner.thing_id(thing_id);
        self
    }

    /// As [`thing_id`](Self::thing_id); `None` takes it back.
    pub fn set_thing_id(mut self, thing_id: Option<String>) -> Self {
        self.inner = self.inner.set_thing_id(thing_id);
        self
    }

    /// What [`thing_id`](Self::thing_id) has been set to.
    pub fn get_thing_id(&self) -> &Option<String> {
        self.inner.get_thing_id()
    }

    /// The kind of parts to list.
    pub fn kind(mut self, kind: ThingKind) -> Self {
        self.inner = self.inner.kind(kind);
        self
    }

    /// As [`kind`](Self::kind); `None` takes it back.
    pub fn set_kind(mut self, kind: Option<ThingKind>) -> Self {
        self.inner = self.inner.set_kind(kind);
        self
    }

    /// What [`kind`](Self::kind) has been set to.
    pub fn get_kind(&self) -> &Option<ThingKind> {
        self.inner.get_kind()
    }

    /// Which parts to list.
    pub fn filter(mut self, filter: ThingFilter) -> Self {
        self.inner = self.inner.filter(filter);
        self
    }

    /// As [`filter`](Self::filter); `None` takes it back.
    pub fn set_filter(mut self, filter: Option<ThingFilter>) -> Self {
        self.inner = self.inner.set_filter(filter);
        self
    }

    /// What [`filter`](Self::filter) has been set to.
    pub fn get_filter(&self) -> &Option<ThingFilter> {
        self.inner.get_filter()
    }

    /// The most parts a page has.
    pub fn max_results(mut self, max_results: i32) -> Self {
        self.inner = self.inner.max_results(max_results);
        self
    }

    /// As [`max_results`](Self::max_results); `None` takes it back.
    pub fn set_max_results(mut self, max_results: Option<i32>) -> Self {
        self.inner = self.inner.set_max_results(max_results);
        self
    }

    /// What [`max_results`](Self::max_results) has been set to.
    pub fn get_max_results(&self) -> &Option<i32> {
        self.inner.get_max_results()
    }

    /// The token of the page, out of the output with the page before.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.inner = self.inner.next_token(next_token);
        self
    }

    /// As [`next_token`](Self::next_token); `None` takes it back.
    pub fn set_next_token(mut self, next_token: Option<String>) -> Self {
        self.inner = self.inner.set_next_token(next_token);
        self
    }

    /// What [`next_token`](Self::next_token) has been set to.
    pub fn get_next_token(&self) -> &Option<String> {
        self.inner.get_next_token()
    }
}

impl CustomizableSend<ListThingsOutput, ListThingsError> for ListThingsFluentBuilder {
    #[inline]
    fn send(
        self,
        config_override: config::Builder,
    ) -> BoxFuture<SendResult<ListThingsOutput, ListThingsError>> {
        let input = self.inner.build();
        Box::pin(operation::send::<ListThings>(
            &self.handle,
            input,
            Some(config_override),
        ))
    }
}
