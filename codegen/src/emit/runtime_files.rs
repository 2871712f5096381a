//! The files of the runtime that a crate needs, copied as they are, and the lists of modules that name them.

mod modules;
mod selection;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::ir::Crate;

pub(super) use modules::LISTS;
pub(super) use selection::{member_types, uses};

/// Declares the files with their paths below `src` and the items that the parent module exports again.
macro_rules! runtime_files {
    ($($(#[$attribute:meta])* $file:ident: $path:literal $(exports $($export:ident)+)?,)*) => {
        /// A file of the runtime.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum RuntimeFile {
            $($(#[$attribute])* $file,)*
        }

        impl RuntimeFile {
            const ALL: &'static [Self] = &[$(Self::$file,)*];

            /// Returns the path below `src`.
            const fn path(self) -> &'static str {
                match self {
                    $(Self::$file => $path,)*
                }
            }

            /// Returns the text of the file.
            const fn text(self) -> &'static str {
                match self {
                    $(Self::$file => include_str!(concat!("../../template/src/", $path)),)*
                }
            }

            /// Returns the items that the parent module exports again.
            const fn exports(self) -> &'static [&'static str] {
                match self {
                    $(Self::$file => &[$($(stringify!($export),)+)?],)*
                }
            }
        }
    };
}

