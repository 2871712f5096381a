//! Collects the facts about a service: names, protocols, authentication and endpoints.

use crate::lower::adjustments;
use crate::model::traits::Traits;
use crate::model::{Model, ShapeId, ShapeKind};
use crate::select::{auth, protocol};

/// The facts about a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The service shape.
    pub shape: ShapeId,
    /// The title, such as `Amazon Connect Service`.
    pub title: Option<String>,
    /// The name of the service in the SDKs.
    pub sdk_id: Option<String>,
    /// The version of the API.
    pub version: String,
    /// The shape IDs of its protocol traits.
    pub protocols: Vec<String>,
    /// The shape IDs of its effective auth traits, in order of preference.
    pub auth: Vec<String>,
    /// The source of the endpoints.
    pub endpoints: Endpoints,
    /// What the official SDK adjusts by hand for this service, if the generated crate doesn't.
    pub missing_adjustment: Option<&'static str>,
}

/// The form of the endpoint rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoints {
    /// `smithy.rules#endpointRuleSet`
    RuleSet,
    /// `smithy.rules#endpointBdd` alone
    DecisionDiagram,
    /// Neither.
    None,
}

impl Facts {
    /// Collects the facts about the service `id`.
    pub(super) fn of(model: &Model, id: &ShapeId) -> Self {
        let none = Traits::default();
        let shape = model.get(id);
        let traits = shape.map_or(&none, |shape| &shape.traits);
        let version = match shape.map(|shape| &shape.kind) {
            Some(ShapeKind::Service(service)) => service.version.clone(),
            _ => String::new(),
        };
        let schemes = auth::service_schemes(model, traits);
        Self {
            shape: id.clone(),
            title: traits.title.clone(),
            sdk_id: traits.aws_service.as_ref().map(|aws| aws.sdk_id.clone()),
            version,
            protocols: owned(protocol::declared(traits)),
            auth: schemes.iter().map(ToString::to_string).collect(),
            endpoints: endpoints(traits),
            missing_adjustment: missing_adjustment(traits),
        }
    }
}

fn missing_adjustment(traits: &Traits) -> Option<&'static str> {
    let aws_service = traits.aws_service.as_ref()?;
    adjustments::missing(&aws_service.sdk_id)
}

fn endpoints(traits: &Traits) -> Endpoints {
    if traits.endpoint_rule_set.is_some() {
        Endpoints::RuleSet
    } else if traits.endpoint_bdd.is_some() {
        Endpoints::DecisionDiagram
    } else {
        Endpoints::None
    }
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}
