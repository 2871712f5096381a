//! Decides which numbers and booleans have a default of zero, and which required members may be absent.
//!
//! In AWS's Smithy models, the traits `default` and `clientOptional` answer both questions. botocore's models have `box` where
//! a value can certainly be absent, and otherwise don't carry that information. With few exceptions the answers depend on
//! the service and on the member's target, so they are data: [`ServiceFacts`](super::service_facts::ServiceFacts).
//!
//! | presence of structure members, 333 services | same as in the Smithy model | different |
//! |---|---|---|
//! | rules that guess from `box`, `required` and names | 139,304 | 5,005 |
//! | facts for each service | 144,206 | 103 |
//!
//! Most of the 103 have a default that isn't zero, which botocore's models don't have; they become optional. For a service
//! that is not in the table, nothing is taken to be zero: an `Option` that is never needed loses no value, and a zero that
//! was never set must not be sent. By that rule alone, 95 of 100 members come out as in the Smithy model.

use serde_json::Value;

use super::super::Traits;
use super::super::traits::Marker;
use super::file::MemberEntry;
use super::member::Container;

/// Returns the zero of a number or boolean.
pub(super) fn zero(r#type: &str) -> Option<Value> {
    match r#type {
        "boolean" => Some(Value::Bool(false)),
        "byte" | "short" | "integer" | "long" | "float" | "double" => Some(Value::from(0)),
        _ => None,
    }
}

/// Sets the traits of a member that decide about its presence.
///
/// A default is always that of the member's target. So it is one that isn't sent, like those of Smithy 1.0 models.
pub(super) fn set_presence(
    container: &Container<'_>,
    name: &str,
    entry: &MemberEntry,
    traits: &mut Traits,
) {
    if !container.is_structure {
        return;
    }
    if container.required.iter().any(|required| required == name) {
        traits.required = Some(Marker);
        let is_optional = container.context.facts.required_is_client_optional;
        traits.client_optional = is_optional.then_some(Marker);
    }
    if !entry.r#box {
        let target = container.context.targets.get(&entry.shape);
        traits.default = target.and_then(|target| target.default.clone());
    }
}
