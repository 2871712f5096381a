//! Creates clients that call a test server.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use connect_slim::Client;
use connect_slim::config::retry::RetryConfig;
use connect_slim::config::timeout::TimeoutConfig;
use connect_slim::config::{
    AsyncSleep, Builder, Config, Credentials, Region, Sleep, StalledStreamProtectionConfig,
};

/// The access key ID of AWS's examples.
pub const ACCESS_KEY: &str = "AKIDEXAMPLE";
/// The secret access key of AWS's examples.
pub const SECRET_KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
/// The region of all clients in these tests.
pub const REGION: &str = "eu-west-2";

/// Returns the configuration of a client for the server at `url`, with retries as configured by `aws-config`.
pub fn config(url: &str) -> Builder {
    Config::builder()
        .behavior_version_latest()
        .region(Region::new(REGION))
        .credentials_provider(Credentials::new(
            ACCESS_KEY, SECRET_KEY, None, None, "tests",
        ))
        .endpoint_url(url)
        .retry_config(RetryConfig::standard())
}

/// Creates a client that doesn't retry.
pub fn client(url: &str) -> Client {
    Client::from_conf(config(url).retry_config(RetryConfig::disabled()).build())
}

/// Returns the configuration of a client that doesn't wait before it retries. Timeouts are disabled, since they sleep too.
pub fn retrying(url: &str, sleep: &NoSleep) -> Builder {
    config(url)
        .sleep_impl(sleep.clone())
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
}

/// Counts the sleeps before retries without sleeping.
#[derive(Debug, Clone, Default)]
pub struct NoSleep(Arc<AtomicUsize>);

/// The time limit for loading credentials. No retry in these tests waits as long.
const CREDENTIALS_TIMEOUT: Duration = Duration::from_secs(5);

impl NoSleep {
    /// The number of sleeps.
    pub fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

impl AsyncSleep for NoSleep {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration >= CREDENTIALS_TIMEOUT {
            return Sleep::new(std::future::pending());
        }
        self.0.fetch_add(1, Ordering::SeqCst);
        Sleep::new(std::future::ready(()))
    }
}
