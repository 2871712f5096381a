//! The arrangement of a member in XML and in form parameters. Other formats need the name of the member only.

use super::WireName;

/// How a member of a structure or union is arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The name as it is written. In XML, the declaration of a namespace follows it, and `@` precedes that of an attribute.
    pub written: WireName,
    /// Where the elements are in responses.
    pub read_nesting: Nesting,
    /// Where the elements are in requests.
    pub written_nesting: Nesting,
    /// The elements of the member's type.
    pub elements: Elements,
}

/// Where the elements of a list or map are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nesting {
    /// Inside a value of their own.
    Wrapped,
    /// Beside the other members, under the name of the list or map.
    Flattened,
}

/// The elements of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Elements {
    /// The type is neither a list nor a map.
    None,
    /// The items of a list.
    Items {
        /// The name of each item.
        name: Names,
        /// The elements of the items' type.
        elements: Box<Elements>,
    },
    /// The entries of a map.
    Entries {
        /// The name of the key.
        key: Names,
        /// The name of the value.
        value: Names,
        /// The elements of the values' type.
        elements: Box<Elements>,
    },
}

/// The names of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The name in responses.
    pub read: WireName,
    /// The name in requests, as in [`Layout::written`]; `None` if items are only numbered.
    pub written: Option<WireName>,
}

impl Layout {
    /// Creates the layout of a member in formats that need its name only.
    pub fn named(name: WireName) -> Self {
        Self {
            written: name,
            read_nesting: Nesting::Wrapped,
            written_nesting: Nesting::Wrapped,
            elements: Elements::None,
        }
    }
}
