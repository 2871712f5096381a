//! Lowers paths of `smithy.rules#operationContextParams`, which are JMESPath expressions over the operation's input.
//!
//! Of JMESPath, these traits use identifiers, `[*]`, `[]`, `*`, lists of several expressions, and `keys`.

use super::{InputMember, InputShapes, InputValue, conversion, wrong};
use crate::endpoints::error::EndpointError;
use crate::ir::endpoints::{BoundValue, Parameter, ParameterType, PathStep};

/// A step of a path as written.
#[derive(Debug, PartialEq)]
enum Step {
    /// `name`
    Member(String),
    /// `[*]` or `[]`: the elements of a list.
    Elements,
    /// `*`: the values of a map.
    Values,
    /// `[a.b, c]`: the values of several paths.
    Several(Vec<Vec<Step>>),
    /// `keys(a.b)`
    Keys,
}

/// Lowers a path.
///
/// # Errors
///
/// A path that is unsupported, that doesn't fit the input, or that leads to another type.
pub(super) fn lower(
    parameter: &Parameter,
    path: &str,
    input: &str,
    shapes: &dyn InputShapes,
) -> Result<BoundValue, EndpointError> {
    let malformed = || wrong(&parameter.name, format!("path `{path}` is not supported"));
    let steps = parse(path).ok_or_else(malformed)?;
    let start = InputValue::Structure(input.to_owned());
    let resolver = Resolver {
        parameter,
        path,
        shapes,
    };
    let (steps, value) = resolver.steps(&steps, start)?;
    let conversion = conversion(parameter.ty, &value).ok_or_else(|| {
        let reason = format!("path `{path}` leads to another type");
        wrong(&parameter.name, reason)
    })?;
    Ok(match parameter.ty {
        ParameterType::String | ParameterType::Bool => BoundValue::First(steps, conversion),
        ParameterType::StringArray => BoundValue::All(steps, conversion),
    })
}

fn parse(path: &str) -> Option<Vec<Step>> {
    if let Some(inner) = path
        .strip_prefix("keys(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let mut steps = parse(inner)?;
        steps.push(Step::Keys);
        return Some(steps);
    }
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (step, after) = next_step(rest)?;
        steps.push(step);
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    Some(steps)
}

/// Splits the first step off.
fn next_step(path: &str) -> Option<(Step, &str)> {
    if let Some(after) = path.strip_prefix("[*]").or_else(|| path.strip_prefix("[]")) {
        return Some((Step::Elements, after));
    }
    if let Some(after) = path.strip_prefix('*') {
        return Some((Step::Values, after));
    }
    if let Some(list) = path.strip_prefix('[') {
        let (list, after) = list
            .split_once(']')
            .filter(|(list, _)| !list.contains('['))?;
        let paths = list
            .split(',')
            .map(|path| parse(path.trim()))
            .collect::<Option<_>>()?;
        // The values follow each other anyway, which is what flattening asks for.
        return Some((
            Step::Several(paths),
            after.strip_prefix("[]").unwrap_or(after),
        ));
    }
    let end = path.find(['.', '[']).unwrap_or(path.len());
    let (name, after) = path.split_at(end);
    let is_name = name
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || character == '_');
    (is_name && !name.is_empty()).then(|| (Step::Member(name.to_owned()), after))
}

struct Resolver<'a> {
    parameter: &'a Parameter,
    path: &'a str,
    shapes: &'a dyn InputShapes,
}

impl Resolver<'_> {
    /// Resolves the steps; returns them with the type of the values that they lead to.
    fn steps(
        &self,
        steps: &[Step],
        start: InputValue,
    ) -> Result<(Vec<PathStep>, InputValue), EndpointError> {
        let mut resolved = Vec::new();
        let mut value = start;
        for step in steps {
            let (next, leads_to) = self.step(step, value)?;
            resolved.push(next);
            value = leads_to;
        }
        Ok((resolved, value))
    }

    fn step(
        &self,
        step: &Step,
        value: InputValue,
    ) -> Result<(PathStep, InputValue), EndpointError> {
        match (step, value) {
            (Step::Member(name), InputValue::Structure(id)) => self.field(&id, name),
            (Step::Elements, InputValue::List(element)) => Ok((PathStep::Elements, *element)),
            (Step::Values, InputValue::Map(element)) => Ok((PathStep::Values, *element)),
            (Step::Keys, InputValue::Map(_)) => Ok((PathStep::Keys, InputValue::String)),
            (Step::Several(paths), value) => self.several(paths, &value),
            (Step::Member(_) | Step::Elements | Step::Values | Step::Keys, _) => Err(wrong(
                &self.parameter.name,
                format!("path `{}` doesn't fit the input", self.path),
            )),
        }
    }

    fn field(&self, structure: &str, name: &str) -> Result<(PathStep, InputValue), EndpointError> {
        let member = self.shapes.member(structure, name).ok_or_else(|| {
            let reason = format!("{structure} has no member `{name}`");
            wrong(&self.parameter.name, reason)
        })?;
        let InputMember {
            field,
            optional,
            value,
        } = member;
        let step = PathStep::Field {
            name: field,
            optional,
        };
        Ok((step, value))
    }

    fn several(
        &self,
        paths: &[Vec<Step>],
        value: &InputValue,
    ) -> Result<(PathStep, InputValue), EndpointError> {
        let mut resolved = Vec::new();
        let mut types = Vec::new();
        for steps in paths {
            let (steps, leads_to) = self.steps(steps, value.clone())?;
            resolved.push(steps);
            types.push(leads_to);
        }
        if types.windows(2).any(|pair| pair[0] != pair[1]) {
            let reason = format!("path `{}` leads to values of several types", self.path);
            return Err(wrong(&self.parameter.name, reason));
        }
        let value = types.pop();
        let value =
            value.ok_or_else(|| wrong(&self.parameter.name, "the list of paths is empty"))?;
        Ok((PathStep::Several(resolved), value))
    }
}
