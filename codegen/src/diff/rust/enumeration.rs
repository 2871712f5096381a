//! Compares enums and their values.

use super::super::item::{Items, Kind, Place, key};
use super::{Pair, deprecation, matched, whole, wire};
use crate::ir::{Enum, EnumValue};

/// Compares an enum that can be in either crate or in both.
pub(super) fn compare(items: &mut Items, pair: Pair<'_, Enum>) {
    let shapes = pair.each(|it| it.shape.as_str().to_owned());
    let name = pair.each(|it| &it.name).remove(0);
    let place = Place::new(
        format!("types::{name}"),
        shapes.iter().map(|shape| key(shape, "")),
    );
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
    let (hidden, hides) = (old.sensitive.to_string(), new.sensitive.to_string());
    wire(items, &place, "hidden in logs", &hidden, &hides);
    for (name, pair) in matched(&old.values, &new.values, |it| it.name.as_str()) {
        let wires = pair.each(|it| it.wire.as_str());
        let keys = shapes
            .iter()
            .flat_map(|shape| wires.iter().map(|wire| key(shape, wire)));
        let place = Place::new(format!("{}::{name}", place.path), keys);
        compare_value(items, &place, pair);
    }
}

fn compare_value(items: &mut Items, place: &Place, pair: Pair<'_, EnumValue>) {
    let kinds = [Kind::EnumValueAdded, Kind::EnumValueRemoved];
    let wire_name = |it: &EnumValue| format!("{:?}", it.wire.as_str());
    if let Some((old, new)) = whole(items, place, pair, kinds, wire_name) {
        deprecation(
            items,
            place,
            old.deprecated.as_ref(),
            new.deprecated.as_ref(),
        );
        wire(items, place, "value", old.wire.as_str(), new.wire.as_str());
    }
}
