//! Places in a model.

use serde_json::{Map, Value};

/// The shapes of a model by their IDs.
pub type Shapes = Map<String, Value>;

/// The path of a value in the shapes.
pub type Path = Vec<String>;

/// Returns the value at a path.
pub fn at<'a>(shapes: &'a mut Shapes, path: &[String]) -> Option<&'a mut Value> {
    let (first, rest) = path.split_first()?;
    let mut value = shapes.get_mut(first)?;
    for step in rest {
        value = match value {
            Value::Object(entries) => entries.get_mut(step)?,
            Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
        };
    }
    Some(value)
}

/// Returns the paths of the values that are wanted.
pub fn paths(shapes: &Shapes, wanted: impl Fn(&[String], &Value) -> bool) -> Vec<Path> {
    let mut found = Vec::new();
    let mut open: Vec<(Path, &Value)> = shapes
        .iter()
        .map(|(id, shape)| (vec![id.clone()], shape))
        .collect();
    while let Some((path, value)) = open.pop() {
        if wanted(&path, value) {
            found.push(path.clone());
        }
        let step = |key: String| [path.as_slice(), &[key]].concat();
        match value {
            Value::Object(entries) => open.extend(
                entries
                    .iter()
                    .map(|(key, value)| (step(key.clone()), value)),
            ),
            Value::Array(items) => {
                open.extend(
                    items
                        .iter()
                        .enumerate()
                        .map(|(index, value)| (step(index.to_string()), value)),
                );
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// Whether a path ends in a key.
pub fn is_last(path: &[String], key: &str) -> bool {
    path.last().is_some_and(|last| last == key)
}

/// Whether a path leads into the endpoint rules or tests, which are large and have a test of their own.
pub fn is_in_rules(path: &[String]) -> bool {
    path.iter()
        .any(|step| step.starts_with("smithy.rules#endpoint") || step.starts_with("smithy.test#"))
}
