//! Reads the client's settings that only endpoint rules need, from `smithy.rules#clientContextParams`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::error::EndpointError;
use super::model::{self, ClientContextParam, Ordered};
use super::parameters;
use crate::ir::endpoints::{ClientParam, Parameter};
use crate::lower::names;

/// The files with the methods that `config::Builder` has always or in some crates.
const BUILDER: [&str; 3] = [
    include_str!("../../template/src/config/builder.rs"),
    include_str!("../../template/src/config/service_settings/compression.rs"),
    include_str!("../../template/src/config/test_defaults.rs"),
];

/// Reads the trait, if the service has it.
///
/// # Errors
///
/// The first parameter with an unsupported type, or with a setter that `config::Builder` has already.
pub(super) fn lower(value: Option<&Value>) -> Result<Vec<ClientParam>, EndpointError> {
    let Some(value) = value else {
        return Ok(Vec::new());
    };
    let declared: Ordered<ClientContextParam> =
        model::read("smithy.rules#clientContextParams", value)?;
    let mut taken = builder_methods();
    let params = declared.0.into_iter().map(|(name, declared)| {
        let ty = parameters::parse_type(&declared.ty).ok_or_else(|| EndpointError::Parameter {
            name: name.clone(),
            reason: format!(
                "type `{}` of the client's setting is not supported",
                declared.ty
            ),
        })?;
        let setter = names::snake(&name);
        let newtype = names::type_name(&name).suffixed("Setting").to_string();
        let is_free = [setter.to_string(), setter.prefixed("set_").to_string()]
            .into_iter()
            .all(|method| taken.insert(method));
        if !is_free {
            let reason = format!("the method `{setter}` of `config::Builder` exists already; rename the parameter in the model");
            return Err(EndpointError::Parameter { name, reason });
        }
        Ok(ClientParam {
            name,
            setter: setter.to_string(),
            newtype,
            ty,
            default: None,
            docs: declared.documentation,
        })
    });
    params.collect()
}

/// Checks that the rules have a parameter of the same type for each of the client's.
///
/// # Errors
///
/// The first parameter of the client that the rules don't have.
pub(super) fn check(params: &[ClientParam], rules: &[Parameter]) -> Result<(), EndpointError> {
    for param in params {
        let of_rules = rules.iter().find(|rule| rule.name == param.name);
        let reason = match of_rules {
            Some(rule) if rule.ty == param.ty => continue,
            Some(_) => "the client's setting has another type",
            None => "it is a setting of the client, but the rules have no such parameter",
        };
        return Err(EndpointError::Parameter {
            name: param.name.clone(),
            reason: reason.to_owned(),
        });
    }
    Ok(())
}

/// Returns the names of the methods of `config::Builder`, which are functions or rows of a table in these files.
fn builder_methods() -> BTreeSet<String> {
    let lines = BUILDER.iter().flat_map(|text| text.lines());
    let names = lines.filter_map(|line| {
        let line = line.trim_start();
        let (name, _) = line
            .strip_prefix("pub fn ")
            .unwrap_or(line)
            .split_once('(')?;
        Some(name.to_owned())
    });
    names.collect()
}
