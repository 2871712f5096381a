//! Gives every error structure a message, as the official SDK does: services send one whether it is modeled or not.

use crate::ir::{
    Binding, Constraints, Crate, Docs, Field, Layout, Presence, Role, RustName, Structure, Type,
    WireName,
};

/// Adds a member `message` to errors that have none of that name, in either case of its first letter.
pub(super) fn run(lowered: &mut Crate) {
    for error in &mut lowered.errors {
        let has_message = error
            .fields
            .iter()
            .any(|field| field.name.as_str() == "message");
        if !has_message {
            add_message(error);
        }
    }
}

fn add_message(error: &mut Structure) {
    if let Role::Error(traits) = &mut error.role {
        traits.message = Some(error.fields.len());
    }
    error.fields.push(Field {
        shape: error.shape.member("message"),
        name: RustName::new("message"),
        wire: WireName::new("message"),
        layout: Layout::named(WireName::new("message")),
        ty: Type::String,
        presence: Presence::Optional,
        omit_zero: false,
        boxed: false,
        recursive: false,
        required: false,
        binding: Binding::Body,
        docs: Docs {
            html: "What the service says about the error.".to_owned(),
            ..Docs::default()
        },
        constraints: Constraints::default(),
        deprecated: None,
        sensitive: false,
        idempotency_token: false,
        context_param: None,
        media_type: None,
        requires_length: false,
        skip_invalid: false,
    });
}
