//! Sets defaults for tests (Cargo feature `test-util`): a fixed time, fixed tokens and fake credentials.

use std::time::{Duration, UNIX_EPOCH};

use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};

use super::{BehaviorVersion, Builder, Credentials, Region, SharedCredentialsProvider};

#[cfg_attr(docsrs, doc(cfg(feature = "test-util")))]
impl Builder {
    /// Sets the defaults for tests.
    pub fn with_test_defaults(mut self) -> Self {
        self.apply_test_defaults();
        self
    }

    /// As [`with_test_defaults`](Self::with_test_defaults).
    pub fn apply_test_defaults(&mut self) -> &mut Self {
        let time = StaticTimeSource::new(UNIX_EPOCH + Duration::from_secs(1_234_567_890));
        let credentials = SharedCredentialsProvider::new(Credentials::for_tests());
        self.config.store_put(AwsUserAgent::for_tests());
        self.set_idempotency_token_provider(Some("00000000-0000-4000-8000-000000000000".into()))
            .set_time_source(Some(SharedTimeSource::new(time)))
            .set_credentials_provider(Some(credentials))
            .set_behavior_version(Some(BehaviorVersion::latest()))
    }

    /// As [`with_test_defaults`](Self::with_test_defaults), and sets a region if there is none.
    pub fn with_test_defaults_v2(mut self) -> Self {
        self.apply_test_defaults_v2();
        self
    }

    /// As [`with_test_defaults_v2`](Self::with_test_defaults_v2).
    pub fn apply_test_defaults_v2(&mut self) -> &mut Self {
        self.apply_test_defaults();
        if self.config.load::<Region>().is_none() {
            self.set_region(Some(Region::from_static("us-east-1")));
        }
        self
    }
}
