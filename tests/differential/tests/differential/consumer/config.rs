//! Converts a plain setup into a configuration of the crate.

use super::sdk::config::{Builder, Region};
use crate::harness::setup::{FixedId, Setup};

/// Creates a builder with the settings of the setup.
pub(crate) fn builder(setup: &Setup) -> Builder {
    let mut builder = Builder::new();
    // `None` would unset the setting, which hides the client's setting in an override.
    macro_rules! set {
        ($($setter:ident($value:expr);)*) => {
            $(if let Some(value) = $value {
                builder.$setter(Some(value));
            })*
        };
    }
    set! {
        set_region(setup.region.map(Region::new));
        set_endpoint_url(setup.endpoint_url.map(Into::into));
        set_use_fips(setup.use_fips);
        set_use_dual_stack(setup.use_dual_stack);
        set_app_name(setup.app_name.clone());
        set_behavior_version(setup.behavior_version);
        set_credentials_provider(setup.credentials.clone());
        set_retry_config(setup.retry.clone());
        set_timeout_config(setup.timeouts.clone());
        set_sleep_impl(setup.sleep.clone());
        set_time_source(setup.time.clone());
        set_stalled_stream_protection(setup.stalled_streams.clone());
    }
    if setup.unset_region {
        builder.set_region(None);
    }
    if setup.fixed_ids {
        builder = builder.invocation_id_generator(FixedId);
    }
    for interceptor in &setup.interceptors {
        builder.push_interceptor(interceptor.clone());
    }
    for classifier in &setup.retry_classifiers {
        builder.push_retry_classifier(classifier.clone());
    }
    builder
}
