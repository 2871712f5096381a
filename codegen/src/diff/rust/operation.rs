//! Compares operations with their inputs, outputs, errors, paginators and waiters.

use super::super::item::{Items, Kind, Place, key};
use super::{Pair, deprecation, matched, paginator, structure, text, waiter, whole, wire};
use crate::ir::{Operation, Structure};

/// Compares an operation that can be in either crate or in both. Its input, output and builders are added and removed
/// with it.
pub(super) fn compare(items: &mut Items, pair: Pair<'_, Operation>) {
    let module = pair.each(|it| it.module.clone()).remove(0);
    let keys = pair.each(|it| key(it.shape.as_str(), ""));
    let place = Place::new(format!("operation::{module}"), keys);
    let kinds = [Kind::Added, Kind::Removed];
    let Some((old, new)) = whole(items, &place, pair, kinds, |_| String::new()) else {
        return;
    };
    deprecation(
        items,
        &place,
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
    );
    for (old, new) in [(&old.input, &new.input), (&old.output, &new.output)] {
        structure::both(items, &structure_place(old, new), old, new);
    }
    compare_errors(items, &place, old, new);
    paginator::compare(
        items,
        &place,
        old.paginator.as_ref(),
        new.paginator.as_ref(),
    );
    waiter::compare(items, &place, old, new);
    compare_wire(items, &place, old, new);
}

fn structure_place(old: &Structure, new: &Structure) -> Place {
    let keys = [old, new].map(|it| key(it.shape.as_str(), ""));
    Place::new(structure::path(new), keys)
}

/// Compares the variants of the operation's error.
fn compare_errors(items: &mut Items, place: &Place, old: &Operation, new: &Operation) {
    for (name, pair) in matched(&old.errors, &new.errors, |it| it.name.as_str()) {
        let keys = [old, new].map(|it| key(it.shape.as_str(), &name));
        let path = format!("{}::{}Error::{name}", place.path, new.name);
        let kinds = [Kind::ErrorAdded, Kind::ErrorRemoved];
        whole(items, &Place::new(path, keys), pair, kinds, |_| {
            String::new()
        });
    }
}

fn host_prefix(operation: &Operation) -> String {
    let parts = operation.host_prefix.iter().flatten();
    parts.map(ToString::to_string).collect()
}

fn compare_wire(items: &mut Items, place: &Place, old: &Operation, new: &Operation) {
    let auth = |it: &Operation| it.auth.as_deref().map(text::auth).unwrap_or_default();
    let rows = [
        (
            "method",
            old.request.method.clone(),
            new.request.method.clone(),
        ),
        (
            "URI",
            old.request.uri.to_string(),
            new.request.uri.to_string(),
        ),
        (
            "status",
            old.response.status.to_string(),
            new.response.status.to_string(),
        ),
        ("authentication", auth(old), auth(new)),
        (
            "unsigned body",
            old.unsigned_payload.to_string(),
            new.unsigned_payload.to_string(),
        ),
        (
            "checksum of the request",
            text::request_checksum(old.checksums.request.as_ref()),
            text::request_checksum(new.checksums.request.as_ref()),
        ),
        (
            "checksum of the response",
            text::response_checksum(old.checksums.response.as_ref()),
            text::response_checksum(new.checksums.response.as_ref()),
        ),
        (
            "compression",
            old.compressed.to_string(),
            new.compressed.to_string(),
        ),
        ("host prefix", host_prefix(old), host_prefix(new)),
    ];
    for (what, old, new) in rows {
        wire(items, place, what, &old, &new);
    }
    if old.endpoint_bindings != new.endpoint_bindings {
        wire(items, place, "endpoint parameters", "before", "changed");
    }
}
