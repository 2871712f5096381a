//! The configuration: from shared configuration, through its builder, and back.

use std::time::Duration;

use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use aws_types::origin::Origin;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::runtime_support::{Replay, block_on};
use crate::config::{
    AppName, BehaviorVersion, Credentials, Region, RequestChecksumCalculation, ResponseChecksumValidation,
    SharedCredentialsProvider,
};
use crate::{Client, Config};

#[derive(Debug)]
struct ServiceUrl;

impl LoadServiceConfig for ServiceUrl {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let known = (key.service_id(), key.env(), key.profile());
        let asked = ("Things", "AWS_ENDPOINT_URL", "endpoint_url");
        (known == asked).then(|| "http://service.test".to_owned())
    }
}

#[test]
fn settings_come_from_the_shared_configuration() {
    let shared = SdkConfig::builder()
        .region(Region::from_static("eu-west-1"))
        .app_name(AppName::new("app").unwrap())
        .retry_config(RetryConfig::standard().with_max_attempts(7))
        .timeout_config(TimeoutConfig::builder().read_timeout(Duration::from_secs(2)).build())
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .response_checksum_validation(ResponseChecksumValidation::WhenRequired)
        .behavior_version(BehaviorVersion::latest())
        .build();
    let config = Config::new(&shared);
    assert_eq!(config.region(), Some(&Region::from_static("eu-west-1")));
    assert_eq!(config.app_name().unwrap().as_ref(), "app");
    assert_eq!(config.retry_config().unwrap().max_attempts(), 7);
    let read_timeout = config.timeout_config().unwrap().read_timeout();
    assert_eq!(read_timeout, Some(Duration::from_secs(2)));
    assert_eq!(config.request_checksum_calculation(), Some(&RequestChecksumCalculation::WhenRequired));
    assert_eq!(config.response_checksum_validation(), Some(&ResponseChecksumValidation::WhenRequired));
    assert!(config.sleep_impl().is_some());
    assert!(config.time_source().is_some(), "it has a default");
    assert!(config.http_client().is_none());
    assert_eq!(config.signing_name(), "things");
}

#[test]
fn a_url_in_code_wins_over_the_services_own_over_the_shared_one() {
    let url_with = |shared: aws_types::sdk_config::Builder| {
        let replay = Replay::new([(200, "{}")]);
        let shared = shared
            .http_client(replay.clone())
            .region(Region::from_static("eu-west-1"))
            .credentials_provider(SharedCredentialsProvider::new(Credentials::new(
                "k", "s", None, None, "test",
            )))
            .behavior_version(BehaviorVersion::latest())
            .build();
        let client = Client::new(&shared);
        block_on(client.list_things().thing_id("1").send()).unwrap();
        replay.requests().remove(0).uri().to_owned()
    };
    let shared = |origin: Origin| {
        let mut shared = SdkConfig::builder().endpoint_url("http://shared.test");
        shared.insert_origin("endpoint_url", origin);
        shared
    };
    let profile = Origin::shared_profile_file;
    assert_eq!(url_with(shared(profile())), "http://shared.test/things/1");
    assert_eq!(url_with(shared(profile()).service_config(ServiceUrl)), "http://service.test/things/1");
    let in_code = shared(Origin::shared_config()).service_config(ServiceUrl);
    assert_eq!(url_with(in_code), "http://shared.test/things/1");
}

#[test]
fn timeouts_are_merged_and_none_changes_nothing() {
    let seconds = Duration::from_secs;
    let read = TimeoutConfig::builder().read_timeout(seconds(1)).build();
    let connect = TimeoutConfig::builder().connect_timeout(seconds(2)).build();
    let mut builder = Config::builder().timeout_config(read).timeout_config(connect);
    builder.set_timeout_config(None).set_retry_config(None);
    let config = builder.build();
    let timeouts = config.timeout_config().unwrap();
    assert_eq!(timeouts.read_timeout(), Some(seconds(1)));
    assert_eq!(timeouts.connect_timeout(), Some(seconds(2)));
}

#[test]
fn a_configuration_converts_back_into_a_builder() {
    let replay = Replay::default();
    let config = replay.config().endpoint_url("http://a.test").build();
    let copy = config.to_builder().region(None).build();
    assert_eq!(copy.region(), None);
    assert!(copy.http_client().is_some());
    assert!(config.region().is_some(), "the original is as it was");
}

#[test]
fn a_configured_resolver_and_scheme_preference_are_kept() {
    let config = Config::builder()
        .endpoint_resolver(crate::config::endpoint::DefaultResolver::new())
        .auth_scheme_resolver(crate::config::auth::DefaultAuthSchemeResolver::default())
        .auth_scheme_preference(["sigv4"].map(aws_smithy_runtime_api::client::auth::AuthSchemeId::from))
        .build();
    config.endpoint_resolver();
    assert!(config.auth_scheme_resolver().is_some());
    assert!(config.auth_scheme_preference().is_some());
}

/// Nothing listens on port 1, so a client that has a connector fails with an I/O error.
#[cfg(all(feature = "ring-https-client", not(feature = "default-https-client")))]
#[test]
fn ring_client_is_the_default_http_client() {
    let config = Config::builder()
        .endpoint_url("https://127.0.0.1:1")
        .region(Region::from_static("eu-central-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .behavior_version_latest()
        .build();
    let call = Client::from_conf(config).list_things().thing_id("id").send();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let error = runtime.block_on(call).unwrap_err();
    let crate::error::SdkError::DispatchFailure(failure) = error else {
        panic!("a dispatch failure was expected, not {error:?}");
    };
    assert!(failure.is_io(), "{failure:?}");
}
