//! Tokens by which a service recognizes a repeated request.

use std::sync::{Mutex, PoisonError};

use aws_smithy_types::config_bag::{Storable, StoreReplace};
use fastrand::Rng;

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
    Random(Mutex<Rng>),
}

impl IdempotencyTokenProvider {
    /// Makes the same token always.
    pub fn fixed(token: &'static str) -> Self {
        Self { inner: Inner::Fixed(token) }
    }

    /// Makes random tokens.
    pub fn random() -> Self {
        Self { inner: Inner::Random(Mutex::default()) }
    }

    /// Makes the sequence of tokens that belongs to `seed`.
    pub fn with_seed(seed: u64) -> Self {
        Self { inner: Inner::Random(Mutex::new(Rng::with_seed(seed))) }
    }

    /// Makes a token.
    pub fn make_idempotency_token(&self) -> String {
        match &self.inner {
            Inner::Fixed(token) => (*token).to_owned(),
            Inner::Random(rng) => uuid_v4(rng.lock().unwrap_or_else(PoisonError::into_inner).u128(..)),
        }
    }
}

/// Writes a UUID whose hexadecimal digits are those of `random`, the lowest first.
fn uuid_v4(mut random: u128) -> String {
    let mut digit = |position| match position {
        8 | 13 | 18 | 23 => '-',
        14 => '4',
        _ => {
            let variant = if position == 19 { 0b1000 } else { 0 };
            let digit = (random & 0xF) as u32 | variant;
            random >>= 4;
            char::from_digit(digit, 16).expect("a hexadecimal digit has four bits")
        }
    };
    (0..36).map(&mut digit).collect()
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
