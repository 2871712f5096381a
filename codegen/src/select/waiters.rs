//! Resolves the `waitable` trait of an operation: <https://smithy.io/2.0/additional-specs/waiters.html>.

use super::jmespath::{PathError, PathValue, Paths, Value};
use super::operation::Source;
use crate::error::ProblemKind;
use crate::model::waiters::{self, Matcher, PathComparator, PathMatcher};
use crate::validate::{Checker, Reported};

/// A waiter whose paths are resolved.
#[derive(Debug, Clone)]
pub struct Waiter<'m> {
    /// The waiter's name.
    pub name: &'m str,
    /// The waiter as the model has it.
    pub definition: &'m waiters::Waiter,
    /// The values of the paths, in the order of the acceptors; `None` for acceptors without a path.
    pub values: Vec<Option<PathValue<'m>>>,
}

/// Resolves the waiters of an operation. Reports names and delays that aren't allowed, and paths that don't fit the shapes
/// or aren't supported.
pub(super) fn resolve<'m>(
    checker: &mut Checker<'_>,
    operation: Source<'_, 'm>,
) -> Result<Vec<Waiter<'m>>, Reported> {
    let waiters = operation.traits.waitable.iter().flatten();
    if waiters.clone().next().is_some() && operation.sends_stream() {
        let message = "a waiter that sends a stream, which can't be sent again".to_owned();
        return Err(checker.report(operation.id, ProblemKind::Unsupported(message)));
    }
    let resolved: Vec<_> = waiters
        .map(|(name, definition)| resolve_waiter(checker, operation, name, definition))
        .collect();
    resolved.into_iter().collect()
}

fn resolve_waiter<'m>(
    checker: &mut Checker<'_>,
    operation: Source<'_, 'm>,
    name: &'m str,
    definition: &'m waiters::Waiter,
) -> Result<Waiter<'m>, Reported> {
    let mut report = |kind| checker.report(operation.id, kind);
    if let Some(reason) = mistake(name, definition) {
        return Err(report(ProblemKind::Waiter(format!(
            "waiter `{name}`: {reason}"
        ))));
    }
    let values: Vec<_> = definition
        .acceptors
        .iter()
        .map(|acceptor| resolve_matcher(operation, &acceptor.matcher))
        .map(|value| value.map_err(|(path, error)| report(problem(name, path, &error))))
        .collect();
    Ok(Waiter {
        name,
        definition,
        values: values.into_iter().collect::<Result<_, Reported>>()?,
    })
}

/// Returns what is wrong with the waiter apart from its paths.
fn mistake(name: &str, waiter: &waiters::Waiter) -> Option<&'static str> {
    let is_name = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|next| next.is_ascii_alphanumeric());
    if !is_name {
        Some("a name must begin with a capital and consist of letters and digits")
    } else if waiter.acceptors.is_empty() {
        Some("it has no acceptors")
    } else if waiter.min_delay == 0 {
        Some("`minDelay` must be at least 1")
    } else if waiter.max_delay < waiter.min_delay {
        Some("`maxDelay` must be at least `minDelay`")
    } else {
        None
    }
}

fn problem(waiter: &str, path: &str, error: &PathError) -> ProblemKind {
    let message = format!("waiter `{waiter}`: path `{path}`: {error}");
    match error {
        PathError::Unsupported(_) => ProblemKind::Unsupported(message),
        PathError::Malformed(_) | PathError::Misfit(_) => ProblemKind::Waiter(message),
    }
}

/// Resolves the path of a matcher, if it has one.
fn resolve_matcher<'m>(
    operation: Source<'_, 'm>,
    matcher: &'m Matcher,
) -> Result<Option<PathValue<'m>>, (&'m str, PathError)> {
    let paths = Paths::new(operation);
    let (root, matcher) = match matcher {
        Matcher::ErrorType(_) | Matcher::Success(_) => return Ok(None),
        Matcher::Output(matcher) => (paths.output(), matcher),
        Matcher::InputOutput(matcher) => (Value::InputAndOutput, matcher),
    };
    let value = paths.resolve(&root, &matcher.path);
    let compared = value.and_then(|value| compared(&paths, value, matcher));
    let compared = compared.map_err(|error| (matcher.path.as_str(), error));
    compared.map(Some)
}

/// Returns the value as one that the comparator compares.
fn compared<'m>(
    paths: &Paths<'_, 'm>,
    value: Value<'m>,
    matcher: &PathMatcher,
) -> Result<PathValue<'m>, PathError> {
    let value = paths.finish(value)?;
    if let (PathComparator::AllStringEquals, PathValue::Texts(list)) = (matcher.comparator, &value)
        && list.can_contain_null()
    {
        let form = "it leads to a list that can contain nulls, of which all are compared";
        return Err(PathError::Unsupported(form.to_owned()));
    }
    let expected = match (matcher.comparator, &value) {
        (PathComparator::StringEquals, PathValue::Text(_))
        | (
            PathComparator::AllStringEquals | PathComparator::AnyStringEquals,
            PathValue::Texts(_),
        ) => return Ok(value),
        (PathComparator::BooleanEquals, PathValue::Boolean(_)) => {
            return match matcher.expected.as_str() {
                "true" | "false" => Ok(value),
                other => Err(PathError::Misfit(format!(
                    "the expected value is `{other}`, not `true` or `false`"
                ))),
            };
        }
        (PathComparator::StringEquals, _) => "a string",
        (PathComparator::BooleanEquals, _) => "a boolean",
        (PathComparator::AllStringEquals | PathComparator::AnyStringEquals, _) => {
            "a list of strings"
        }
    };
    Err(PathError::Misfit(format!("it doesn't lead to {expected}")))
}
