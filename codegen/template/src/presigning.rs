//! Contains the types of presigned requests: signed requests that anyone can send for a limited time, without
//! credentials.
//!
//! Call `presigned` instead of `send` with a [`PresigningConfig`]. Only some operations have this method.

use std::fmt;
use std::time::{Duration, SystemTime};

use aws_smithy_runtime_api::http::Headers;

use crate::config::http::HttpRequest;
use crate::error::BoxError;

/// The longest time that the service accepts: a week.
const MAX_EXPIRES_IN: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The period in which a presigned request is valid.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PresigningConfig {
    start_time: SystemTime,
    expires_in: Duration,
}

impl PresigningConfig {
    /// Creates the configuration of a request that is valid for this long, beginning now.
    ///
    /// A request that is signed with temporary credentials expires with them, if that is earlier.
    ///
    /// # Errors
    ///
    /// Returns an error if the duration is longer than a week.
    pub fn expires_in(expires_in: Duration) -> Result<Self, PresigningConfigError> {
        Self::builder().expires_in(expires_in).build()
    }

    /// Creates a builder.
    pub fn builder() -> PresigningConfigBuilder {
        PresigningConfigBuilder::default()
    }

    /// Returns how long the request is valid.
    pub fn expires(&self) -> Duration {
        self.expires_in
    }

    /// Returns the time at which the request becomes valid.
    pub fn start_time(&self) -> SystemTime {
        self.start_time
    }
}

/// A builder of [`PresigningConfig`].
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct PresigningConfigBuilder {
    start_time: Option<SystemTime>,
    expires_in: Option<Duration>,
}

impl PresigningConfigBuilder {
    /// Sets the time at which the request becomes valid; the current time by default.
    pub fn start_time(mut self, start_time: SystemTime) -> Self {
        self.set_start_time(Some(start_time));
        self
    }

    /// Sets or clears the time at which the request becomes valid.
    pub fn set_start_time(&mut self, start_time: Option<SystemTime>) {
        self.start_time = start_time;
    }

    /// Sets how long the request is valid, at most a week. Required.
    ///
    /// A request that is signed with temporary credentials expires with them, if that is earlier.
    pub fn expires_in(mut self, expires_in: Duration) -> Self {
        self.set_expires_in(Some(expires_in));
        self
    }

    /// Sets or clears how long the request is valid.
    pub fn set_expires_in(&mut self, expires_in: Option<Duration>) {
        self.expires_in = expires_in;
    }

    /// Builds the configuration.
    ///
    /// # Errors
    ///
    /// Returns an error if the duration is missing or longer than a week.
    pub fn build(self) -> Result<PresigningConfig, PresigningConfigError> {
        let error = |kind| PresigningConfigError { kind };
        let expires_in = self.expires_in.ok_or_else(|| error(ErrorKind::Missing))?;
        if expires_in > MAX_EXPIRES_IN {
            return Err(error(ErrorKind::TooLong));
        }
        let start_time = self.start_time.unwrap_or_else(SystemTime::now);
        Ok(PresigningConfig { start_time, expires_in })
    }
}

/// The error of [`PresigningConfig`], if it can't be built.
#[derive(Debug)]
pub struct PresigningConfigError {
    kind: ErrorKind,
}

#[derive(Debug)]
enum ErrorKind {
    Missing,
    TooLong,
}

impl fmt::Display for PresigningConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ErrorKind::Missing => "`expires_in` is required",
            ErrorKind::TooLong => "`expires_in` must be no longer than one week",
        })
    }
}

impl std::error::Error for PresigningConfigError {}

/// A presigned request: its method, its URI, and the headers that must be sent with it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PresignedRequest {
    method: String,
    uri: String,
    headers: Headers,
}

impl PresignedRequest {
    /// Creates the presigned request from a signed one.
    pub(crate) fn new(request: &HttpRequest) -> Result<Self, BoxError> {
        let presigned = Self {
            method: request.method().to_owned(),
            uri: request.uri().to_owned(),
            headers: request.headers().clone(),
        };
        presigned.http_request(())?;
        Ok(presigned)
    }

    /// Returns the HTTP method.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Returns the URI, which contains the signature.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Returns the headers that must be sent, except `Host`, which the HTTP client derives from the URI.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter()
    }

    /// Creates an [`http::Request`] with this body.
    pub fn make_http_1x_request<B>(&self, body: B) -> http::Request<B> {
        self.http_request(body).expect("the request was checked when it was created")
    }

    /// Converts the request into an [`http::Request`] with this body.
    pub fn into_http_1x_request<B>(self, body: B) -> http::Request<B> {
        self.make_http_1x_request(body)
    }

    fn http_request<B>(&self, body: B) -> Result<http::Request<B>, http::Error> {
        let request = http::Request::builder().method(self.method()).uri(self.uri());
        self.headers().fold(request, |request, (name, value)| request.header(name, value)).body(body)
    }
}
