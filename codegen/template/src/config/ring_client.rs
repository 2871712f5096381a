//! The HTTPS client of the feature `ring-https-client`.

use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

use super::SharedHttpClient;

/// Creates an HTTPS client that uses rustls with *ring*, which compiles faster than aws-lc and needs neither CMake nor
/// a C++ compiler.
///
/// Clients of this crate use it by default if the feature `default-https-client` is disabled. Pass it to
/// `aws_config::defaults(…).http_client(…)` if credentials are fetched over the network too. Clones of the returned
/// client share its connections.
#[cfg_attr(docsrs, doc(cfg(feature = "ring-https-client")))]
pub fn ring_https_client() -> SharedHttpClient {
    Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https()
}
