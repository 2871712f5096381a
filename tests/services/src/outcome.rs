//! The observable results of a call, as plain values that are independent of the crates.

use std::error::Error;
use std::fmt::{self, Debug};

use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::ProvideErrorKind;

use crate::debug_text::sorted;

/// The output of a call as text, or its error.
pub type CallResult = Result<String, Box<Failure>>;

/// The observable results of a call.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    /// The requests as they would be sent, with headers in the order on the wire.
    pub(crate) requests: Vec<String>,
    /// The output as text, or the error.
    pub(crate) result: CallResult,
}

impl Outcome {
    /// Whether the response couldn't be read.
    pub(crate) fn is_unreadable(&self) -> bool {
        let failure = self.result.as_ref().err();
        failure.is_some_and(|failure| failure.modeled.is_none() && failure.code.is_none())
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.requests.concat())?;
        match &self.result {
            Ok(output) => f.write_str(output),
            Err(failure) => write!(f, "{failure:#?}"),
        }
    }
}

/// What an error contains, apart from texts that differ on purpose.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    kind: &'static str,
    code: Option<String>,
    message: Option<String>,
    meta: String,
    retryable: String,
    /// The fields of a modeled error. The texts of errors about unreadable responses differ between the crates.
    modeled: Option<String>,
}

/// Returns the `Debug` text of a value, with the entries of maps in alphabetical order.
pub fn text(value: &impl Debug) -> String {
    sorted(&format!("{value:#?}"))
}

impl Failure {
    /// Converts an error of an operation.
    pub fn new<E>(error: &SdkError<E, aws_smithy_runtime_api::http::Response>) -> Self
    where
        E: Error + ProvideErrorMetadata + ProvideErrorKind + 'static,
    {
        let service = error.as_service_error();
        let modeled = service
            .map(text)
            .filter(|text| !text.starts_with("Unhandled("));
        Self {
            kind: match error {
                SdkError::ConstructionFailure(_) => "ConstructionFailure",
                SdkError::TimeoutError(_) => "TimeoutError",
                SdkError::DispatchFailure(_) => "DispatchFailure",
                SdkError::ResponseError(_) => "ResponseError",
                SdkError::ServiceError(_) => "ServiceError",
                _ => "other",
            },
            code: error.code().map(str::to_owned),
            message: error.message().map(str::to_owned),
            meta: text(error.meta()),
            retryable: format!("{:?}", service.map(ProvideErrorKind::retryable_error_kind)),
            modeled,
        }
    }
}
