//! Defines the traits: a typed field for each trait that the generator knows, and a map for all others.
//!
//! A new trait needs one line in the table below.

mod http_checksum;

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::ShapeId;
use super::waiters::Waiter;
pub use http_checksum::HttpChecksum;

/// Defines the [`Traits`] struct with its reader and its merge, from one table.
macro_rules! traits {
    ($($(#[$doc:meta])* $field:ident: $ty:ty = $id:literal,)*) => {
        /// The traits of a shape or member.
        #[derive(Debug, Clone, Default)]
        pub struct Traits {
            $($(#[$doc])* #[doc = concat!("\n\nTrait `", $id, "`.")] pub $field: Option<$ty>,)*
            /// All traits without a field of their own, by ID.
            pub other: BTreeMap<String, Value>,
        }

        impl Traits {
            /// Reads the value of the trait `id` from `map`.
            fn read_entry<'de, A: MapAccess<'de>>(&mut self, id: String, map: &mut A) -> Result<(), A::Error> {
                match id.as_str() {
                    $($id => self.$field = Some(map.next_value()?),)*
                    _ => {
                        let value = map.next_value()?;
                        self.other.insert(id, value);
                    }
                }
                Ok(())
            }

            /// Sets the trait `id`. A value that isn't one of the trait is kept without being interpreted.
            pub(crate) fn insert(&mut self, id: String, value: Value) {
                match id.as_str() {
                    $($id => match serde_json::from_value(value.clone()) {
                        Ok(value) => self.$field = Some(value),
                        Err(_) => {
                            self.other.insert(id, value);
                        }
                    },)*
                    _ => {
                        self.other.insert(id, value);
                    }
                }
            }

            /// Adds the traits of `applied`, which replace those that are already set.
            pub fn apply(&mut self, applied: Self) {
                $(if applied.$field.is_some() { self.$field = applied.$field; })*
                self.other.extend(applied.other);
            }

            /// Removes the trait `id` if it is set.
            pub(super) fn remove(&mut self, id: &str) {
                match id {
                    $($id => self.$field = None,)*
                    _ => {
                        self.other.remove(id);
                    }
                }
            }

            /// Returns all traits that are set as JSON, sorted by ID.
            pub(super) fn values(&self) -> Map<String, Value> {
                let typed = [$(($id, self.$field.as_ref().map(to_json))),*];
                let typed = typed.into_iter().filter_map(|(id, value)| Some((id.to_owned(), value?)));
                let other = self.other.iter().map(|(id, value)| (id.clone(), value.clone()));
                let sorted: BTreeMap<String, Value> = typed.chain(other).collect();
                sorted.into_iter().collect()
            }

            /// Returns the IDs of all traits that are set.
            pub fn ids(&self) -> impl Iterator<Item = &str> {
                let typed = [$(($id, self.$field.is_some())),*];
                let typed = typed.into_iter().filter(|(_, set)| *set).map(|(id, _)| id);
                typed.chain(self.other.keys().map(String::as_str))
            }
        }
    };
}

traits! {
    /// HTML documentation.
    documentation: String = "smithy.api#documentation",
    /// The service's title.
    title: String = "smithy.api#title",
    /// Must not be used in new code.
    deprecated: Deprecated = "smithy.api#deprecated",
    /// Must not be logged.
    sensitive: Marker = "smithy.api#sensitive",
    /// Must be set.
    required: Marker = "smithy.api#required",
    /// The value if none is set; `null` removes the default of the target.
    default: Value = "smithy.api#default",
    /// The default was added after the member.
    added_default: Marker = "smithy.api#addedDefault",
    /// Clients treat the member as optional, regardless of all other traits.
    client_optional: Marker = "smithy.api#clientOptional",
    /// Smithy 1.0: the member may be absent.
    boxed: Marker = "smithy.api#box",
    /// The structure is only used as the input of one operation.
    input: Marker = "smithy.api#input",
    /// The structure is only used as the output of one operation.
    output: Marker = "smithy.api#output",
    /// The value of an enum member.
    enum_value: Value = "smithy.api#enumValue",
    /// The values of an enum string; deprecated in Smithy 2.0, and turned into an enum shape when a model is read.
    enum_definition: Vec<EnumDefinition> = "smithy.api#enum",
    /// The structure is an error.
    error: ErrorKind = "smithy.api#error",
    /// The HTTP status of an error.
    http_error: u16 = "smithy.api#httpError",
    /// The error may be retried.
    retryable: Retryable = "smithy.api#retryable",
    /// The HTTP method and URI of an operation.
    http: Http = "smithy.api#http",
    /// Bound to a label of the URI.
    http_label: Marker = "smithy.api#httpLabel",
    /// Bound to a query parameter.
    http_query: String = "smithy.api#httpQuery",
    /// A map bound to all remaining query parameters.
    http_query_params: Marker = "smithy.api#httpQueryParams",
    /// Bound to a header.
    http_header: String = "smithy.api#httpHeader",
    /// A map bound to all headers with a prefix.
    http_prefix_headers: String = "smithy.api#httpPrefixHeaders",
    /// The member is the body.
    http_payload: Marker = "smithy.api#httpPayload",
    /// Bound to the HTTP status of the response.
    http_response_code: Marker = "smithy.api#httpResponseCode",
    /// The request carries a checksum of its body.
    http_checksum_required: Marker = "smithy.api#httpChecksumRequired",
    /// The request or the response carries a checksum whose algorithm can be chosen.
    http_checksum: HttpChecksum = "aws.protocols#httpChecksum",
    /// The prefix of the operation's host.
    endpoint: EndpointPrefix = "smithy.api#endpoint",
    /// Bound to a label of the host prefix.
    host_label: Marker = "smithy.api#hostLabel",
    /// The operation, or every operation of the service, returns pages.
    paginated: Paginated = "smithy.api#paginated",
    /// The waiters that poll the operation, by name.
    waitable: BTreeMap<String, Waiter> = "smithy.waiters#waitable",
    /// The member's name in JSON.
    json_name: String = "smithy.api#jsonName",
    /// The format of a timestamp on the wire.
    timestamp_format: TimestampFormat = "smithy.api#timestampFormat",
    /// The media type of a blob or string.
    media_type: String = "smithy.api#mediaType",
    /// The list or map can contain nulls.
    sparse: Marker = "smithy.api#sparse",
    /// A list without repeated values.
    unique_items: Marker = "smithy.api#uniqueItems",
    /// The blob is sent or received in pieces, or the union is an event stream.
    streaming: Marker = "smithy.api#streaming",
    /// The length of the stream must be known.
    requires_length: Marker = "smithy.api#requiresLength",
    /// Filled in by the client if not set.
    idempotency_token: Marker = "smithy.api#idempotencyToken",
    /// The request body is compressed.
    request_compression: RequestCompression = "smithy.api#requestCompression",
    /// Bounds of a length.
    length: Bounds = "smithy.api#length",
    /// Bounds of a number.
    range: Bounds = "smithy.api#range",
    /// A regular expression for a string.
    pattern: String = "smithy.api#pattern",
    /// The auth schemes of an operation or service, by preference.
    auth: Vec<ShapeId> = "smithy.api#auth",
    /// The operation may be called without credentials.
    optional_auth: Marker = "smithy.api#optionalAuth",
    /// The names of an AWS service.
    aws_service: AwsService = "aws.api#service",
    /// Requests are signed with SigV4.
    sigv4: SigV4 = "aws.auth#sigv4",
    /// The body isn't part of the signature.
    unsigned_payload: Marker = "aws.auth#unsignedPayload",
    /// The protocol restJson1.
    rest_json_1: Value = "aws.protocols#restJson1",
    /// The protocol restXml.
    rest_xml: RestXml = "aws.protocols#restXml",
    /// The code of an error in the Query protocols.
    aws_query_error: AwsQueryError = "aws.protocols#awsQueryError",
    /// Errors have the codes that they had in the Query protocols.
    aws_query_compatible: Marker = "aws.protocols#awsQueryCompatible",
    /// The name of a member in the requests of EC2.
    ec2_query_name: String = "aws.protocols#ec2QueryName",
    /// The body of an output is the element of its member.
    s3_unwrapped_xml_output: Marker = "aws.customizations#s3UnwrappedXmlOutput",
    /// The member is an attribute of the XML element.
    xml_attribute: Marker = "smithy.api#xmlAttribute",
    /// The items of a list or map are elements beside the other members.
    xml_flattened: Marker = "smithy.api#xmlFlattened",
    /// The name of an XML element.
    xml_name: String = "smithy.api#xmlName",
    /// The namespace of an XML element.
    xml_namespace: XmlNamespace = "smithy.api#xmlNamespace",
    /// The rules that determine the endpoint, as a tree.
    endpoint_rule_set: Value = "smithy.rules#endpointRuleSet",
    /// The rules that determine the endpoint, as a decision diagram.
    endpoint_bdd: Value = "smithy.rules#endpointBdd",
    /// Test cases of the endpoint rules.
    endpoint_tests: Value = "smithy.rules#endpointTests",
    /// Endpoint parameters that are set on the client.
    client_context_params: Value = "smithy.rules#clientContextParams",
    /// The member is an endpoint parameter.
    context_param: ContextParam = "smithy.rules#contextParam",
    /// Endpoint parameters with a fixed value for an operation.
    static_context_params: Value = "smithy.rules#staticContextParams",
    /// Endpoint parameters that a path selects in the input.
    operation_context_params: Value = "smithy.rules#operationContextParams",
    /// The operation that returns the endpoints of others.
    client_endpoint_discovery: EndpointDiscovery = "aws.api#clientEndpointDiscovery",
    /// Another operation returns the endpoint of the operation.
    client_discovered_endpoint: DiscoveredEndpoint = "aws.api#clientDiscoveredEndpoint",
    /// Conformance cases of requests.
    http_request_tests: Vec<Value> = "smithy.test#httpRequestTests",
    /// Conformance cases of responses.
    http_response_tests: Vec<Value> = "smithy.test#httpResponseTests",
}

fn to_json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).expect("traits have string keys and finite numbers")
}

impl<'de> Deserialize<'de> for Traits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TraitsVisitor;

        impl<'de> Visitor<'de> for TraitsVisitor {
            type Value = Traits;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of traits")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Traits, A::Error> {
                let mut traits = Traits::default();
                while let Some(id) = map.next_key::<String>()? {
                    traits.read_entry(id, &mut map)?;
                }
                Ok(traits)
            }
        }

        deserializer.deserialize_map(TraitsVisitor)
    }
}

