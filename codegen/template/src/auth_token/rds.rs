//! Tokens for databases of RDS with IAM authentication.

use std::time::Duration;

use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::token::{AuthToken, Request};
use crate::error::BoxError;

/// The longest time that RDS accepts a token, in seconds.
const MAX_SECONDS: u64 = 900;

/// The characters that are encoded in queries: all but the unreserved ones of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Generates tokens for a user of a database.
#[derive(Debug)]
pub struct AuthTokenGenerator {
    config: Config,
}

impl AuthTokenGenerator {
    /// Creates a generator.
    pub fn new(config: Config) -> Self {
        Self { config }
    }

    /// Generates a token, with the credentials and the region of `config` unless the generator has its own.
    ///
    /// If neither has a region, it is `us-east-1`, as in the official SDK.
    ///
    /// # Errors
    ///
    /// Returns an error if there are no credentials or no time source, or if the hostname is invalid.
    pub async fn auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        let Config { hostname, port, username, .. } = &self.config;
        let username = utf8_percent_encode(username, RESERVED);
        let region = self.config.region.as_ref().or(config.region()).cloned();
        let seconds = self.config.expires_in.unwrap_or(MAX_SECONDS).min(MAX_SECONDS);
        let request = Request {
            signing_name: "rds-db",
            target: format!("{hostname}:{port}/?Action=connect&DBUser={username}"),
            region: region.unwrap_or(Region::from_static("us-east-1")),
            credentials: self.config.credentials.clone(),
            expires_in: Duration::from_secs(seconds),
        };
        request.into_token(config).await
    }
}

/// The database and the user that tokens are for.
#[derive(Debug, Clone)]
pub struct Config {
    credentials: Option<SharedCredentialsProvider>,
    hostname: String,
    port: u64,
    region: Option<Region>,
    username: String,
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

    /// Returns the hostname of the database.
    pub fn hostname(&self) -> &str {
        &self.hostname
    }

    /// Returns the port of the database.
    pub fn port(&self) -> u64 {
        self.port
    }

    /// Returns the region of the database.
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// Returns the name of the user.
    pub fn username(&self) -> &str {
        &self.username
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
    port: Option<u64>,
    region: Option<Region>,
    username: Option<String>,
    expires_in: Option<u64>,
}

impl ConfigBuilder {
    /// Sets the credentials that sign tokens. The default is those of the `SdkConfig`.
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(SharedCredentialsProvider::new(credentials));
        self
    }

    /// Sets the hostname of the database.
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Sets the port of the database.
    pub fn port(mut self, port: u64) -> Self {
        self.port = Some(port);
        self
    }

    /// Sets the region of the database. The default is that of the `SdkConfig`.
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Sets the name of the user.
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// Sets the number of seconds that a token is valid, at most 900, which is the default.
    pub fn expires_in(mut self, expires_in: u64) -> Self {
        self.expires_in = Some(expires_in);
        self
    }

    /// Builds the configuration.
    ///
    /// # Errors
    ///
    /// Returns an error if the hostname, the port or the name of the user was not set.
    pub fn build(self) -> Result<Config, BoxError> {
        Ok(Config {
            credentials: self.credentials,
            hostname: self.hostname.ok_or("hostname was not set")?,
            port: self.port.ok_or("port was not set")?,
            region: self.region,
            username: self.username.ok_or("username was not set")?,
            expires_in: self.expires_in,
        })
    }
}
