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
    /// The media type of a body that the codec encodes.
    pub content_type: String,
}

/// The successful response of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status code that the model declares.
    pub status: u16,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// No body.
    Empty,
    /// The members that are bound to the body, encoded together.
    Members,
    /// The value of the input's field with this index.
    Payload(usize),
}

/// The format of encoded bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// JSON.
    Json,
}

/// Where the code and the message of an error are in a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorLayout {
    /// The code is in the header `x-amzn-errortype` or in the member `code` or `__type` of a JSON object.
    Json,
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
