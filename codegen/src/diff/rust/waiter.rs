//! Compares waiters.

use super::super::item::{Items, Kind, Place, Verdict};
use super::{matched, whole, wire};
use crate::ir::{Operation, Waiter};

/// Compares the waiters of an operation.
pub(super) fn compare(items: &mut Items, place: &Place, old: &Operation, new: &Operation) {
    for (name, pair) in matched(&old.waiters, &new.waiters, |it| it.module.as_str()) {
        let place = Place::new(format!("waiters::{name}"), place.keys.clone());
        let kinds = [Kind::Added, Kind::Removed];
        if let Some((old, new)) = whole(items, &place, pair, kinds, |_| String::new()) {
            both(items, &place, old, new);
        }
    }
}

fn both(items: &mut Items, place: &Place, old: &Waiter, new: &Waiter) {
    match (old.deprecated, new.deprecated) {
        (false, true) => items.push(place, Kind::Deprecated, Verdict::Minor, ""),
        (true, false) => {
            let detail = "no longer deprecated";
            items.push(place, Kind::Deprecated, Verdict::Patch, detail);
        }
        (true, true) | (false, false) => {}
    }
    let delays = |it: &Waiter| format!("{} to {} seconds", it.min_delay, it.max_delay);
    wire(items, place, "delays", &delays(old), &delays(new));
    let acceptors = |it: &Waiter| {
        let Waiter {
            paths,
            outputs,
            other_outputs,
            errors,
            other_errors,
            ..
        } = it.clone();
        (paths, outputs, other_outputs, errors, other_errors)
    };
    if acceptors(old) != acceptors(new) {
        wire(items, place, "acceptors", "before", "changed");
    }
}
