//! Lets the services of Bedrock read a bearer token from the environment variable that they share.

use crate::ir::{AuthScheme, Crate};

/// The name of these services in signatures, which the variable ends with.
const SIGNING_NAME: &str = "bedrock";

pub(super) fn adjust(lowered: &mut Crate) {
    if lowered.service.signing_name == SIGNING_NAME {
        let accepts_tokens = lowered.auth_schemes().contains(&&AuthScheme::Bearer);
        lowered.service.token_in_environment = accepts_tokens;
    }
}
