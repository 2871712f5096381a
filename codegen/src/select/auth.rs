//! Determines the auth schemes of an operation: <https://smithy.io/2.0/spec/authentication-traits.html>.

use serde::Deserialize;

use crate::error::ProblemKind;
use crate::ir::{ApiKey, AuthScheme};
use crate::model::{Model, ShapeId, Traits};
use crate::validate::{Checker, Reported};

/// The trait that makes another trait an auth scheme.
const DEFINITION: &str = "smithy.api#authDefinition";

/// The scheme of requests without credentials.
pub(crate) const NO_AUTH: &str = "smithy.api#noAuth";

pub(crate) const SIGV4: &str = "aws.auth#sigv4";

pub(crate) const SIGV4A: &str = "aws.auth#sigv4a";

const API_KEY: &str = "smithy.api#httpApiKeyAuth";

/// The auth schemes of Smithy and AWS. Models rarely contain the definitions of these traits.
const KNOWN: [&str; 7] = [
    "aws.auth#cognitoUserPools",
    SIGV4,
    SIGV4A,
    API_KEY,
    "smithy.api#httpBasicAuth",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpDigestAuth",
];

/// Resolves the auth schemes of an operation. Reports an operation that has no supported one, because its requests would
/// lack the credentials that the model demands.
pub(super) fn resolve(
    checker: &mut Checker<'_>,
    service: &Traits,
    id: &ShapeId,
    operation: &Traits,
) -> Result<Vec<AuthScheme>, Reported> {
    let schemes = operation_schemes(checker.model, service, operation);
    let supported = supported(service, &schemes);
    if !supported.is_empty() {
        return Ok(supported);
    }
    let names: Vec<&str> = schemes.iter().map(ShapeId::as_str).collect();
    let noun = if names.len() == 1 {
        "auth scheme"
    } else {
        "choice of auth schemes"
    };
    let message = format!("the {noun} {}", names.join(", "));
    Err(checker.report(id, ProblemKind::Unsupported(message)))
}

/// Returns the auth schemes of the service, best first: those of its `auth` trait or, without one, all schemes whose traits the
/// service has, in alphabetical order.
pub fn service_schemes(model: &Model, traits: &Traits) -> Vec<ShapeId> {
    let schemes = traits
        .auth
        .clone()
        .unwrap_or_else(|| schemes_by_trait(model, traits));
    or_no_auth(schemes)
}

/// Returns the auth schemes of an operation of that service, best first.
fn operation_schemes(model: &Model, service: &Traits, operation: &Traits) -> Vec<ShapeId> {
    let mut schemes = match &operation.auth {
        Some(schemes) => or_no_auth(schemes.clone()),
        None => service_schemes(model, service),
    };
    let no_auth = ShapeId::from(NO_AUTH);
    if operation.optional_auth.is_some() && !schemes.contains(&no_auth) {
        schemes.push(no_auth);
    }
    schemes
}

/// An empty list means that requests carry no credentials.
fn or_no_auth(schemes: Vec<ShapeId>) -> Vec<ShapeId> {
    if schemes.is_empty() {
        vec![ShapeId::from(NO_AUTH)]
    } else {
        schemes
    }
}

fn schemes_by_trait(model: &Model, traits: &Traits) -> Vec<ShapeId> {
    let is_defined = |id: &str| {
        let definition = model.get(&ShapeId::from(id));
        definition.is_some_and(|shape| shape.traits.other.contains_key(DEFINITION))
    };
    let mut schemes: Vec<ShapeId> = traits
        .ids()
        .filter(|id| KNOWN.contains(id) || is_defined(id))
        .map(ShapeId::from)
        .collect();
    schemes.sort();
    schemes
}

/// Returns the schemes that the generated crate supports, in the same order.
pub fn supported(service: &Traits, schemes: &[ShapeId]) -> Vec<AuthScheme> {
    let scheme = |id: &ShapeId| match id.as_str() {
        SIGV4 => Some(AuthScheme::SigV4),
        SIGV4A => Some(AuthScheme::SigV4a),
        "smithy.api#httpBearerAuth" => Some(AuthScheme::Bearer),
        "smithy.api#httpBasicAuth" => Some(AuthScheme::Basic),
        API_KEY => api_key(service).map(AuthScheme::ApiKey),
        NO_AUTH => Some(AuthScheme::NoAuth),
        _ => None,
    };
    schemes.iter().filter_map(scheme).collect()
}

/// The trait `httpApiKeyAuth`.
#[derive(Deserialize)]
struct HttpApiKeyAuth {
    name: String,
    #[serde(rename = "in")]
    location: Location,
    scheme: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Location {
    Header,
    Query,
}

/// Returns where the API key is sent, if the service has a valid trait that says so.
fn api_key(service: &Traits) -> Option<ApiKey> {
    let value = service.other.get(API_KEY)?;
    let HttpApiKeyAuth {
        name,
        location,
        scheme,
    } = HttpApiKeyAuth::deserialize(value).ok()?;
    Some(match location {
        Location::Header => ApiKey::Header {
            name: name.to_ascii_lowercase(),
            prefix: scheme.map_or_else(String::new, |scheme| format!("{scheme} ")),
        },
        Location::Query => ApiKey::Query { name },
    })
}
