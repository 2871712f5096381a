//! Adds the text of `Expires` to outputs: owners of objects can set any text, not only timestamps.

use crate::ir::{Binding, Deprecation, Docs, Field, Operation, RustName, Type, WireName};
use crate::model::ShapeId;

/// Ignores the member if it isn't a timestamp, deprecates it, and adds one for the text.
pub(super) fn add_text(operation: &mut Operation) {
    let fields = &mut operation.output.fields;
    let is_expires = |field: &Field| {
        let is_time = matches!(field.ty, Type::Timestamp(_) | Type::String);
        let is_header = matches!(field.binding, Binding::Header(_));
        field.shape.member_name() == Some("Expires") && is_time && is_header
    };
    let Some(index) = fields.iter().position(is_expires) else {
        return;
    };
    let mut expires = fields.remove(index);
    let text = text(operation.output.shape.member("ExpiresString"), &expires);
    let message = "use `expires_string`, which is also set if the value isn't a timestamp";
    expires.skip_invalid = true;
    expires.deprecated = Some(Deprecation {
        message: Some(message.to_owned()),
        since: None,
    });
    // As in the official SDK, `Debug` prints both after the other members.
    fields.extend([expires, text]);
}

fn text(shape: ShapeId, expires: &Field) -> Field {
    Field {
        shape,
        name: RustName::new("expires_string"),
        wire: WireName::new("ExpiresString"),
        ty: Type::String,
        docs: Docs {
            html: "The header `Expires` as the service sent it.".to_owned(),
            ..Docs::default()
        },
        ..expires.clone()
    }
}
