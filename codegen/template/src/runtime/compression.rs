//! Compresses the bodies of requests of operations that support it.

use std::io::Write;

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::config::service_settings::compression::{
    DisableRequestCompression, RequestMinCompressionSizeBytes,
};

const DEFAULT_MIN_SIZE: u32 = 10_240;
const GREATEST_MIN_SIZE: u32 = 10_485_760;

/// Compresses the body with gzip if it has at least the minimum size.
#[derive(Debug)]
pub(crate) struct Gzip;

impl Intercept for Gzip {
    fn name(&self) -> &'static str {
        "RequestCompressionInterceptor"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let is_disabled = cfg.load::<DisableRequestCompression>();
        if is_disabled.is_some_and(|setting| setting.0) {
            return Ok(());
        }
        let request = context.request_mut();
        let min_size = min_size(cfg)?;
        match request.body().bytes() {
            Some(body) if body.len() >= min_size => {
                let compressed = compress(body)?;
                replace_body(request, compressed);
            }
            // A stream is sent as it is.
            Some(_) | None => return Ok(()),
        }
        cfg.interceptor_state().store_append(SmithySdkFeature::GzipRequestCompression);
        Ok(())
    }
}

fn min_size(cfg: &ConfigBag) -> Result<usize, BoxError> {
    let size = cfg.load::<RequestMinCompressionSizeBytes>().map_or(DEFAULT_MIN_SIZE, |setting| setting.0);
    if size > GREATEST_MIN_SIZE {
        let error =
            format!("the least size of bodies to compress is {size}, but may be {GREATEST_MIN_SIZE} at most");
        return Err(error.into());
    }
    Ok(usize::try_from(size)?)
}

fn compress(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body)?;
    encoder.finish()
}

fn replace_body(request: &mut HttpRequest, body: Vec<u8>) {
    let headers = request.headers_mut();
    headers.append("content-encoding", "gzip");
    headers.insert("content-length", body.len().to_string());
    *request.body_mut() = SdkBody::from(body);
}
