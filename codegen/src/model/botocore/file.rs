//! Contains the types of botocore's files, `service-2.json` and `paginators-1.json`, with all entries in file order.
//!
//! Keys without a field are collected in `other`, so that new ones are kept.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::{Number, Value};

use crate::model::traits::{
    ContextParam, EndpointPrefix, HttpChecksum, RequestCompression, Retryable,
};

/// The entries of an object in file order. Error messages contain the name of the entry.
pub(super) struct Ordered<T>(pub Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
            type Value = Ordered<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(name) = map.next_key::<String>()? {
                    let entry = map
                        .next_value()
                        .map_err(|error| A::Error::custom(format!("{name}: {error}")))?;
                    entries.push((name, entry));
                }
                Ok(Ordered(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

/// `service-2.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ServiceFile {
    pub version: Option<String>,
    pub metadata: Metadata,
    pub operations: Ordered<OperationEntry>,
    pub shapes: Ordered<ShapeEntry>,
    pub documentation: Option<String>,
    pub client_context_params: Option<Value>,
    #[serde(flatten)]
    pub deprecation: Deprecation,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Metadata {
    pub api_version: String,
    pub endpoint_prefix: String,
    pub protocol: Option<String>,
    #[serde(default)]
    pub protocols: Vec<String>,
    #[serde(default)]
    pub protocol_settings: ProtocolSettings,
    pub json_version: Option<String>,
    pub target_prefix: Option<String>,
    pub service_id: Option<String>,
    pub service_full_name: Option<String>,
    pub signature_version: Option<String>,
    pub signing_name: Option<String>,
    #[serde(default)]
    pub auth: Vec<String>,
    pub xml_namespace: Option<Value>,
    pub aws_query_compatible: Option<Value>,
}

#[derive(Default, Deserialize)]
pub(super) struct ProtocolSettings {
    pub h2: Option<String>,
}

/// A deprecation, which is spread over three keys wherever it can occur.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Deprecation {
    #[serde(default)]
    pub deprecated: bool,
    pub deprecated_message: Option<String>,
    pub deprecated_since: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OperationEntry {
    pub http: Option<HttpEntry>,
    pub input: Option<Reference>,
    pub output: Option<Reference>,
    #[serde(default)]
    pub errors: Vec<ErrorReference>,
    pub documentation: Option<String>,
    pub authtype: Option<String>,
    pub auth: Option<Vec<String>>,
    #[serde(default)]
    pub unsigned_payload: bool,
    #[serde(default)]
    pub idempotent: bool,
    #[serde(default)]
    pub readonly: bool,
    pub endpoint: Option<EndpointPrefix>,
    #[serde(default)]
    pub http_checksum_required: bool,
    pub http_checksum: Option<HttpChecksum>,
    pub requestcompression: Option<RequestCompression>,
    pub static_context_params: Option<Value>,
    pub operation_context_params: Option<Value>,
    pub endpointdiscovery: Option<EndpointDiscovery>,
    #[serde(default)]
    pub endpointoperation: bool,
    #[serde(flatten)]
    pub deprecation: Deprecation,
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct HttpEntry {
    pub method: String,
    pub request_uri: String,
    pub response_code: Option<u16>,
}

#[derive(Deserialize)]
pub(super) struct EndpointDiscovery {
    #[serde(default)]
    pub required: bool,
}

#[derive(Deserialize)]
pub(super) struct Reference {
    pub shape: String,
}

/// A reference to an error. In older files it contains the kind of the error, which is otherwise in the shape.
#[derive(Deserialize)]
pub(super) struct ErrorReference {
    pub shape: String,
    pub error: Option<ErrorEntry>,
    #[serde(default)]
    pub fault: bool,
}

#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ErrorEntry {
    pub http_status_code: Option<u16>,
    pub code: Option<String>,
    pub sender_fault: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ShapeEntry {
    pub r#type: String,
    #[serde(default)]
    pub members: Ordered<MemberEntry>,
    // Boxed to keep shapes small: each of these is large.
    pub member: Option<Box<MemberEntry>>,
    pub key: Option<Box<MemberEntry>>,
    pub value: Option<Box<MemberEntry>>,
    #[serde(default)]
    pub required: Vec<String>,
    pub payload: Option<String>,
    pub r#enum: Option<Vec<String>>,
    pub documentation: Option<String>,
    #[serde(default)]
    pub exception: bool,
    #[serde(default)]
    pub fault: bool,
    pub error: Option<ErrorEntry>,
    pub retryable: Option<Retryable>,
    #[serde(default)]
    pub union: bool,
    #[serde(default)]
    pub document: bool,
    #[serde(default)]
    pub eventstream: bool,
    #[serde(default)]
    pub sensitive: bool,
    #[serde(default)]
    pub r#box: bool,
    #[serde(default)]
    pub streaming: bool,
    #[serde(default)]
    pub requires_length: bool,
    #[serde(default)]
    pub sparse: bool,
    #[serde(default)]
    pub flattened: bool,
    pub min: Option<Number>,
    pub max: Option<Number>,
    pub pattern: Option<String>,
    pub timestamp_format: Option<String>,
    pub location_name: Option<String>,
    pub xml_namespace: Option<Value>,
    #[serde(flatten)]
    pub deprecation: Deprecation,
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MemberEntry {
    pub shape: String,
    pub documentation: Option<String>,
    pub location: Option<String>,
    pub location_name: Option<String>,
    #[serde(default)]
    pub r#box: bool,
    #[serde(default)]
    pub streaming: bool,
    #[serde(default)]
    pub sensitive: bool,
    #[serde(default)]
    pub idempotency_token: bool,
    #[serde(default)]
    pub host_label: bool,
    #[serde(default)]
    pub jsonvalue: bool,
    #[serde(default)]
    pub flattened: bool,
    #[serde(default)]
    pub eventpayload: bool,
    #[serde(default)]
    pub eventheader: bool,
    #[serde(default)]
    pub xml_attribute: bool,
    pub xml_namespace: Option<Value>,
    pub query_name: Option<String>,
    pub timestamp_format: Option<String>,
    pub context_param: Option<ContextParam>,
    #[serde(flatten)]
    pub deprecation: Deprecation,
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

/// `paginators-1.json`.
#[derive(Deserialize)]
pub(super) struct PaginatorsFile {
    pub pagination: Ordered<PaginatorEntry>,
}

#[derive(Deserialize)]
pub(super) struct PaginatorEntry {
    pub input_token: OneOrMany,
    pub output_token: OneOrMany,
    pub limit_key: Option<String>,
    pub result_key: Option<OneOrMany>,
}

/// One path or several.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    /// Returns the path if there is exactly one and if it consists of names: `a.b`, but no other JMESPath.
    pub(super) fn plain_path(&self) -> Option<&str> {
        let path = match self {
            Self::One(path) => path.as_str(),
            Self::Many(paths) => match paths.as_slice() {
                [path] => path.as_str(),
                _ => return None,
            },
        };
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
        path.chars().all(is_plain).then_some(path)
    }
}
