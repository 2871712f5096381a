//! Configuration of request compression, for the operations that compress.

use aws_smithy_types::config_bag::{Storable, StoreReplace};
use aws_types::sdk_config::SdkConfig;

use super::{Builder, Config};

/// Whether requests are sent as they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableRequestCompression(pub(crate) bool);

impl Storable for DisableRequestCompression {
    type Storer = StoreReplace<Self>;
}

/// The size of a body from which on it is compressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestMinCompressionSizeBytes(pub(crate) u32);

impl Storable for RequestMinCompressionSizeBytes {
    type Storer = StoreReplace<Self>;
}

impl Config {
    /// Whether requests are sent uncompressed, if it was set.
    pub fn disable_request_compression(&self) -> Option<bool> {
        let setting = self.config.load::<DisableRequestCompression>();
        setting.map(|setting| setting.0)
    }

    /// The size in bytes from which on a request's body is compressed, if it was set.
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        let setting = self.config.load::<RequestMinCompressionSizeBytes>();
        setting.map(|setting| setting.0)
    }
}

impl Builder {
    /// Sets whether to send requests uncompressed; by default they are compressed.
    pub fn disable_request_compression(
        mut self,
        disable_request_compression: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_request_compression(disable_request_compression.into());
        self
    }

    /// As [`disable_request_compression`](Self::disable_request_compression); `None` takes it back.
    pub fn set_disable_request_compression(
        &mut self,
        disable_request_compression: Option<bool>,
    ) -> &mut Self {
        let setting = disable_request_compression.map(DisableRequestCompression);
        self.config.store_or_unset(setting);
        self
    }

    /// Sets the size in bytes from which on a request's body is compressed: 10,240 by default, and
    /// 10,485,760 at most.
    pub fn request_min_compression_size_bytes(
        mut self,
        request_min_compression_size_bytes: impl Into<Option<u32>>,
    ) -> Self {
        self.set_request_min_compression_size_bytes(request_min_compression_size_bytes.into());
        self
    }

    /// As [`request_min_compression_size_bytes`](Self::request_min_compression_size_bytes); `None`
    /// takes it back.
    pub fn set_request_min_compression_size_bytes(
        &mut self,
        request_min_compression_size_bytes: Option<u32>,
    ) -> &mut Self {
        let setting = request_min_compression_size_bytes.map(RequestMinCompressionSizeBytes);
        self.config.store_or_unset(setting);
        self
    }
}

/// Takes the settings over from the configuration that all AWS clients share.
pub(super) fn copy_settings(builder: &mut Builder, input: &SdkConfig) {
    builder
        .set_disable_request_compression(input.disable_request_compression())
        .set_request_min_compression_size_bytes(input.request_min_compression_size_bytes());
}
