//! The HTTP messages of an operation, apart from the members that fields bind to them.

use std::fmt;

/// The request of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The HTTP method.
    pub method: String,
    /// The path and the constant part of the query.
    pub uri: Uri,
    /// Headers with the same value in every request: name and value.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
    /// What is around an encoded body.
    pub envelope: Envelope,
    /// The media type of a body that the codec encodes.
    pub content_type: String,
}

/// What is around the members of an encoded request body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Envelope {
    /// The outermost value of the format, such as a JSON object.
    Value,
    /// The outermost XML element: its name, and the declaration of its namespace if it has one.
    Element(String),
    /// Parameters in front of the members, which name the operation and the version of the service.
    Action {
        /// The name of the operation.
        operation: String,
        /// The version of the service.
        version: String,
    },
}

/// The successful response of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status code that the model declares.
    pub status: u16,
    /// Where the members are in an encoded body.
    pub content: Content,
}

/// Where the members of an output are in an encoded response body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// In the outermost value of a format without names.
    Value,
    /// In an XML element: the names of the elements that lead there, the outermost one first. Without names, it is the
    /// outermost one, whatever its name is.
    Element(Vec<String>),
    /// Around: the outermost XML element is a member.
    Member,
}

/// A request URI without the host.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uri {
    /// The parts of the path, in order.
    pub path: Vec<Part>,
    /// The constant query parameters.
    pub query: Vec<QueryLiteral>,
}

/// A part of a path or of a host prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Constant text.
    Text(String),
    /// The value of a member of the input.
    Label(Label),
}

/// A label of a path or of a host prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The name of the member.
    pub member: String,
    /// The index of the member's field in the input.
    pub field: usize,
    /// Whether the value can contain slashes.
    pub extent: Extent,
    /// The value if the member is unset or empty. Without it, such a member is an error.
    pub default: Option<String>,
    /// The texts of which the first that the value begins with is removed.
    pub prefixes: &'static [&'static str],
}

/// How much of a path a label stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// A single segment: slashes of the value are encoded.
    Segment,
    /// One or more segments: slashes of the value stay.
    Greedy,
}

/// A constant query parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryLiteral {
    /// The parameter's name.
    pub name: String,
    /// Its value; a parameter without one is sent without `=`.
    pub value: Option<String>,
}

/// The body of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// No body.
    Empty,
    /// The same text in every request, since no member is bound to the body. Its length isn't declared, and so isn't
    /// signed, as in the official SDK.
    Constant(String),
    /// The input's fields with these indices, encoded together in this order.
    Members(Vec<usize>),
    /// The value of the input's field with this index.
    Payload(usize),
}

/// The format of encoded bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// JSON.
    Json,
    /// CBOR.
    Cbor,
    /// XML.
    Xml,
    /// Form parameters in requests, and XML in responses.
    Query,
}

/// Where the code and the message of an error are in a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorLayout {
    /// The names of the XML elements, below the outermost one, that lead to the members of an error.
    pub wrappers: Vec<&'static str>,
    /// Where the code comes from.
    pub code: CodeSource,
    /// The status of responses without a body whose code is known, and that code.
    pub empty: Option<(u16, &'static str)>,
}

/// Where the code of an error comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeSource {
    /// The place that the codec defines.
    Usual,
    /// The header `x-amzn-query-error` if there is one, otherwise the usual place.
    QueryErrorHeader,
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.path {
            write!(f, "{part}")?;
        }
        for (index, parameter) in self.query.iter().enumerate() {
            let separator = if index == 0 { '?' } else { '&' };
            write!(f, "{separator}{parameter}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Label(label) => match label.extent {
                Extent::Segment => write!(f, "{{{}}}", label.member),
                Extent::Greedy => write!(f, "{{{}+}}", label.member),
            },
        }
    }
}

impl fmt::Display for QueryLiteral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Some(value) => write!(f, "{}={value}", self.name),
            None => f.write_str(&self.name),
        }
    }
}
