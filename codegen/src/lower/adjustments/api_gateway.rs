//! API Gateway returns another format of JSON, unless requests ask for the one in the model.

use crate::ir::Crate;

pub(super) fn adjust(lowered: &mut Crate) {
    for operation in &mut lowered.operations {
        let accept = ("accept".to_owned(), "application/json".to_owned());
        operation.request.headers.push(accept);
    }
}
