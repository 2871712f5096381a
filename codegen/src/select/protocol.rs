//! Chooses the protocol of a service among those that its traits declare.

use crate::model::Traits;

/// A supported protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// `aws.protocols#restJson1`
    RestJson1,
}

/// Where a protocol sends the members of inputs and outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bindings {
    /// The `http` trait of the operation and the binding traits of members determine it.
    Http,
}

impl Protocol {
    /// All supported protocols. If a service declares several, the first of this list is used.
    pub const PRIORITY: [Self; 1] = [Self::RestJson1];

    /// Returns the protocol for a service with these traits, if it declares a supported one.
    pub fn of(service: &Traits) -> Option<Self> {
        let is_declared = |protocol: &Self| service.ids().any(|id| id == protocol.id());
        Self::PRIORITY.into_iter().find(is_declared)
    }

    /// Returns the ID of the protocol's trait.
    pub fn id(self) -> &'static str {
        match self {
            Self::RestJson1 => "aws.protocols#restJson1",
        }
    }

    /// Returns where the protocol sends members.
    pub fn bindings(self) -> Bindings {
        match self {
            Self::RestJson1 => Bindings::Http,
        }
    }
}

/// Returns the IDs of all protocols that a service declares, supported or not.
pub fn declared(traits: &Traits) -> Vec<&str> {
    let is_protocol =
        |id: &&str| id.starts_with("aws.protocols#") || id.starts_with("smithy.protocols#");
    traits.ids().filter(is_protocol).collect()
}
