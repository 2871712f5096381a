//! Defines the structure `Thing` and its builder.

/// A thing, or a part of one.
#[non_exhaustive]
#[derive(Clone, PartialEq, Debug)]
pub struct Thing {
    /// The name of the thing.
    ///
    /// It is unique among the parts of another thing.
    pub name: String,
    /// Its kind.
    pub kind: Option<crate::types::ThingKind>,
    /// When it was last changed.
    pub changed_at: Option<crate::primitives::DateTime>,
    /// The tags of the thing.
    pub tags: Option<std::collections::HashMap<String, String>>,
}

impl Thing {
    /// The name of the thing.
    ///
    /// See [`Thing::name`](field@Thing::name).
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its kind.
    pub fn kind(&self) -> Option<&crate::types::ThingKind> {
        self.kind.as_ref()
    }

    /// When it was last changed.
    pub fn changed_at(&self) -> Option<&crate::primitives::DateTime> {
        self.changed_at.as_ref()
    }

    /// The tags of the thing.
    pub fn tags(&self) -> Option<&std::collections::HashMap<String, String>> {
        self.tags.as_ref()
    }

    /// Creates a builder for [`Thing`] with no values set.
    pub fn builder() -> ThingBuilder {
        Default::default()
    }
}

/// A builder for [`Thing`].
#[derive(Clone, PartialEq, Default, Debug)]
#[non_exhaustive]
pub struct ThingBuilder {
    pub(crate) name: Option<String>,
    pub(crate) kind: Option<crate::types::ThingKind>,
    pub(crate) changed_at: Option<crate::primitives::DateTime>,
    pub(crate) tags: Option<std::collections::HashMap<String, String>>,
}

impl ThingBuilder {
    /// The name of the thing. Required.
    ///
    /// See [`Thing::name`](field@Thing::name).
    pub fn name(mut self, input: impl Into<String>) -> Self {
        self.name = Some(input.into());
        self
    }

    /// Sets or clears `name`.
    pub fn set_name(mut self, input: Option<String>) -> Self {
        self.name = input;
        self
    }

    /// Returns the value of `name` that was set.
    pub fn get_name(&self) -> &Option<String> {
        &self.name
    }

    /// Its kind.
    pub fn kind(mut self, input: crate::types::ThingKind) -> Self {
        self.kind = Some(input);
        self
    }

    /// Sets or clears `kind`.
    pub fn set_kind(mut self, input: Option<crate::types::ThingKind>) -> Self {
        self.kind = input;
        self
    }

    /// Returns the value of `kind` that was set.
    pub fn get_kind(&self) -> &Option<crate::types::ThingKind> {
        &self.kind
    }

    /// When it was last changed.
    pub fn changed_at(mut self, input: crate::primitives::DateTime) -> Self {
        self.changed_at = Some(input);
        self
    }

    /// Sets or clears `changed_at`.
    pub fn set_changed_at(mut self, input: Option<crate::primitives::DateTime>) -> Self {
        self.changed_at = input;
        self
    }

    /// Returns the value of `changed_at` that was set.
    pub fn get_changed_at(&self) -> &Option<crate::primitives::DateTime> {
        &self.changed_at
    }

    /// The tags of the thing.
    ///
    /// Adds an entry; to replace all entries, use [`set_tags`](Self::set_tags).
    pub fn tags(mut self, k: impl Into<String>, v: impl Into<String>) -> Self {
        self.tags.get_or_insert_default().insert(k.into(), v.into());
        self
    }

    /// Sets or clears `tags`.
    pub fn set_tags(mut self, input: Option<std::collections::HashMap<String, String>>) -> Self {
        self.tags = input;
        self
    }

    /// Returns the value of `tags` that was set.
    pub fn get_tags(&self) -> &Option<std::collections::HashMap<String, String>> {
        &self.tags
    }

    /// Builds the [`Thing`].
    ///
    /// # Errors
    ///
    /// Returns an error if one of these was not set:
    ///
    /// - [`name`](Self::name)
    pub fn build(self) -> Result<Thing, crate::error::BuildError> {
        Ok(Thing {
            name: self.name.ok_or_else(|| {
                crate::error::BuildError::missing_field(
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
