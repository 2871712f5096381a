//! Compares paginators and their methods.

use super::super::item::{Items, Kind, Place, Verdict};
use super::{text, wire};
use crate::ir::{Paginator, Step};

/// Compares the paginators of an operation and their methods `items` and `page_size`.
pub(super) fn compare(
    items: &mut Items,
    place: &Place,
    old: Option<&Paginator>,
    new: Option<&Paginator>,
) {
    let place = Place::new(format!("{}::paginator", place.path), place.keys.clone());
    match (old, new) {
        (None, None) => {}
        (None, Some(_)) => items.push(&place, Kind::PaginatorGained, Verdict::Minor, ""),
        (Some(_), None) => items.push(&place, Kind::PaginatorLost, Verdict::Major, ""),
        (Some(old), Some(new)) => both(items, &place, old, new),
    }
}

fn both(items: &mut Items, place: &Place, old: &Paginator, new: &Paginator) {
    let item_type = |it: &Paginator| it.items.as_ref().map(|(_, ty)| text::plain_type(ty));
    method(items, place, "items", item_type(old), item_type(new));
    let size_type = |it: &Paginator| it.page_size.as_ref().map(|(_, ty)| text::plain_type(ty));
    method(items, place, "page_size", size_type(old), size_type(new));
    wire(
        items,
        place,
        "input token",
        old.input_token.as_str(),
        new.input_token.as_str(),
    );
    wire(
        items,
        place,
        "output token",
        &steps(&old.output_token),
        &steps(&new.output_token),
    );
    let item_path = |it: &Paginator| it.items.as_ref().map(|(path, _)| steps(path));
    if let (Some(old), Some(new)) = (item_path(old), item_path(new)) {
        wire(items, place, "items in", &old, &new);
    }
}

fn method(items: &mut Items, place: &Place, name: &str, old: Option<String>, new: Option<String>) {
    let place = Place::new(format!("{}::{name}", place.path), place.keys.clone());
    match (old, new) {
        (None, None) => {}
        (None, Some(ty)) => items.push(&place, Kind::Added, Verdict::Minor, ty),
        (Some(ty), None) => items.push(&place, Kind::Removed, Verdict::Major, ty),
        (Some(old), Some(new)) if old != new => {
            items.push(&place, Kind::Type, Verdict::Major, format!("{old} → {new}"));
        }
        (Some(_), Some(_)) => {}
    }
}

fn steps(path: &[Step]) -> String {
    let names: Vec<&str> = path.iter().map(|step| step.field.as_str()).collect();
    names.join(".")
}
