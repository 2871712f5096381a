//! The crate to be generated, every Rust decision made: names, types, boxes, bindings. No shape IDs are left to interpret.
//!
//! Lowering makes it, the passes refine it, the emitters write it down.

mod adjustments;
mod auth;
mod checksum;
mod constraints;
pub mod endpoints;
pub mod jmespath;
mod layout;
mod message;
mod name;
mod package;
mod pagination;
mod presigned;
mod ty;
mod waiter;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::ShapeId;

use self::endpoints::{EndpointBinding, EndpointRules, EndpointTest};
pub use adjustments::{Adjustments, Signing};
pub use auth::{ApiKey, AuthScheme};
pub use checksum::{ChecksumAlgorithm, Checksums, RequestChecksum, ResponseChecksum};
pub use constraints::Constraints;
pub use layout::{Elements, Layout, Names, Nesting};
pub use message::{
    Body, CodeSource, Codec, Content, Envelope, ErrorLayout, Extent, Label, Part, QueryLiteral,
    Request, Response, Uri,
};
pub(crate) use name::ident;
pub use name::{RustName, WireName};
pub use package::Package;
pub use pagination::{Paginator, Step};
pub use presigned::{Payload, Presigned};
pub use ty::{Literal, MapKey, Type, TypeRef};
pub use waiter::{
    AcceptorState, Comparison, Condition, ErrorAcceptor, OutputAcceptor, Path, Waiter,
};

/// A whole crate.
#[derive(Debug)]
pub struct Crate {
    /// The package.
    pub package: Package,
    /// The ID of the protocol, such as `aws.protocols#restJson1`.
    pub protocol: &'static str,
    /// The format of encoded bodies.
    pub codec: Codec,
    /// Where the code and the message of an error are in a response.
    pub error_layout: ErrorLayout,
    /// The service it calls.
    pub service: Service,
    /// The operations, by name.
    pub operations: Vec<Operation>,
    /// The structures of `types`, by name.
    pub structures: Vec<Structure>,
    /// The unions of `types`, by name.
    pub unions: Vec<Union>,
    /// The enums of `types`, by name.
    pub enums: Vec<Enum>,
    /// The structures of `types::error`, by name.
    pub errors: Vec<Structure>,
    /// The recursion limit that rustc needs, if it isn't the default.
    pub recursion_limit: Option<usize>,
}

impl Crate {
    /// Returns the auth schemes of the service and of its operations, each once.
    pub fn auth_schemes(&self) -> Vec<&AuthScheme> {
        let operations = self.operations.iter();
        let own = operations.filter_map(|operation| operation.auth.as_ref());
        let mut schemes = Vec::new();
        for scheme in own.flatten().chain(&self.service.auth) {
            if !schemes.contains(&scheme) {
                schemes.push(scheme);
            }
        }
        schemes
    }

    /// Whether outputs and errors have the extended request ID of S3.
    pub fn has_extended_request_ids(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| operation.output.extended_request_id)
    }

    /// Returns all structures: inputs, outputs, those of types, and errors.
    pub fn all_structures(&self) -> impl Iterator<Item = &Structure> {
        let operations = self.operations.iter();
        let messages = operations.flat_map(|operation| [&operation.input, &operation.output]);
        messages.chain(&self.structures).chain(&self.errors)
    }
}

/// The service.
#[derive(Debug)]
pub struct Service {
    /// The shape's name, such as `AmazonConnectService`.
    pub shape_name: String,
    /// The name of the service in the SDKs, such as `Connect`.
    pub sdk_id: String,
    /// What people call it, such as `Amazon Connect Service`.
    pub title: String,
    /// The version of the API.
    pub version: String,
    /// The service's name in signatures.
    pub signing_name: String,
    /// The service's documentation.
    pub docs: Docs,
    /// Whether operations may be called without credentials, and whether that is the first choice.
    pub auth: Vec<AuthScheme>,
    /// Whether an environment variable of the service can contain a bearer token.
    pub token_in_environment: bool,
    /// How the endpoint is discovered, if operations require it.
    pub endpoint_discovery: Option<EndpointDiscovery>,
    /// The databases for which the crate generates tokens.
    pub auth_tokens: Option<AuthTokens>,
    /// The endpoint rules.
    pub endpoints: EndpointRules,
    /// The cases of `smithy.rules#endpointTests`, if conformance tests are written.
    pub endpoint_tests: Vec<EndpointTest>,
}

impl Service {
    /// The service's name in crate names: `lex-runtime-v2` has lower case letters, digits and nothing else between.
    pub fn module_name(&self) -> String {
        self.sdk_id.to_lowercase().replace([' ', '-'], "")
    }
}

