//! Finds names that two items of one scope share: the second would replace the first, or the crate wouldn't compile. Also
//! finds names that are too long for a file.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Problem, ProblemKind};
use crate::ir::{Binding, Crate, Enum, Field, RustName, Structure, Union};
use crate::lower::names::snake;
use crate::model::ShapeId;

/// Returns every clash of names, as a problem of the model in `file`.
pub(super) fn problems(file: &str, lowered: &Crate) -> Vec<Problem> {
    let mut clashes = Vec::new();
    clashes.extend(types(lowered));
    clashes.extend(scope(
        lowered
            .errors
            .iter()
            .map(|error| (&error.shape, type_names(&error.name))),
    ));
    clashes.extend(operations(lowered));
    clashes.extend(waiters(lowered));
    clashes.extend(long_names(lowered));
    for structure in lowered.all_structures() {
        clashes.extend(fields(structure));
        clashes.extend(wire_names(structure));
    }
    for union in &lowered.unions {
        clashes.extend(variants(union));
    }
    for enumeration in &lowered.enums {
        clashes.extend(values(enumeration));
    }
    clashes
        .into_iter()
        .map(|(shape, kind)| Problem {
            file: file.to_owned(),
            shape: Some(shape),
            kind,
        })
        .collect()
}

/// A shape or member, and what is wrong with its name.
type Clash = (ShapeId, ProblemKind);

/// Returns the items that have a name of an earlier item.
fn scope<'a>(items: impl IntoIterator<Item = (&'a ShapeId, Vec<String>)>) -> Vec<Clash> {
    clashes(items, |name, other| ProblemKind::NameClash { name, other })
}

fn clashes<'a>(
    items: impl IntoIterator<Item = (&'a ShapeId, Vec<String>)>,
    problem: impl Fn(String, ShapeId) -> ProblemKind,
) -> Vec<Clash> {
    let mut taken: BTreeMap<String, &ShapeId> = BTreeMap::new();
    let mut clashes = Vec::new();
    for (shape, names) in items {
        let clash = names
            .iter()
            .find_map(|name| Some((name, *taken.get(name)?)));
        if let Some((name, other)) = clash {
            clashes.push((shape.clone(), problem(name.clone(), other.clone())));
        }
        taken.extend(names.into_iter().map(|name| (name, shape)));
    }
    clashes
}

/// A type has its name, and a file of its own.
fn type_names(name: &RustName) -> Vec<String> {
    vec![name.to_string(), snake(name.as_str()).to_string()]
}

fn types(lowered: &Crate) -> Vec<Clash> {
    let structures = lowered
        .structures
        .iter()
        .map(|item| (&item.shape, &item.name));
    let unions = lowered.unions.iter().map(|item| (&item.shape, &item.name));
    let enums = lowered.enums.iter().map(|item| (&item.shape, &item.name));
    let items = structures.chain(unions).chain(enums);
    scope(items.map(|(shape, name)| (shape, type_names(name))))
}

/// Types, operations and waiters have files that are called after them. No file system allows more than 255 bytes, of which
/// `_.rs` takes four.
fn long_names(lowered: &Crate) -> Vec<Clash> {
    let structures = lowered.structures.iter().chain(&lowered.errors);
    let structures = structures.map(|item| (&item.shape, &item.name));
    let unions = lowered.unions.iter().map(|item| (&item.shape, &item.name));
    let enums = lowered.enums.iter().map(|item| (&item.shape, &item.name));
    let types = structures.chain(unions).chain(enums);
    let types = types.map(|(shape, name)| (shape, snake(name.as_str())));
    let operations = lowered.operations.iter().flat_map(|operation| {
        let waiters = operation.waiters.iter().map(|waiter| &waiter.module);
        let modules = waiters.chain([&operation.module]);
        modules.map(|module| (&operation.shape, module.clone()))
    });
    let long = types
        .chain(operations)
        .filter(|(_, stem)| stem.as_str().len() > 251);
    long.map(|(shape, stem)| (shape.clone(), ProblemKind::LongName(stem.as_str().len())))
        .collect()
}

