//! Reads the protocols of a service, and says which parts of the file are relevant for them.

use serde_json::{Value, json};

use super::super::Traits;
use super::file::Metadata;

/// The protocols of a service.
pub(super) struct Protocols(Vec<Protocol>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Protocol {
    RestJson,
    RestXml,
    AwsJson {
        version: String,
    },
    AwsQuery,
    Ec2Query,
    RpcV2Cbor,
    /// A protocol that this program doesn't know. Its name is kept for messages.
    Unknown(String),
}

impl Protocols {
    /// Returns the protocols in order of preference. Newer files list all of them, and the one that botocore prefers.
    pub(super) fn of(metadata: &Metadata) -> Self {
        let mut protocols = Vec::new();
        for name in metadata.protocol.iter().chain(&metadata.protocols) {
            let protocol = Protocol::named(name, metadata);
            if !protocols.contains(&protocol) {
                protocols.push(protocol);
            }
        }
        Self(protocols)
    }

    /// Returns whether the HTTP bindings are relevant. Other protocols send everything in the body to `/`.
    pub(super) fn have_http_bindings(&self) -> bool {
        self.0
            .iter()
            .any(|protocol| matches!(protocol, Protocol::RestJson | Protocol::RestXml))
    }

    /// Returns whether `locationName` in a body is the name of an XML element or a form field.
    pub(super) fn have_xml_names(&self) -> bool {
        let xml = [Protocol::RestXml, Protocol::AwsQuery, Protocol::Ec2Query];
        self.0.iter().any(|protocol| xml.contains(protocol))
    }

    /// Sets the trait of each protocol.
    pub(super) fn set(&self, traits: &mut Traits, metadata: &Metadata) {
        for protocol in &self.0 {
            let value = http_versions(metadata);
            match protocol {
                Protocol::RestJson => traits.rest_json_1 = Some(value),
                Protocol::RestXml
                | Protocol::AwsJson { .. }
                | Protocol::AwsQuery
                | Protocol::Ec2Query
                | Protocol::RpcV2Cbor
                | Protocol::Unknown(_) => {
                    traits.insert(protocol.trait_id(), value);
                }
            }
        }
    }
}

impl Protocol {
    fn named(name: &str, metadata: &Metadata) -> Self {
        match name {
            "rest-json" => Self::RestJson,
            "rest-xml" => Self::RestXml,
            "json" => Self::AwsJson {
                version: metadata
                    .json_version
                    .clone()
                    .unwrap_or_else(|| "1.0".to_owned()),
            },
            "query" => Self::AwsQuery,
            "ec2" => Self::Ec2Query,
            "smithy-rpc-v2-cbor" => Self::RpcV2Cbor,
            name => Self::Unknown(name.to_owned()),
        }
    }

    fn trait_id(&self) -> String {
        match self {
            Self::RestJson => "aws.protocols#restJson1".to_owned(),
            Self::RestXml => "aws.protocols#restXml".to_owned(),
            Self::AwsJson { version } => {
                format!("aws.protocols#awsJson{}", version.replace('.', "_"))
            }
            Self::AwsQuery => "aws.protocols#awsQuery".to_owned(),
            Self::Ec2Query => "aws.protocols#ec2Query".to_owned(),
            Self::RpcV2Cbor => "smithy.protocols#rpcv2Cbor".to_owned(),
            Self::Unknown(name) => format!("aws.protocols#{name}"),
        }
    }
}

/// Returns the settings that all protocol traits have: the HTTP versions, with the preferred one first.
fn http_versions(metadata: &Metadata) -> Value {
    match metadata.protocol_settings.h2.as_deref() {
        Some("eventstream") => json!({ "http": ["http/1.1", "h2"], "eventStreamHttp": ["h2"] }),
        Some(_) => json!({ "http": ["h2", "http/1.1"] }),
        None => json!({}),
    }
}
