//! Defines the settings of checksums, which services with flexible checksums have.

pub use aws_smithy_types::checksum_config::{RequestChecksumCalculation, ResponseChecksumValidation};
use aws_types::sdk_config::SdkConfig;

use crate::config::{Builder, Config};

impl Config {
    /// Returns when checksums of requests are calculated, if that was set.
    pub fn request_checksum_calculation(&self) -> Option<&RequestChecksumCalculation> {
        self.config.load::<RequestChecksumCalculation>()
    }

    /// Returns when checksums of responses are verified, if that was set.
    pub fn response_checksum_validation(&self) -> Option<&ResponseChecksumValidation> {
        self.config.load::<ResponseChecksumValidation>()
    }
}

impl Builder {
    /// Sets when checksums of requests are calculated. By default, they are calculated if the operation supports them.
    pub fn request_checksum_calculation(
        mut self,
        request_checksum_calculation: RequestChecksumCalculation,
    ) -> Self {
        self.set_request_checksum_calculation(Some(request_checksum_calculation));
        self
    }

    /// Sets or unsets [`request_checksum_calculation`](Self::request_checksum_calculation).
    pub fn set_request_checksum_calculation(
        &mut self,
        request_checksum_calculation: Option<RequestChecksumCalculation>,
    ) -> &mut Self {
        self.config.store_or_unset(request_checksum_calculation);
        self
    }

    /// Sets when checksums of responses are verified. By default, they are verified if the operation supports them.
    pub fn response_checksum_validation(
        mut self,
        response_checksum_validation: ResponseChecksumValidation,
    ) -> Self {
        self.set_response_checksum_validation(Some(response_checksum_validation));
        self
    }

    /// Sets or unsets [`response_checksum_validation`](Self::response_checksum_validation).
    pub fn set_response_checksum_validation(
        &mut self,
        response_checksum_validation: Option<ResponseChecksumValidation>,
    ) -> &mut Self {
        self.config.store_or_unset(response_checksum_validation);
        self
    }
}

/// Copies the settings from the configuration that all AWS clients share.
pub(super) fn copy(builder: &mut Builder, input: &SdkConfig) {
    builder
        .set_request_checksum_calculation(input.request_checksum_calculation())
        .set_response_checksum_validation(input.response_checksum_validation());
}
