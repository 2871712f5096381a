//! The models that mutations begin with: our fixtures, and a few operations of real services where their models are.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::random::Random;

/// The files of the models.
pub struct Models {
    fixtures: Vec<PathBuf>,
    services: Vec<PathBuf>,
}

impl Models {
    /// Finds the fixtures.
    pub fn fixtures() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let fixtures = files(&folder);
        assert!(!fixtures.is_empty(), "no fixtures in {}", folder.display());
        let services = Vec::new();
        Self { fixtures, services }
    }

    /// Finds the fixtures, and the models of AWS's services if they are beside the repository.
    pub fn fixtures_and_services() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/models/aws");
        let services = files(&folder);
        if services.is_empty() {
            println!("no models of services in {}", folder.display());
        }
        Self {
            services,
            ..Self::fixtures()
        }
    }

    /// Reads one of the models: a fixture, or up to three operations of a service.
    pub fn pick(&self, random: &mut Random) -> Value {
        let service = random.pick(&self.services).filter(|_| random.below(2) == 0);
        match service {
            Some(path) => some_operations(read(path), random),
            None => {
                let path = random.pick(&self.fixtures).expect("there are fixtures");
                read(path)
            }
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_model = |path: &PathBuf| path.to_string_lossy().contains(".json");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_model).collect();
    files.sort();
    files
}

fn read(path: &Path) -> Value {
    let bytes = fs::read(path).expect("the model can be read");
    let text = if path.extension().is_some_and(|extension| extension == "gz") {
        let mut text = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(bytes.as_slice());
        decoder.read_to_end(&mut text).expect("the model is gzip");
        text
    } else {
        bytes
    };
    serde_json::from_slice(&text).expect("the model is JSON")
}

/// Removes everything that some operations don't need.
fn some_operations(mut model: Value, random: &mut Random) -> Value {
    let shapes = model["shapes"].as_object_mut().expect("models have shapes");
    let of_type = |kind: &str| -> Vec<String> {
        let found = shapes.iter().filter(|(_, shape)| shape["type"] == kind);
        found.map(|(id, _)| id.clone()).collect()
    };
    let (services, operations) = (of_type("service"), of_type("operation"));
    let chosen: BTreeSet<String> = (0..3)
        .filter_map(|_| random.pick(&operations).cloned())
        .collect();
    for service in &services {
        let chosen: Vec<Value> = chosen.iter().map(|id| json!({ "target": id })).collect();
        shapes[service]["operations"] = chosen.into();
        shapes[service]["resources"] = json!([]);
    }
    let mut needed = BTreeSet::new();
    let mut open: Vec<String> = services;
    while let Some(id) = open.pop() {
        if let Some(shape) = shapes.get(&id).filter(|_| needed.insert(id.clone())) {
            targets(shape, &mut open);
        }
    }
    shapes.retain(|id, _| needed.contains(id));
    model
}

fn targets(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            if let Some(Value::String(target)) = entries.get("target") {
                out.push(target.clone());
            }
            entries.values().for_each(|value| targets(value, out));
        }
        Value::Array(items) => items.iter().for_each(|item| targets(item, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
