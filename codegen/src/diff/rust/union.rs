//! Compares unions and their variants.

use super::super::item::{Items, Kind, Place, Verdict, key};
use super::{Pair, deprecation, matched, text, whole, wire};
use crate::ir::{Type, Union, Variant};

/// Compares a union that can be in either crate or in both.
pub(super) fn compare(items: &mut Items, pair: Pair<'_, Union>) {
    let keys = pair.each(|it| key(it.shape.as_str(), ""));
    let name = pair.each(|it| &it.name).remove(0);
    let place = Place::new(format!("types::{name}"), keys);
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
    for (name, pair) in matched(&old.variants, &new.variants, |it| it.name.as_str()) {
        let keys = pair.each(|it| it.shape.as_str().to_owned());
        let place = Place::new(format!("{}::{name}", place.path), keys);
        let kinds = [Kind::Added, Kind::Removed];
        if let Some((old, new)) = whole(items, &place, pair, kinds, content) {
            compare_variant(items, &place, old, new);
        }
    }
}

/// Returns the type of the variant's value; empty if it has none.
fn content(variant: &Variant) -> String {
    let ty = variant.ty.as_ref();
    ty.map(|ty| text::boxed_type(ty, variant.boxed))
        .unwrap_or_default()
}

fn compare_variant(items: &mut Items, place: &Place, old: &Variant, new: &Variant) {
    deprecation(
        items,
        place,
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
    );
    let (old_content, new_content) = (content(old), content(new));
    if old_content != new_content {
        let detail = format!("{old_content} → {new_content}");
        items.push(place, Kind::Type, Verdict::Major, detail);
    }
    wire(items, place, "name", old.wire.as_str(), new.wire.as_str());
    let format = |it: &Variant| {
        it.ty
            .as_ref()
            .map_or("", |ty: &Type| text::timestamp_format(ty))
    };
    wire(items, place, "timestamp format", format(old), format(new));
    let (old, new) = (old.sensitive.to_string(), new.sensitive.to_string());
    wire(items, place, "hidden in logs", &old, &new);
}
