//! Signs requests in other ways than most services require.

use aws_runtime::auth::{SigV4OperationSigningConfig, SigningOptions};

use crate::config::Layer;

/// How the requests of an operation are signed.
pub(crate) struct Signing {
    /// Whether the path is signed as it is sent, instead of being normalized and encoded once more.
    pub(crate) literal_path: bool,
    /// Whether the header `x-amz-content-sha256` is sent.
    pub(crate) body_hash: bool,
}

impl Signing {
    /// Stores the options where the signer looks for them.
    pub(crate) fn store_in(self, layer: &mut Layer) {
        let mut signing_options = SigningOptions::default();
        signing_options.double_uri_encode = !self.literal_path;
        signing_options.normalize_uri_path = !self.literal_path;
        signing_options.content_sha256_header = self.body_hash;
        layer.store_put(SigV4OperationSigningConfig { signing_options, ..Default::default() });
    }
}
