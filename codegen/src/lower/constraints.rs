//! Lowers the constraints of members, which are documentation: the service enforces them.

use crate::ir::Constraints;
use crate::model::SimpleKind;
use crate::model::traits::{Bounds, Traits};
use crate::select::shapes::{Kind, Shape};

/// Returns the constraints of a member, those of its target where it has none of its own.
pub(super) fn lower(member: &Traits, target: &Shape<'_>) -> Constraints {
    let length = member.length.as_ref().or(target.traits.length.as_ref());
    let range = member.range.as_ref().or(target.traits.range.as_ref());
    let pattern = member.pattern.as_ref().or(target.traits.pattern.as_ref());
    Constraints {
        length: length.and_then(|bounds| length_bound(bounds, unit(target))),
        range: range.and_then(range_bound),
        unique: target.traits.unique_items.is_some(),
        pattern: pattern.cloned(),
    }
}

/// What the length of a value counts, in the singular and in the plural.
fn unit(target: &Shape<'_>) -> [&'static str; 2] {
    match &target.kind {
        Kind::List(_) => ["item", "items"],
        Kind::Map { .. } => ["entry", "entries"],
        Kind::Simple(SimpleKind::Blob) => ["byte", "bytes"],
        Kind::Simple(_) | Kind::Enum(_) | Kind::IntEnum | Kind::Structure(_) | Kind::Union(_) => {
            ["character", "characters"]
        }
    }
}

fn length_bound(bounds: &Bounds, [singular, plural]: [&str; 2]) -> Option<String> {
    let (min, max) = texts(bounds);
    let unit = |number: &str| if number == "1" { singular } else { plural };
    Some(match (&min, &max) {
        (Some(min), Some(max)) if min == max => format!("exactly {min} {}", unit(min)),
        (Some(min), Some(max)) => format!("{min} to {max} {plural}"),
        (Some(min), None) => format!("at least {min} {}", unit(min)),
        (None, Some(max)) => format!("at most {max} {}", unit(max)),
        (None, None) => return None,
    })
}

fn range_bound(bounds: &Bounds) -> Option<String> {
    let (min, max) = texts(bounds);
    Some(match (&min, &max) {
        (Some(min), Some(max)) if min == max => format!("exactly {min}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => return None,
    })
}

fn texts(bounds: &Bounds) -> (Option<String>, Option<String>) {
    let text = |number: &serde_json::Number| number.to_string();
    (bounds.min.as_ref().map(text), bounds.max.as_ref().map(text))
}
