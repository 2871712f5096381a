//! Checksums of responses, which are verified while their bodies are read.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextMut, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::checksum_config::ResponseChecksumValidation;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::algorithm::{Algorithm, Digest};

/// Asks the service for a checksum, and verifies it.
#[derive(Debug)]
pub(crate) struct ResponseChecksum {
    /// The header that asks for a checksum.
    pub(crate) mode_header: &'static str,
    /// The algorithms that the service may use.
    pub(crate) algorithms: &'static [Algorithm],
}

/// Whether a checksum was asked for.
#[derive(Debug)]
struct IsEnabled(bool);

impl Storable for IsEnabled {
    type Storer = StoreReplace<Self>;
}

impl Intercept for ResponseChecksum {
    fn name(&self) -> &'static str {
        "ResponseChecksumInterceptor"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let validation = cfg.load::<ResponseChecksumValidation>().copied().unwrap_or_default();
        let headers = context.request_mut().headers_mut();
        if headers.get(self.mode_header).is_none() && validation == ResponseChecksumValidation::WhenSupported
        {
            headers.insert(self.mode_header, "ENABLED");
        }
        let mode = headers.get(self.mode_header).unwrap_or_default();
        let is_enabled = mode.eq_ignore_ascii_case("ENABLED");
        cfg.interceptor_state().store_put(IsEnabled(is_enabled));
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<IsEnabled>().is_some_and(|enabled| enabled.0) {
            self.verify(context.response_mut());
        }
        Ok(())
    }
}

impl ResponseChecksum {
    /// Lets the body verify its checksum, if the response has one. A checksum with a hyphen is one of the checksums of
    /// parts, which can't be verified.
    pub(crate) fn verify(&self, response: &mut HttpResponse) {
        let headers = response.headers();
        let found = Algorithm::ALL
            .into_iter()
            .filter(|algorithm| self.algorithms.contains(algorithm))
            .find_map(|algorithm| {
                let checksum = headers.get(algorithm.header())?;
                (!checksum.contains('-')).then(|| (algorithm, checksum.to_owned()))
            });
        let Some((algorithm, expected)) = found else { return };
        let body = std::mem::replace(response.body_mut(), SdkBody::taken());
        let verified = Verified { body, digest: Some(Digest::new(algorithm)), expected };
        *response.body_mut() = SdkBody::from_body_1_x(verified);
    }
}

/// A body that ends with an error if its checksum isn't the expected one.
struct Verified {
    body: SdkBody,
    /// Taken when the body ends.
    digest: Option<Digest>,
    expected: String,
}

impl Body for Verified {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        match &frame {
            Some(Ok(frame)) => {
                if let (Some(data), Some(digest)) = (frame.data_ref(), &mut self.digest) {
                    digest.update(data);
                }
            }
            Some(Err(_)) => {}
            None => {
                let actual = self.digest.take().map(Digest::finish);
                if let Some(actual) = actual.filter(|actual| *actual != self.expected) {
                    let expected = &self.expected;
                    let error = format!("the body's checksum is {actual}, but the header says {expected}");
                    return Poll::Ready(Some(Err(error.into())));
                }
            }
        }
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        match self.body.content_length() {
            Some(length) => SizeHint::with_exact(length),
            None => SizeHint::default(),
        }
    }
}
