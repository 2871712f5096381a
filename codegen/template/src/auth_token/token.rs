//! Creates tokens: signed requests without their scheme.

use std::fmt;
use std::time::Duration;

use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_sigv4::http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;

use crate::error::BoxError;

const SCHEME: &str = "https://";

/// A token that a database accepts as the password of a user, for a limited time.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthToken {
    inner: String,
}

impl AuthToken {
    /// Returns the text of the token.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.inner
    }
}

impl fmt::Display for AuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.inner)
    }
}

/// Hides the token, since it is a password.
impl fmt::Debug for AuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthToken").finish_non_exhaustive()
    }
}

/// The request that becomes a token.
#[derive(Debug)]
pub(super) struct Request {
    /// The name of the service in the signature.
    pub(super) signing_name: &'static str,
    /// The host, the path and the query.
    pub(super) target: String,
    pub(super) region: Region,
    /// Replaces the credentials of the configuration.
    pub(super) credentials: Option<SharedCredentialsProvider>,
    pub(super) expires_in: Duration,
}

impl Request {
    /// Signs the request.
    pub(super) async fn into_token(self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        let credentials = self.credentials.or_else(|| config.credentials_provider());
        let credentials = credentials.ok_or("there are no credentials to sign the token with")?;
        let identity = Identity::from(credentials.provide_credentials().await?);
        let time = config.time_source().ok_or("the configuration has no time source")?;
        let mut settings = SigningSettings::default();
        settings.expires_in = Some(self.expires_in);
        settings.signature_location = SignatureLocation::QueryParams;
        let params = SigningParams::builder()
            .identity(&identity)
            .region(self.region.as_ref())
            .name(self.signing_name)
            .time(time.now())
            .settings(settings)
            .build()?;
        let uri = format!("{SCHEME}{}", self.target);
        let signable = SignableRequest::new("GET", &uri, std::iter::empty(), SignableBody::Bytes(&[]))?;
        let (signature, _) = sign(signable, &params.into())?.into_parts();
        let mut request = http::Request::get(&uri).body(())?;
        signature.apply_to_request_http1x(&mut request);
        Ok(AuthToken { inner: request.uri().to_string().split_off(SCHEME.len()) })
    }
}
