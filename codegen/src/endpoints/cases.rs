//! Lowers the cases of `smithy.rules#endpointTests`.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use serde_json::Value;

use super::error::EndpointError;
use super::expressions::unique;
use super::model::{self, TestCase, Tests};
use super::parameters;
use crate::ir::endpoints::program::Property;
use crate::ir::endpoints::{Constant, EndpointTest, Expectation, ExpectedEndpoint, Parameter};

/// Lowers the cases.
///
/// # Errors
///
/// The first case that sets an unknown parameter, or whose expectation is unsupported.
pub(crate) fn lower(
    tests: &Value,
    parameters: &[Parameter],
) -> Result<Vec<EndpointTest>, EndpointError> {
    let tests: Tests = model::read("smithy.rules#endpointTests", tests)?;
    let mut names = BTreeSet::new();
    let mut lowered = Vec::new();
    for (index, case) in tests.test_cases.iter().enumerate() {
        let title = match &case.documentation {
            Some(title) => title.trim().to_owned(),
            None => format!("Case {}", index + 1),
        };
        let name = unique(&test_name(&title), |name| names.contains(name));
        names.insert(name.clone());
        let wrong = |reason: String| EndpointError::Case {
            case: title.clone(),
            reason,
        };
        lowered.push(EndpointTest {
            params: params(case, parameters, &wrong)?,
            expectation: expectation(&case.expect, &wrong)?,
            title,
            name,
        });
    }
    Ok(lowered)
}

/// Makes a name such as `for_region_us_east_1`; characters other than ASCII letters and digits separate words.
fn test_name(title: &str) -> String {
    let ascii: String = title
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                ' '
            }
        })
        .collect();
    let name = ascii.to_snake_case();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name
    } else {
        format!("case_{name}")
    }
}

fn params(
    case: &TestCase,
    parameters: &[Parameter],
    wrong: &dyn Fn(String) -> EndpointError,
) -> Result<Vec<(String, Constant)>, EndpointError> {
    let params = case.params.0.iter().map(|(name, value)| {
        let parameter = parameters
            .iter()
            .find(|parameter| parameter.name == *name)
            .ok_or_else(|| wrong(format!("there is no parameter `{name}`")))?;
        let constant = parameters::constant(parameter.ty, value)
            .ok_or_else(|| wrong(format!("`{name}` has a value of another type")))?;
        Ok((parameter.field.clone(), constant))
    });
    params.collect()
}

fn expectation(
    expected: &model::Expectation,
    wrong: &dyn Fn(String) -> EndpointError,
) -> Result<Expectation, EndpointError> {
    let endpoint = match expected {
        model::Expectation::Error(message) => return Ok(Expectation::Error(message.clone())),
        model::Expectation::Endpoint(endpoint) => endpoint,
    };
    let properties = endpoint
        .properties
        .0
        .iter()
        .map(|(name, value)| Ok((name.clone(), property(value, wrong)?)));
    Ok(Expectation::Endpoint(ExpectedEndpoint {
        url: endpoint.url.clone(),
        properties: properties.collect::<Result<_, _>>()?,
        headers: endpoint.headers.0.clone(),
    }))
}

fn property(
    value: &Value,
    wrong: &dyn Fn(String) -> EndpointError,
) -> Result<Property<String>, EndpointError> {
    match value {
        Value::Null => Err(wrong("null is not supported in properties".to_owned())),
        Value::Bool(value) => Ok(Property::Bool(*value)),
        Value::Number(number) => number
            .as_i64()
            .map(Property::Int)
            .ok_or_else(|| wrong(format!("number {number} is not supported in properties"))),
        Value::String(text) => Ok(Property::Text(text.clone())),
        Value::Array(values) => {
            let values = values.iter().map(|value| property(value, wrong));
            Ok(Property::List(values.collect::<Result<_, _>>()?))
        }
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| Ok((name.clone(), property(value, wrong)?)));
            Ok(Property::Object(members.collect::<Result<_, _>>()?))
        }
    }
}