runtime_files! {
    AuthToken: "auth_token/token.rs",
    AuthTokenDsql: "auth_token/dsql.rs",
    AuthTokenRds: "auth_token/rds.rs",
    CborAggregate: "cbor/aggregate.rs" exports Members ReadStructure ReadUnion,
    CborBlob: "cbor/blob.rs",
    CborEpochSeconds: "cbor/epoch_seconds.rs",
    CborError: "cbor/error.rs" exports CborError,
    CborErrorMetadata: "cbor/error_metadata.rs" exports error_metadata,
    CborNumber: "cbor/number.rs",
    CborRead: "cbor/read.rs" exports CborReader,
    CborSparse: "cbor/sparse.rs",
    CborText: "cbor/text.rs",
    CborWrite: "cbor/write.rs" exports CborWriter WriteStructure key name,
    Client: "client.rs",
    ClientCustomize: "client/customize.rs",
    Config: "config.rs",
    ConfigAuth: "config/auth.rs",
    ConfigBuilder: "config/builder.rs",
    ConfigEndpoint: "config/endpoint.rs",
    ConfigRingClient: "config/ring_client.rs",
    ConfigSdkConfig: "config/sdk_config.rs",
    ConfigService: "config/service.rs",
    ConfigTestDefaults: "config/test_defaults.rs",
    ApiKeySettings: "config/service_settings/api_key.rs" exports Token,
    BasicAuthSettings: "config/service_settings/basic_auth.rs" exports Login,
    BearerTokenSettings: "config/service_settings/bearer_token.rs" exports ProvideToken SharedTokenProvider Token,
    ChecksumSettings: "config/service_settings/checksum.rs" exports RequestChecksumCalculation ResponseChecksumValidation,
    CompressionSettings: "config/service_settings/compression.rs",
    EnvironmentTokenSettings: "config/service_settings/environment_token.rs",
    EndpointArn: "endpoint_lib/arn.rs",
    EndpointDocument: "endpoint_lib/document.rs",
    EndpointHost: "endpoint_lib/host.rs",
    EndpointOutcome: "endpoint_lib/outcome.rs",
    EndpointPartition: "endpoint_lib/partition.rs",
    EndpointS3: "endpoint_lib/s3.rs",
    EndpointSplit: "endpoint_lib/split.rs",
    EndpointSubstring: "endpoint_lib/substring.rs",
    EndpointUriEncode: "endpoint_lib/uri_encode.rs",
    EndpointUrl: "endpoint_lib/url.rs",
    Error: "error.rs",
    ErrorModeled: "error/modeled.rs",
    ErrorUnhandled: "error/sealed_unhandled.rs",
    JsonAggregate: "json/aggregate.rs" exports Members ReadStructure ReadUnion,
    JsonBigNumber: "json/big_number.rs",
    JsonBlob: "json/blob.rs",
    JsonDocument: "json/document.rs",
    JsonEpochSeconds: "json/epoch_seconds.rs",
    JsonError: "json/error.rs" exports JsonError,
    JsonErrorMetadata: "json/error_metadata.rs" exports error_metadata,
    JsonLenient: "json/lenient.rs",
    JsonNumber: "json/number.rs",
    JsonRead: "json/read.rs" exports JsonReader,
    JsonScalar: "json/scalar.rs",
    JsonSparse: "json/sparse.rs",
    JsonString: "json/string.rs",
    JsonTime: "json/time.rs",
    JsonWrite: "json/write.rs" exports JsonWriter WriteStructure key name,
    Presigning: "presigning.rs",
    EventStream: "primitives/event_stream.rs",
    EnumUnknown: "primitives/sealed_enum_unknown.rs",
    StringEnum: "primitives/string_enum.rs",
    QueryBigNumber: "query/big_number.rs",
    QueryBlob: "query/blob.rs",
    QueryCollection: "query/collection.rs",
    QueryTime: "query/time.rs",
    QueryWrite: "query/write.rs" exports QueryWriter WriteStructure,
    ApiKeyHeader: "runtime/api_key_header.rs",
    Checksum: "runtime/checksum.rs",
    ChecksumAlgorithm: "runtime/checksum_algorithm.rs",
    Compression: "runtime/compression.rs",
    EndpointDiscovery: "runtime/endpoint_discovery.rs",
    ExtendedRequestId: "runtime/extended_request_id.rs",
    Features: "runtime/features.rs",
    Http: "runtime/http.rs",
    RequestBuilder: "runtime/http/request/builder.rs" exports RequestBuilder,
    RequestCbor: "runtime/http/request/cbor.rs",
    RequestConstantHeader: "runtime/http/request/constant_header.rs",
    RequestDocument: "runtime/http/request/document.rs",
    RequestEncode: "runtime/http/request/encode.rs",
    RequestHeader: "runtime/http/request/header.rs",
    RequestHeaderList: "runtime/http/request/header_list.rs",
    RequestHostLabel: "runtime/http/request/host_label.rs" exports host_label,
    RequestJson: "runtime/http/request/json.rs",
    RequestLabel: "runtime/http/request/label.rs",
    RequestOptionalStructure: "runtime/http/request/optional_structure.rs",
    RequestPayload: "runtime/http/request/payload.rs",
    RequestPrefixHeaders: "runtime/http/request/prefix_headers.rs",
    RequestPrimitive: "runtime/http/request/primitive.rs" exports Primitive,
    RequestQuery: "runtime/http/request/query.rs",
    RequestQueryBody: "runtime/http/request/query_body.rs",
    RequestQueryParams: "runtime/http/request/query_params.rs",
    RequestQuoted: "runtime/http/request/quoted.rs" exports quoted,
    RequestRequired: "runtime/http/request/required.rs",
    RequestRequiredLength: "runtime/http/request/required_length.rs",
    RequestText: "runtime/http/request/text.rs",
    RequestTime: "runtime/http/request/time.rs" exports Time,
    RequestWithoutPrefix: "runtime/http/request/without_prefix.rs" exports without_prefix,
    RequestXml: "runtime/http/request/xml.rs",
    ResponseBase64: "runtime/http/response/base64.rs" exports base64_text,
    ResponseBody: "runtime/http/response/body.rs" exports body,
    ResponseErrorBody: "runtime/http/response/error_body.rs" exports is_error_body,
    ResponseHeader: "runtime/http/response/header.rs" exports header,
    ResponseHeaderList: "runtime/http/response/header_list.rs" exports header_list,
    ResponseInvalid: "runtime/http/response/invalid.rs",
    ResponseJsonPayload: "runtime/http/response/json_payload.rs" exports json_payload,
    ResponsePayload: "runtime/http/response/payload.rs" exports payload,
    ResponsePrefixHeaders: "runtime/http/response/prefix_headers.rs" exports prefix_headers,
    ResponseReadCbor: "runtime/http/response/read_cbor.rs" exports read_cbor,
    ResponseReadJson: "runtime/http/response/read_json.rs" exports read_json,
    ResponseReadXml: "runtime/http/response/read_xml.rs" exports read_xml,
    ResponseReadXmlMember: "runtime/http/response/read_xml_member.rs" exports read_xml_member,
    ResponseRequestId: "runtime/http/response/request_id.rs" exports request_id,
    ResponseStream: "runtime/http/response/stream.rs" exports stream,
    ResponseTimeList: "runtime/http/response/time_list.rs" exports time_list,
    ResponseXmlPayload: "runtime/http/response/xml_payload.rs" exports xml_payload,
    IdempotencyToken: "runtime/idempotency_token.rs",
    Operation: "runtime/operation.rs",
    OperationErased: "runtime/operation/erased.rs",
    Paginator: "runtime/paginator.rs",
    Presign: "runtime/presign.rs",
    QueryError: "runtime/query_error.rs",
    Redacted: "runtime/redacted.rs" exports REDACTED,
    RequestChecksum: "runtime/request_checksum.rs",
    RequestChecksumChunked: "runtime/request_checksum/chunked.rs",
    ResponseChecksum: "runtime/response_checksum.rs",
    Serde: "runtime/serde.rs",
    SerdeTree: "runtime/serde/tree.rs",
    SerdeValue: "runtime/serde/value.rs",
    SerdeBigNumber: "runtime/serde_big_number.rs",
    SigV4a: "runtime/sigv4a.rs",
    Signing: "runtime/signing.rs",
    TransientErrors: "runtime/transient_errors.rs",
    TreeHash: "runtime/tree_hash.rs",
    Waiter: "runtime/waiter.rs",
    XmlAggregate: "xml/aggregate.rs" exports Members ReadStructure ReadUnion,
    XmlBigNumber: "xml/big_number.rs",
    XmlBlob: "xml/blob.rs",
    XmlCollection: "xml/collection.rs",
    XmlError: "xml/error.rs" exports XmlError,
    XmlErrorMetadata: "xml/error_metadata.rs" exports error_metadata read_error,
    XmlFlattened: "xml/flattened.rs",
    XmlKey: "xml/key.rs" exports key name,
    XmlRead: "xml/read.rs" exports XmlReader,
    XmlScalar: "xml/scalar.rs",
    XmlTag: "xml/tag.rs",
    XmlText: "xml/text.rs",
    XmlTime: "xml/time.rs",
    XmlWrite: "xml/write.rs" exports WriteStructure XmlWriter,
    XmlWriteBigNumber: "xml/write_big_number.rs",
    XmlWriteBlob: "xml/write_blob.rs",
    XmlWriteCollection: "xml/write_collection.rs",
    XmlWriteTime: "xml/write_time.rs",
}

/// The files that a crate needs.
#[derive(Debug, Clone)]
pub(super) struct RuntimeFiles(BTreeSet<RuntimeFile>);

impl RuntimeFiles {
    /// Selects the files that the operations and types of the crate need.
    pub(super) fn needed_by(lowered: &Crate) -> Self {
        Self(selection::select(lowered))
    }

    /// Adds the files, with the header on top.
    pub(super) fn add_to(&self, files: &mut BTreeMap<PathBuf, String>, header: &str) {
        for file in &self.0 {
            let path = PathBuf::from("src").join(file.path());
            files.insert(path, format!("{header}\n{}", file.text()));
        }
    }

    /// Whether there are files in the folder whose modules the file at `path` lists. The list of settings is always there.
    pub(super) fn has_modules(&self, path: &str) -> bool {
        let folder = path.trim_end_matches(".rs");
        let mut files = self.0.iter();
        folder == "config/service_settings"
            || files.any(|file| modules::module_in(folder, file.path()).is_some())
    }

    fn contains(&self, file: RuntimeFile) -> bool {
        self.0.contains(&file)
    }
}
