//! Lowers the rules engine traits of a service into [`crate::ir::endpoints`].
//!
//! ```text
//! model        the traits as written in the model
//! parameters   declarations   ->  fields of `Params`
//! expressions  calls          ->  typed expressions
//! rule_set     rules          ->  Program
//! bdd          diagram        ->  Program
//! bindings     operations     ->  values of parameters
//! cases        endpoint tests ->  test cases
//! ```
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

mod bdd;
mod bindings;
mod cases;
mod client_params;
mod error;
mod expressions;
mod model;
mod parameters;
mod rule_set;
#[cfg(test)]
mod tests;

use serde_json::Value;

pub(crate) use self::bindings::{InputMember, InputPath, InputValue, OperationTraits, bindings};
pub(crate) use self::cases::lower as lower_tests;
pub(crate) use self::error::EndpointError;

use self::expressions::Scope;
use self::model::{Diagram, RuleSet};
use crate::ir::endpoints::EndpointRules;

/// The traits of a service that define its endpoints.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct EndpointTraits<'a> {
    /// `smithy.rules#endpointRuleSet`
    pub(crate) rule_set: Option<&'a Value>,
    /// `smithy.rules#endpointBdd`, which is used only if there is no rule set: rules read better than a diagram.
    pub(crate) bdd: Option<&'a Value>,
    /// `smithy.rules#clientContextParams`
    pub(crate) client_context_params: Option<&'a Value>,
}

/// Lowers the endpoint rules of a service.
///
/// # Errors
///
/// The first part that is malformed or unsupported.
pub(crate) fn lower(traits: EndpointTraits<'_>) -> Result<EndpointRules, EndpointError> {
    let client_params = client_params::lower(traits.client_context_params)?;
    let is_client_param = |name: &str| client_params.iter().any(|param| param.name == name);
    let (parameters, program) = if let Some(value) = traits.rule_set {
        let rules: RuleSet = model::read("smithy.rules#endpointRuleSet", value)?;
        check_version(&rules.version)?;
        let parameters = parameters::lower(&rules.parameters.0, &is_client_param)?;
        let program = rule_set::lower(&rules.rules, &Scope::new(&parameters))?;
        (parameters, program)
    } else if let Some(value) = traits.bdd {
        let diagram: Diagram = model::read("smithy.rules#endpointBdd", value)?;
        check_version(&diagram.version)?;
        let parameters = parameters::lower(&diagram.parameters.0, &is_client_param)?;
        let program = bdd::lower(&diagram, &Scope::new(&parameters))?;
        (parameters, program)
    } else {
        return Err(EndpointError::NoRules);
    };
    client_params::check(&client_params, &parameters)?;
    Ok(EndpointRules {
        parameters,
        client_params,
        program,
    })
}

/// Later versions only added functions, and unknown functions are refused by name.
fn check_version(version: &str) -> Result<(), EndpointError> {
    match version {
        "1.0" | "1.1" | "1.2" | "1.3" => Ok(()),
        unknown => Err(EndpointError::Version(unknown.to_owned())),
    }
}
