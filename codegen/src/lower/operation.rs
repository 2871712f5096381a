//! Lowers operations and the service.

use std::collections::BTreeMap;

use super::{
    Context, deprecation, docs, endpoints, names, pagination, protocol, structure, waiters,
};
use crate::ir::{self, Adjustments, AuthScheme, OperationRef, Role, RustName, Signing, TypeRef};
use crate::model::traits::{AwsService, Traits};
use crate::select::operation::Operation;
use crate::select::shapes::Target;

/// Lowers the service.
pub(super) fn lower_service(context: &mut Context<'_>) -> ir::Service {
    let service = &context.selection.service;
    let traits = service.traits;
    let aws = traits.aws_service.as_ref();
    let sdk_id = aws.map_or_else(|| service.id.name().to_owned(), |aws| aws.sdk_id.clone());
    let prefix = endpoint_prefix(aws, &sdk_id);
    let signing_name = match &traits.sigv4 {
        Some(sigv4) => sigv4.name.clone(),
        None => prefix.clone(),
    };
    ir::Service {
        shape_name: service.id.name().to_owned(),
        title: traits.title.clone().unwrap_or_else(|| sdk_id.clone()),
        version: service.shape.version.clone(),
        signing_name,
        docs: docs(traits),
        auth: service.auth.clone(),
        token_in_environment: false,
        endpoint_discovery: None,
        auth_tokens: None,
        endpoints: endpoints::lower_rules(context, &prefix),
        endpoint_tests: Vec::new(),
        sdk_id,
    }
}

fn endpoint_prefix(aws: Option<&AwsService>, sdk_id: &str) -> String {
    let prefix = aws.and_then(|aws| aws.endpoint_prefix.clone());
    prefix.unwrap_or_else(|| sdk_id.to_lowercase().replace(' ', ""))
}

/// Lowers an operation with its input, output, errors and everything that shapes its request.
pub(super) fn lower<'a>(
    context: &mut Context<'a>,
    service: &ir::Service,
    operation: &'a Operation<'a>,
) -> ir::Operation {
    let traits = operation.traits;
    let name = context.shape_name(operation.id);
    let names = OperationRef {
        name: names::operation_type(&name),
        module: names::operation(&name),
    };
    let input = lower_io(
        context,
        operation.input,
        "Input",
        Role::Input(names.clone()),
    );
    let output = lower_io(
        context,
        operation.output,
        "Output",
        Role::Output(names.clone()),
    );
    ir::Operation {
        docs: docs(traits),
        deprecated: deprecation(traits),
        request: protocol::request(context.selection, operation, &input),
        response: protocol::response(context.selection, operation),
        errors: error_refs(context, &operation.errors),
        paginator: pagination::lower(context, operation, &input, &output),
        waiters: waiters::lower(context, operation),
        auth: own_auth(&operation.auth, &service.auth),
        unsigned_payload: traits.unsigned_payload.is_some(),
        checksums: operation.checksums.clone(),
        compressed: is_compressed(traits),
        tree_hash: false,
        presigned: None,
        adjustments: adjustments(traits),
        host_prefix: operation.host_prefix.clone(),
        endpoint_bindings: endpoints::lower_bindings(
            context,
            &service.endpoints,
            operation,
            &input,
        ),
        request_tests: traits.http_request_tests.clone().unwrap_or_default(),
        response_tests: response_tests(context, operation),
        shape: operation.id.clone(),
        name: names.name,
        module: names.module,
        input,
        output,
    }
}

/// Lowers the input or output of an operation, whose name in the SDK ends with `suffix`.
fn lower_io<'a>(
    context: &mut Context<'a>,
    target: Target<'a>,
    suffix: &str,
    role: Role,
) -> ir::Structure {
    let operation = match &role {
        Role::Input(names) | Role::Output(names) => names.name.to_string(),
        Role::Shared | Role::Error(_) => String::new(),
    };
    let name = names::type_name(&format!("{operation}{suffix}"));
    structure::lower_io(context, target, name, role)
}

/// Returns the names of the errors, sorted as the official SDK lists them.
fn error_refs<'a>(context: &Context<'a>, errors: &[Target<'a>]) -> Vec<TypeRef> {
    let mut refs: Vec<TypeRef> = errors
        .iter()
        .map(|target| context.type_ref(*target))
        .collect();
    refs.sort();
    refs
}

/// Returns the adjustments that the traits of an operation cause: the signature of a body that it doesn't cover says so.
fn adjustments(traits: &Traits) -> Adjustments {
    let signing = Signing {
        body_hash: traits.unsigned_payload.is_some(),
        ..Signing::default()
    };
    Adjustments {
        signing,
        ..Adjustments::default()
    }
}

/// Returns the auth schemes of an operation, if they differ from the service's.
fn own_auth(operation: &[AuthScheme], service: &[AuthScheme]) -> Option<Vec<AuthScheme>> {
    (operation != service).then(|| operation.to_vec())
}

fn is_compressed(traits: &Traits) -> bool {
    let compression = traits.request_compression.as_ref();
    compression.is_some_and(|compression| compression.encodings.iter().any(|name| name == "gzip"))
}

/// Returns the response tests of the operation and of its errors.
fn response_tests<'a>(
    context: &Context<'a>,
    operation: &Operation<'a>,
) -> BTreeMap<Option<RustName>, Vec<serde_json::Value>> {
    let own = (None, operation.traits);
    let of_errors = operation.errors.iter().map(|target| {
        let name = context.type_ref(*target).name;
        (Some(name), context.selection.shapes[*target].traits)
    });
    [own]
        .into_iter()
        .chain(of_errors)
        .filter_map(|(name, traits)| Some((name, traits.http_response_tests.clone()?)))
        .filter(|(_, tests)| !tests.is_empty())
        .collect()
}
