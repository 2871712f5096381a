//! The model of SSO doesn't say that credentials must not be logged.

use super::hide;
use crate::model::Model;

pub(super) fn adjust_model(model: &mut Model) {
    hide(model, "RoleCredentials");
}
