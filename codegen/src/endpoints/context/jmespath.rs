//! Paths of `smithy.rules#operationContextParams`: a JMESPath goes in, an expression over the
//! operation's input comes out.
//!
//! Of JMESPath these traits use identifiers, `[*]`, `[]`, lists of several expressions, and `keys`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{InputMember, InputShapes, InputValue, wrong};
use crate::endpoints::error::EndpointError;
use crate::endpoints::parameters::{Parameter, ParameterType};

/// A step of a path.
#[derive(Debug, PartialEq)]
enum Step {
    Member(String),
    /// `[*]` or `[]`: the elements of a list.
    Elements,
    /// `[a.b, c]`: the values of several paths.
    Several(Vec<Vec<Step>>),
    /// `keys(a.b)`
    Keys,
}

/// Emits a path as the value of the parameter's setter. All steps are iterators over what the path
/// leads to, so that unset members drop out by themselves.
///
/// ```text
/// // TransactItems[*].Get.TableName
/// Some(input.transact_items.iter().flatten().flat_map(|value| value.get.as_ref())
///     .map(|value| &value.table_name).cloned().collect())
/// ```
pub(super) fn emit(
    parameter: &Parameter,
    path: &str,
    input: &str,
    shapes: &dyn InputShapes,
) -> Result<TokenStream, EndpointError> {
    let malformed = || wrong(&parameter.name, format!("path `{path}` is not supported"));
    let steps = parse(path).ok_or_else(malformed)?;
    let start = InputValue::Structure(input.to_owned());
    let emitted = Path {
        parameter,
        path,
        shapes,
    }
    .steps(&steps, start)?;
    let chain = emitted.chain;
    let values = quote!(std::iter::once(input) #chain);
    match (parameter.ty, emitted.value) {
        (ParameterType::String, InputValue::String) => Ok(quote!(#values.next().cloned())),
        (ParameterType::String, InputValue::Enum) => {
            Ok(quote!(#values.next().map(|value| value.as_str().to_owned())))
        }
        (ParameterType::Bool, InputValue::Bool) => Ok(quote!(#values.next().copied())),
        (ParameterType::StringArray, InputValue::String) => {
            Ok(quote!(Some(#values.cloned().collect())))
        }
        (ParameterType::StringArray, InputValue::Enum) => {
            Ok(quote!(Some(#values.map(|value| value.as_str().to_owned()).collect())))
        }
        _ => Err(wrong(
            &parameter.name,
            format!("path `{path}` leads to another type"),
        )),
    }
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
        steps.extend(step);
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    Some(steps)
}

/// Splits the first step off; what needs no code is no step.
fn next_step(path: &str) -> Option<(Option<Step>, &str)> {
    if let Some(after) = path.strip_prefix("[*]").or_else(|| path.strip_prefix("[]")) {
        return Some((Some(Step::Elements), after));
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
            Some(Step::Several(paths)),
            after.strip_prefix("[]").unwrap_or(after),
        ));
    }
    let end = path.find(['.', '[']).unwrap_or(path.len());
    let (name, after) = path.split_at(end);
    let is_name = name
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || character == '_');
    (is_name && !name.is_empty()).then(|| (Some(Step::Member(name.to_owned())), after))
}

struct Path<'a> {
    parameter: &'a Parameter,
    path: &'a str,
    shapes: &'a dyn InputShapes,
}

/// Calls on an iterator, and what it yields references to then.
struct Emitted {
    chain: TokenStream,
    value: InputValue,
}

impl Path<'_> {
    fn steps(&self, steps: &[Step], start: InputValue) -> Result<Emitted, EndpointError> {
        let mut emitted = Emitted {
            chain: TokenStream::new(),
            value: start,
        };
        for step in steps {
            let next = self.step(step, emitted.value)?;
            emitted.value = next.value;
            emitted.chain.extend(next.chain);
        }
        Ok(emitted)
    }

    fn step(&self, step: &Step, value: InputValue) -> Result<Emitted, EndpointError> {
        match (step, value) {
            (Step::Member(name), InputValue::Structure(id)) => {
                let unknown =
                    || wrong(&self.parameter.name, format!("{id} has no member `{name}`"));
                let InputMember {
                    field,
                    optional,
                    value,
                } = self.shapes.member(&id, name).ok_or_else(unknown)?;
                let chain = match optional {
                    true => quote!(.filter_map(|value| value.#field.as_ref())),
                    false => quote!(.map(|value| &value.#field)),
                };
                Ok(Emitted { chain, value })
            }
            (Step::Elements, InputValue::List(element)) => Ok(Emitted {
                chain: quote!(.flatten()),
                value: *element,
            }),
            (Step::Elements, InputValue::Map(element)) => Ok(Emitted {
                chain: quote!(.flat_map(|map| map.values())),
                value: *element,
            }),
            (Step::Keys, InputValue::Map(_)) => Ok(Emitted {
                chain: quote!(.flat_map(|map| map.keys())),
                value: InputValue::String,
            }),
            (Step::Several(paths), value) => self.several(paths, &value),
            _ => Err(wrong(
                &self.parameter.name,
                format!("path `{}` doesn't fit the input", self.path),
            )),
        }
    }

    /// `.flat_map(|value| once(value).map(…).chain(once(value).map(…)))`
    fn several(&self, paths: &[Vec<Step>], value: &InputValue) -> Result<Emitted, EndpointError> {
        let mut chain = TokenStream::new();
        let mut last = None;
        for steps in paths {
            let emitted = self.steps(steps, value.clone())?;
            let calls = emitted.chain;
            let values = quote!(std::iter::once(value) #calls);
            chain = if chain.is_empty() {
                values
            } else {
                quote!(#chain.chain(#values))
            };
            last = Some(emitted.value);
        }
        let value =
            last.ok_or_else(|| wrong(&self.parameter.name, "the list of paths is empty"))?;
        Ok(Emitted {
            chain: quote!(.flat_map(|value| #chain)),
            value,
        })
    }
}
