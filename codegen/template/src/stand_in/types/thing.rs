//! `Thing` and its builder.

use std::collections::HashMap;

use aws_smithy_types::DateTime;
use aws_smithy_types::error::operation::BuildError;

use super::ThingKind;
use crate::runtime::accessors::accessors;

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

/// Builder of [`Thing`].
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingBuilder {
    pub(crate) name: Option<String>,
    pub(crate) kind: Option<ThingKind>,
    pub(crate) changed_at: Option<DateTime>,
    pub(crate) tags: Option<HashMap<String, String>>,
}

impl ThingBuilder {
    /// The name of the thing. Required.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    accessors!(name, set_name, get_name: Option<String>);

    /// Its kind.
    pub fn kind(mut self, kind: ThingKind) -> Self {
        self.kind = Some(kind);
        self
    }

    accessors!(kind, set_kind, get_kind: Option<ThingKind>);

    /// When it was last changed.
    pub fn changed_at(mut self, changed_at: DateTime) -> Self {
        self.changed_at = Some(changed_at);
        self
    }

    accessors!(changed_at, set_changed_at, get_changed_at: Option<DateTime>);

    /// Adds an entry to [`tags`](Thing#structfield.tags): the tags of the thing.
    pub fn tags(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.tags.get_or_insert_default().insert(key.into(), value.into());
        self
    }

    accessors!(tags, set_tags, get_tags: Option<HashMap<String, String>>);

    /// Builds the structure.
    ///
    /// # Errors
    ///
    /// [`BuildError`] if [`name`](Self::name) is missing.
    pub fn build(self) -> Result<Thing, BuildError> {
        Ok(Thing {
            name: self.name.ok_or_else(|| {
                BuildError::missing_field(
                    "name",
                    "name was not specified but it is required when building Thing",
                )
            })?,
            kind: self.kind,
            changed_at: self.changed_at,
            tags: self.tags,
        })
    }
}
