//! Creates the properties of endpoints, which are documents.

use aws_smithy_types::Document;

/// Creates an object, such as one entry of the property `authSchemes`.
pub(crate) fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
    Document::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Creates a list, such as the property `authSchemes`.
pub(crate) fn list<const N: usize>(values: [Document; N]) -> Document {
    Document::Array(values.into())
}
