//! Reads the JSON of the endpoint traits into typed values.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::error::EndpointError;

/// Trait `smithy.rules#endpointRuleSet`.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct RuleSet {
    pub(crate) version: String,
    pub(crate) parameters: Ordered<Parameter>,
    pub(crate) rules: Vec<Rule>,
}

/// Trait `smithy.rules#endpointBdd`: the same rules as a decision diagram.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Diagram {
    pub(crate) version: String,
    pub(crate) parameters: Ordered<Parameter>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) results: Vec<Rule>,
    pub(crate) root: i32,
    pub(crate) node_count: usize,
    pub(crate) nodes: String,
}

#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameter {
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) built_in: Option<String>,
    pub(crate) default: Option<Value>,
    #[serde(default)]
    pub(crate) required: bool,
    pub(crate) documentation: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum Rule {
    Endpoint {
        #[serde(default)]
        conditions: Vec<Condition>,
        endpoint: Endpoint,
    },
    Error {
        #[serde(default)]
        conditions: Vec<Condition>,
        error: Expression,
    },
    Tree {
        #[serde(default)]
        conditions: Vec<Condition>,
        rules: Vec<Rule>,
    },
}

#[derive(Debug, serde::Deserialize)]
pub(crate) struct Endpoint {
    pub(crate) url: Expression,
    #[serde(default)]
    pub(crate) properties: Ordered<Value>,
    #[serde(default)]
    pub(crate) headers: Ordered<Vec<Expression>>,
}

#[derive(Debug, serde::Deserialize)]
pub(crate) struct Condition {
    #[serde(rename = "fn")]
    pub(crate) function: String,
    pub(crate) argv: Vec<Expression>,
    pub(crate) assign: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
pub(crate) enum Expression {
    Bool(bool),
    Int(i64),
    /// A literal or a template.
    String(String),
    Reference {
        #[serde(rename = "ref")]
        name: String,
    },
    Call {
        #[serde(rename = "fn")]
        function: String,
        argv: Vec<Expression>,
    },
}

/// Trait `smithy.rules#endpointTests`.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Tests {
    pub(crate) test_cases: Vec<TestCase>,
}

#[derive(Debug, serde::Deserialize)]
pub(crate) struct TestCase {
    pub(crate) documentation: Option<String>,
    #[serde(default)]
    pub(crate) params: Ordered<Value>,
    pub(crate) expect: Expectation,
}

#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Expectation {
    Endpoint(ExpectedEndpoint),
    Error(String),
}

#[derive(Debug, serde::Deserialize)]
pub(crate) struct ExpectedEndpoint {
    pub(crate) url: String,
    #[serde(default)]
    pub(crate) properties: Ordered<Value>,
    #[serde(default)]
    pub(crate) headers: Ordered<Vec<String>>,
}

/// Trait `smithy.rules#clientContextParams`, one entry.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct ClientContextParam {
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) documentation: Option<String>,
}

/// A JSON object whose members keep their order.
#[derive(Debug)]
pub(crate) struct Ordered<T>(pub(crate) Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OrderedVisitor(PhantomData))
    }
}

struct OrderedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OrderedVisitor<T> {
    type Value = Ordered<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Ordered(members))
    }
}

/// Reads the value of a trait; `what` is its name, for errors.
pub(crate) fn read<T: DeserializeOwned>(what: &str, value: &Value) -> Result<T, EndpointError> {
    T::deserialize(value).map_err(|source| EndpointError::Structure {
        what: what.to_owned(),
        source,
    })
}

impl Rule {
    /// Returns the conditions under which the rule applies.
    pub(crate) fn conditions(&self) -> &[Condition] {
        match self {
            Self::Endpoint { conditions, .. }
            | Self::Error { conditions, .. }
            | Self::Tree { conditions, .. } => conditions,
        }
    }
}
