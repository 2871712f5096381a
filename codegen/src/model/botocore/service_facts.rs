//! Looks up facts about AWS's services that their botocore models don't contain.
//!
//! The table beside this file comes from comparing AWS's Smithy models of 2025-04-02 with the botocore models of the same day, over the 333
//! services that are in both. `codegen/tests/botocore/whole_aws/facts.rs` makes it and checks that it is up to date.

use std::collections::BTreeSet;

use super::file::ServiceFile;
use super::service;

const TABLE: &str = include_str!("service_facts.txt");

/// The known facts about a service.
#[derive(Default)]
pub(super) struct ServiceFacts {
    /// Whether the Smithy model has `clientOptional` on all required members.
    pub required_is_client_optional: bool,
    /// Whether URIs end in a slash in botocore's model alone.
    pub adds_slashes: bool,
    /// The structures that are unions in the Smithy model.
    pub unions: BTreeSet<&'static str>,
    /// The numbers and booleans that have a default of zero in the Smithy model.
    pub zeros: BTreeSet<&'static str>,
}

impl ServiceFacts {
    pub(super) fn of(file: &ServiceFile) -> Self {
        let id = service::sdk_id(&file.metadata);
        let mut lines = TABLE.lines();
        match lines.find_map(|line| line.strip_prefix(id)?.strip_prefix(':')) {
            Some(facts) => Self::parse(facts),
            None => Self::guess(file),
        }
    }

    fn parse(line: &'static str) -> Self {
        let mut facts = Self::default();
        for part in line.split(';') {
            let mut words = part.split_whitespace();
            match words.next() {
                Some("client-optional") => facts.required_is_client_optional = true,
                Some("adds-slashes") => facts.adds_slashes = true,
                Some("unions") => facts.unions = words.collect(),
                Some("zeros") => facts.zeros = words.collect(),
                Some(_) | None => {}
            }
        }
        facts
    }

    /// Guesses for a service that is not in the table. Nothing is taken to be zero or a union. Services whose shapes have
    /// names such as `__string` have a common origin, and 12 of the 15 known ones have `clientOptional` members.
    fn guess(file: &ServiceFile) -> Self {
        Self {
            required_is_client_optional: file
                .shapes
                .0
                .iter()
                .any(|(name, _)| name.starts_with("__")),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_can_be_read() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (_, facts) = line.split_once(':').expect("a colon after the service ID");
            let known = [
                "client-optional",
                "adds-slashes",
                "unions",
                "zeros",
                "as-modeled",
            ];
            for part in facts.split(';') {
                let kind = part.split_whitespace().next().expect("a kind of fact");
                assert!(known.contains(&kind), "{line}");
            }
        }
        let facts = ServiceFacts::parse(" client-optional; unions A B; zeros C");
        assert!(facts.required_is_client_optional && !facts.adds_slashes);
        assert_eq!(facts.unions, BTreeSet::from(["A", "B"]));
        assert_eq!(facts.zeros, BTreeSet::from(["C"]));
    }
}
