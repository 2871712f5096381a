//! API Gateway returns another format of JSON, unless requests ask for the one in the model.

use crate::ir::Operation;

pub(super) fn adjust(operation: &mut Operation) {
    let accept = ("accept".to_owned(), "application/json".to_owned());
    operation.request.headers.push(accept);
}
