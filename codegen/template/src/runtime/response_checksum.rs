//! Verifies the checksums of responses while their bodies are read.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextMut, BeforeSerializationInterceptorContextMut,
    BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::base64;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::checksum_config::ResponseChecksumValidation;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::runtime::checksum_algorithm::{Algorithm, Digest, wrap};

/// Asks the service for a checksum, and verifies it.
#[derive(Debug)]
pub(crate) struct ResponseChecksum {
    /// The header that asks for a checksum.
    pub(crate) mode_header: &'static str,
    /// The algorithms that the service may use.
    pub(crate) algorithms: &'static [Algorithm],
}

/// The request asks for a checksum.
#[derive(Debug)]
struct Asked;

impl Storable for Asked {
    type Storer = StoreReplace<Self>;
}

impl Intercept for ResponseChecksum {
    fn name(&self) -> &'static str {
        "ResponseChecksumInterceptor"
    }

    // The user agent lists the features in the order in which they are reported. In the official SDK, this one is the
    // first.
    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let feature = match validation(cfg) {
            ResponseChecksumValidation::WhenRequired => SmithySdkFeature::FlexibleChecksumsResWhenRequired,
            // A setting of a later runtime means the default.
            _ => SmithySdkFeature::FlexibleChecksumsResWhenSupported,
        };
        cfg.interceptor_state().store_append(feature);
        Ok(())
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request_mut().headers_mut();
        if validation(cfg) != ResponseChecksumValidation::WhenRequired {
            headers.insert(self.mode_header, "ENABLED");
        }
        if headers.get(self.mode_header) == Some("ENABLED") {
            cfg.interceptor_state().store_put(Asked);
        }
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<Asked>().is_some() {
            self.verify(context.response_mut());
        }
        Ok(())
    }
}

fn validation(cfg: &ConfigBag) -> ResponseChecksumValidation {
    cfg.load::<ResponseChecksumValidation>().copied().unwrap_or_default()
}

impl ResponseChecksum {
    /// Makes the body verify its checksum, if the response has one.
    fn verify(&self, response: &mut HttpResponse) {
        let Some((algorithm, expected)) = self.expected(response) else {
            return;
        };
        wrap(response.body_mut(), move |body| Verified {
            body,
            digest: Some(Digest::new(algorithm)),
            expected: expected.clone(),
        });
    }

    /// Returns the checksum of the response. A checksum that isn't base64 is one of the checksums of parts, such as
    /// `DUoRhQ==-3`, which can't be verified.
    fn expected(&self, response: &HttpResponse) -> Option<(Algorithm, Vec<u8>)> {
        let headers = response.headers();
        let mut all = Algorithm::ALL.into_iter().filter(|algorithm| self.algorithms.contains(algorithm));
        let (algorithm, checksum) =
            all.find_map(|algorithm| Some((algorithm, headers.get(algorithm.header())?)))?;
        Some((algorithm, base64::decode(checksum).ok()?))
    }
}

/// A body that ends with an error if its checksum isn't the expected one.
struct Verified {
    body: SdkBody,
    /// The checksum so far; none after the end of the body.
    digest: Option<Digest>,
    expected: Vec<u8>,
}

impl Verified {
    /// Returns an error if the body is at its end and has another checksum.
    fn check(&mut self) -> Result<(), BoxError> {
        match self.digest.take().map(Digest::finish) {
            Some(actual) if actual != self.expected => {
                let (actual, expected) = (base64::encode(actual), base64::encode(&self.expected));
                Err(format!("the checksum of the body is {actual}, but the header says {expected}").into())
            }
            Some(_) | None => Ok(()),
        }
    }
}

impl Body for Verified {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(cx)) else {
            return Poll::Ready(self.check().err().map(Err));
        };
        let frame = frame?;
        if let (Some(data), Some(digest)) = (frame.data_ref(), &mut self.digest) {
            digest.update(data);
        }
        Poll::Ready(Some(Ok(frame)))
    }

    fn size_hint(&self) -> SizeHint {
        self.body.content_length().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
