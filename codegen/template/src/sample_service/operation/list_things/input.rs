//! Defines the input of `ListThings` and its builder.

/// The input of \`ListThings\`.
#[non_exhaustive]
#[derive(Clone, PartialEq, Debug)]
pub struct ListThingsInput {
    /// The ID of the thing.
    pub thing_id: Option<String>,
    /// The kind of parts to list.
    ///
    /// All kinds are listed without it.
    pub kind: Option<crate::types::ThingKind>,
    /// The parts to list.
    pub filter: Option<crate::types::ThingFilter>,
    /// The maximum number of parts on a page.
    pub max_results: Option<i32>,
    /// The token of the page, which the output with the previous page contains.
    pub next_token: Option<String>,
}

impl ListThingsInput {
    /// The ID of the thing.
    pub fn thing_id(&self) -> Option<&str> {
        self.thing_id.as_deref()
    }

    /// The kind of parts to list.
    ///
    /// See [`ListThingsInput::kind`](field@ListThingsInput::kind).
    pub fn kind(&self) -> Option<&crate::types::ThingKind> {
        self.kind.as_ref()
    }

    /// The parts to list.
    pub fn filter(&self) -> Option<&crate::types::ThingFilter> {
        self.filter.as_ref()
    }

    /// The maximum number of parts on a page.
    pub fn max_results(&self) -> Option<i32> {
        self.max_results
    }

    /// The token of the page, which the output with the previous page contains.
    pub fn next_token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    /// Creates a builder for [`ListThingsInput`] with no values set.
    pub fn builder() -> ListThingsInputBuilder {
        Default::default()
    }
}

/// A builder for [`ListThingsInput`].
#[derive(Clone, PartialEq, Default, Debug)]
#[non_exhaustive]
pub struct ListThingsInputBuilder {
    pub(crate) thing_id: Option<String>,
    pub(crate) kind: Option<crate::types::ThingKind>,
    pub(crate) filter: Option<crate::types::ThingFilter>,
    pub(crate) max_results: Option<i32>,
    pub(crate) next_token: Option<String>,
}

impl ListThingsInputBuilder {
    /// The ID of the thing. Required.
    pub fn thing_id(mut self, input: impl Into<String>) -> Self {
        self.thing_id = Some(input.into());
        self
    }

    /// Sets or clears `thing_id`.
    pub fn set_thing_id(mut self, input: Option<String>) -> Self {
        self.thing_id = input;
        self
    }

    /// Returns the value of `thing_id` that was set.
    pub fn get_thing_id(&self) -> &Option<String> {
        &self.thing_id
    }

    /// The kind of parts to list.
    ///
    /// See [`ListThingsInput::kind`](field@ListThingsInput::kind).
    pub fn kind(mut self, input: crate::types::ThingKind) -> Self {
        self.kind = Some(input);
        self
    }

    /// Sets or clears `kind`.
    pub fn set_kind(mut self, input: Option<crate::types::ThingKind>) -> Self {
        self.kind = input;
        self
    }

    /// Returns the value of `kind` that was set.
    pub fn get_kind(&self) -> &Option<crate::types::ThingKind> {
        &self.kind
    }

    /// The parts to list.
    pub fn filter(mut self, input: crate::types::ThingFilter) -> Self {
        self.filter = Some(input);
        self
    }

    /// Sets or clears `filter`.
    pub fn set_filter(mut self, input: Option<crate::types::ThingFilter>) -> Self {
        self.filter = input;
        self
    }

    /// Returns the value of `filter` that was set.
    pub fn get_filter(&self) -> &Option<crate::types::ThingFilter> {
        &self.filter
    }

    /// The maximum number of parts on a page.
    pub fn max_results(mut self, input: i32) -> Self {
        self.max_results = Some(input);
        self
    }

    /// Sets or clears `max_results`.
    pub fn set_max_results(mut self, input: Option<i32>) -> Self {
        self.max_results = input;
        self
    }

    /// Returns the value of `max_results` that was set.
    pub fn get_max_results(&self) -> &Option<i32> {
        &self.max_results
    }

    /// The token of the page, which the output with the previous page contains.
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

    /// Builds the [`ListThingsInput`].
    ///
    /// # Errors
    ///
    /// Never fails: the service checks which members are required. The official SDK has the same signature.
    pub fn build(self) -> Result<ListThingsInput, crate::error::BuildError> {
        Ok(ListThingsInput {
            thing_id: self.thing_id,
            kind: self.kind,
            filter: self.filter,
            max_results: self.max_results,
            next_token: self.next_token,
        })
    }
}
