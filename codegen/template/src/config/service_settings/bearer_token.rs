//! Defines the settings of bearer tokens, which services with HTTP bearer authentication have.

pub use aws_credential_types::Token;
pub use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::identity::ResolveIdentity;
use aws_types::sdk_config::SdkConfig;

use crate::config::Builder;

impl Builder {
    /// Sets the token that authenticates requests.
    pub fn bearer_token(self, bearer_token: Token) -> Self {
        self.bearer_token_resolver(bearer_token)
    }

    /// Sets the resolver of the token that authenticates requests.
    pub fn bearer_token_resolver(mut self, bearer_token_resolver: impl ResolveIdentity + 'static) -> Self {
        self.components.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, bearer_token_resolver);
        self
    }

    /// Sets the provider of the token that authenticates requests.
    pub fn token_provider(mut self, token_provider: impl ProvideToken + 'static) -> Self {
        self.set_token_provider(Some(SharedTokenProvider::new(token_provider)));
        self
    }

    /// Sets the provider of the token that authenticates requests. `None` has no effect.
    pub fn set_token_provider(&mut self, token_provider: Option<SharedTokenProvider>) -> &mut Self {
        if let Some(provider) = token_provider {
            self.components.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, provider);
        }
        self
    }
}

/// Copies the provider from the configuration that all AWS clients share.
pub(super) fn copy(builder: &mut Builder, input: &SdkConfig) {
    builder.set_token_provider(input.token_provider());
}
