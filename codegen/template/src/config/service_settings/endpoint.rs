//! The settings that only the endpoint rules read. The sample service has none.

use aws_types::sdk_config::SdkConfig;

use crate::config::Builder;

/// Copies the settings from the configuration that all AWS clients share.
pub(super) fn copy(_: &mut Builder, _: &SdkConfig) {}