/// An operation has a type, a module and a method of the client.
fn operations(lowered: &Crate) -> Vec<Clash> {
    let items = lowered.operations.iter().map(|operation| {
        let names = [&operation.name, &operation.module].map(ToString::to_string);
        (&operation.shape, Vec::from(names))
    });
    clashes(items, |name, other| ProblemKind::OperationClash {
        name,
        other,
    })
}

/// A waiter has a module of its own. Its builder has the setters of the operation, and a method `wait`.
fn waiters(lowered: &Crate) -> Vec<Clash> {
    let mut taken: BTreeMap<&RustName, &ShapeId> = BTreeMap::new();
    let mut clashes = Vec::new();
    for operation in &lowered.operations {
        for waiter in &operation.waiters {
            if let Some(other) = taken.insert(&waiter.module, &operation.shape) {
                let message = format!(
                    "the waiter `{}` has the same name in Rust as another one, of {other}; rename one of them in the model",
                    waiter.name
                );
                clashes.push((operation.shape.clone(), ProblemKind::Waiter(message)));
            }
        }
        let mut fields = operation.input.fields.iter();
        let wait = fields.find(|field| field.name.as_str() == "wait");
        if let Some(field) = wait.filter(|_| !operation.waiters.is_empty()) {
            let message = "the member has the same name as the method `wait` of waiters; rename it in the model".to_owned();
            clashes.push((field.shape.clone(), ProblemKind::Waiter(message)));
        }
    }
    clashes
}

/// A field has a getter, and three methods of the builder.
fn fields(structure: &Structure) -> Vec<Clash> {
    scope(structure.fields.iter().map(|field| {
        let methods = ["set_", "get_"].map(|prefix| field.name.prefixed(prefix).to_string());
        let names = [field.name.to_string()].into_iter().chain(methods);
        (&field.shape, names.collect())
    }))
}

/// A variant of a union has its name and two methods.
fn variants(union: &Union) -> Vec<Clash> {
    let mut found = scope(union.variants.iter().map(|variant| {
        let methods = ["as_", "is_"].map(|prefix| variant.snake.prefixed(prefix).to_string());
        let names = [variant.name.to_string()].into_iter().chain(methods);
        (&variant.shape, names.collect())
    }));
    let wires = union.variants.iter().map(|variant| {
        let wire = variant.wire.as_str().to_owned();
        (&variant.shape, vec![wire])
    });
    found.extend(clashes(wires, |name, other| ProblemKind::WireClash {
        name,
        other,
    }));
    found
}

/// Variants of enums have distinct names; their values must differ as well.
fn values(enumeration: &Enum) -> Vec<Clash> {
    let mut seen = BTreeSet::new();
    let again = enumeration
        .values
        .iter()
        .filter(|value| !seen.insert(&value.wire));
    again
        .map(|value| {
            let value = value.wire.as_str().to_owned();
            (enumeration.shape.clone(), ProblemKind::ValueTwice(value))
        })
        .collect()
}

/// Two members at one place of the message: only one of them could be read.
fn wire_names(structure: &Structure) -> Vec<Clash> {
    let items = structure
        .fields
        .iter()
        .map(|field| (&field.shape, place(field).into_iter().collect()));
    clashes(items, |name, other| ProblemKind::WireClash { name, other })
}

fn place(field: &Field) -> Option<String> {
    match &field.binding {
        Binding::Body => Some(field.wire.as_str().to_owned()),
        // Another member has the same header as text.
        Binding::Header(_) if field.skip_invalid => None,
        Binding::Header(name) => Some(format!("{}:", name.as_str().to_ascii_lowercase())),
        Binding::Query(name) => Some(format!("?{}", name.as_str())),
        Binding::Payload
        | Binding::Label
        | Binding::QueryParams
        | Binding::PrefixHeaders(_)
        | Binding::StatusCode => None,
    }
}
