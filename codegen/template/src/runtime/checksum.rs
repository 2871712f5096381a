//! Adds the MD5 of the body to requests of operations that require a checksum.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::base64;
use aws_smithy_types::config_bag::ConfigBag;
use md5::{Digest, Md5};

/// Sets `Content-MD5` unless it is already set.
#[derive(Debug)]
pub(crate) struct Md5Checksum;

impl Intercept for Md5Checksum {
    fn name(&self) -> &'static str {
        "HttpChecksumRequiredInterceptor"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        if request.headers().contains_key("content-md5") {
            return Ok(());
        }
        let Some(body) = request.body().bytes() else {
            return Err("the operation requires a checksum, which a stream can't have".into());
        };
        let checksum = base64::encode(Md5::digest(body));
        request.headers_mut().insert("content-md5", checksum);
        Ok(())
    }
}
