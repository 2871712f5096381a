//! Reads members: their targets, bindings and wire names.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::traits::Marker;
use super::super::{Member, ShapeId, Traits};
use super::defaults;
use super::file::MemberEntry;
use super::shape::timestamp_format;
use super::{Context, Derived};

/// The shape that contains a member.
pub(super) struct Container<'a> {
    pub context: &'a Context,
    /// Whether it is a structure and not a union, list or map.
    pub is_structure: bool,
    pub required: &'a [String],
    pub payload: Option<&'a str>,
}

/// Converts an entry into a member. If the member needs a target of its own, it is added to `derived`.
pub(super) fn read(
    container: &Container<'_>,
    name: &str,
    mut entry: MemberEntry,
    derived: &mut Vec<Derived>,
) -> Result<Member, String> {
    let target = target(container.context, &entry, derived);
    let mut traits = Traits::default();
    defaults::set_presence(container, name, &entry, &mut traits);
    if container.payload == Some(name) {
        traits.http_payload = Some(Marker);
    }
    let in_member = |message| format!("member `{name}`: {message}");
    bind(container, name, &mut entry, &mut traits).map_err(in_member)?;
    let format = entry.timestamp_format.as_deref().map(timestamp_format);
    traits.timestamp_format = format.transpose().map_err(in_member)?;
    set_remaining(container.context, entry, &mut traits);
    Ok(Member {
        name: name.to_owned(),
        target,
        traits,
    })
}

/// Returns the target, or the ID of a copy of it if the member has facts that Smithy has on the target.
fn target(context: &Context, entry: &MemberEntry, derived: &mut Vec<Derived>) -> ShapeId {
    let base = context.shape_id(&entry.shape);
    let (suffix, traits) = if entry.jsonvalue {
        let media_type = Some("application/json".to_owned());
        let traits = Traits {
            media_type,
            ..Traits::default()
        };
        ("Json", traits)
    } else if entry.streaming {
        let streaming = Some(Marker);
        let traits = Traits {
            streaming,
            ..Traits::default()
        };
        ("Stream", traits)
    } else {
        return base;
    };
    let mut name = format!("{}{suffix}", entry.shape);
    while context.targets.contains_key(&name) {
        name.push_str(suffix);
    }
    let id = context.shape_id(&name);
    derived.push(Derived {
        id: id.clone(),
        base,
        traits,
    });
    id
}

/// Sets the trait that binds the member to its place in the HTTP message, or its name in the body.
fn bind(
    container: &Container<'_>,
    name: &str,
    entry: &mut MemberEntry,
    traits: &mut Traits,
) -> Result<(), String> {
    let protocols = &container.context.protocols;
    let location = entry.location.take();
    let wire_name = entry.location_name.take();
    let Some(location) = location.filter(|_| protocols.have_http_bindings()) else {
        set_body_name(container, name, wire_name, traits);
        return Ok(());
    };
    let is_map = container
        .context
        .targets
        .get(&entry.shape)
        .is_some_and(|target| target.r#type == "map");
    let wire_name_or = |other: &str| wire_name.clone().unwrap_or_else(|| other.to_owned());
    match location.as_str() {
        "uri" => traits.http_label = Some(Marker),
        "querystring" if is_map => traits.http_query_params = Some(Marker),
        "querystring" => traits.http_query = Some(wire_name_or(name)),
        "header" => traits.http_header = Some(wire_name_or(name)),
        "headers" => traits.http_prefix_headers = Some(wire_name_or("")),
        "statusCode" => traits.http_response_code = Some(Marker),
        other => return Err(format!("location `{other}` is unknown")),
    }
    Ok(())
}

/// Sets the name of the XML element, or of the JSON member if it differs from the member's name. Items of JSON lists have none.
fn set_body_name(
    container: &Container<'_>,
    name: &str,
    wire_name: Option<String>,
    traits: &mut Traits,
) {
    let Some(wire_name) = wire_name.filter(|wire_name| wire_name != name) else {
        return;
    };
    if container.context.protocols.have_xml_names() {
        let id = "smithy.api#xmlName".to_owned();
        traits.insert(id, Value::String(wire_name));
    } else if traits.http_payload.is_none() && !matches!(name, "member" | "key" | "value") {
        traits.json_name = Some(wire_name);
    }
}

fn set_remaining(context: &Context, entry: MemberEntry, traits: &mut Traits) {
    let target = context.targets.get(&entry.shape);
    let flattened = entry.flattened || target.is_some_and(|target| target.flattened);
    traits.documentation = entry.documentation;
    traits.deprecated = entry.deprecation.into_trait();
    traits.sensitive = entry.sensitive.then_some(Marker);
    traits.idempotency_token = entry.idempotency_token.then_some(Marker);
    traits.host_label = entry.host_label.then_some(Marker);
    traits.context_param = entry.context_param;
    let marker = |set: bool| set.then(|| json!({}));
    let other = [
        ("smithy.api#xmlFlattened", marker(flattened)),
        ("smithy.api#xmlAttribute", marker(entry.xml_attribute)),
        ("smithy.api#xmlNamespace", entry.xml_namespace),
        ("smithy.api#eventPayload", marker(entry.eventpayload)),
        ("smithy.api#eventHeader", marker(entry.eventheader)),
        (
            "aws.protocols#ec2QueryName",
            entry.query_name.map(Value::String),
        ),
    ];
    add_other(traits, other, entry.other);
}

/// The keys that have no counterpart in Smithy's models, because they are redundant or only concern botocore.
const IMPLIED: [&str; 7] = [
    "enum",
    "event",
    "name",
    "resultWrapper",
    "synthetic",
    "wrapper",
    "xmlOrder",
];

/// Adds the traits that have no field of their own, and unknown keys as `botocore#key`.
pub(super) fn add_other<const N: usize>(
    traits: &mut Traits,
    known: [(&str, Option<Value>); N],
    unknown: BTreeMap<String, Value>,
) {
    for (id, value) in known {
        if let Some(value) = value {
            traits.insert(id.to_owned(), value);
        }
    }
    for (key, value) in unknown {
        if !IMPLIED.contains(&key.as_str()) {
            traits.insert(format!("botocore#{key}"), value);
        }
    }
}