/// A trait without relevant content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker;

impl<'de> Deserialize<'de> for Marker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Marker)
    }
}

impl Serialize for Marker {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::ser::SerializeMap::end(serializer.serialize_map(Some(0))?)
    }
}

/// See [`Traits::deprecated`].
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct Deprecated {
    /// Why, and what to use instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The date or version since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// One value of the `enum` trait.
#[derive(Debug, Clone, Default, serde::Deserialize, Serialize)]
pub struct EnumDefinition {
    /// The value on the wire.
    pub value: String,
    /// The constant's name, if the model gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// HTML documentation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documentation: Option<String>,
    /// Whether the value is deprecated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deprecated: bool,
    /// The tags of the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl EnumDefinition {
    /// Creates the definition of a value without name and documentation.
    pub(super) fn unnamed(value: String) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }
}

/// Which side caused an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ErrorKind {
    /// The caller; the default HTTP status is 400.
    Client,
    /// The service; the default HTTP status is 500.
    Server,
}

/// See [`Traits::retryable`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct Retryable {
    /// The error says that there were too many requests.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub throttling: bool,
}

/// See [`Traits::http`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct Http {
    /// The HTTP method.
    pub method: String,
    /// The path with labels, and a fixed query if there is one.
    pub uri: String,
    /// The HTTP status of a successful response.
    #[serde(default = "Http::default_code")]
    pub code: u16,
}

