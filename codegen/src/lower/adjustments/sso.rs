//! Hides the credentials of SSO: its model doesn't say that they must not be logged.

use super::hide;
use crate::model::Model;

pub(super) fn adjust_model(model: &mut Model) {
    hide(model, "RoleCredentials");
}
