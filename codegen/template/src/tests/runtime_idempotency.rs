//! Idempotency tokens.

use crate::Config;
use crate::runtime::idempotency_token::IdempotencyTokenProvider;

#[test]
fn random_tokens_are_uuids_of_version_4() {
    let token = IdempotencyTokenProvider::random().make_idempotency_token();
    let groups: Vec<_> = token.split('-').map(str::len).collect();
    assert_eq!(groups, [8, 4, 4, 4, 12]);
    assert_eq!(&token[14..15], "4");
    assert!("89abcdef".contains(&token[19..20]), "{token}");
}

#[test]
fn a_seed_fixes_the_sequence_which_the_official_sdk_makes() {
    let provider = IdempotencyTokenProvider::with_seed(123);
    let tokens = [(); 2].map(|()| provider.make_idempotency_token());
    assert_eq!(tokens, ["a5fdc145-174e-490e-ddf7-adaa143ba798", "0cd06120-2f35-40f1-f5cc-be9629d8035e"]);
}

#[test]
fn copies_of_a_random_provider_differ_and_those_of_a_fixed_one_do_not() {
    let random = IdempotencyTokenProvider::with_seed(1);
    let copy = random.clone();
    assert_ne!(random.make_idempotency_token(), copy.make_idempotency_token());
    let fixed = IdempotencyTokenProvider::from("token");
    assert_eq!(fixed.clone().make_idempotency_token(), "token");
    let _ = Config::builder().idempotency_token_provider("token").build();
}
