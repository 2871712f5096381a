//! Converts the configuration that all AWS clients share into that of this client.

use aws_types::{sdk_config::SdkConfig, service_config::ServiceConfigKey};

use super::{Builder, service_settings};
use crate::meta;

impl From<&SdkConfig> for Builder {
    fn from(input: &SdkConfig) -> Self {
        let mut builder = Builder::default();
        builder
            .set_credentials_provider(input.credentials_provider())
            .set_region(input.region().cloned())
            .set_use_fips(input.use_fips())
            .set_use_dual_stack(input.use_dual_stack())
            .set_endpoint_url(endpoint_url(input))
            .set_retry_config(input.retry_config().cloned())
            .set_timeout_config(input.timeout_config().cloned())
            .set_sleep_impl(input.sleep_impl())
            .set_http_client(input.http_client())
            .set_time_source(input.time_source())
            .set_behavior_version(input.behavior_version())
            .set_auth_scheme_preference(input.auth_scheme_preference().cloned())
            .set_app_name(input.app_name().cloned());
        // Setting `None` would take away the default.
        if let Some(config) = input.stalled_stream_protection() {
            builder.set_stalled_stream_protection(Some(config));
        }
        if let Some(cache) = input.identity_cache() {
            builder.set_identity_cache(cache);
        }
        service_settings::copy(&mut builder, input);
        builder
    }
}

/// A URL set in code wins; then the service's own of environment or profile; then the one for all services.
fn endpoint_url(input: &SdkConfig) -> Option<String> {
    let shared = || input.endpoint_url().map(str::to_owned);
    if input.get_origin("endpoint_url").is_client_config() {
        return shared();
    }
    let key = ServiceConfigKey::builder()
        .service_id(meta::SERVICE_ID)
        .env("AWS_ENDPOINT_URL")
        .profile("endpoint_url")
        .build()
        .expect("all fields are set");
    input.service_config().and_then(|config| config.load_config(key)).or_else(shared)
}
