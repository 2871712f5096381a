//! `ListThings`: the parts of a thing, page by page.

pub mod builders;
mod error;
mod input;
mod output;
pub mod paginator;
mod wire;

use self::builders::ListThingsFluentBuilder;
pub use self::error::ListThingsError;
pub use self::input::ListThingsInput;
pub use self::output::ListThingsOutput;
use crate::client::Client;
use crate::runtime::fluent::operation_plugin;

impl Client {
    /// Calls [`ListThings`](crate::operation::list_things): the parts of a thing, page by page.
    ///
    /// Returns a fluent builder: set the parameters, then call
    /// [`send()`](ListThingsFluentBuilder::send), or
    /// [`into_paginator()`](ListThingsFluentBuilder::into_paginator) for all pages.
    ///
    /// - Required: [`thing_id`](ListThingsFluentBuilder::thing_id).
    /// - Optional: [`kind`](ListThingsFluentBuilder::kind),
    ///   [`filter`](ListThingsFluentBuilder::filter),
    ///   [`max_results`](ListThingsFluentBuilder::max_results),
    ///   [`next_token`](ListThingsFluentBuilder::next_token).
    /// - Returns [`ListThingsOutput`], or [`SdkError<ListThingsError>`](crate::error::SdkError).
    pub fn list_things(&self) -> ListThingsFluentBuilder {
        ListThingsFluentBuilder::_new(self.handle.clone())
    }
}

/// The runtime plugin of the operation `ListThings`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ListThings;

operation_plugin!(ListThings);
