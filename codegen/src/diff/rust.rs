//! Compares the Rust API of two lowered crates.

mod enumeration;
mod operation;
mod paginator;
mod service;
mod structure;
mod text;
mod union;
mod waiter;

use std::collections::BTreeMap;

use super::item::{Item, Items, Kind, Place, Verdict};
use crate::ir::{Crate, Deprecation};

/// Returns the changes for users of the crate and those on the wire, ordered by severity and path.
pub(super) fn compare(old: &Crate, new: &Crate) -> Vec<Item> {
    let mut items = Items::default();
    service::compare(&mut items, &old.service, &new.service);
    for (_, pair) in matched(&old.operations, &new.operations, |it| it.name.as_str()) {
        operation::compare(&mut items, pair);
    }
    types(&mut items, old, new);
    for (_, pair) in matched(&old.errors, &new.errors, |it| it.name.as_str()) {
        structure::compare(&mut items, pair);
    }
    items.0.sort_by(|a, b| {
        b.severity
            .cmp(&a.severity)
            .then_with(|| a.path.cmp(&b.path))
    });
    items.0
}

/// Compares the types. A structure, union or enum can replace another kind of type of the same name.
fn types(items: &mut Items, old: &Crate, new: &Crate) {
    for (_, pair) in matched(&old.structures, &new.structures, |it| it.name.as_str()) {
        structure::compare(items, pair);
    }
    for (_, pair) in matched(&old.unions, &new.unions, |it| it.name.as_str()) {
        union::compare(items, pair);
    }
    for (_, pair) in matched(&old.enums, &new.enums, |it| it.name.as_str()) {
        enumeration::compare(items, pair);
    }
}

/// An item of the old crate, of the new one, or of both.
#[derive(Debug, Clone, Copy)]
enum Pair<'a, T> {
    Both(&'a T, &'a T),
    Old(&'a T),
    New(&'a T),
}

impl<'a, T> Pair<'a, T> {
    /// Applies `get` to each side that exists.
    fn each<U>(&self, get: impl Fn(&'a T) -> U) -> Vec<U> {
        match *self {
            Self::Both(old, new) => vec![get(old), get(new)],
            Self::Old(only) | Self::New(only) => vec![get(only)],
        }
    }
}

/// Matches items of the same name, and returns them by name.
fn matched<'a, T>(
    old: &'a [T],
    new: &'a [T],
    name: impl Fn(&T) -> &str,
) -> BTreeMap<String, Pair<'a, T>> {
    let mut pairs: BTreeMap<String, Pair<'a, T>> = BTreeMap::new();
    for one in old {
        pairs.insert(name(one).to_owned(), Pair::Old(one));
    }
    for one in new {
        let pair = match pairs.get(name(one)) {
            Some(&(Pair::Old(old) | Pair::Both(old, _))) => Pair::Both(old, one),
            Some(Pair::New(_)) | None => Pair::New(one),
        };
        pairs.insert(name(one).to_owned(), pair);
    }
    pairs
}

/// Adds a change for an item that was added or removed. Returns the item of both crates if it is in both.
fn whole<'a, T>(
    items: &mut Items,
    place: &Place,
    pair: Pair<'a, T>,
    kinds: [Kind; 2],
    detail: impl Fn(&T) -> String,
) -> Option<(&'a T, &'a T)> {
    let [added, removed] = kinds;
    match pair {
        Pair::Both(old, new) => return Some((old, new)),
        Pair::Old(old) => items.push(place, removed, Verdict::Major, detail(old)),
        Pair::New(new) => items.push(place, added, Verdict::Minor, detail(new)),
    }
    None
}

/// Compares deprecations. A new deprecation is minor; its removal or another message doesn't affect code.
fn deprecation(
    items: &mut Items,
    place: &Place,
    old: Option<&Deprecation>,
    new: Option<&Deprecation>,
) {
    let message = |it: &Deprecation| it.message.clone().unwrap_or_default();
    match (old, new) {
        (None, Some(new)) => items.push(place, Kind::Deprecated, Verdict::Minor, message(new)),
        (Some(_), None) => {
            items.push(
                place,
                Kind::Deprecated,
                Verdict::Patch,
                "no longer deprecated",
            );
        }
        (Some(old), Some(new)) if old != new => {
            items.push(place, Kind::Deprecated, Verdict::Patch, message(new));
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
}

/// Adds a change that isn't visible in source code, as `what: old → new`, if there is one.
fn wire(items: &mut Items, place: &Place, what: &str, old: &str, new: &str) {
    if old != new {
        let detail = format!("{what}: {} → {}", or_none(old), or_none(new));
        items.push(place, Kind::Wire, Verdict::Patch, detail);
    }
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}
