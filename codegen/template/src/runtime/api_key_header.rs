//! Authentication by an API key in a header.
//!
//! The scheme of the runtime crate puts a space in front of keys without a scheme name.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::http::HTTP_API_KEY_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign};
use aws_smithy_runtime_api::client::identity::http::Token;
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;

use crate::config::http::HttpRequest;

/// The header that contains the key, and what stands before the key.
#[derive(Debug)]
pub(crate) struct ApiKeyHeader {
    /// The header's name, in lowercase.
    pub(crate) name: &'static str,
    /// The name of the scheme and a space, or nothing.
    pub(crate) prefix: &'static str,
}

impl AuthScheme for ApiKeyHeader {
    fn scheme_id(&self) -> AuthSchemeId {
        HTTP_API_KEY_AUTH_SCHEME_ID
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(self.scheme_id())
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for ApiKeyHeader {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _auth_scheme_endpoint_config: AuthSchemeEndpointConfig<'_>,
        _runtime_components: &RuntimeComponents,
        _config_bag: &ConfigBag,
    ) -> Result<(), BoxError> {
        let key = identity.data::<Token>().ok_or("the identity isn't an API key")?;
        let value = format!("{}{}", self.prefix, key.token());
        request
            .headers_mut()
            .try_insert(self.name, value)
            .map_err(|_| "the API key contains characters that can't be sent in a header")?;
        Ok(())
    }
}
