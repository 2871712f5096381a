//! Signs requests for several regions, with the same credentials as all other requests.

use aws_runtime::auth::{sigv4, sigv4a};
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeId, Sign};
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
use aws_smithy_runtime_api::client::runtime_components::GetIdentityResolver;

/// The scheme SigV4a. The one of the runtime crate needs a resolver of credentials of its own.
#[derive(Debug, Default)]
pub(crate) struct SigV4a(sigv4a::SigV4aAuthScheme);

impl AuthScheme for SigV4a {
    fn scheme_id(&self) -> AuthSchemeId {
        self.0.scheme_id()
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(sigv4::SCHEME_ID)
    }

    fn signer(&self) -> &dyn Sign {
        self.0.signer()
    }
}
