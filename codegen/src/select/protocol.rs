//! Chooses the protocol of a service among those that its traits declare.

use crate::model::{ShapeId, Traits};

/// A supported protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// `smithy.protocols#rpcv2Cbor`
    RpcV2Cbor,
    /// `aws.protocols#awsJson1_0`
    AwsJson1_0,
    /// `aws.protocols#awsJson1_1`
    AwsJson1_1,
    /// `aws.protocols#restJson1`
    RestJson1,
    /// `aws.protocols#restXml`
    RestXml,
    /// `aws.protocols#awsQuery`
    AwsQuery,
    /// `aws.protocols#ec2Query`
    Ec2Query,
}

/// Where a protocol sends the members of inputs and outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bindings {
    /// The `http` trait of the operation and the binding traits of members determine it.
    Http,
    /// All members are in the body, and requests are posted to a path that the protocol defines.
    Rpc,
}

impl Protocol {
    /// All supported protocols. If a service declares several, the first of this list is used. The order is that of the
    /// official SDK since June 2025: <https://github.com/smithy-lang/smithy-rs/pull/4165>.
    pub const PRIORITY: [Self; 7] = [
        Self::RpcV2Cbor,
        Self::AwsJson1_0,
        Self::AwsJson1_1,
        Self::RestJson1,
        Self::RestXml,
        Self::AwsQuery,
        Self::Ec2Query,
    ];

    /// Returns the protocol for a service with these traits, if it declares a supported one.
    pub fn of(service: &Traits) -> Option<Self> {
        let is_declared = |protocol: &Self| service.ids().any(|id| id == protocol.id());
        Self::PRIORITY.into_iter().find(is_declared)
    }

    /// Returns the ID of the protocol's trait.
    pub fn id(self) -> &'static str {
        match self {
            Self::RpcV2Cbor => "smithy.protocols#rpcv2Cbor",
            Self::AwsJson1_0 => "aws.protocols#awsJson1_0",
            Self::AwsJson1_1 => "aws.protocols#awsJson1_1",
            Self::RestJson1 => "aws.protocols#restJson1",
            Self::RestXml => "aws.protocols#restXml",
            Self::AwsQuery => "aws.protocols#awsQuery",
            Self::Ec2Query => "aws.protocols#ec2Query",
        }
    }

    /// Returns where the protocol sends members.
    pub fn bindings(self) -> Bindings {
        match self {
            Self::RestJson1 | Self::RestXml => Bindings::Http,
            Self::RpcV2Cbor
            | Self::AwsJson1_0
            | Self::AwsJson1_1
            | Self::AwsQuery
            | Self::Ec2Query => Bindings::Rpc,
        }
    }

    /// Returns the path of an operation's requests if the protocol defines it.
    pub(super) fn rpc_path(self, service: &ShapeId, operation: &ShapeId) -> String {
        match self {
            Self::RpcV2Cbor => {
                let (service, operation) = (service.name(), operation.name());
                format!("/service/{service}/operation/{operation}")
            }
            Self::AwsJson1_0
            | Self::AwsJson1_1
            | Self::RestJson1
            | Self::RestXml
            | Self::AwsQuery
            | Self::Ec2Query => "/".to_owned(),
        }
    }
}

/// Returns the IDs of all protocols that a service declares, supported or not.
pub fn declared(traits: &Traits) -> Vec<&str> {
    let is_protocol =
        |id: &&str| id.starts_with("aws.protocols#") || id.starts_with("smithy.protocols#");
    traits.ids().filter(is_protocol).collect()
}
