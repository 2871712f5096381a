//! The crate depends on nothing but the model and the configuration, nor on the order of the shapes in the file.

use serde_json::{Map, Value};

use crate::{fixture, fixtures, generate_all};

#[test]
fn two_runs_give_the_same_bytes() {
    for name in fixtures() {
        let text = fixture(&name);
        let first = generate_all("model.json", "fixture", &text);
        let second = generate_all("model.json", "fixture", &text);
        assert_eq!(first.files, second.files, "{name}");
    }
}

#[test]
fn the_order_of_shapes_does_not_matter() {
    for name in fixtures() {
        let text = fixture(&name);
        let in_order = generate_all("model.json", "fixture", &text);
        for order in [Order::Reversed, Order::Interleaved] {
            let shuffled = generate_all("model.json", "fixture", &shuffled(&text, order));
            assert_eq!(in_order.files, shuffled.files, "{name}, {order:?}");
        }
    }
}

/// What the tests above can't show if reordering does nothing.
#[test]
fn the_order_of_members_does_matter() {
    let text = fixture("structure");
    let mut model: Value = serde_json::from_str(&text).expect("fixtures are JSON");
    let members = &mut model["shapes"]["example#Thing"]["members"];
    let reversed: Map<String, Value> = entries(members).into_iter().rev().collect();
    *members = reversed.into();
    let first = generate_all("model.json", "fixture", &text);
    let second = generate_all("model.json", "fixture", &model.to_string());
    assert_ne!(first.files, second.files);
}

#[derive(Debug, Clone, Copy)]
enum Order {
    Reversed,
    /// The second half, shape by shape, between the first.
    Interleaved,
}

/// The model with its shapes in another order.
fn shuffled(text: &str, order: Order) -> String {
    let mut model: Value = serde_json::from_str(text).expect("fixtures are JSON");
    let mut shapes = entries(&model["shapes"]);
    let shapes: Map<String, Value> = match order {
        Order::Reversed => shapes.into_iter().rev().collect(),
        Order::Interleaved => {
            let second = shapes.split_off(shapes.len() / 2);
            let pairs = second
                .into_iter()
                .zip(shapes.into_iter().map(Some).chain([None]));
            pairs
                .flat_map(|(late, early)| [Some(late), early])
                .flatten()
                .collect()
        }
    };
    model["shapes"] = shapes.into();
    model.to_string()
}

fn entries(value: &Value) -> Vec<(String, Value)> {
    let map = value.as_object().expect("an object");
    map.iter()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
