//! Resolves the checksums of an operation's messages:
//! <https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait>.

use std::collections::BTreeSet;

use super::operation::Source;
use super::protocol::Bindings;
use super::shapes::Kind;
use crate::error::ProblemKind;
use crate::ir::{ChecksumAlgorithm, Checksums, RequestChecksum, ResponseChecksum};
use crate::model;
use crate::model::traits::HttpChecksum;
use crate::validate::{Checker, Reported};

/// The value of the member that asks for a checksum of the response.
const ENABLED: &str = "ENABLED";

/// Resolves the traits `httpChecksum` and `httpChecksumRequired`. Reports members that don't exist or that no header
/// contains.
pub(super) fn resolve(
    checker: &mut Checker<'_>,
    operation: Source<'_, '_>,
    bindings: Bindings,
) -> Result<Checksums, Reported> {
    let default = HttpChecksum::default();
    let checksum = operation.traits.http_checksum.as_ref();
    let mut finder = Finder {
        checker,
        operation,
        bindings,
        unsupported: BTreeSet::new(),
    };
    let request = finder.request(checksum.unwrap_or(&default));
    let response = finder.response(checksum.unwrap_or(&default));
    let (request, response) = (request?, response?);
    if checksum.is_some() && request.is_none() && response.is_none() {
        let message = "has a checksum neither for the request nor for the response";
        return Err(finder.report(message));
    }
    Ok(Checksums {
        request,
        response,
        unsupported: finder.unsupported,
    })
}

struct Finder<'a, 'c, 'm> {
    checker: &'a mut Checker<'c>,
    operation: Source<'a, 'm>,
    bindings: Bindings,
    unsupported: BTreeSet<String>,
}

impl<'m> Finder<'_, '_, 'm> {
    /// Returns the checksum of the request. Without a member that chooses the algorithm, it is an MD5.
    fn request(&mut self, checksum: &HttpChecksum) -> Result<Option<RequestChecksum>, Reported> {
        let traits = self.operation.traits;
        let required =
            checksum.request_checksum_required || traits.http_checksum_required.is_some();
        match &checksum.request_algorithm_member {
            Some(name) => {
                let (algorithm_header, values) = self.header("request algorithm", name)?;
                self.algorithms(values.into_iter());
                Ok(Some(RequestChecksum::Flexible {
                    algorithm_header,
                    required,
                }))
            }
            None if required => self.md5().map(Some),
            None => Ok(None),
        }
    }

    /// Reports an operation that needs the MD5 of a stream, which isn't known when the headers are sent.
    fn md5(&mut self) -> Result<RequestChecksum, Reported> {
        if self.operation.sends_stream() {
            let message = "an MD5 checksum of a body that is a stream".to_owned();
            let kind = ProblemKind::Unsupported(message);
            return Err(self.checker.report(self.operation.id, kind));
        }
        Ok(RequestChecksum::Md5)
    }

    /// Returns the checksum of the response.
    fn response(&mut self, checksum: &HttpChecksum) -> Result<Option<ResponseChecksum>, Reported> {
        let names = &checksum.response_algorithms;
        let name = match &checksum.request_validation_mode_member {
            Some(name) => name,
            None if names.is_empty() => return Ok(None),
            None => return Err(self.report("has response algorithms, but no validation mode")),
        };
        let (mode_header, values) = self.header("validation mode", name)?;
        if !values.contains(&ENABLED) {
            let message = format!("has a validation mode `{name}` without the value `{ENABLED}`");
            return Err(self.report(&message));
        }
        let algorithms = self.algorithms(names.iter().map(String::as_str));
        if algorithms.is_empty() {
            return Err(self.report("has a validation mode, but no supported response algorithm"));
        }
        Ok(Some(ResponseChecksum {
            mode_header,
            algorithms,
        }))
    }

    /// Returns the header to which a member of the input is bound, in lowercase, and the values of its enum.
    fn header(&mut self, role: &str, name: &str) -> Result<(String, Vec<&'m str>), Reported> {
        let Source { resolver, .. } = self.operation;
        let mut members = self.operation.input_members().iter();
        let Some(member) = members.find(|member| member.name == name) else {
            let input = self.operation.input.id().name();
            let message = format!("has a {role} `{name}`, which is not a member of {input}");
            return Err(self.report(&message));
        };
        let Some(Kind::Enum(values)) = resolver.shape(member.target).map(|shape| &shape.kind)
        else {
            return Err(self.report(&format!("has a {role} `{name}`, which is not an enum")));
        };
        match &member.traits.http_header {
            Some(header) if self.bindings == Bindings::Http => {
                let values = values.iter().filter_map(model::Member::enum_value);
                Ok((header.to_lowercase(), values.collect()))
            }
            Some(_) | None => {
                let message = format!("has a {role} `{name}`, which is not bound to a header");
                Err(self.report(&message))
            }
        }
    }

    /// Returns the supported algorithms among those with these names, and records the other names.
    fn algorithms<'a>(&mut self, names: impl Iterator<Item = &'a str>) -> Vec<ChecksumAlgorithm> {
        let mut algorithms = Vec::new();
        for name in names {
            match ChecksumAlgorithm::from_name(name) {
                Some(algorithm) => algorithms.push(algorithm),
                None => drop(self.unsupported.insert(name.to_owned())),
            }
        }
        algorithms
    }

    fn report(&mut self, message: &str) -> Reported {
        let message = format!("the `httpChecksum` trait {message}");
        let kind = ProblemKind::Checksum(message);
        self.checker.report(self.operation.id, kind)
    }
}
