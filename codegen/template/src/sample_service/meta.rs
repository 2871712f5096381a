//! What the model says of the service as a whole, and the version of this crate.

use aws_runtime::auth::sigv4;
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_runtime::client::auth::http::{
    ApiKeyAuthScheme, ApiKeyLocation, BasicAuthScheme, BearerAuthScheme,
};
use aws_smithy_runtime_api::client::auth::{AuthSchemeId, SharedAuthScheme};

/// Version of this crate.
pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");

/// The service in the user agent.
pub(crate) static API_METADATA: ApiMetadata = ApiMetadata::new("things", PKG_VERSION);

/// The service in spans, metrics and service-specific settings.
pub(crate) const SERVICE_ID: &str = "Things";

/// The service in signatures and retry partitions.
pub(crate) const SIGNING_NAME: &str = "things";

/// The service in the names of configuration layers.
pub(crate) const SERVICE_LAYER: &str = "ThingsService";

/// The scope of metrics.
pub(crate) const CRATE_SCOPE: &str = "aws-sdk-things";

/// The auth schemes of the service, best first.
pub(crate) const AUTH_SCHEMES: &[AuthSchemeId] = &[sigv4::SCHEME_ID];

/// The auth schemes of the operations which have others than the service.
pub(crate) const OPERATION_AUTH_SCHEMES: &[(&str, &[AuthSchemeId])] = &[];

/// Returns the implementations of the auth schemes. Calls without authentication need none.
pub(crate) fn auth_schemes() -> Vec<SharedAuthScheme> {
    Vec::from([
        SharedAuthScheme::new(sigv4::SigV4AuthScheme::new()),
        SharedAuthScheme::new(BearerAuthScheme::new()),
        SharedAuthScheme::new(BasicAuthScheme::new()),
        SharedAuthScheme::new(ApiKeyAuthScheme::new("", ApiKeyLocation::Query, "key")),
    ])
}