impl Http {
    fn default_code() -> u16 {
        200
    }
}

/// See [`Traits::rest_xml`].
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RestXml {
    /// Whether errors are the outermost element.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_error_wrapping: bool,
    /// All other settings.
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

/// See [`Traits::aws_query_error`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AwsQueryError {
    /// The code.
    pub code: String,
    /// The HTTP status code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub http_response_code: Option<u16>,
}

/// See [`Traits::xml_namespace`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct XmlNamespace {
    /// The URI of the namespace.
    pub uri: String,
    /// The prefix of names in the namespace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
}

/// See [`Traits::endpoint`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndpointPrefix {
    /// The prefix, with labels in braces.
    pub host_prefix: String,
}

/// See [`Traits::paginated`].
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Paginated {
    /// The input member that takes the token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input_token: Option<String>,
    /// The path of the next token in the output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output_token: Option<String>,
    /// The path of the items in the output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<String>,
    /// The input member that limits a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_size: Option<String>,
}

/// How a timestamp is written.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum TimestampFormat {
    /// Seconds since 1970, with an optional fraction.
    EpochSeconds,
    /// RFC 3339.
    DateTime,
    /// The IMF fixdate of RFC 7231.
    HttpDate,
}

/// See [`Traits::request_compression`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct RequestCompression {
    /// The encodings in order of preference.
    pub encodings: Vec<String>,
}

/// Bounds of a length or a number.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, Serialize)]
pub struct Bounds {
    /// The least value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<serde_json::Number>,
    /// The greatest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<serde_json::Number>,
}

/// See [`Traits::context_param`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct ContextParam {
    /// The endpoint parameter.
    pub name: String,
}

/// See [`Traits::client_endpoint_discovery`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct EndpointDiscovery {
    /// The operation.
    pub operation: ShapeId,
    /// The error of operations whose endpoint is no longer valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ShapeId>,
}

/// See [`Traits::client_discovered_endpoint`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct DiscoveredEndpoint {
    /// Whether the operation can't be called at the usual endpoint of the service.
    pub required: bool,
}

/// See [`Traits::aws_service`].
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AwsService {
    /// The name of the service in the SDKs, such as `Connect`.
    pub sdk_id: String,
    /// The service's name in ARNs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arn_namespace: Option<String>,
    /// The service's name in CloudFormation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_formation_name: Option<String>,
    /// The source of the service's events in CloudTrail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_trail_event_source: Option<String>,
    /// The first label of the service's hosts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint_prefix: Option<String>,
    /// All other properties.
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

/// See [`Traits::sigv4`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, Serialize)]
pub struct SigV4 {
    /// The service's name in signatures.
    pub name: String,
}
