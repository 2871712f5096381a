//! Adds what the model of STS doesn't say: credentials must not be logged, and some requests are sent without them.

use super::hide;
use crate::model::Model;
use crate::model::traits::{ErrorKind, Retryable};

/// The operations whose input proves the identity of the caller. Their requests are sent without credentials.
const UNSIGNED: [&str; 2] = ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"];

/// The error that the identity provider didn't answer in time, which is worth another try.
const NO_ANSWER: &str = "IDPCommunicationErrorException";

pub(super) fn adjust_model(model: &mut Model) {
    hide(model, "Credentials");
    for (id, shape) in &mut model.shapes {
        let traits = &mut shape.traits;
        if UNSIGNED.contains(&id.name()) {
            traits.auth = Some(Vec::new());
        }
        if id.name() == NO_ANSWER && traits.error.is_some() {
            traits.error = Some(ErrorKind::Server);
            traits.retryable = Some(Retryable::default());
        }
    }
}
