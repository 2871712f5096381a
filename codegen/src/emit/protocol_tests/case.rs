//! The cases as the model has them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::error::ProblemKind;

/// What requests and responses have in common.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Message {
    pub id: String,
    protocol: String,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    pub body: Option<String>,
    body_media_type: Option<String>,
    #[serde(default)]
    pub params: Map<String, Value>,
    applies_to: Option<AppliesTo>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum AppliesTo {
    Client,
    Server,
}

/// A case of `smithy.test#httpRequestTests`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    #[serde(flatten)]
    pub message: Message,
    pub method: String,
    pub uri: String,
    pub host: Option<String>,
    pub resolved_host: Option<String>,
    #[serde(default)]
    pub query_params: Vec<String>,
    #[serde(default)]
    pub forbid_query_params: Vec<String>,
    #[serde(default)]
    pub require_query_params: Vec<String>,
    #[serde(default)]
    pub forbid_headers: Vec<String>,
    #[serde(default)]
    pub require_headers: Vec<String>,
    vendor_params_shape: Option<String>,
    vendor_params: Option<Value>,
}

impl Request {
    /// Returns the configuration of the client, if the case has one.
    pub(super) fn config(&self) -> Result<Option<ClientConfig>, ProblemKind> {
        let shape = self.vendor_params_shape.as_deref();
        match &self.vendor_params {
            Some(value) if shape == Some("aws.protocoltests.config#AwsConfig") => {
                let config = AwsConfig::deserialize(value);
                config
                    .map(AwsConfig::of_call)
                    .map_err(|error| self.message.error(error.to_string()))
            }
            Some(_) | None => Ok(None),
        }
    }
}

/// A case of `smithy.test#httpResponseTests`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Response {
    #[serde(flatten)]
    pub message: Message,
    pub code: u16,
}

/// The configuration of an AWS client.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct AwsConfig {
    scoped_config: ScopedConfig,
}

#[derive(Debug, Deserialize)]
struct ScopedConfig {
    client: Option<ClientConfig>,
    operation: Option<ClientConfig>,
}

/// The configuration of a client or of a call.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ClientConfig {
    pub region: Option<String>,
    #[serde(default)]
    pub s3: S3Config,
}

/// The settings of clients of S3.
#[derive(Debug, Default, Deserialize)]
pub(super) struct S3Config {
    addressing_style: Option<AddressingStyle>,
    pub use_accelerate_endpoint: Option<bool>,
    pub use_dualstack_endpoint: Option<bool>,
}

/// Where a request contains the bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum AddressingStyle {
    Auto,
    Path,
    Virtual,
}

impl S3Config {
    /// Returns whether the bucket is part of the path, if that is configured.
    pub(super) fn is_path_style(&self) -> Option<bool> {
        let style = self.addressing_style?;
        Some(style == AddressingStyle::Path)
    }
}

impl AwsConfig {
    /// Returns the configuration of the client with that of the call on top.
    fn of_call(self) -> Option<ClientConfig> {
        let ScopedConfig { client, operation } = self.scoped_config;
        let (client, operation) = match (client, operation) {
            (None, None) => return None,
            (client, operation) => (client.unwrap_or_default(), operation.unwrap_or_default()),
        };
        let (below, above) = (client.s3, operation.s3);
        Some(ClientConfig {
            region: operation.region.or(client.region),
            s3: S3Config {
                addressing_style: above.addressing_style.or(below.addressing_style),
                use_accelerate_endpoint: above
                    .use_accelerate_endpoint
                    .or(below.use_accelerate_endpoint),
                use_dualstack_endpoint: above
                    .use_dualstack_endpoint
                    .or(below.use_dualstack_endpoint),
            },
        })
    }
}

impl Message {
    /// The error that the case can't become a test.
    pub(super) fn error(&self, reason: impl Into<String>) -> ProblemKind {
        ProblemKind::ProtocolTest {
            id: self.id.clone(),
            reason: reason.into(),
        }
    }

    /// Whether the case is one of clients, and of the protocol with this ID.
    pub(super) fn applies(&self, protocol: &str) -> bool {
        self.applies_to != Some(AppliesTo::Server) && self.protocol == protocol
    }

    /// What the body is, by its own word or that of the header.
    pub(super) fn media_type(&self) -> &str {
        let mut headers = self.headers.iter();
        let content_type = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let media_type = self.body_media_type.as_deref();
        media_type
            .or(content_type.map(|(_, value)| value.as_str()))
            .unwrap_or_default()
    }
}

/// The ID of a case.
pub(super) fn id(case: &Value) -> &str {
    let id = case.get("id").and_then(Value::as_str);
    id.unwrap_or("case_without_id")
}

/// Reads a case.
pub(super) fn read<T: DeserializeOwned>(case: &Value) -> Result<T, ProblemKind> {
    T::deserialize(case).map_err(|error| ProblemKind::ProtocolTest {
        id: id(case).to_owned(),
        reason: error.to_string(),
    })
}
