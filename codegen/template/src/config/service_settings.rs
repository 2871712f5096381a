//! The settings that not every service has.

pub(crate) mod compression;
pub(crate) mod endpoint;

use aws_types::sdk_config::SdkConfig;

use super::Builder;

/// Copies these settings from the configuration that all AWS clients share.
pub(super) fn copy(builder: &mut Builder, input: &SdkConfig) {
    compression::copy(builder, input);
    endpoint::copy(builder, input);
}
