//! Defines the settings of logins, which services with HTTP basic authentication have.

use aws_smithy_runtime_api::client::auth::http::HTTP_BASIC_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::identity::ResolveIdentity;
pub use aws_smithy_runtime_api::client::identity::http::Login;
use aws_types::sdk_config::SdkConfig;

use crate::config::Builder;

impl Builder {
    /// Sets the login that authenticates requests.
    pub fn basic_auth_login(self, basic_auth_login: Login) -> Self {
        self.basic_auth_login_resolver(basic_auth_login)
    }

    /// Sets the resolver of the login that authenticates requests.
    pub fn basic_auth_login_resolver(mut self, basic_auth_resolver: impl ResolveIdentity + 'static) -> Self {
        self.components.set_identity_resolver(HTTP_BASIC_AUTH_SCHEME_ID, basic_auth_resolver);
        self
    }
}

/// Copies nothing: the configuration that all AWS clients share has no login.
pub(super) fn copy(_: &mut Builder, _: &SdkConfig) {}
