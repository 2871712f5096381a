//! Resolves the paths of `smithy.rules#operationContextParams`:
//! <https://smithy.io/2.0/additional-specs/rules-engine/parameters.html>.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::jmespath::{PathError, PathValue, Paths};
use super::operation::Source;
use crate::error::ProblemKind;
use crate::validate::{Checker, Reported};

/// A value of the input that becomes the value of an endpoint parameter.
#[derive(Debug, Clone)]
pub struct ContextParam<'m> {
    /// The name of the parameter.
    pub name: String,
    /// The path as the model has it.
    pub path: String,
    /// The value.
    pub value: PathValue<'m>,
}

#[derive(Deserialize)]
struct Definition {
    path: String,
}

/// Resolves the trait of an operation. Reports paths that don't fit the input or aren't supported.
pub(super) fn resolve<'m>(
    checker: &mut Checker<'_>,
    operation: Source<'_, 'm>,
) -> Result<Vec<ContextParam<'m>>, Reported> {
    let Some(value) = &operation.traits.operation_context_params else {
        return Ok(Vec::new());
    };
    let definitions = BTreeMap::<String, Definition>::deserialize(value).map_err(|error| {
        let message = format!("smithy.rules#operationContextParams: {error}");
        checker.report(operation.id, ProblemKind::Endpoint(message))
    })?;
    let resolved: Vec<_> = definitions
        .into_iter()
        .map(
            |(name, Definition { path })| match resolve_path(operation, &path) {
                Ok(value) => Ok(ContextParam { name, path, value }),
                Err(error) => Err(checker.report(operation.id, problem(&name, &path, &error))),
            },
        )
        .collect();
    resolved.into_iter().collect()
}

fn resolve_path<'m>(operation: Source<'_, 'm>, path: &str) -> Result<PathValue<'m>, PathError> {
    let paths = Paths::new(operation);
    paths.finish(paths.resolve(&paths.input(), path)?)
}

fn problem(parameter: &str, path: &str, error: &PathError) -> ProblemKind {
    let message = format!("endpoint parameter `{parameter}`: path `{path}`: {error}");
    match error {
        PathError::Unsupported(_) => ProblemKind::Unsupported(message),
        PathError::Malformed(_) | PathError::Misfit(_) => ProblemKind::Endpoint(message),
    }
}
