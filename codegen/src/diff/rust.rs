//! Compares two crates before they are emitted. In: the lowered crates. Out: the changes of the Rust API, by path.

mod enumeration;
mod operation;
mod paginator;
mod service;
mod structure;
mod text;
mod union;

use std::collections::BTreeMap;

use super::item::{Item, Items, Kind, Place, Verdict};
use crate::ir::{Crate, Deprecation};

/// Everything that is different for users of the crate, and what is different on the wire.
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

/// Structures, unions and enums share the names of `types`: one may take the place of another.
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

/// Something of the old crate, of the new one, or of both.
#[derive(Debug, Clone, Copy)]
enum Pair<'a, T> {
    Both(&'a T, &'a T),
    Old(&'a T),
    New(&'a T),
}

impl<'a, T> Pair<'a, T> {
    /// What `get` finds on each side that there is.
    fn each<U>(&self, get: impl Fn(&'a T) -> U) -> Vec<U> {
        match *self {
            Self::Both(old, new) => vec![get(old), get(new)],
            Self::Old(only) | Self::New(only) => vec![get(only)],
        }
    }
}

/// What is of the same name on both sides, by name.
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

/// Something came or went as a whole; `Both` is none of that and is handed back.
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

/// A deprecation is announced in a minor version; taking it back, or saying it otherwise, changes no user's code.
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

/// Something that only the wire sees, told as `what: old → new`.
fn wire(items: &mut Items, place: &Place, what: &str, old: &str, new: &str) {
    if old != new {
        let detail = format!("{what}: {} → {}", or_none(old), or_none(new));
        items.push(place, Kind::Wire, Verdict::Patch, detail);
    }
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}
