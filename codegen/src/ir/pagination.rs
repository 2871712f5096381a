//! Defines the pagination of an operation.

use super::{RustName, Type};

/// How an operation is paginated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paginator {
    /// Its type, and the beginning of the name of the stream of its items.
    pub name: RustName,
    /// The input field that takes the token.
    pub input_token: RustName,
    /// The output fields that lead to the next token.
    pub output_token: Vec<Step>,
    /// The output fields that lead to the items, and the items' type.
    pub items: Option<(Vec<Step>, Type)>,
    /// The input field that limits a page, and its type.
    pub page_size: Option<(RustName, Type)>,
    /// The output field that is true if there are more pages. Without one, the token says so.
    pub has_more: Option<RustName>,
}

/// One step of a path into an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The field to take.
    pub field: RustName,
    /// Whether the field is an `Option`.
    pub optional: bool,
}
