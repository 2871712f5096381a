//! Checksums of requests: in a header if the body is in memory, otherwise in a trailer behind the body.

use aws_runtime::auth::PayloadSigningOverride;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::checksum_config::RequestChecksumCalculation;
use aws_smithy_types::config_bag::ConfigBag;

use super::algorithm::Algorithm;
use super::chunked::{self, Chunked};

/// Whether the service refuses requests without a checksum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Optional,
    Required,
}

/// Adds a checksum to the request, unless the user has set one.
#[derive(Debug)]
pub(crate) struct RequestChecksum {
    /// The header with the algorithm that the user chose, if there is a choice.
    pub(crate) algorithm_header: Option<&'static str>,
    pub(crate) need: Need,
}

impl Intercept for RequestChecksum {
    fn name(&self) -> &'static str {
        "RequestChecksumInterceptor"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        if request.headers().iter().any(|(name, _)| name.starts_with("x-amz-checksum-")) {
            return Ok(());
        }
        let Some(algorithm) = self.algorithm(request, cfg)? else {
            return Ok(());
        };
        if let Some(header) = self.algorithm_header {
            request.headers_mut().insert(header, algorithm.name());
        }
        match request.body().bytes() {
            Some(body) => {
                let checksum = algorithm.checksum(body);
                request.headers_mut().insert(algorithm.header(), checksum);
                Ok(())
            }
            None => {
                cfg.interceptor_state().store_put(PayloadSigningOverride::StreamingUnsignedPayloadTrailer);
                add_trailer(request, algorithm)
            }
        }
    }
}

impl RequestChecksum {
    /// The algorithm that the user chose, or the default if the request is to have a checksum anyway.
    fn algorithm(&self, request: &HttpRequest, cfg: &ConfigBag) -> Result<Option<Algorithm>, BoxError> {
        let chosen = self.algorithm_header.and_then(|header| request.headers().get(header));
        if let Some(name) = chosen {
            let algorithm = Algorithm::from_name(name);
            return algorithm
                .ok_or_else(|| format!("the checksum algorithm `{name}` is unknown").into())
                .map(Some);
        }
        let calculation = cfg.load::<RequestChecksumCalculation>().copied().unwrap_or_default();
        let is_needed =
            self.need == Need::Required || calculation == RequestChecksumCalculation::WhenSupported;
        Ok(is_needed.then_some(Algorithm::Crc32))
    }
}

/// Encodes the body as one chunk, followed by a trailer with its checksum.
pub(crate) fn add_trailer(request: &mut HttpRequest, algorithm: Algorithm) -> Result<(), BoxError> {
    let Some(length) = request.body().content_length() else {
        return Err("a stream needs a length that is known beforehand to be sent with a checksum".into());
    };
    let headers = request.headers_mut();
    headers.insert("x-amz-trailer", algorithm.header());
    headers.insert("x-amz-decoded-content-length", length.to_string());
    headers.insert("content-length", chunked::encoded_len(length, algorithm).to_string());
    headers.append("content-encoding", "aws-chunked");
    let body = std::mem::replace(request.body_mut(), SdkBody::taken());
    *request.body_mut() =
        body.map_preserve_contents(move |body| SdkBody::from_body_1_x(Chunked::new(body, length, algorithm)));
    Ok(())
}