/// A call that returns the endpoint of the other operations.
#[derive(Debug, Clone)]
pub struct EndpointDiscovery {
    /// The method of the client.
    pub operation: RustName,
    /// The getter of the output for the list of endpoints.
    pub endpoints: RustName,
    /// The getter of an endpoint for its host.
    pub address: RustName,
    /// The getter of an endpoint for the number of minutes for which it is valid.
    pub minutes: RustName,
}

/// The databases that accept signed tokens as passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthTokens {
    /// Databases of RDS.
    Rds,
    /// Clusters of Aurora DSQL.
    Dsql,
}

/// Documentation: as the model has it, and as rustdoc wants it.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// The model's HTML.
    pub html: String,
    /// Markdown, filled in by the `docs` pass.
    pub markdown: String,
    /// The first sentence of it, in one line.
    pub summary: String,
}

/// What stands in a `deprecated` attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deprecation {
    /// Why, and what to use instead.
    pub message: Option<String>,
    /// Since when.
    pub since: Option<String>,
}

/// A structure: shared type, operation input or output, or error.
#[derive(Debug, Clone)]
pub struct Structure {
    /// The shape it comes from.
    pub shape: ShapeId,
    /// The type's name.
    pub name: RustName,
    /// The role, which decides where it lives.
    pub role: Role,
    /// Its documentation.
    pub docs: Docs,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Its fields, in model order.
    pub fields: Vec<Field>,
    /// Where values travel.
    pub usage: Usage,
    /// Whether an output has the extended request ID of S3 besides the request ID.
    pub extended_request_id: bool,
}

impl Structure {
    /// Whether building can fail. Building an input always can, as in the official SDK.
    pub fn is_fallible(&self) -> bool {
        let has_required = || {
            let mut fields = self.fields.iter();
            fields.any(|field| field.presence == Presence::Required)
        };
        match self.role {
            Role::Input(_) => true,
            Role::Shared | Role::Output(_) | Role::Error(_) => has_required(),
        }
    }

    /// Whether a field is a stream.
    pub fn is_streaming(&self) -> bool {
        self.fields.iter().any(|field| field.ty == Type::ByteStream)
    }

    /// Whether a field is bound to another place than the encoded body.
    pub fn is_bound(&self) -> bool {
        let mut fields = self.fields.iter();
        fields.any(|field| field.binding != Binding::Body)
    }

    /// Whether a field is a member of the encoded body.
    pub fn has_body_members(&self) -> bool {
        let mut fields = self.fields.iter();
        fields.any(|field| field.binding == Binding::Body)
    }

    /// Whether a field of a value that was received can be set although it wasn't sent.
    pub fn is_corrected(&self) -> bool {
        self.fields.iter().any(Field::is_corrected)
    }
}

/// The role of a structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// In `types`.
    Shared,
    /// The input of an operation.
    Input(OperationRef),
    /// The output of an operation.
    Output(OperationRef),
    /// In `types::error`.
    Error(ErrorTraits),
}

/// The names of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationRef {
    /// Its type, and the beginning of the names of its errors and of its fluent builder.
    pub name: RustName,
    /// Its module.
    pub module: RustName,
}

/// What an error structure adds to a structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorTraits {
    /// The name of the error on the wire, without namespace.
    pub code: String,
    /// What kind of retry the model allows.
    pub retryable: Option<RetryKind>,
    /// The index of the field that holds the message.
    pub message: Option<usize>,
}

/// Why an error may be retried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryKind {
    /// Too many requests.
    Throttling,
    /// The caller did something that may go well another time.
    Client,
    /// The service failed.
    Server,
}

/// Whether values are sent, received, or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// A value can be part of a request body.
    pub written: bool,
    /// A value can be part of a response body.
    pub read: bool,
}

/// A field of a structure.
#[derive(Debug, Clone)]
pub struct Field {
    /// The member it comes from.
    pub shape: ShapeId,
    /// The field's name.
    pub name: RustName,
    /// The name of the member in responses. In XML, `@` precedes that of an attribute.
    pub wire: WireName,
    /// The arrangement of the member in XML and in form parameters.
    pub layout: Layout,
    /// The type, without `Option` and `Box`.
    pub ty: Type,
    /// Whether the field is an `Option`, and what stands in for a missing value if not.
    pub presence: Presence,
    /// Whether a zero isn't written: it came from an unboxed number of Smithy 1.0, where zero and absent are the same.
    pub omit_zero: bool,
    /// Whether the value is in a `Box` to break a cycle.
    pub boxed: bool,
    /// Whether the field's type contains the structure itself.
    pub recursive: bool,
    /// Whether the model requires the member.
    pub required: bool,
    /// Where the member is in the HTTP message.
    pub binding: Binding,
    /// Its documentation.
    pub docs: Docs,
    /// Its constraints.
    pub constraints: Constraints,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Whether `Debug` hides the value.
    pub sensitive: bool,
    /// Whether the client fills in a random token.
    pub idempotency_token: bool,
    /// The endpoint parameter that takes the value.
    pub context_param: Option<String>,
    /// The media type of a payload, or of text in a header.
    pub media_type: Option<String>,
    /// Whether a stream can only be sent if its length is known.
    pub requires_length: bool,
    /// Whether a value in a header that can't be read counts as missing.
    pub skip_invalid: bool,
}

