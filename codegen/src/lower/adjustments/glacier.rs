//! Glacier requires the version of its API and, for uploads, tree hashes. `-` is the account of the caller.

use crate::ir::{Crate, Operation, Part, Type};

/// The member of inputs that contains the ID of the account.
const ACCOUNT_ID: &str = "accountId";

/// The operations that upload data.
const UPLOADS: [&str; 2] = ["UploadArchive", "UploadMultipartPart"];

pub(super) fn adjust(lowered: &mut Crate) {
    for operation in &mut lowered.operations {
        adjust_operation(&lowered.service.version, operation);
    }
}

fn adjust_operation(version: &str, operation: &mut Operation) {
    let version = ("x-amz-glacier-version".to_owned(), version.to_owned());
    operation.request.headers.push(version);
    for part in &mut operation.request.uri.path {
        if let Part::Label(label) = part
            && label.member == ACCOUNT_ID
            && operation.input.fields[label.field].ty == Type::String
        {
            label.default = Some("-".to_owned());
        }
    }
    operation.tree_hash = UPLOADS.contains(&operation.shape.name());
}
