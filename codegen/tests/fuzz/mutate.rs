//! Changes a model at random places: targets, types, traits, names, numbers and texts.

use serde_json::{Value, json};

use crate::odd::{NAMES, PRELUDE, TEXTS, TRAITS};
use crate::places::{Path, Shapes, at, is_in_rules, is_last, paths};
use crate::random::Random;

/// Mutates the model one to four times. Returns what was done.
pub fn mutate(model: &mut Value, random: &mut Random) -> Vec<String> {
    let count = 1 + random.below(4);
    let mut done = Vec::new();
    for _ in 0..count {
        let Some(shapes) = model["shapes"].as_object_mut() else {
            break;
        };
        let mutation = random.one(&MUTATIONS);
        if let Some(place) = (mutation.apply)(shapes, random) {
            done.push(format!("{} {place}", mutation.name));
        }
    }
    done
}

#[derive(Clone, Copy)]
struct Mutation {
    name: &'static str,
    /// Returns where something was changed.
    apply: fn(&mut Shapes, &mut Random) -> Option<String>,
}

const MUTATIONS: [Mutation; 14] = [
    Mutation {
        name: "target",
        apply: swap_target,
    },
    Mutation {
        name: "target again",
        apply: swap_target,
    },
    Mutation {
        name: "copy trait",
        apply: copy_trait,
    },
    Mutation {
        name: "add trait",
        apply: add_trait,
    },
    Mutation {
        name: "text trait",
        apply: add_text_trait,
    },
    Mutation {
        name: "remove trait",
        apply: remove_trait,
    },
    Mutation {
        name: "rename member",
        apply: rename_member,
    },
    Mutation {
        name: "rename shape",
        apply: rename_shape,
    },
    Mutation {
        name: "number",
        apply: change_number,
    },
    Mutation {
        name: "text",
        apply: change_text,
    },
    Mutation {
        name: "type",
        apply: change_type,
    },
    Mutation {
        name: "remove",
        apply: remove,
    },
    Mutation {
        name: "default",
        apply: add_default,
    },
    Mutation {
        name: "nest",
        apply: nest,
    },
];

fn any_target(shapes: &Shapes, random: &mut Random) -> String {
    let ids: Vec<&String> = shapes.keys().collect();
    match random.pick(&ids).filter(|_| random.below(3) > 0) {
        Some(id) => (*id).clone(),
        None => format!("smithy.api#{}", random.one(&PRELUDE)),
    }
}

fn swap_target(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let places = paths(shapes, |path, value| {
        is_last(path, "target") && value.is_string()
    });
    let place = random.pick(&places)?;
    let target = any_target(shapes, random);
    *at(shapes, place)? = target.into();
    Some(place.join("/"))
}

/// Puts many structures or lists, one in the other, between a reference and its target.
fn nest(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let places = paths(shapes, |path, value| {
        is_last(path, "target") && value.is_string()
    });
    let place = random.pick(&places)?;
    let mut target = at(shapes, place)?.clone();
    let is_list = random.below(2) == 0;
    for level in 0..10 + random.below(60) {
        let id = format!("nested#Nested{level}");
        let shape = match is_list {
            true => json!({ "type": "list", "member": { "target": target } }),
            false => json!({ "type": "structure", "members": { "Below": { "target": target } } }),
        };
        shapes.insert(id.clone(), shape);
        target = id.into();
    }
    *at(shapes, place)? = target;
    Some(place.join("/"))
}

/// Returns the places that can have traits: shapes and members.
fn owners(shapes: &Shapes) -> Vec<Path> {
    paths(shapes, |path, value| {
        let is_member = path.len() > 1 && value.get("target").is_some() && !is_in_rules(path);
        (path.len() == 1 || is_member) && value.is_object()
    })
}

fn set_trait(shapes: &mut Shapes, random: &mut Random, id: &str, value: Value) -> Option<String> {
    let owners = owners(shapes);
    let owner = random.pick(&owners)?;
    let entries = at(shapes, owner)?.as_object_mut()?;
    let traits = entries.entry("traits").or_insert_with(|| json!({}));
    traits.as_object_mut()?.insert(id.to_owned(), value);
    Some(format!("{id} on {}", owner.join("/")))
}

fn trait_places(shapes: &Shapes) -> Vec<Path> {
    paths(shapes, |path, _| {
        let parent = path.len().checked_sub(2).and_then(|index| path.get(index));
        parent.is_some_and(|parent| parent == "traits") && !is_in_rules(path)
    })
}

fn copy_trait(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let places = trait_places(shapes);
    let place = random.pick(&places)?;
    let value = at(shapes, place)?.clone();
    set_trait(shapes, random, place.last()?, value)
}

fn remove_trait(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let places = trait_places(shapes);
    let (id, owner) = random.pick(&places)?.split_last()?;
    at(shapes, owner)?.as_object_mut()?.remove(id);
    Some(format!("{id} on {}", owner.join("/")))
}

fn add_trait(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let id = format!("smithy.api#{}", random.one(&TRAITS));
    set_trait(shapes, random, &id, json!({}))
}

