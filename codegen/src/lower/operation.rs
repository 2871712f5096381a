//! Operations and the service.

use std::collections::BTreeMap;

use super::{Context, deprecation, docs, endpoints, names, pagination, structure};
use crate::ir::{self, AuthScheme, OperationRef, Role, RustName, TypeRef};
use crate::model::traits::Traits;
use crate::model::{Shape, ShapeId};
use crate::select::{as_operation, auth, operation_errors};
use crate::validate::labels;

/// The service, as its traits describe it.
pub(super) fn lower_service(context: &mut Context<'_>) -> ir::Service {
    let shape = context
        .model
        .get(context.service)
        .expect("the service was found by selection");
    let traits = &shape.traits;
    let aws = traits.aws_service.clone().unwrap_or_default();
    let prefix = aws
        .endpoint_prefix
        .clone()
        .unwrap_or_else(|| aws.sdk_id.to_lowercase().replace(' ', ""));
    ir::Service {
        shape_name: context.service.name().to_owned(),
        title: traits.title.clone().unwrap_or_else(|| aws.sdk_id.clone()),
        version: service_version(shape),
        signing_name: traits
            .sigv4
            .as_ref()
            .map_or_else(|| prefix.clone(), |sigv4| sigv4.name.clone()),
        docs: docs(traits),
        auth: auth::supported(&auth::service_schemes(context.model, traits)),
        endpoints: endpoints::lower_rules(context, traits, &prefix),
        endpoint_tests: Vec::new(),
        sdk_id: aws.sdk_id,
    }
}

fn service_version(shape: &Shape) -> String {
    match &shape.kind {
        crate::model::ShapeKind::Service(service) => service.version.clone(),
        _ => String::new(),
    }
}

/// An operation with its input, output, errors and everything that shapes its request.
pub(super) fn lower(context: &mut Context<'_>, id: &ShapeId) -> ir::Operation {
    let model = context.model;
    let traits = &model
        .get(id)
        .expect("operations are checked before lowering")
        .traits;
    let operation = as_operation(model, id).expect("operations are checked before lowering");
    let names = OperationRef {
        name: names::operation_type(&context.shape_name(id)),
        module: names::operation(&context.shape_name(id)),
    };
    let input = structure::lower_io(
        context,
        &operation.input,
        names::type_name(&format!("{}Input", names.name)),
        Role::Input(names.clone()),
    );
    let output = structure::lower_io(
        context,
        &operation.output,
        names::type_name(&format!("{}Output", names.name)),
        Role::Output(names.clone()),
    );
    let errors: Vec<ShapeId> = operation_errors(model, context.service, operation)
        .into_iter()
        .collect();
    let paginator = pagination::lower(context, id, &input, &output);
    ir::Operation {
        docs: docs(traits),
        deprecated: deprecation(traits),
        http: traits
            .http
            .clone()
            .expect("the http trait is checked before lowering"),
        errors: error_refs(context, &errors),
        paginator,
        auth: operation_auth(context, traits),
        unsigned_payload: traits.unsigned_payload.is_some(),
        checksum_required: traits.http_checksum_required.is_some(),
        compressed: traits
            .request_compression
            .as_ref()
            .is_some_and(|trait_| trait_.encodings.iter().any(|name| name == "gzip")),
        host_labels: traits
            .endpoint
            .as_ref()
            .map_or_else(Vec::new, |endpoint| host_labels(&endpoint.host_prefix)),
        host_prefix: traits
            .endpoint
            .as_ref()
            .map(|endpoint| endpoint.host_prefix.clone()),
        endpoint_bindings: Vec::new(),
        request_tests: traits.http_request_tests.clone().unwrap_or_default(),
        response_tests: response_tests(context, traits, &errors),
        shape: id.clone(),
        name: names.name,
        module: names.module,
        input,
        output,
    }
}

/// Sorted by name: the order in which the official SDK lists an operation's errors.
fn error_refs(context: &Context<'_>, errors: &[ShapeId]) -> Vec<TypeRef> {
    let mut refs: Vec<TypeRef> = errors.iter().map(|id| context.type_ref(id)).collect();
    refs.sort();
    refs
}

/// The auth schemes of the operation, if they differ from the service's.
fn operation_auth(context: &Context<'_>, traits: &Traits) -> Option<Vec<AuthScheme>> {
    let model = context.model;
    let service = &model.get(context.service)?.traits;
    let schemes = auth::supported(&auth::operation_schemes(model, service, traits));
    (schemes != auth::supported(&auth::service_schemes(model, service))).then_some(schemes)
}

fn host_labels(prefix: &str) -> Vec<(String, RustName)> {
    labels(prefix)
        .map(|label| (label.to_owned(), names::field(label)))
        .collect()
}

/// The cases of the operation itself, and those that stand on its errors.
fn response_tests(
    context: &Context<'_>,
    traits: &Traits,
    errors: &[ShapeId],
) -> BTreeMap<Option<RustName>, Vec<serde_json::Value>> {
    let own = (None, traits.http_response_tests.clone().unwrap_or_default());
    let of_errors = errors.iter().map(|id| {
        let tests = context
            .model
            .get(id)
            .and_then(|shape| shape.traits.http_response_tests.clone());
        (Some(context.type_ref(id).name), tests.unwrap_or_default())
    });
    [own]
        .into_iter()
        .chain(of_errors)
        .filter(|(_, tests)| !tests.is_empty())
        .collect()
}
