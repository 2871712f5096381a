//! Properties of an endpoint: names and values go in, a document comes out.

use aws_smithy_types::Document;

/// Makes an object, such as one entry of the property `authSchemes`.
pub(crate) fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
    Document::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Makes a list, such as the property `authSchemes`.
pub(crate) fn list<const N: usize>(values: [Document; N]) -> Document {
    Document::Array(values.into())
}