/// Adds a trait whose value has a text in it.
fn add_text_trait(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let text = random.one(&TEXTS);
    let format = random.one(&["date-time", "http-date", "epoch-seconds", text]);
    let traits = [
        ("smithy.api#documentation", json!(text)),
        ("smithy.api#jsonName", json!(text)),
        ("smithy.api#httpHeader", json!(format!("X-{text}"))),
        ("smithy.api#httpQuery", json!(text)),
        ("smithy.api#httpPrefixHeaders", json!(text)),
        ("smithy.api#pattern", json!(text)),
        ("smithy.api#mediaType", json!(text)),
        ("smithy.api#title", json!(text)),
        ("smithy.api#enumValue", json!(text)),
        ("smithy.api#timestampFormat", json!(format)),
        (
            "smithy.api#deprecated",
            json!({ "message": text, "since": text }),
        ),
        (
            "smithy.api#error",
            json!(random.one(&["client", "server", text])),
        ),
        (
            "smithy.api#endpoint",
            json!({ "hostPrefix": format!("{text}.") }),
        ),
        (
            "smithy.rules#contextParam",
            json!({ "name": random.one(&NAMES) }),
        ),
        (
            "smithy.api#enum",
            json!([{ "value": text }, { "value": "a", "name": random.one(&NAMES) }]),
        ),
    ];
    let (id, value) = random.pick(&traits)?;
    set_trait(shapes, random, id, value.clone())
}

fn add_default(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let text = random.one(&TEXTS);
    let values = [
        json!(0),
        json!(1),
        json!(-1.5),
        json!(1e300),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(true),
        json!(false),
        json!(text),
        json!("AAAA"),
        json!([]),
        json!({}),
        json!([1]),
        json!({ "a": 1 }),
        Value::Null,
    ];
    let value = random.pick(&values)?.clone();
    set_trait(shapes, random, "smithy.api#default", value)
}

fn any_name(random: &mut Random) -> String {
    let name = random.one(&NAMES);
    match random.below(8) {
        0 | 1 => format!("{name}Value"),
        2 | 3 => format!("_{name}"),
        // Longer than the name of a file can be.
        4 if random.below(4) == 0 => format!("{name}{}", "Long".repeat(64)),
        _ => name.to_owned(),
    }
}

fn rename_member(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let places = paths(shapes, |path, value| {
        is_last(path, "members") && value.is_object()
    });
    let place = random.pick(&places)?;
    let members = at(shapes, place)?.as_object_mut()?;
    let names: Vec<String> = members.keys().cloned().collect();
    let (old, new) = (random.pick(&names)?, any_name(random));
    // The order stays, as it is that of the fields.
    let entries = std::mem::take(members).into_iter();
    *members = entries
        .map(|(name, member)| (if name == *old { new.clone() } else { name }, member))
        .collect();
    Some(format!("{}/{old} to {new}", place.join("/")))
}

fn rename_shape(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let ids: Vec<String> = shapes.keys().cloned().collect();
    let old = random.pick(&ids)?;
    let new = format!("{}#{}", old.split('#').next()?, any_name(random));
    let text = Value::Object(std::mem::take(shapes)).to_string();
    let renamed = text.replace(&format!("{old:?}"), &format!("{new:?}"));
    *shapes = serde_json::from_str(&renamed).ok()?;
    Some(format!("{old} to {new}"))
}

fn change_number(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let places = paths(shapes, |path, value| {
        value.is_number() && !is_in_rules(path)
    });
    let place = random.pick(&places)?;
    let numbers = [
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(99),
        json!(204),
        json!(i64::MIN),
        json!(u64::MAX),
    ];
    *at(shapes, place)? = random.pick(&numbers)?.clone();
    Some(place.join("/"))
}

fn change_text(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let is_reference = |path: &[String]| is_last(path, "target") || is_last(path, "type");
    let places = paths(shapes, |path, value| {
        value.is_string() && !is_reference(path) && !is_in_rules(path)
    });
    let place = random.pick(&places)?;
    let text = random.one(&TEXTS);
    let value = at(shapes, place)?;
    let old = value.as_str()?.to_owned();
    *value = match random.below(3) {
        0 => text.into(),
        1 => format!("{old}{text}").into(),
        _ => format!("{text}{old}").into(),
    };
    Some(format!("{} {text:?}", place.join("/")))
}

fn change_type(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let kinds = [
        "structure",
        "union",
        "list",
        "set",
        "map",
        "enum",
        "intEnum",
        "string",
        "blob",
        "integer",
        "double",
        "timestamp",
        "document",
        "bigDecimal",
        "boolean",
    ];
    let places = paths(shapes, |path, _| path.len() == 2 && is_last(path, "type"));
    let place = random.pick(&places)?;
    let kind = random.one(&kinds);
    let (key, value) = (any_target(shapes, random), any_target(shapes, random));
    let shape = shapes.get_mut(place.first()?)?.as_object_mut()?;
    shape.insert("type".to_owned(), kind.into());
    match kind {
        "list" | "set" => drop(shape.entry("member").or_insert(json!({ "target": value }))),
        "map" => {
            shape.entry("key").or_insert(json!({ "target": key }));
            shape.entry("value").or_insert(json!({ "target": value }));
        }
        _ => {}
    }
    Some(format!("{} to {kind}", place.first()?))
}

fn remove(shapes: &mut Shapes, random: &mut Random) -> Option<String> {
    let places = paths(shapes, |path, _| path.len() > 1 && !is_in_rules(path));
    let (last, parent) = random.pick(&places)?.split_last()?;
    match at(shapes, parent)? {
        Value::Object(entries) => drop(entries.remove(last)),
        Value::Array(items) => drop(items.remove(last.parse().ok()?)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
    }
    Some(format!("{}/{last}", parent.join("/")))
}
