//! Paginators become `paginated` traits of their operations.

use serde_json::Value;

use super::super::traits::Paginated;
use super::super::{Model, Shape};
use super::Context;
use super::file::{OneOrMany, PaginatorEntry, PaginatorsFile};

/// Sets the trait for each paginator that Smithy can express: one input token, one output token, found by their names.
///
/// Several tokens, or a token that JMESPath computes, can't be; such a paginator is kept as `botocore#paginator`, and
/// its operation has none. Several lists of items can't be either; the paginator is then one of pages only.
pub(super) fn apply(context: &Context, model: &mut Model, file: PaginatorsFile) {
    for (name, entry) in file.pagination.0 {
        // A paginator without its operation pages nothing: botocore itself looks them up from the operation.
        if let Some(operation) = model.shapes.get_mut(&context.id(&name)) {
            set(operation, &entry);
        }
    }
}

fn set(operation: &mut Shape, entry: &PaginatorEntry) {
    let input_token = entry.input_token.plain_path();
    let output_token = entry.output_token.plain_path();
    if input_token.is_none() || output_token.is_none() {
        let kept = Value::from(vec![text(&entry.input_token), text(&entry.output_token)]);
        let id = "botocore#paginator".to_owned();
        operation.traits.other.insert(id, kept);
        return;
    }
    let items = entry.result_key.as_ref().and_then(OneOrMany::plain_path);
    operation.traits.paginated = Some(Paginated {
        input_token: input_token.map(str::to_owned),
        output_token: output_token.map(str::to_owned),
        items: items.map(str::to_owned),
        page_size: entry.limit_key.clone(),
    });
}

/// The tokens for a reader of the model.
fn text(paths: &OneOrMany) -> String {
    match paths {
        OneOrMany::One(path) => path.clone(),
        OneOrMany::Many(paths) => paths.join(", "),
    }
}
