//! `Thing` and its builder.

use std::collections::HashMap;

use aws_smithy_types::DateTime;
use aws_smithy_types::error::operation::BuildError;

use super::ThingKind;

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

    /// As [`name`](Self::name); `None` takes it back.
    pub fn set_name(mut self, name: Option<String>) -> Self {
        self.name = name;
        self
    }

    /// What [`name`](Self::name) has been set to.
    pub fn get_name(&self) -> &Option<String> {
        &self.name
    }

    /// Its kind.
    pub fn kind(mut self, kind: ThingKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// As [`kind`](Self::kind); `None` takes it back.
    pub fn set_kind(mut self, kind: Option<ThingKind>) -> Self {
        self.kind = kind;
        self
    }

    /// What [`kind`](Self::kind) has been set to.
    pub fn get_kind(&self) -> &Option<ThingKind> {
        &self.kind
    }

    /// When it was last changed.
    pub fn changed_at(mut self, changed_at: DateTime) -> Self {
        self.changed_at = Some(changed_at);
        self
    }

    /// As [`changed_at`](Self::changed_at); `None` takes it back.
    pub fn set_changed_at(mut self, changed_at: Option<DateTime>) -> Self {
        self.changed_at = changed_at;
        self
    }

    /// What [`changed_at`](Self::changed_at) has been set to.
    pub fn get_changed_at(&self) -> &Option<DateTime> {
        &self.changed_at
    }

    /// Adds an entry to [`tags`](Thing#structfield.tags): the tags of the thing.
    pub fn tags(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.tags.get_or_insert_default().insert(key.into(), value.into());
        self
    }

    /// Sets the whole map of [`tags`](Self::tags).
    pub fn set_tags(mut self, tags: Option<HashMap<String, String>>) -> Self {
        self.tags = tags;
        self
    }

    /// What [`tags`](Self::tags) has been set to.
    pub fn get_tags(&self) -> &Option<HashMap<String, String>> {
        &self.tags
    }

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