impl Field {
    /// Whether the field is set after reading a response without it, as in the official SDK. A structure that contains
    /// itself is not, because its value would never end.
    pub fn is_corrected(&self) -> bool {
        match self.presence {
            Presence::Required => self.required,
            Presence::Optional => self.required && !self.recursive,
            Presence::Default(_) => false,
        }
    }
}

/// Whether a field is an `Option`.
#[derive(Debug, Clone, PartialEq)]
pub enum Presence {
    /// `Option<T>`.
    Optional,
    /// `T`; building without it is an error.
    Required,
    /// `T`; a missing value is this one.
    Default(Literal),
}

/// Where a member is in the HTTP message: <https://smithy.io/2.0/spec/http-bindings.html>.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binding {
    /// A member of the JSON body.
    Body,
    /// The whole body.
    Payload,
    /// A label of the URI.
    Label,
    /// A query parameter.
    Query(WireName),
    /// All query parameters that have no member of their own.
    QueryParams,
    /// A header.
    Header(WireName),
    /// All headers with this prefix.
    PrefixHeaders(WireName),
    /// The status code of the response.
    StatusCode,
}

/// A union.
#[derive(Debug, Clone)]
pub struct Union {
    /// The shape it comes from.
    pub shape: ShapeId,
    /// The type's name.
    pub name: RustName,
    /// Its documentation.
    pub docs: Docs,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Its variants, in model order.
    pub variants: Vec<Variant>,
    /// Where values travel.
    pub usage: Usage,
}

/// A variant of a union.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The member it comes from.
    pub shape: ShapeId,
    /// The variant's name.
    pub name: RustName,
    /// The name in `as_…` and `is_…`.
    pub snake: RustName,
    /// The name of the member in responses.
    pub wire: WireName,
    /// The arrangement of the member in XML and in form parameters.
    pub layout: Layout,
    /// The type; none for `smithy.api#Unit`.
    pub ty: Option<Type>,
    /// Whether the value is in a `Box` to break a cycle.
    pub boxed: bool,
    /// Its documentation.
    pub docs: Docs,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Whether `Debug` hides the value.
    pub sensitive: bool,
}

/// An enum of strings.
#[derive(Debug, Clone)]
pub struct Enum {
    /// The shape it comes from.
    pub shape: ShapeId,
    /// The type's name.
    pub name: RustName,
    /// Its documentation.
    pub docs: Docs,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Its values, by name.
    pub values: Vec<EnumValue>,
    /// Whether `Debug` hides the value.
    pub sensitive: bool,
}

/// A value of an enum.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// The variant's name.
    pub name: RustName,
    /// What is on the wire.
    pub wire: WireName,
    /// Its documentation.
    pub docs: Docs,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
}

/// An operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The shape it comes from.
    pub shape: ShapeId,
    /// The name in the service, such as `ListQueues`; the type has the same one.
    pub name: RustName,
    /// The module's and the client method's name, such as `list_queues`.
    pub module: RustName,
    /// Its documentation.
    pub docs: Docs,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// The request, apart from the members that fields bind to it.
    pub request: Request,
    /// The response, apart from the members that fields bind to it.
    pub response: Response,
    /// Its input.
    pub input: Structure,
    /// Its output.
    pub output: Structure,
    /// Its errors, by name: indexes into [`Crate::errors`] are resolved by name.
    pub errors: Vec<TypeRef>,
    /// How it is paginated.
    pub paginator: Option<Paginator>,
    /// Its waiters, by name.
    pub waiters: Vec<Waiter>,
    /// The auth schemes, where they differ from the service's.
    pub auth: Option<Vec<AuthScheme>>,
    /// The signature doesn't cover the body.
    pub unsigned_payload: bool,
    /// The checksums of the request and of the response.
    pub checksums: Checksums,
    /// The request is compressed with gzip.
    pub compressed: bool,
    /// How requests are presigned, if they can be.
    pub presigned: Option<Presigned>,
    /// Whether the request carries the SHA-256 tree hash of its body, which Glacier requires.
    pub tree_hash: bool,
    /// What the service needs besides its model and its protocol.
    pub adjustments: Adjustments,
    /// The prefix of the host.
    pub host_prefix: Option<Vec<Part>>,
    /// The endpoint parameters that the operation sets.
    pub endpoint_bindings: Vec<EndpointBinding>,
    /// `smithy.test#httpRequestTests`.
    pub request_tests: Vec<Value>,
    /// `smithy.test#httpResponseTests`, those of its errors by error name.
    pub response_tests: BTreeMap<Option<RustName>, Vec<Value>>,
}
