//! `Thing` and its builder.

use std::collections::HashMap;

use aws_smithy_types::DateTime;

use super::ThingKind;
use crate::runtime::builder::builder;

/// A thing, or a part of one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The name of the thing. It is unique among the parts of another thing.
    pub name: String,

    /// Its kind.
    pub kind: Option<ThingKind>,

    /// When it was last changed.
    pub changed_at: Option<DateTime>,

    /// The tags of the thing.
    pub tags: Option<HashMap<String, String>>,
}

builder! {
    /// Builder of [`Thing`].
    #[derive(Clone, Debug, Default, PartialEq)]
    ThingBuilder tries Thing;

    /// The name of the thing. Required.
    "Name" => name, set_name, get_name: String = text, required;

    /// Its kind.
    "Kind" => kind, set_kind, get_kind: ThingKind;

    /// When it was last changed.
    "ChangedAt" => changed_at, set_changed_at, get_changed_at: DateTime;

    /// The tags of the thing.
    "Tags" => tags, set_tags, get_tags: HashMap<String, String> = map(impl Into<String>, impl Into<String>);
}
