//! Clients as users make them, pointed at a server of ours.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use connect_slim::Client;
use connect_slim::config::retry::RetryConfig;
use connect_slim::config::timeout::TimeoutConfig;
use connect_slim::config::{
    AsyncSleep, Builder, Config, Credentials, Region, Sleep, StalledStreamProtectionConfig,
};

/// The key of AWS's examples.
pub const ACCESS_KEY: &str = "AKIDEXAMPLE";
/// The secret of AWS's examples.
pub const SECRET_KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
/// The region of all clients here.
pub const REGION: &str = "eu-west-2";

/// Configuration of a client for the server at `url`, as a user of `aws-config` gets it: with retries.
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

/// A client that makes one attempt.
pub fn client(url: &str) -> Client {
    Client::from_conf(config(url).retry_config(RetryConfig::disabled()).build())
}

/// Configuration of a client that doesn't wait before it retries. Timeouts are off, since they sleep as well.
pub fn retrying(url: &str, sleep: &NoSleep) -> Builder {
    config(url)
        .sleep_impl(sleep.clone())
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
}

/// Counts the sleeps before retries, and takes none.
#[derive(Debug, Clone, Default)]
pub struct NoSleep(Arc<AtomicUsize>);

/// The time to load credentials. No retry in these tests waits as long.
const CREDENTIALS_TIMEOUT: Duration = Duration::from_secs(5);

impl NoSleep {
    /// How often it was asked for sleep.
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
