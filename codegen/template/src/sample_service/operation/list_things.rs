//! Defines the operation `ListThings`, which lists the parts of a thing page by page.

/// The builders of `ListThings`: of its input, of its output, and of a call.
pub mod builders;

mod error;
mod input;
mod output;

/// Paging through the results of `ListThings`.
pub mod paginator;

mod wire;

pub use self::error::ListThingsError;
pub use self::input::ListThingsInput;
pub use self::output::ListThingsOutput;

impl crate::Client {
    /// Lists the parts of a thing.
    ///
    /// Set the parameters on the builder that is returned;
    /// [`send`](builders::ListThingsFluentBuilder::send) then makes the call and returns
    /// [`ListThingsOutput`] or [`SdkError<ListThingsError>`](crate::error::SdkError).
    /// [`into_paginator`](builders::ListThingsFluentBuilder::into_paginator) goes through all pages
    /// instead.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: &smithy_slim_template::Client) -> Result<(), smithy_slim_template::Error> {
    /// let output = client
    ///     .list_things()
    ///     .thing_id("thing-id")
    ///     .send()
    ///     .await?;
    /// println!("{output:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_things(&self) -> builders::ListThingsFluentBuilder {
        builders::ListThingsFluentBuilder::_new(self.handle.clone())
    }
}

/// The operation `ListThings` as a plugin of the runtime.
#[derive(Clone, Default, Debug)]
#[non_exhaustive]
pub struct ListThings;

impl ListThings {
    /// Creates the plugin.
    pub fn new() -> Self {
        Self
    }
}

crate::runtime::operation::callable!(ListThings);
