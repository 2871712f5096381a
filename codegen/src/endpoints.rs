//! Endpoints: the rules engine traits of a service go in, `Params`, the rules as Rust and the
//! model's tests of them come out.
//!
//! ```text
//! model       the traits as they stand in the model
//! parameters  declarations      ->  fields of `Params`
//! functions   calls             ->  typed expressions (scope, template)
//! lower, bdd  rules or diagram  ->  ir::Program
//! emit…       ir::Program       ->  tokens
//! ```

mod bdd;
mod cases;
mod config;
mod context;
mod emit;
mod emit_expr;
mod emit_params;
mod error;
mod functions;
mod ir;
mod lower;
mod model;
mod parameters;
mod scope;
mod settings;
mod template;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;

pub use self::config::ClientParam;
pub use self::context::{InputMember, InputShapes, InputValue, OperationContext};
pub use self::error::EndpointError;
pub use self::parameters::{BuiltIn, Constant, Parameter, ParameterType};

use self::model::{Diagram, RuleSet, Tests};
use self::scope::Scope;

/// The traits of a service that endpoints are made from.
#[derive(Clone, Copy, Debug, Default)]
pub struct EndpointTraits<'a> {
    /// `smithy.rules#endpointRuleSet`
    pub rule_set: Option<&'a Value>,
    /// `smithy.rules#endpointBdd`; only looked at if there is no rule set, which reads better.
    pub bdd: Option<&'a Value>,
    /// `smithy.rules#clientContextParams`
    pub client_context_params: Option<&'a Value>,
}

/// The endpoint rules of a service.
#[derive(Debug)]
pub struct EndpointRules {
    /// The parameters, in the order of the model.
    pub parameters: Vec<Parameter>,
    /// The settings that `config::Builder` needs for them.
    pub client_params: Vec<ClientParam>,
    program: ir::Program,
}

impl EndpointRules {
    /// Reads and lowers the traits.
    ///
    /// # Errors
    /// The first thing that is malformed, or not supported.
    pub fn new(traits: EndpointTraits<'_>) -> Result<Self, EndpointError> {
        let client_params = config::client_params(traits.client_context_params)?;
        let is_client_param = |name: &str| client_params.iter().any(|param| param.name == name);
        let (parameters, program) = if let Some(value) = traits.rule_set {
            let rules: RuleSet = model::read("smithy.rules#endpointRuleSet", value)?;
            check_version(&rules.version)?;
            let parameters = parameters::lower(&rules.parameters.0, &is_client_param)?;
            let program = lower::lower(&rules.rules, &Scope::new(&parameters))?;
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
        Ok(Self {
            parameters,
            client_params,
            program,
        })
    }

    /// Emits `config/endpoint/params.rs`: `Params` and `ParamsBuilder`.
    pub fn emit_params(&self) -> TokenStream {
        emit_params::emit_params(&self.parameters, &self.client_params)
    }

    /// Emits `config/endpoint/rules.rs`: `resolve(&Params) -> Result<Endpoint, BoxError>`.
    pub fn emit_rules(&self) -> TokenStream {
        emit::emit_rules(&self.program)
    }

    /// Emits `config/endpoint_settings.rs`: the setters of the settings that only the rules need; `None` if there are
    /// none.
    pub fn emit_settings(&self) -> Option<TokenStream> {
        settings::emit(&self.parameters, &self.client_params)
    }

    /// Whether there are settings that only the rules need.
    pub fn has_settings(&self) -> bool {
        settings::exist(&self.parameters, &self.client_params)
    }

    /// Names the modules of `endpoint_lib` that the rules use, which are to be copied.
    pub fn library_modules(&self) -> BTreeSet<&'static str> {
        emit::library_modules(&self.program)
    }

    /// Emits `endpoint_lib.rs`, which declares these modules; `None` if there are none.
    pub fn emit_library(&self) -> Option<TokenStream> {
        let modules = self.library_modules();
        let modules = modules.iter().map(|module| emit_expr::ident(module));
        (modules.len() > 0).then(|| {
            quote! {
                //! Functions of the Smithy rules engine that the endpoint rules call at run time:
                //! parameters and parts of them go in, facts about them come out.
                #(pub(crate) mod #modules;)*
            }
        })
    }

    /// Emits what an operation adds to `ParamsBuilder::from_config(cfg)`: a chain of setters.
    ///
    /// # Errors
    /// A binding names a parameter that doesn't exist, or a value that doesn't fit.
    pub fn emit_context(
        &self,
        context: &OperationContext<'_>,
    ) -> Result<TokenStream, EndpointError> {
        context::emit_context(&self.parameters, &self.client_params, context)
    }

    /// Emits `tests/endpoint_tests.rs` from `smithy.rules#endpointTests`.
    ///
    /// # Errors
    /// A case that sets unknown parameters, or one that expects what can't be expressed.
    pub fn emit_tests(
        &self,
        tests: &Value,
        crate_name: &Ident,
    ) -> Result<TokenStream, EndpointError> {
        let tests: Tests = model::read("smithy.rules#endpointTests", tests)?;
        cases::emit_tests(&tests, &self.parameters, crate_name)
    }
}

/// Later versions only added functions, and unknown functions are refused by name.
fn check_version(version: &str) -> Result<(), EndpointError> {
    match version {
        "1.0" | "1.1" | "1.2" | "1.3" => Ok(()),
        unknown => Err(EndpointError::Version(unknown.to_owned())),
    }
}
