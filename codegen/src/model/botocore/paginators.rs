//! Converts paginators into the `paginated` traits of their operations.

use serde_json::Value;

use super::super::traits::Paginated;
use super::super::{Model, Shape, ShapeId, ShapeKind, SimpleKind};
use super::Context;
use super::file::{OneOrMany, PaginatorEntry, PaginatorsFile};

/// Sets the trait for each paginator that Smithy can express: it has one input token and one output token.
///
/// A paginator with several tokens, or with a token that is computed by JMESPath, is kept as `botocore#paginator`. One with
/// several lists of items, or with a text or a structure that botocore puts together from all pages, as in RDS and Budgets,
/// becomes a paginator of pages only. A page size that is a string, as in Glacier, isn't one in Smithy.
pub(super) fn apply(context: &Context, model: &mut Model, file: PaginatorsFile) {
    for (name, entry) in file.pagination.0 {
        let id = context.id(&name);
        let page_size = entry
            .limit_key
            .clone()
            .filter(|member| is_number(model, &id, member));
        let items = entry.result_key.as_ref().and_then(OneOrMany::plain_path);
        let items = items.filter(|path| !is_single_value(model, &id, path));
        let items = items.map(str::to_owned);
        // A paginator without an operation has no effect in botocore either.
        if let Some(operation) = model.shapes.get_mut(&id) {
            set(operation, &entry, items, page_size);
        }
    }
}

/// Returns whether the member of the operation's input is anything but a string.
fn is_number(model: &Model, operation: &ShapeId, member: &str) -> bool {
    let is_string = || {
        let ShapeKind::Operation(operation) = &model.get(operation)?.kind else {
            return None;
        };
        let members = model.get(&operation.input)?.members();
        let member = members.into_iter().find(|other| other.name == member)?;
        let target = &model.get(&member.target)?.kind;
        Some(matches!(target, ShapeKind::Simple(SimpleKind::String)))
    };
    !is_string().unwrap_or_default()
}

/// Returns whether the path leads to something in the operation's output that is neither a list nor a map.
fn is_single_value(model: &Model, operation: &ShapeId, path: &str) -> bool {
    let kind = || {
        let ShapeKind::Operation(operation) = &model.get(operation)?.kind else {
            return None;
        };
        let mut shape = model.get(&operation.output)?;
        for name in path.split('.') {
            let mut members = shape.members().into_iter();
            shape = model.get(&members.find(|member| member.name == name)?.target)?;
        }
        Some(&shape.kind)
    };
    kind().is_some_and(|kind| !matches!(kind, ShapeKind::List(_) | ShapeKind::Map { .. }))
}

fn set(
    operation: &mut Shape,
    entry: &PaginatorEntry,
    items: Option<String>,
    page_size: Option<String>,
) {
    let input_token = entry.input_token.plain_path();
    let output_token = entry.output_token.plain_path();
    if input_token.is_none() || output_token.is_none() {
        let kept = Value::from(vec![text(&entry.input_token), text(&entry.output_token)]);
        let id = "botocore#paginator".to_owned();
        operation.traits.insert(id, kept);
        return;
    }
    operation.traits.paginated = Some(Paginated {
        input_token: input_token.map(str::to_owned),
        output_token: output_token.map(str::to_owned),
        items,
        page_size,
    });
}

/// Returns the tokens in readable form.
fn text(paths: &OneOrMany) -> String {
    match paths {
        OneOrMany::One(path) => path.clone(),
        OneOrMany::Many(paths) => paths.join(", "),
    }
}
