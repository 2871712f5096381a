//! Compares structures: shared types, inputs, outputs and errors.

use super::super::item::{Items, Kind, Place, Verdict, key};
use super::{Pair, deprecation, matched, text, whole, wire};
use crate::ir::{Field, Presence, Role, Structure, Type};

/// Compares a structure that can be in either crate or in both.
pub(super) fn compare(items: &mut Items, pair: Pair<'_, Structure>) {
    let keys = pair.each(|it| key(it.shape.as_str(), ""));
    let paths = pair.each(path);
    let path = paths.into_iter().next_back().unwrap_or_default();
    let place = Place::new(path, keys);
    let kinds = [Kind::Added, Kind::Removed];
    if let Some((old, new)) = whole(items, &place, pair, kinds, |_| String::new()) {
        both(items, &place, old, new);
    }
}

/// Compares two structures of the same name.
pub(super) fn both(items: &mut Items, place: &Place, old: &Structure, new: &Structure) {
    deprecation(
        items,
        place,
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
    );
    compare_traits(items, place, old, new);
    compare_build(items, place, old, new);
    compare_error(items, place, old, new);
    for (name, pair) in matched(&old.fields, &new.fields, |it| it.name.as_str()) {
        let keys = pair.each(member_key);
        let place = Place::new(format!("{}::{name}", place.path), keys);
        let kinds = [Kind::Added, Kind::Removed];
        if let Some((old, new)) = whole(items, &place, pair, kinds, text::field_type) {
            compare_field(items, &place, old, new);
        }
    }
}

/// Returns the path in the crate.
pub(super) fn path(structure: &Structure) -> String {
    let name = &structure.name;
    match &structure.role {
        Role::Shared => format!("types::{name}"),
        Role::Input(operation) | Role::Output(operation) => {
            format!("operation::{}::{name}", operation.module)
        }
        Role::Error(_) => format!("types::error::{name}"),
    }
}

/// Returns the key of a field, which is the shape ID of its member.
fn member_key(field: &Field) -> String {
    field.shape.as_str().to_owned()
}

/// Compares the traits. A structure that contains a stream implements neither `Clone` nor `PartialEq`.
fn compare_traits(items: &mut Items, place: &Place, old: &Structure, new: &Structure) {
    let streams = |it: &Structure| it.fields.iter().any(|field| field.ty == Type::ByteStream);
    match (streams(old), streams(new)) {
        (false, true) => {
            items.push(
                place,
                Kind::Type,
                Verdict::Major,
                "no longer `Clone` and `PartialEq`",
            );
        }
        (true, false) => items.push(place, Kind::Type, Verdict::Minor, "`Clone` and `PartialEq`"),
        (true, true) | (false, false) => {}
    }
}

/// Compares the builders. `build()` returns a `Result` if a field must be set.
fn compare_build(items: &mut Items, place: &Place, old: &Structure, new: &Structure) {
    let detail = match (old.is_fallible(), new.is_fallible()) {
        (false, true) => "can now fail and returns a `Result`",
        (true, false) => "can no longer fail and returns no `Result`",
        (true, true) | (false, false) => return,
    };
    let name = place.path.clone();
    let (parent, name) = name.rsplit_once("::").unwrap_or(("", &name));
    let path = format!("{parent}::builders::{name}Builder::build");
    let place = Place::new(path, place.keys.clone());
    items.push(&place, Kind::Requiredness, Verdict::Major, detail);
}

fn compare_error(items: &mut Items, place: &Place, old: &Structure, new: &Structure) {
    let (Role::Error(old), Role::Error(new)) = (&old.role, &new.role) else {
        return;
    };
    wire(items, place, "error code", &old.code, &new.code);
    match (old.retryable, new.retryable) {
        (Some(_), None) => {
            let detail = "no longer retryable, without `retryable_error_kind`";
            items.push(place, Kind::Type, Verdict::Major, detail);
        }
        (None, Some(_)) => {
            let detail = "retryable, with `retryable_error_kind`";
            items.push(place, Kind::Type, Verdict::Minor, detail);
        }
        (Some(old), Some(new)) => {
            let (old, new) = (format!("{old:?}"), format!("{new:?}"));
            wire(items, place, "retried as", &old, &new);
        }
        (None, None) => {}
    }
}

fn compare_field(items: &mut Items, place: &Place, old: &Field, new: &Field) {
    deprecation(
        items,
        place,
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
    );
    compare_type(items, place, old, new);
    compare_requiredness(items, place, old, new);
    compare_default(items, place, old, new);
    compare_wire(items, place, old, new);
}

/// The type apart from the `Option` around it, which is a matter of requiredness.
fn compare_type(items: &mut Items, place: &Place, old: &Field, new: &Field) {
    let ty = |it: &Field| text::boxed_type(&it.ty, it.boxed);
    let (old, new) = (ty(old), ty(new));
    if old != new {
        let detail = format!("{old} → {new}");
        items.push(place, Kind::Type, Verdict::Major, detail);
    }
}

/// Where the field stays an `Option`, only the service sees that it must be set.
fn compare_requiredness(items: &mut Items, place: &Place, old: &Field, new: &Field) {
    let is_optional = |it: &Field| it.presence == Presence::Optional;
    if is_optional(old) != is_optional(new) {
        let detail = format!("{} → {}", text::field_type(old), text::field_type(new));
        items.push(place, Kind::Requiredness, Verdict::Major, detail);
    } else if old.required != new.required {
        let detail = match new.required {
            true => "required now: calls without it are rejected, the field's type stays",
            false => "no longer required, the field's type stays",
        };
        items.push(place, Kind::Requiredness, Verdict::Patch, detail);
    }
}

fn compare_default(items: &mut Items, place: &Place, old: &Field, new: &Field) {
    let is_default = |it: &Field| matches!(it.presence, Presence::Default(_));
    let (old_text, new_text) = (text::default(&old.presence), text::default(&new.presence));
    if is_default(old) && is_default(new) && old_text != new_text {
        let detail = format!("{old_text} → {new_text}");
        items.push(place, Kind::Default, Verdict::Patch, detail);
    }
}

fn compare_wire(items: &mut Items, place: &Place, old: &Field, new: &Field) {
    let rows = [
        (
            "name",
            old.wire.as_str().to_owned(),
            new.wire.as_str().to_owned(),
        ),
        (
            "place",
            text::binding(&old.binding),
            text::binding(&new.binding),
        ),
        (
            "timestamp format",
            text::timestamp_format(&old.ty).to_owned(),
            text::timestamp_format(&new.ty).to_owned(),
        ),
        (
            "media type",
            old.media_type.clone().unwrap_or_default(),
            new.media_type.clone().unwrap_or_default(),
        ),
        (
            "endpoint parameter",
            old.context_param.clone().unwrap_or_default(),
            new.context_param.clone().unwrap_or_default(),
        ),
        (
            "filled in by the client",
            old.idempotency_token.to_string(),
            new.idempotency_token.to_string(),
        ),
        (
            "zero is left out",
            old.omit_zero.to_string(),
            new.omit_zero.to_string(),
        ),
        (
            "hidden in logs",
            old.sensitive.to_string(),
            new.sensitive.to_string(),
        ),
    ];
    for (what, old, new) in rows {
        wire(items, place, what, &old, &new);
    }
}
