//! What can be wrong with a model or a configuration. Every problem names the file and, where there is one, the shape.

use std::fmt;

use crate::model::ShapeId;

/// All problems found in one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(Vec<Problem>);

impl Errors {
    /// `Ok` if there are no problems, all of them otherwise.
    pub(crate) fn check(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems.into())
        }
    }

    /// The problems, in the order in which they were found.
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }
}

impl From<Problem> for Errors {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// A problem that was found on several ways, such as one of a shape that two operations use, is listed once.
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

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}{what}", .shape.as_ref().map(|id| format!("{id}: ")).unwrap_or_default())]
pub struct Problem {
    /// The model file.
    pub file: String,
    /// The shape, or the member, that is at fault.
    pub shape: Option<ShapeId>,
    /// What is wrong with it.
    pub what: What,
}

/// The kinds of problems.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// The file can't be read as a model.
    #[error("{0}")]
    Unreadable(String),
    /// A target, an error or an operation that isn't in the model.
    #[error("refers to `{0}`, which is not in the model; add the shape or correct the reference")]
    Unresolved(ShapeId),
    /// A reference to a shape of the wrong type.
    #[error("refers to `{target}` as {role}, but it is {} {found}", article(.found))]
    WrongKind {
        /// The shape referred to.
        target: ShapeId,
        /// What it should be.
        role: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// The model has no service, or more than one.
    #[error("{0} service shapes found; a model to generate from has exactly one")]
    ServiceCount(usize),
    /// An operation was asked for that the service doesn't have.
    #[error("the service has no operation `{name}`{}", nearest(.similar))]
    UnknownOperation {
        /// The name asked for.
        name: String,
        /// Operations with similar names, the nearest first.
        similar: Vec<String>,
    },
    /// Two models to compare are of different services.
    #[error(
        "is the service {found}, and the other model's is {expected}; compare two states of one service"
    )]
    OtherService {
        /// The service of the old model.
        expected: String,
        /// The service of the new model.
        found: String,
    },
    /// No operation was chosen.
    #[error("no operations chosen; name some or choose all")]
    NoOperations,
    /// The service speaks none of the protocols that are supported.
    #[error("the service's protocol is {0}; the supported protocol is aws.protocols#restJson1")]
    Protocol(String),
    /// A trait or shape type that changes behaviour and isn't supported.
    #[error("{0} is not supported yet")]
    Unsupported(String),
    /// An operation that isn't generated, though all were asked for.
    #[error("left out: {0}")]
    LeftOut(String),
    /// A trait that a shape must have.
    #[error("has no `{0}` trait, which it needs")]
    MissingTrait(&'static str),
    /// The `paginated` trait doesn't fit the operation.
    #[error("{0}")]
    Pagination(String),
    /// The `http` trait or a binding doesn't fit the operation.
    #[error("{0}")]
    Binding(String),
    /// Two shapes or members would get the same Rust name. Only shapes can go by another name in a service.
    #[error(
        "gets the same Rust name `{name}` as `{other}`; rename one of them in the {}",
        if .other.is_member() { "model" } else { "service's `rename` map" }
    )]
    NameClash {
        /// The name in Rust.
        name: String,
        /// The shape or member that has the name already.
        other: ShapeId,
    },
    /// A default that doesn't fit its member's type.
    #[error("default value {0} doesn't fit the member's type")]
    Default(String),
    /// The endpoint rules can't be used.
    #[error("endpoint rules: {0}")]
    Endpoint(String),
    /// A conformance case can't be turned into a test.
    #[error("protocol test `{id}`: {reason}")]
    ProtocolTest {
        /// The case's ID.
        id: String,
        /// Why not.
        reason: String,
    },
    /// The tokens of a generated file don't form Rust: a defect of this program.
    #[error("{0}; please report this")]
    Format(crate::format::FormatError),
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}

fn nearest(similar: &[String]) -> String {
    match similar {
        [] => String::new(),
        names => format!("; did you mean {}?", names.join(" or ")),
    }
}
