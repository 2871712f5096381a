//! The settings that not every service has.

pub(crate) mod api_key;
pub(crate) mod basic_auth;
pub(crate) mod bearer_token;
pub(crate) mod checksum;
pub(crate) mod compression;
pub(crate) mod endpoint;
pub(crate) mod environment_token;

use aws_types::sdk_config::SdkConfig;

use super::Builder;
pub use basic_auth::Login;
pub use bearer_token::{ProvideToken, SharedTokenProvider, Token};
pub use checksum::{RequestChecksumCalculation, ResponseChecksumValidation};

/// Copies these settings from the configuration that all AWS clients share.
pub(super) fn copy(builder: &mut Builder, input: &SdkConfig) {
    api_key::copy(builder, input);
    basic_auth::copy(builder, input);
    bearer_token::copy(builder, input);
    environment_token::copy(builder, input);
    checksum::copy(builder, input);
    compression::copy(builder, input);
    endpoint::copy(builder, input);
}
