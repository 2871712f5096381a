//! Reads data shapes, which are all shapes but operations and the service.

use serde_json::{Value, json};

use super::super::enums;
use super::super::traits::{Bounds, EnumDefinition, ErrorKind, Marker, TimestampFormat};
use super::super::{Shape, ShapeKind, SimpleKind, Traits};
use super::file::{ErrorEntry, ShapeEntry};
use super::member::{self, Container};
use super::{Context, Derived};

/// Converts an entry into a shape. Shapes that its members need are added to `derived`.
pub(super) fn read(
    context: &Context,
    name: &str,
    mut entry: ShapeEntry,
    derived: &mut Vec<Derived>,
) -> Result<Shape, String> {
    entry.union |= context.facts.unions.contains(name);
    let kind = kind(context, &mut entry, derived)?;
    let mut traits = traits(context, &kind, entry)?;
    let target = context.targets.get(name);
    traits.default = target.and_then(|target| target.default.clone());
    Ok(Shape { kind, traits })
}

fn kind(
    context: &Context,
    entry: &mut ShapeEntry,
    derived: &mut Vec<Derived>,
) -> Result<ShapeKind, String> {
    let container = Container {
        context,
        is_structure: entry.r#type == "structure" && !entry.union && !entry.eventstream,
        required: &entry.required,
        payload: entry.payload.as_deref(),
    };
    let kind = match entry.r#type.as_str() {
        "structure" if entry.document => ShapeKind::Simple(SimpleKind::Document),
        "structure" => {
            let entries = std::mem::take(&mut entry.members).0;
            // Collecting results doesn't reserve space, and members are large.
            let mut members = Vec::with_capacity(entries.len());
            for (name, entry) in entries {
                members.push(member::read(&container, &name, entry, derived)?);
            }
            if container.is_structure {
                ShapeKind::Structure(members)
            } else {
                ShapeKind::Union(members)
            }
        }
        "list" => {
            let entry = entry.member.take().ok_or("a list needs a `member`")?;
            ShapeKind::List(Box::new(member::read(
                &container, "member", *entry, derived,
            )?))
        }
        "map" => {
            let key = entry.key.take().ok_or("a map needs a `key`")?;
            let value = entry.value.take().ok_or("a map needs a `value`")?;
            ShapeKind::Map {
                key: Box::new(member::read(&container, "key", *key, derived)?),
                value: Box::new(member::read(&container, "value", *value, derived)?),
            }
        }
        "string" | "character" => match entry.r#enum.take() {
            Some(values) if !values.is_empty() => {
                let definitions = values.into_iter().map(EnumDefinition::unnamed);
                ShapeKind::Enum(enums::members(definitions.collect()))
            }
            _ => ShapeKind::Simple(SimpleKind::String),
        },
        other => ShapeKind::Simple(simple_kind(other)?),
    };
    Ok(kind)
}

fn simple_kind(r#type: &str) -> Result<SimpleKind, String> {
    let kind = match r#type {
        "blob" => SimpleKind::Blob,
        "boolean" => SimpleKind::Boolean,
        "byte" => SimpleKind::Byte,
        "short" => SimpleKind::Short,
        "integer" => SimpleKind::Integer,
        "long" => SimpleKind::Long,
        "float" => SimpleKind::Float,
        "double" => SimpleKind::Double,
        "biginteger" | "bigInteger" => SimpleKind::BigInteger,
        "bigdecimal" | "bigDecimal" => SimpleKind::BigDecimal,
        "timestamp" => SimpleKind::Timestamp,
        other => return Err(format!("shape type `{other}` is unknown")),
    };
    Ok(kind)
}

fn traits(context: &Context, kind: &ShapeKind, entry: ShapeEntry) -> Result<Traits, String> {
    let error = entry.error.clone().unwrap_or_default();
    let is_error = entry.exception || entry.error.is_some();
    let bounds = bounds(entry.min, entry.max);
    let (length, range) = if kind.is_number() {
        (None, bounds)
    } else {
        (bounds, None)
    };
    let timestamp_format = entry
        .timestamp_format
        .as_deref()
        .map(timestamp_format)
        .transpose()?;
    let mut traits = Traits {
        documentation: entry.documentation,
        deprecated: entry.deprecation.into_trait(),
        sensitive: entry.sensitive.then_some(Marker),
        error: is_error.then(|| error_kind(&error, entry.fault)),
        http_error: error.http_status_code,
        retryable: entry.retryable,
        timestamp_format,
        sparse: entry.sparse.then_some(Marker),
        streaming: (entry.streaming || entry.eventstream).then_some(Marker),
        requires_length: entry.requires_length.then_some(Marker),
        length,
        range,
        pattern: entry.pattern,
        ..Traits::default()
    };
    let query_error = error
        .code
        .map(|code| json!({ "code": code, "httpResponseCode": error.http_status_code }));
    let xml_name = entry
        .location_name
        .filter(|_| context.protocols.have_xml_names());
    let other = [
        ("aws.protocols#awsQueryError", query_error),
        ("smithy.api#xmlName", xml_name.map(Value::String)),
        ("smithy.api#xmlNamespace", entry.xml_namespace),
    ];
    member::add_other(&mut traits, other, entry.other);
    Ok(traits)
}

/// Returns the kind of an error. Without other information, the HTTP status decides.
pub(super) fn error_kind(entry: &ErrorEntry, fault: bool) -> ErrorKind {
    let is_client = entry
        .sender_fault
        .unwrap_or_else(|| entry.http_status_code.is_none_or(|status| status < 500));
    if fault || !is_client {
        ErrorKind::Server
    } else {
        ErrorKind::Client
    }
}

fn bounds(min: Option<serde_json::Number>, max: Option<serde_json::Number>) -> Option<Bounds> {
    (min.is_some() || max.is_some()).then_some(Bounds { min, max })
}

/// Converts botocore's name of a timestamp format.
pub(super) fn timestamp_format(name: &str) -> Result<TimestampFormat, String> {
    match name {
        "iso8601" => Ok(TimestampFormat::DateTime),
        "unixTimestamp" => Ok(TimestampFormat::EpochSeconds),
        "rfc822" => Ok(TimestampFormat::HttpDate),
        other => Err(format!(
            "timestamp format `{other}` is unknown; expected iso8601, unixTimestamp or rfc822"
        )),
    }
}
