//! Computes SHA-256 tree hashes, which Amazon S3 Glacier requires for uploads:
//! <https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html>

use std::fmt::Write as _;

use aws_runtime::auth::PayloadSigningOverride;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::orchestrator::LoadedRequestBody;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use sha2::{Digest, Sha256};

/// The size of the chunks that the leaves of the tree are the hashes of.
const CHUNK: usize = 1024 * 1024;

type Hash = [u8; 32];

/// Sets the headers `x-amz-sha256-tree-hash` and `x-amz-content-sha256`, unless they are set already.
#[derive(Debug)]
pub(crate) struct TreeHash;

impl Intercept for TreeHash {
    fn name(&self) -> &'static str {
        "GlacierTreeHashHeaderInterceptor"
    }

    /// Loads a streaming body into memory, because its hashes are sent before it.
    fn modify_before_serialization(
        &self,
        _context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_put(LoadedRequestBody::Requested);
        Ok(())
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(LoadedRequestBody::Loaded(body)) = cfg.load::<LoadedRequestBody>() else {
            return Err("the body was not loaded for its tree hash".into());
        };
        let (content, tree) = (hex(Sha256::digest(body).into()), hex(tree_hash(body)));
        let headers = context.request_mut().headers_mut();
        for (name, value) in [("x-amz-sha256-tree-hash", tree), ("x-amz-content-sha256", content.clone())] {
            if !headers.contains_key(name) {
                headers.insert(name, value);
            }
        }
        cfg.interceptor_state().store_put(PayloadSigningOverride::Precomputed(content));
        Ok(())
    }
}

/// Hashes the chunks of the body, and then pairs of hashes until one is left. A hash without a partner stays.
fn tree_hash(body: &[u8]) -> Hash {
    let mut hashes: Vec<Hash> = body.chunks(CHUNK).map(|chunk| Sha256::digest(chunk).into()).collect();
    while hashes.len() > 1 {
        hashes = hashes.chunks(2).map(join).collect();
    }
    hashes.pop().unwrap_or_else(|| Sha256::digest([]).into())
}

fn join(pair: &[Hash]) -> Hash {
    match pair {
        [only] => *only,
        pair => Sha256::digest(pair.concat()).into(),
    }
}

fn hex(hash: Hash) -> String {
    let mut text = String::with_capacity(2 * hash.len());
    for byte in hash {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
