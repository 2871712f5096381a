//! Defines the settings of API keys, which services with HTTP API key authentication have.

use aws_smithy_runtime_api::client::auth::http::HTTP_API_KEY_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::identity::ResolveIdentity;
pub use aws_smithy_runtime_api::client::identity::http::Token;
use aws_types::sdk_config::SdkConfig;

use crate::config::Builder;

impl Builder {
    /// Sets the API key that authenticates requests.
    pub fn api_key(self, api_key: Token) -> Self {
        self.api_key_resolver(api_key)
    }

    /// Sets the resolver of the API key that authenticates requests.
    pub fn api_key_resolver(mut self, api_key_resolver: impl ResolveIdentity + 'static) -> Self {
        self.components.set_identity_resolver(HTTP_API_KEY_AUTH_SCHEME_ID, api_key_resolver);
        self
    }
}

/// Copies nothing: the configuration that all AWS clients share has no API key.
pub(super) fn copy(_: &mut Builder, _: &SdkConfig) {}
