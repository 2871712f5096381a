//! Which numbers and booleans have a default of zero, as well as that can be told from a botocore file.
//!
//! Smithy has a trait for it. botocore has `box` where a value may certainly be absent; where `box` isn't, the
//! Smithy model may have a default or may not, because AWS took defaults away in one and not in the other. The rules
//! of [`default`] come from comparing the files of eight services (connect, eks, lambda, wisdom, xray,
//! bedrock-runtime, sso, sts) with the types in the official Rust crates, inputs left out:
//!
//! | rule | has a default | has none |
//! |---|---|---|
//! | `box` on the member or its target | 4 | **184** |
//! | the target is called `Nullable…` | 0 | **70** |
//! | required | **29** | 5 |
//! | the target is called after its type | **47** | 3 |
//! | any other | 23 | **65** |
//!
//! So 395 of 430 members come out right; zero for whatever isn't boxed would make 283 of them, no default at all 327.
//! A wrong one is an `Option` too many or too few in the generated types.

use serde_json::Value;

use super::Target;

/// What decides about a structure's member, beside the shape it targets.
pub(super) struct Place<'a> {
    /// The name of the shape that the member targets.
    pub target_name: &'a str,
    /// `box` on the member.
    pub boxed: bool,
    /// Whether the structure lists the member as required.
    pub required: bool,
}

/// The default of a member that is a number or a boolean and is taken to have one.
///
/// - `box` on the member or its target: none.
/// - A target called `Nullable…`: none, whether or not it is boxed.
/// - A required member: zero.
/// - A target that is called after its type, such as `Boolean`: zero. These stem from times before `box`.
/// - Any other: none. If that is wrong, no value is lost: it can be absent as well.
pub(super) fn default(target: &Target, place: &Place<'_>) -> Option<Value> {
    let zero = zero(&target.r#type)?;
    if place.boxed || target.boxed || place.target_name.starts_with("Nullable") {
        return None;
    }
    (place.required || is_called_after_type(place.target_name, &target.r#type)).then_some(zero)
}

fn zero(r#type: &str) -> Option<Value> {
    match r#type {
        "boolean" => Some(Value::Bool(false)),
        "byte" | "short" | "integer" | "long" | "float" | "double" => Some(Value::from(0)),
        _ => None,
    }
}

/// `Boolean` for `boolean`; a shape `boolean` is made by the conversion out of Smithy's own, which has no default.
fn is_called_after_type(name: &str, r#type: &str) -> bool {
    name != r#type && name.eq_ignore_ascii_case(r#type)
}
