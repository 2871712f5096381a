//! Defines the settings of request compression, which services with compressed operations have.

use aws_smithy_types::config_bag::{Storable, StoreReplace};
use aws_types::sdk_config::SdkConfig;

use crate::config::{Builder, Config};

/// Whether requests are sent uncompressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableRequestCompression(pub(crate) bool);

impl Storable for DisableRequestCompression {
    type Storer = StoreReplace<Self>;
}

/// The minimum size of a body that is compressed, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestMinCompressionSizeBytes(pub(crate) u32);

impl Storable for RequestMinCompressionSizeBytes {
    type Storer = StoreReplace<Self>;
}

impl Config {
    /// Returns whether requests are sent uncompressed, if that was set.
    pub fn disable_request_compression(&self) -> Option<bool> {
        let setting = self.config.load::<DisableRequestCompression>();
        setting.map(|setting| setting.0)
    }

    /// Returns the minimum size in bytes of a request body that is compressed, if it was set.
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        let setting = self.config.load::<RequestMinCompressionSizeBytes>();
        setting.map(|setting| setting.0)
    }
}

impl Builder {
    /// Sets whether to send requests uncompressed. By default they are compressed.
    pub fn disable_request_compression(
        mut self,
        disable_request_compression: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_request_compression(disable_request_compression.into());
        self
    }

    /// Sets or unsets [`disable_request_compression`](Self::disable_request_compression).
    pub fn set_disable_request_compression(
        &mut self,
        disable_request_compression: Option<bool>,
    ) -> &mut Self {
        let setting = disable_request_compression.map(DisableRequestCompression);
        self.config.store_or_unset(setting);
        self
    }

    /// Sets the minimum size in bytes of a request body that is compressed: 10,240 by default, and
    /// 10,485,760 at most.
    pub fn request_min_compression_size_bytes(
        mut self,
        request_min_compression_size_bytes: impl Into<Option<u32>>,
    ) -> Self {
        self.set_request_min_compression_size_bytes(request_min_compression_size_bytes.into());
        self
    }

    /// Sets or unsets
    /// [`request_min_compression_size_bytes`](Self::request_min_compression_size_bytes).
    pub fn set_request_min_compression_size_bytes(
        &mut self,
        request_min_compression_size_bytes: Option<u32>,
    ) -> &mut Self {
        let setting = request_min_compression_size_bytes.map(RequestMinCompressionSizeBytes);
        self.config.store_or_unset(setting);
        self
    }
}

/// Copies the settings from the configuration that all AWS clients share.
pub(super) fn copy(builder: &mut Builder, input: &SdkConfig) {
    builder
        .set_disable_request_compression(input.disable_request_compression())
        .set_request_min_compression_size_bytes(input.request_min_compression_size_bytes());
}
