//! Defines the problems of models and configurations. Every problem contains the file and, if there is one, the shape.

use std::fmt;

use crate::model::ShapeId;

/// All problems found in one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(Vec<Problem>);

impl Errors {
    /// Returns `Ok` if there are no problems, otherwise an error with all of them.
    pub(crate) fn check(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems.into())
        }
    }

    /// Returns the problems in the order in which they were found.
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }
}

impl From<Problem> for Errors {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// A problem that was found via several paths, such as one of a shape that two operations use, is listed once.
impl From<Vec<Problem>> for Errors {
    fn from(problems: Vec<Problem>) -> Self {
        let mut once: Vec<Problem> = Vec::new();
        for problem in problems {
            if !once.contains(&problem) {
                once.push(problem);
            }
        }
        Self(once)
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let line_break = if index == 0 { "" } else { "\n" };
            write!(f, "{line_break}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

/// One problem and its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}{kind}", .shape.as_ref().map(|id| format!("{id}: ")).unwrap_or_default())]
pub struct Problem {
    /// The model file.
    pub file: String,
    /// The shape or member that has the problem.
    pub shape: Option<ShapeId>,
    /// The kind of problem, with its details.
    pub kind: ProblemKind,
}

/// The kinds of problems.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The file cannot be read as a model.
    #[error("{0}")]
    Unreadable(String),
    /// A reference to a shape that isn't in the model.
    #[error("refers to `{0}`, which is not in the model; add the shape or correct the reference")]
    Unresolved(ShapeId),
    /// A reference to a shape of the wrong type.
    #[error("refers to `{target}` as {role}, but it is {} {found}", article(.found))]
    WrongKind {
        /// The shape referred to.
        target: ShapeId,
        /// The role that the shape was referred to in.
        role: &'static str,
        /// The type of the shape.
        found: &'static str,
    },
    /// The model has no service, or several of which none was chosen.
    #[error("{}", service_count(.0))]
    ServiceCount(Vec<ShapeId>),
    /// The model has no service with the chosen ID.
    #[error("the model has no service `{id}`; it has {}", list(.found))]
    UnknownService {
        /// The chosen ID.
        id: ShapeId,
        /// The services of the model.
        found: Vec<ShapeId>,
    },
    /// The service has no operation of that name.
    #[error("the service has no operation `{name}`{}", nearest(.similar))]
    UnknownOperation {
        /// The name.
        name: String,
        /// Operations with similar names, the nearest first.
        similar: Vec<String>,
    },
    /// Two models to compare describe different services.
    #[error(
        "the models describe different services ({expected} and {found}); compare two states of one service"
    )]
    OtherService {
        /// The service of the old model.
        expected: String,
        /// The service of the new model.
        found: String,
    },
    /// No operation was selected.
    #[error("no operations selected; name some or select all")]
    NoOperations,
    /// All operations of the service were selected, and all of them were skipped.
    #[error("none of the service's operations is supported")]
    AllSkipped,
    /// The service has none of the supported protocols.
    #[error(
        "the service's protocol is {0}; the supported protocols are restJson1, restXml, awsJson1_0, awsJson1_1, awsQuery, ec2Query and rpcv2Cbor"
    )]
    Protocol(String),
    /// A trait or shape type that changes behavior and isn't supported.
    #[error("unsupported: {0}")]
    Unsupported(String),
    /// An operation that was skipped because it needs something unsupported.
    #[error("skipped: {0}")]
    Skipped(String),
    /// The official SDK has additions to the service that the generated crate lacks.
    #[error("unlike the official crate, the generated one doesn't have {0}")]
    NotAdjusted(&'static str),
    /// A shape lacks a trait that it must have.
    #[error("is missing the required trait `{0}`")]
    MissingTrait(&'static str),
    /// The `paginated` trait doesn't fit the operation.
    #[error("{0}")]
    Pagination(String),
    /// A waiter doesn't fit the operation.
    #[error("{0}")]
    Waiter(String),
    /// The `httpChecksum` trait doesn't fit the operation.
    #[error("{0}")]
    Checksum(String),
    /// The model has algorithms of checksums that the generated crate doesn't have.
    #[error(
        "the checksum algorithms {0} are unsupported: calls that choose one fail, and responses with one aren't verified"
    )]
    ChecksumAlgorithms(String),
    /// The `http` trait or a binding doesn't fit the operation.
    #[error("{0}")]
    Binding(String),
    /// Two shapes or members map to the same Rust name. A service can rename shapes, but not members.
    #[error(
        "maps to the same Rust name `{name}` as `{other}`; rename one of them in the {}",
        if .other.is_member() { "model" } else { "service's `rename` map" }
    )]
    NameClash {
        /// The Rust name.
        name: String,
        /// The other shape or member.
        other: ShapeId,
    },
    /// Lists or maps contain each other in a way that no Rust type can have.
    #[error("{0}")]
    Nesting(String),
    /// Two operations would get the same Rust name. Smithy has no `rename` for operations.
    #[error(
        "maps to the same Rust name `{name}` as the operation `{other}`; choose only one of them, or rename one in the model"
    )]
    OperationClash {
        /// The name in Rust.
        name: String,
        /// The operation that has the name already.
        other: ShapeId,
    },
    /// The name of a type, an operation or a waiter is longer than the name of a file can be.
    #[error(
        "has a name of {0} bytes in Rust, which is too long for the name of a file; rename it in the model"
    )]
    LongName(usize),
    /// Two members would be at the same place of a message.
    #[error(
        "has the same name `{name}` in the message as `{other}`; change one of the two in the model"
    )]
    WireClash {
        /// The name in the message.
        name: String,
        /// The member that has the name already.
        other: ShapeId,
    },
    /// An enum has a value more than once.
    #[error("has the value `{0}` more than once; remove one of the two in the model")]
    ValueTwice(String),
    /// An enum has a value that no string can be.
    #[error("the value {0} of an enum is not a string")]
    EnumValue(String),
    /// A union without members or an enum without values.
    #[error("has no {0}; add at least one, or remove the references to the shape")]
    Empty(&'static str),
    /// A default that doesn't fit its member's type.
    #[error("the default value {0} does not fit the member's type")]
    Default(String),
    /// The endpoint rules cannot be used.
    #[error("endpoint rules: {0}")]
    Endpoint(String),
    /// A conformance case cannot be converted into a test.
    #[error("protocol test `{id}`: {reason}")]
    ProtocolTest {
        /// The case's ID.
        id: String,
        /// The reason.
        reason: String,
    },
    /// The tokens of a generated file are not valid Rust, which is a defect of this program.
    #[error("{0}; please report this")]
    Format(String),
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}

fn service_count(found: &[ShapeId]) -> String {
    match found {
        [] => "no service shape found; add one to the model".to_owned(),
        services => format!(
            "{} services found: {}; choose one with `--service`",
            services.len(),
            list(services)
        ),
    }
}

fn list(services: &[ShapeId]) -> String {
    match services {
        [] => "no services".to_owned(),
        services => {
            let names: Vec<String> = services.iter().map(|id| format!("`{id}`")).collect();
            names.join(", ")
        }
    }
}

fn nearest(similar: &[String]) -> String {
    match similar {
        [] => String::new(),
        names => format!("; did you mean {}?", names.join(" or ")),
    }
}
