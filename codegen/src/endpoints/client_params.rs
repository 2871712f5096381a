//! Reads the client's settings that only endpoint rules need, from `smithy.rules#clientContextParams`.

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use super::error::EndpointError;
use super::model::{self, ClientContextParam, Ordered};
use super::parameters;
use crate::ir::endpoints::ClientParam;

/// Reads the trait, if the service has it.
pub(super) fn lower(value: Option<&Value>) -> Result<Vec<ClientParam>, EndpointError> {
    let Some(value) = value else {
        return Ok(Vec::new());
    };
    let declared: Ordered<ClientContextParam> =
        model::read("smithy.rules#clientContextParams", value)?;
    let params = declared.0.into_iter().map(|(name, declared)| {
        let ty = parameters::parse_type(&declared.ty).ok_or_else(|| EndpointError::Parameter {
            name: name.clone(),
            reason: format!(
                "type `{}` of the client's setting is not supported",
                declared.ty
            ),
        })?;
        let (setter, newtype) = (name.to_snake_case(), name.to_upper_camel_case());
        Ok(ClientParam {
            name,
            setter,
            newtype,
            ty,
            docs: declared.documentation,
        })
    });
    params.collect()
}
