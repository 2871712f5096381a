//! Stand-in for the emitted settings that only the endpoint rules need, of which the made-up service has none.

use aws_types::sdk_config::SdkConfig;

use super::Builder;

/// Takes the settings over from the configuration that all AWS clients share.
pub(super) fn copy_settings(_: &mut Builder, _: &SdkConfig) {}
