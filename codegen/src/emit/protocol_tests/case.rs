//! The cases as the model has them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::error::What;
use crate::ir::RustName;
use crate::lower::names::snake;

/// The protocol that the cases must be of.
const PROTOCOL: &str = "aws.protocols#restJson1";

/// What requests and responses have in common.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Message {
    pub id: String,
    protocol: String,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    pub body: Option<String>,
    pub body_media_type: Option<String>,
    #[serde(default)]
    pub params: Map<String, Value>,
    #[serde(default)]
    vendor_params: Map<String, Value>,
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

/// The ID of a case, and the name of its test.
#[derive(Debug)]
pub(super) struct TestName {
    pub id: String,
    pub snake: RustName,
}

impl Message {
    pub(super) fn test_name(&self) -> TestName {
        TestName {
            id: self.id.clone(),
            snake: snake(&self.id),
        }
    }

    /// The error that the case can't become a test.
    pub(super) fn error(&self, reason: impl Into<String>) -> What {
        What::ProtocolTest {
            id: self.id.clone(),
            reason: reason.into(),
        }
    }

    /// Whether the case is one of clients, and of this protocol.
    pub(super) fn applies(&self) -> Result<bool, What> {
        if self.applies_to == Some(AppliesTo::Server) || self.protocol != PROTOCOL {
            return Ok(false);
        }
        if self.vendor_params.is_empty() {
            Ok(true)
        } else {
            Err(self.error("vendorParams aren't supported"))
        }
    }
}

/// Reads a case.
pub(super) fn read<T: DeserializeOwned>(case: &Value) -> Result<T, What> {
    T::deserialize(case).map_err(|error| {
        let id = case
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or("without ID");
        What::ProtocolTest {
            id: id.to_owned(),
            reason: error.to_string(),
        }
    })
}
