//! Tokens by which a service recognizes a repeated request: made here, and put into inputs which
//! have none.

use std::sync::{Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, Input,
};
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

/// Makes the tokens of idempotent requests.
///
/// By default these are random UUIDs. For tests, `From<&'static str>` makes every token the same,
/// and [`with_seed`](Self::with_seed) makes them a fixed sequence.
#[derive(Debug)]
pub struct IdempotencyTokenProvider {
    inner: Inner,
}

#[derive(Debug)]
enum Inner {
    Fixed(&'static str),
    Random(Mutex<fastrand::Rng>),
}

impl IdempotencyTokenProvider {
    /// Makes the same token always.
    pub fn fixed(token: &'static str) -> Self {
        Self { inner: Inner::Fixed(token) }
    }

    /// Makes random tokens.
    pub fn random() -> Self {
        Self::with_rng(fastrand::Rng::new())
    }

    /// Makes the sequence of tokens which belongs to `seed`.
    pub fn with_seed(seed: u64) -> Self {
        Self::with_rng(fastrand::Rng::with_seed(seed))
    }

    fn with_rng(rng: fastrand::Rng) -> Self {
        Self { inner: Inner::Random(Mutex::new(rng)) }
    }

    /// Makes a token.
    pub fn make_idempotency_token(&self) -> String {
        match &self.inner {
            Inner::Fixed(token) => (*token).to_owned(),
            Inner::Random(rng) => {
                let mut rng = rng.lock().unwrap_or_else(PoisonError::into_inner);
                uuid_v4(rng.u128(..))
            }
        }
    }
}

/// Writes a UUID whose hexadecimal digits are those of `random`, the lowest first.
fn uuid_v4(mut random: u128) -> String {
    let mut uuid = String::with_capacity(36);
    for position in 0..36 {
        match position {
            8 | 13 | 18 | 23 => uuid.push('-'),
            14 => uuid.push('4'),
            _ => {
                let variant = if position == 19 { 0b1000 } else { 0 };
                let digit = (random & 0xF) as u32 | variant;
                uuid.push(char::from_digit(digit, 16).expect("a hexadecimal digit has four bits"));
                random >>= 4;
            }
        }
    }
    uuid
}

/// A copy of a random provider has a seed of its own, so that no two make the same tokens.
impl Clone for IdempotencyTokenProvider {
    fn clone(&self) -> Self {
        match &self.inner {
            Inner::Fixed(token) => Self::fixed(token),
            Inner::Random(_) => Self::random(),
        }
    }
}

impl From<&'static str> for IdempotencyTokenProvider {
    fn from(token: &'static str) -> Self {
        Self::fixed(token)
    }
}

impl Storable for IdempotencyTokenProvider {
    type Storer = StoreReplace<Self>;
}

/// Puts a token into an input which has none.
pub(crate) type SetToken = fn(&mut Input, &IdempotencyTokenProvider);

#[derive(Debug)]
struct IdempotencyTokenInterceptor(SetToken);

impl Intercept for IdempotencyTokenInterceptor {
    fn name(&self) -> &'static str {
        "IdempotencyTokenInterceptor"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let provider = cfg.load::<IdempotencyTokenProvider>().expect("every client has a provider");
        (self.0)(context.input_mut(), provider);
        Ok(())
    }
}

/// The plugin of operations whose input has a token.
pub(crate) fn plugin(set_token: SetToken) -> StaticRuntimePlugin {
    StaticRuntimePlugin::new().with_runtime_components(
        RuntimeComponentsBuilder::new("IdempotencyTokenRuntimePlugin")
            .with_interceptor(IdempotencyTokenInterceptor(set_token)),
    )
}
