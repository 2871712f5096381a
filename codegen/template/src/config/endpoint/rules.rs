//! Stand-in for the emitted endpoint rules of the service: parameters go in, an endpoint comes out.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::endpoint::Endpoint;

use super::Params;

pub(super) fn resolve(params: &Params) -> Result<Endpoint, BoxError> {
    let url = match (params.endpoint(), params.region()) {
        (Some(endpoint), _) => endpoint.to_owned(),
        (None, Some(region)) => format!("https://things.{region}.amazonaws.com"),
        (None, None) => return Err("Invalid Configuration: Missing Region".into()),
    };
    Ok(Endpoint::builder().url(url).build())
}
