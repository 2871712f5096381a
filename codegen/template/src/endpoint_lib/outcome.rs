//! Creates the results of endpoint rules.

use std::borrow::Cow;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError;
use aws_smithy_types::endpoint::Endpoint;

/// Returns an endpoint that consists only of a URL.
#[allow(dead_code, reason = "the rules of some services give every endpoint properties")]
pub(crate) fn endpoint_at(url: impl Into<Cow<'static, str>>) -> Result<Endpoint, BoxError> {
    Ok(Endpoint::builder().url(url).build())
}

/// Returns an error with this message.
#[allow(dead_code, reason = "the rules of some services always find an endpoint")]
pub(crate) fn fail(reason: impl Into<String>) -> Result<Endpoint, BoxError> {
    Err(ResolveEndpointError::message(reason).into())
}
