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
}

/// A case of `smithy.test#httpResponseTests`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Response {
    #[serde(flatten)]
    pub message: Message,
    pub code: u16,
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
    ///
    /// `vendorParams` say how a client may be set up beside its parameters; nothing here is, and the result is compared
    /// all the same.
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
