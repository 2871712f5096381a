//! Adds checksums to requests: in a header if the body is in memory, otherwise in a trailer after the body.

mod chunked;

use aws_runtime::auth::PayloadSigningOverride;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::base64;
use aws_smithy_types::checksum_config::RequestChecksumCalculation;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use self::chunked::Chunked;
use crate::runtime::checksum_algorithm::{Algorithm, Digest, wrap};

/// The beginning of the names of headers that contain a checksum.
const CHECKSUM_PREFIX: &str = "x-amz-checksum-";

/// Adds a checksum to the request, unless the user has set one.
#[derive(Debug)]
pub(crate) struct RequestChecksum {
    /// The header with the algorithm, which the user can set.
    pub(crate) algorithm_header: &'static str,
    /// Whether the service rejects requests without a checksum.
    pub(crate) required: bool,
}

/// The algorithm that is chosen for the request, which `modify_before_signing` reads.
impl Storable for Algorithm {
    type Storer = StoreReplace<Self>;
}

impl Intercept for RequestChecksum {
    fn name(&self) -> &'static str {
        "RequestChecksumInterceptor"
    }

    // The user agent, which lists the features, is set by an interceptor that runs before `modify_before_signing`.
    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let calculation = cfg.load::<RequestChecksumCalculation>().copied().unwrap_or_default();
        let state = cfg.interceptor_state();
        state.store_append(calculation_feature(calculation));
        if let Some(algorithm) = self.choose(calculation, context.request_mut())? {
            state.store_append(algorithm.feature());
            state.store_put(algorithm);
        }
        Ok(())
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(&algorithm) = cfg.load::<Algorithm>() else {
            return Ok(());
        };
        let request = context.request_mut();
        match request.body().bytes() {
            Some(body) => {
                let mut digest = Digest::new(algorithm);
                digest.update(body);
                let checksum = base64::encode(digest.finish());
                request.headers_mut().insert(algorithm.header(), checksum);
            }
            None => {
                add_trailer(request, algorithm)?;
                cfg.interceptor_state().store_put(PayloadSigningOverride::StreamingUnsignedPayloadTrailer);
            }
        }
        Ok(())
    }
}

impl RequestChecksum {
    /// Returns the algorithm that the user chose, or the default if a checksum is needed anyway. Sets the header of the
    /// algorithm in both cases.
    fn choose(
        &self,
        calculation: RequestChecksumCalculation,
        request: &mut HttpRequest,
    ) -> Result<Option<Algorithm>, BoxError> {
        let headers = request.headers_mut();
        if headers.iter().any(|(name, _)| name.starts_with(CHECKSUM_PREFIX)) {
            return Ok(None);
        }
        if let Some(name) = headers.get(self.algorithm_header) {
            return Algorithm::from_name(name).map(Some);
        }
        if !self.required && calculation == RequestChecksumCalculation::WhenRequired {
            return Ok(None);
        }
        headers.insert(self.algorithm_header, "CRC32");
        Ok(Some(Algorithm::Crc32))
    }
}

impl Algorithm {
    /// Returns the algorithm with this name, in upper or lower case.
    fn from_name(name: &str) -> Result<Self, BoxError> {
        let mut all = Self::ALL.into_iter();
        let found = all.find(|algorithm| {
            let own = algorithm.header().strip_prefix(CHECKSUM_PREFIX);
            own.is_some_and(|own| own.eq_ignore_ascii_case(name))
        });
        found.ok_or_else(|| format!("the checksum algorithm `{name}` is not supported").into())
    }

    /// Returns the feature that the user agent reports.
    fn feature(self) -> SmithySdkFeature {
        match self {
            Self::Crc64Nvme => SmithySdkFeature::FlexibleChecksumsReqCrc64,
            Self::Crc32C => SmithySdkFeature::FlexibleChecksumsReqCrc32c,
            Self::Crc32 => SmithySdkFeature::FlexibleChecksumsReqCrc32,
            Self::Sha1 => SmithySdkFeature::FlexibleChecksumsReqSha1,
            Self::Sha256 => SmithySdkFeature::FlexibleChecksumsReqSha256,
        }
    }
}

fn calculation_feature(calculation: RequestChecksumCalculation) -> SmithySdkFeature {
    match calculation {
        RequestChecksumCalculation::WhenRequired => SmithySdkFeature::FlexibleChecksumsReqWhenRequired,
        // A setting of a later runtime means the default.
        _ => SmithySdkFeature::FlexibleChecksumsReqWhenSupported,
    }
}

/// Encodes the body as one chunk, followed by a trailer with its checksum.
fn add_trailer(request: &mut HttpRequest, algorithm: Algorithm) -> Result<(), BoxError> {
    let given = || request.headers().get("content-length").and_then(|length| length.parse().ok());
    let Some(length) = request.body().content_length().or_else(given) else {
        return Err("a stream with a checksum must have a length that is known before it is sent".into());
    };
    let headers = request.headers_mut();
    headers.insert("x-amz-trailer", algorithm.header());
    headers.insert("x-amz-decoded-content-length", length.to_string());
    headers.insert("content-length", chunked::encoded_len(length, algorithm).to_string());
    headers.append("content-encoding", "aws-chunked");
    wrap(request.body_mut(), move |body| Chunked::new(body, length, algorithm));
    Ok(())
}
