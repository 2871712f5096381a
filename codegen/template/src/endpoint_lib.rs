//! Functions of the Smithy rules engine that endpoint rules call at run time: parameters and parts
//! of them go in, facts about them come out. A generated crate holds only those its rules use.

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
