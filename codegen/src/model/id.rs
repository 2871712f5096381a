//! Shape IDs: `namespace#Name`, with `$member` for members.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// An absolute shape ID, such as `com.amazonaws.connect#ListQueues`. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(from = "String", into = "String")]
pub struct ShapeId(Arc<str>);

impl ShapeId {
    /// Creates the ID of the shape `name` in `namespace`.
    pub fn new(namespace: &str, name: &str) -> Self {
        Self(format!("{namespace}#{name}").into())
    }

    /// Returns the part before `#`; empty if there is none.
    pub fn namespace(&self) -> &str {
        self.0
            .split_once('#')
            .map_or("", |(namespace, _)| namespace)
    }

    /// Returns the name of the shape, without namespace and member.
    pub fn name(&self) -> &str {
        let relative = self.0.split_once('#').map_or(&*self.0, |(_, name)| name);
        relative.split_once('$').map_or(relative, |(name, _)| name)
    }

    /// Returns the name of the member if this is the ID of a member.
    pub fn member_name(&self) -> Option<&str> {
        self.0.split_once('$').map(|(_, member)| member)
    }

    /// Returns the ID of this shape's member `name`.
    pub fn member(&self, name: &str) -> Self {
        Self(format!("{}${name}", self.0).into())
    }

    /// Whether this is the ID of a member.
    pub fn is_member(&self) -> bool {
        self.0.contains('$')
    }

    /// Returns the whole ID.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is `smithy.api#Unit`, which stands for "no input" and "no output".
    pub fn is_unit(&self) -> bool {
        &*self.0 == "smithy.api#Unit"
    }
}

impl From<&str> for ShapeId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl From<String> for ShapeId {
    fn from(id: String) -> Self {
        Self(id.into())
    }
}

impl From<ShapeId> for String {
    fn from(id: ShapeId) -> Self {
        id.0.as_ref().to_owned()
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
