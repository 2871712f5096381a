//! Compares services: the client's configuration, signing, and endpoints.

use super::super::item::{Items, Kind, Place, Verdict};
use super::{matched, text, whole, wire};
use crate::ir::Service;
use crate::ir::endpoints::{ClientParam, EndpointRules, Parameter, ParameterType};

/// Compares the settings of the client, signing, endpoint parameters and endpoint rules.
pub(super) fn compare(items: &mut Items, old: &Service, new: &Service) {
    let place = Place::new("config", []);
    wire(
        items,
        &place,
        "signing name",
        &old.signing_name,
        &new.signing_name,
    );
    wire(
        items,
        &place,
        "authentication",
        &text::auth(&old.auth),
        &text::auth(&new.auth),
    );
    compare_endpoints(items, &old.endpoints, &new.endpoints);
}

fn compare_endpoints(items: &mut Items, old: &EndpointRules, new: &EndpointRules) {
    let kinds = [Kind::Added, Kind::Removed];
    for (name, pair) in matched(&old.client_params, &new.client_params, |it| &it.setter) {
        let place = Place::new(format!("config::Builder::{name}"), []);
        if let Some((old, new)) = whole(items, &place, pair, kinds, |it| word(it.ty).to_owned()) {
            compare_client_param(items, &place, old, new);
        }
    }
    for (name, pair) in matched(&old.parameters, &new.parameters, |it| &it.field) {
        let place = Place::new(format!("config::endpoint::Params::{name}"), []);
        if let Some((old, new)) = whole(items, &place, pair, kinds, |it| word(it.ty).to_owned()) {
            compare_parameter(items, &place, old, new);
        }
    }
    if old.program != new.program {
        let place = Place::new("config::endpoint", []);
        wire(items, &place, "rules", "before", "changed");
    }
}

fn compare_client_param(items: &mut Items, place: &Place, old: &ClientParam, new: &ClientParam) {
    retyped(items, place, word(old.ty), word(new.ty));
}

/// Compares a parameter, which is an `Option` unless it is required.
fn compare_parameter(items: &mut Items, place: &Place, old: &Parameter, new: &Parameter) {
    let ty = |it: &Parameter| match it.required {
        true => word(it.ty).to_owned(),
        false => format!("Option<{}>", word(it.ty)),
    };
    retyped(items, place, &ty(old), &ty(new));
    let default = |it: &Parameter| format!("{:?}", it.default);
    if default(old) != default(new) {
        let detail = format!("{} → {}", default(old), default(new));
        items.push(place, Kind::Default, Verdict::Patch, detail);
    }
}

fn retyped(items: &mut Items, place: &Place, old: &str, new: &str) {
    if old != new {
        items.push(place, Kind::Type, Verdict::Major, format!("{old} → {new}"));
    }
}

fn word(ty: ParameterType) -> &'static str {
    match ty {
        ParameterType::String => "String",
        ParameterType::Bool => "bool",
        ParameterType::StringArray => "Vec<String>",
    }
}
