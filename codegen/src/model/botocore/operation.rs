//! Reads operations with their HTTP traits, auth schemes and endpoint parameters.

use std::collections::BTreeMap;

use serde_json::json;

use super::super::traits::{ErrorKind, Http, Marker};
use super::super::{Model, Operation, Shape, ShapeId, ShapeKind, Traits};
use super::Context;
use super::file::{ErrorReference, HttpEntry, OperationEntry, Ordered, Reference, ShapeEntry};
use super::shape::error_kind;

/// The trait of an operation that discovers endpoints for others. In Smithy, the service has a trait instead.
pub(super) const DISCOVERS: &str = "botocore#endpointoperation";

/// The labels whose names differ from those of their members.
///
/// In Smithy they are the same, so the URIs are rewritten: `/restapis/{restapi_id}` becomes `/restapis/{restApiId}`.
#[derive(Default)]
pub(super) struct Labels(BTreeMap<String, Vec<(String, String)>>);

impl Labels {
    /// Collects the labels of a structure.
    pub(super) fn collect(&mut self, name: &str, entry: &ShapeEntry) {
        let renamed = entry.members.0.iter().filter_map(|(member, entry)| {
            let label = entry.location_name.as_ref()?;
            let is_label = entry.location.as_deref() == Some("uri");
            (is_label && label != member).then(|| (label.clone(), member.clone()))
        });
        let renamed: Vec<_> = renamed.collect();
        if !renamed.is_empty() {
            self.0.insert(name.to_owned(), renamed);
        }
    }

    /// Returns the URI with the names of the input's members as labels.
    fn rename(&self, input: Option<&Reference>, uri: String) -> String {
        let Some(renamed) = input.and_then(|input| self.0.get(&input.shape)) else {
            return uri;
        };
        let label = |label: &str| {
            let (name, greedy) = match label.strip_suffix('+') {
                Some(name) => (name, "+"),
                None => (label, ""),
            };
            let member = renamed.iter().find(|(label, _)| label == name);
            let member = member.map_or(name, |(_, member)| member);
            format!("{{{member}{greedy}}}")
        };
        let mut parts = uri.split('{');
        let mut result = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once('}') {
                Some((name, rest)) => result.extend([label(name).as_str(), rest]),
                None => result.extend(["{", part]),
            }
        }
        result
    }
}

/// Adds the operations and returns their IDs in order.
pub(super) fn insert(
    context: &Context,
    model: &mut Model,
    labels: &Labels,
    operations: Ordered<OperationEntry>,
) -> Vec<ShapeId> {
    let mut ids = Vec::with_capacity(operations.0.len());
    for (name, entry) in operations.0 {
        let id = context.id(&name);
        for error in &entry.errors {
            mark_error(context, model, error);
        }
        let shape = operation(context, labels, entry);
        model.shapes.insert(id.clone(), shape);
        ids.push(id);
    }
    sort(&mut ids);
    ids
}

/// Sorts IDs by name as AWS's Smithy models do, ignoring case.
fn sort(ids: &mut [ShapeId]) {
    ids.sort_by_cached_key(|id| id.name().to_ascii_lowercase());
}

/// Adds the error traits to a shape. In older files it is an ordinary structure, and the reference describes the error.
fn mark_error(context: &Context, model: &mut Model, reference: &ErrorReference) {
    let Some(shape) = model.shapes.get_mut(&context.shape_id(&reference.shape)) else {
        return;
    };
    let entry = reference.error.clone().unwrap_or_default();
    let traits = &mut shape.traits;
    if traits.http_error.is_none() && entry.http_status_code.is_some() {
        traits.http_error = entry.http_status_code;
        traits.error = Some(error_kind(&entry, reference.fault));
    }
    traits.error.get_or_insert(ErrorKind::Client);
}

fn operation(context: &Context, labels: &Labels, mut entry: OperationEntry) -> Shape {
    let target = |reference: Option<&Reference>| match reference {
        Some(reference) => context.shape_id(&reference.shape),
        None => ShapeId::from("smithy.api#Unit"),
    };
    let mut errors: Vec<ShapeId> = entry
        .errors
        .iter()
        .map(|error| context.shape_id(&error.shape))
        .collect();
    sort(&mut errors);
    let operation = Operation {
        input: target(entry.input.as_ref()),
        output: target(entry.output.as_ref()),
        errors,
    };
    let http = entry
        .http
        .take()
        .filter(|_| context.protocols.have_http_bindings())
        .map(|http| http_trait(context, labels, entry.input.as_ref(), http));
    Shape {
        kind: ShapeKind::Operation(operation),
        traits: Traits {
            http,
            ..traits(entry)
        },
    }
}

fn http_trait(
    context: &Context,
    labels: &Labels,
    input: Option<&Reference>,
    entry: HttpEntry,
) -> Http {
    let mut uri = entry.request_uri;
    if context.facts.adds_slashes && uri.ends_with('/') && uri != "/" {
        uri.pop();
    }
    Http {
        method: entry.method,
        uri: labels.rename(input, uri),
        code: entry.response_code.unwrap_or(200),
    }
}

fn traits(entry: OperationEntry) -> Traits {
    let unsigned = entry.unsigned_payload || entry.authtype.as_deref() == Some("v4-unsigned-body");
    let auth = auth(&entry);
    let mut traits = Traits {
        documentation: entry.documentation,
        deprecated: entry.deprecation.into_trait(),
        auth,
        unsigned_payload: unsigned.then_some(Marker),
        endpoint: entry.endpoint,
        http_checksum_required: entry.http_checksum_required.then_some(Marker),
        http_checksum: entry.http_checksum,
        request_compression: entry.requestcompression,
        static_context_params: entry.static_context_params,
        operation_context_params: entry.operation_context_params,
        ..Traits::default()
    };
    let discovery = entry
        .endpointdiscovery
        .map(|it| json!({ "required": it.required }));
    let marker = |set: bool| set.then(|| json!({}));
    let other = [
        ("smithy.api#idempotent", marker(entry.idempotent)),
        ("smithy.api#readonly", marker(entry.readonly)),
        ("aws.api#clientDiscoveredEndpoint", discovery),
        (DISCOVERS, marker(entry.endpointoperation)),
    ];
    super::member::add_other(&mut traits, other, entry.other);
    traits
}

/// Returns the auth schemes of the operation. An empty list makes its calls anonymous.
fn auth(entry: &OperationEntry) -> Option<Vec<ShapeId>> {
    if entry.authtype.as_deref() == Some("none") {
        return Some(Vec::new());
    }
    let schemes = entry.auth.as_ref()?.iter();
    let schemes = schemes.filter(|scheme| *scheme != "smithy.api#noAuth");
    Some(
        schemes
            .map(|scheme| ShapeId::from(scheme.as_str()))
            .collect(),
    )
}
