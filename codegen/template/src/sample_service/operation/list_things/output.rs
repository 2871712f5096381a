//! Defines the output of `ListThings` and its builder.

/// The output of \`ListThings\`.
#[non_exhaustive]
#[derive(Clone, PartialEq, Debug)]
pub struct ListThingsOutput {
    /// The parts of the thing.
    pub things: Option<Vec<crate::types::Thing>>,
    /// The token of the next page, if there is one.
    pub next_token: Option<String>,
    /// The filter that was applied.
    pub applied_filter: Option<crate::types::ThingFilter>,
    pub(crate) _request_id: Option<String>,
}

impl ListThingsOutput {
    /// The parts of the thing.
    pub fn things(&self) -> &[crate::types::Thing] {
        self.things.as_deref().unwrap_or_default()
    }

    /// The token of the next page, if there is one.
    pub fn next_token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    /// The filter that was applied.
    pub fn applied_filter(&self) -> Option<&crate::types::ThingFilter> {
        self.applied_filter.as_ref()
    }

    /// Creates a builder for [`ListThingsOutput`] with no values set.
    pub fn builder() -> ListThingsOutputBuilder {
        Default::default()
    }
}

impl aws_types::request_id::RequestId for ListThingsOutput {
    fn request_id(&self) -> Option<&str> {
        self._request_id.as_deref()
    }
}

/// A builder for [`ListThingsOutput`].
#[derive(Clone, PartialEq, Default, Debug)]
#[non_exhaustive]
pub struct ListThingsOutputBuilder {
    pub(crate) things: Option<Vec<crate::types::Thing>>,
    pub(crate) next_token: Option<String>,
    pub(crate) applied_filter: Option<crate::types::ThingFilter>,
    pub(crate) _request_id: Option<String>,
}

impl ListThingsOutputBuilder {
    /// The parts of the thing.
    ///
    /// Appends an item; to replace all items, use [`set_things`](Self::set_things).
    pub fn things(mut self, input: crate::types::Thing) -> Self {
        self.things.get_or_insert_default().push(input);
        self
    }

    /// Sets or clears `things`.
    pub fn set_things(mut self, input: Option<Vec<crate::types::Thing>>) -> Self {
        self.things = input;
        self
    }

    /// Returns the value of `things` that was set.
    pub fn get_things(&self) -> &Option<Vec<crate::types::Thing>> {
        &self.things
    }

    /// The token of the next page, if there is one.
    pub fn next_token(mut self, input: impl Into<String>) -> Self {
        self.next_token = Some(input.into());
        self
    }

    /// Sets or clears `next_token`.
    pub fn set_next_token(mut self, input: Option<String>) -> Self {
        self.next_token = input;
        self
    }

    /// Returns the value of `next_token` that was set.
    pub fn get_next_token(&self) -> &Option<String> {
        &self.next_token
    }

    /// The filter that was applied.
    pub fn applied_filter(mut self, input: crate::types::ThingFilter) -> Self {
        self.applied_filter = Some(input);
        self
    }

    /// Sets or clears `applied_filter`.
    pub fn set_applied_filter(mut self, input: Option<crate::types::ThingFilter>) -> Self {
        self.applied_filter = input;
        self
    }

    /// Returns the value of `applied_filter` that was set.
    pub fn get_applied_filter(&self) -> &Option<crate::types::ThingFilter> {
        &self.applied_filter
    }

    /// Builds the [`ListThingsOutput`].
    pub fn build(self) -> ListThingsOutput {
        ListThingsOutput {
            things: self.things,
            next_token: self.next_token,
            applied_filter: self.applied_filter,
            _request_id: self._request_id,
        }
    }
}
