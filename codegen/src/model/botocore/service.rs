//! Makes the service shape from the file's metadata.

use serde_json::{Value, json};

use super::super::traits::{AwsService, Deprecated, SigV4};
use super::super::{Model, Service, Shape, ShapeId, ShapeKind, Traits};
use super::Context;
use super::file::{Deprecation, Metadata};

/// The parts of the file that describe the service itself.
pub(super) struct Header {
    pub metadata: Metadata,
    pub documentation: Option<String>,
    pub client_context_params: Option<Value>,
    pub deprecation: Deprecation,
    pub endpoint_rules: Option<Value>,
}

impl Deprecation {
    /// Converts the deprecation into Smithy's trait if the flag is set.
    pub(super) fn into_trait(self) -> Option<Deprecated> {
        self.deprecated.then_some(Deprecated {
            message: self.deprecated_message,
            since: self.deprecated_since,
        })
    }
}

/// Returns `com.amazonaws.` with the service ID in lower case, which is AWS's own rule.
pub(super) fn namespace(metadata: &Metadata) -> String {
    let name = sdk_id(metadata)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>();
    format!("com.amazonaws.{}", name.to_ascii_lowercase())
}

/// Returns the service ID, or the endpoint prefix in files that have none.
pub(super) fn sdk_id(metadata: &Metadata) -> &str {
    metadata
        .service_id
        .as_deref()
        .unwrap_or(&metadata.endpoint_prefix)
}

/// Adds the service shape with its operations.
pub(super) fn insert(
    context: &Context,
    model: &mut Model,
    header: Header,
    operations: Vec<ShapeId>,
) {
    let id = service_id(context, model, &header.metadata);
    let service = Service {
        version: header.metadata.api_version.clone(),
        operations,
        ..Service::default()
    };
    let traits = traits(context, model, header);
    let shape = Shape {
        kind: ShapeKind::Service(service),
        traits,
    };
    model.shapes.insert(id, shape);
}

/// Makes a shape ID from the target prefix or title, with the suffix `Service` if another shape has that name.
fn service_id(context: &Context, model: &Model, metadata: &Metadata) -> ShapeId {
    let source = metadata
        .target_prefix
        .as_ref()
        .or(metadata.service_full_name.as_ref());
    let source = source.map_or_else(|| sdk_id(metadata), String::as_str);
    // Some target prefixes are qualified names of Java.
    let last = source.rsplit('.').next().unwrap_or(source);
    let mut name: String = last
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    while model.shapes.contains_key(&context.id(&name)) {
        name.push_str("Service");
    }
    context.id(&name)
}

fn traits(context: &Context, model: &Model, header: Header) -> Traits {
    let metadata = &header.metadata;
    let mut traits = Traits {
        documentation: header.documentation,
        title: metadata.service_full_name.clone(),
        deprecated: header.deprecation.into_trait(),
        aws_service: Some(AwsService {
            sdk_id: sdk_id(metadata).to_owned(),
            endpoint_prefix: Some(metadata.endpoint_prefix.clone()),
            ..AwsService::default()
        }),
        endpoint_rule_set: header.endpoint_rules,
        client_context_params: header.client_context_params,
        ..Traits::default()
    };
    context.protocols.set(&mut traits, metadata);
    set_auth(&mut traits, metadata);
    if let Some(namespace) = metadata.xml_namespace.clone() {
        let namespace = match namespace {
            Value::String(uri) => json!({ "uri": uri }),
            namespace => namespace,
        };
        let id = "smithy.api#xmlNamespace".to_owned();
        traits.insert(id, namespace);
    }
    if let Some(value) = metadata.aws_query_compatible.clone() {
        let id = "aws.protocols#awsQueryCompatible".to_owned();
        traits.insert(id, value);
    }
    set_endpoint_discovery(&mut traits, model);
    traits
}

/// Sets the traits of the auth schemes. Newer files list them, older ones only have a version of AWS's signature.
fn set_auth(traits: &mut Traits, metadata: &Metadata) {
    let name = metadata
        .signing_name
        .as_ref()
        .unwrap_or(&metadata.endpoint_prefix);
    let schemes: Vec<&str> = match metadata.auth.as_slice() {
        [] => vec![signature(metadata)],
        schemes => schemes.iter().map(String::as_str).collect(),
    };
    for scheme in &schemes {
        match *scheme {
            "aws.auth#sigv4" => traits.sigv4 = Some(SigV4 { name: name.clone() }),
            "aws.auth#sigv4a" => {
                let value = json!({ "name": name });
                traits.insert((*scheme).to_owned(), value);
            }
            "smithy.api#noAuth" => {}
            scheme => {
                traits.insert(scheme.to_owned(), json!({}));
            }
        }
    }
    // Several schemes are in order of preference; without the trait, it would be alphabetical.
    if schemes != ["aws.auth#sigv4"] {
        traits.auth = Some(schemes.into_iter().map(ShapeId::from).collect());
    }
}

/// Returns the scheme of a file that lists none. Version 2 of AWS's signature has no trait; the name is for messages.
fn signature(metadata: &Metadata) -> &'static str {
    match metadata.signature_version.as_deref() {
        Some("bearer") => "smithy.api#httpBearerAuth",
        Some("v2") => "aws.auth#sigv2",
        Some(_) | None => "aws.auth#sigv4",
    }
}

/// Sets the trait for endpoint discovery, which is on the service in Smithy and on the operation in botocore.
fn set_endpoint_discovery(traits: &mut Traits, model: &Model) {
    let discovers = |shape: &Shape| shape.traits.other.contains_key(super::operation::DISCOVERS);
    if let Some((id, _)) = model.shapes.iter().find(|(_, shape)| discovers(shape)) {
        let value = json!({ "operation": id.as_str() });
        let id = "aws.api#clientEndpointDiscovery".to_owned();
        traits.insert(id, value);
    }
}
