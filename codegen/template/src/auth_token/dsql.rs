//! Tokens for clusters of Aurora DSQL.

use std::time::Duration;

use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;

use super::token::{AuthToken, Request};
use crate::error::BoxError;

/// How long a token is valid by default, in seconds.
const DEFAULT_SECONDS: u64 = 900;

/// Generates tokens for a cluster.
#[derive(Debug)]
pub struct AuthTokenGenerator {
    config: Config,
}

impl AuthTokenGenerator {
    /// Creates a generator.
    pub fn new(config: Config) -> Self {
        Self { config }
    }

    /// Generates a token for a user that isn't the administrator, with the credentials and the region of `config` unless
    /// the generator has its own.
    ///
    /// # Errors
    ///
    /// Returns an error if there are no credentials, no region or no time source, or if the hostname is invalid.
    pub async fn db_connect_auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        self.token("DbConnect", config).await
    }

    /// Generates a token for the administrator, with the credentials and the region of `config` unless the generator has
    /// its own.
    ///
    /// # Errors
    ///
    /// Returns an error if there are no credentials, no region or no time source, or if the hostname is invalid.
    pub async fn db_connect_admin_auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        self.token("DbConnectAdmin", config).await
    }

    async fn token(&self, action: &str, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        let hostname = &self.config.hostname;
        let region = self.config.region.as_ref().or(config.region()).cloned();
        let request = Request {
            signing_name: "dsql",
            target: format!("{hostname}/?Action={action}"),
            region: region.ok_or("no region is set")?,
            credentials: self.config.credentials.clone(),
            expires_in: Duration::from_secs(self.config.expires_in.unwrap_or(DEFAULT_SECONDS)),
        };
        request.into_token(config).await
    }
}

/// The cluster that tokens are for.
#[derive(Debug, Clone)]
pub struct Config {
    credentials: Option<SharedCredentialsProvider>,
    hostname: String,
    region: Option<Region>,
    expires_in: Option<u64>,
}

impl Config {
    /// Creates a builder with no values set.
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }

    /// Returns the credentials that sign tokens.
    pub fn credentials(&self) -> Option<SharedCredentialsProvider> {
        self.credentials.clone()
    }

    /// Returns the hostname of the cluster.
    pub fn hostname(&self) -> &str {
        &self.hostname
    }

    /// Returns the region of the cluster.
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// Returns the number of seconds that a token is valid.
    pub fn expires_in(&self) -> Option<u64> {
        self.expires_in
    }
}

/// A builder for [`Config`].
#[derive(Debug, Default)]
pub struct ConfigBuilder {
    credentials: Option<SharedCredentialsProvider>,
    hostname: Option<String>,
    region: Option<Region>,
    expires_in: Option<u64>,
}

impl ConfigBuilder {
    /// Sets the credentials that sign tokens. The default is those of the `SdkConfig`.
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(SharedCredentialsProvider::new(credentials));
        self
    }

    /// Sets the hostname of the cluster.
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Sets the region of the cluster. The default is that of the `SdkConfig`.
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Sets the number of seconds that a token is valid, which is 900 by default.
    pub fn expires_in(mut self, expires_in: u64) -> Self {
        self.expires_in = Some(expires_in);
        self
    }

    /// Builds the configuration.
    ///
    /// # Errors
    ///
    /// Returns an error if the hostname was not set.
    pub fn build(self) -> Result<Config, BoxError> {
        Ok(Config {
            credentials: self.credentials,
            hostname: self.hostname.ok_or("hostname was not set")?,
            region: self.region,
            expires_in: self.expires_in,
        })
    }
}
