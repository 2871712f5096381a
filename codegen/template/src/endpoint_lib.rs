//! Functions of the Smithy rules engine that endpoint rules call. A generated crate contains only those that its rules
//! use.

pub(crate) mod arn;
pub(crate) mod document;
pub(crate) mod host;
pub(crate) mod outcome;
pub(crate) mod partition;
pub(crate) mod s3;
pub(crate) mod split;
pub(crate) mod substring;
pub(crate) mod uri_encode;
pub(crate) mod url;
