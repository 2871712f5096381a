//! `ThingNotFoundException` and its builder.

use aws_smithy_types::error::ErrorMetadata;

use crate::error::modeled::modeled_error;
use crate::runtime::builder::builder;

/// There is no thing of this ID.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThingNotFoundException {
    /// What went wrong.
    pub message: Option<String>,

    pub(crate) meta: ErrorMetadata,
}

builder! {
    /// Builder of [`ThingNotFoundException`].
    #[derive(Clone, Debug, Default, PartialEq)]
    ThingNotFoundExceptionBuilder builds ThingNotFoundException with meta;

    /// What went wrong.
    "Message" => message, set_message, get_message: String = text;
}

modeled_error!(ThingNotFoundException, ThingNotFoundExceptionBuilder, message message);
