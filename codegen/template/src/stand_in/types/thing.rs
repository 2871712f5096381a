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

impl Thing {
    /// Creates a builder.
    pub fn builder() -> ThingBuilder {
        ThingBuilder::default()
    }

    /// The name of the thing. See [`Self::name`](#structfield.name).
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its kind. See [`Self::kind`](#structfield.kind).
    pub fn kind(&self) -> Option<&ThingKind> {
        self.kind.as_ref()
    }

    /// When it was last changed. See [`Self::changed_at`](#structfield.changed_at).
    pub fn changed_at(&self) -> Option<&DateTime> {
        self.changed_at.as_ref()
    }

    /// The tags of the thing. See [`Self::tags`](#structfield.tags).
    pub fn tags(&self) -> Option<&HashMap<String, String>> {
        self.tags.as_ref()
    }
}

builder! {
    /// Builder of [`Thing`].
    #[derive(Clone, Debug, Default, PartialEq)]
    ThingBuilder tries Thing;

    /// The name of the thing. Required.
    name, set_name, get_name: String = one(impl Into<String>), required;

    /// Its kind.
    kind, set_kind, get_kind: ThingKind = one(ThingKind);

    /// When it was last changed.
    changed_at, set_changed_at, get_changed_at: DateTime = one(DateTime);

    /// The tags of the thing.
    tags, set_tags, get_tags: HashMap<String, String> = insert(impl Into<String>, impl Into<String>);
}
