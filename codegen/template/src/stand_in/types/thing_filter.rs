//! `ThingFilter`.

use super::ThingKind;
use crate::primitives::tagged_union::tagged_union;

/// Which things to list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingFilter {
    /// Those of this kind.
    Kind(ThingKind),

    /// Those whose name contains this text.
    Name(String),

    /// A variant which is not in the model of this version; it can't be sent.
    #[non_exhaustive]
    Unknown,
}

tagged_union! {
    ThingFilter is one of;

    /// The kind of the things.
    "Kind" => Kind, as_kind, is_kind: ThingKind;

    /// The text that the names contain.
    "Name" => Name, as_name, is_name: String;
}
