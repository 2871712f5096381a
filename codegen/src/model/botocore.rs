//! Reads botocore's service models (`service-2.json` and the files beside it) into a [`Model`].
//!
//! botocore's files are made from AWS's Smithy models, and lose some facts on the way. They are replaced as follows:
//!
//! - the name of the service shape: `targetPrefix` if the file has it, otherwise the title without spaces (the name is
//!   only used for a layer of runtime plugins);
//! - the namespace: the service ID, as in AWS's own models;
//! - the names of enum constants: the values ([`enums`](super::enums));
//! - defaults: zero for some of the numbers and booleans ([`defaults`]);
//! - `clientOptional` traits, and which structures are unions: by service ([`service_facts`]);
//! - paginators of operations that have no items: none; botocore has no paginators for them either;
//! - resources: none; the service binds all operations directly;
//! - `arnNamespace`, CloudFormation and CloudTrail names, endpoint tests, and the query names of errors in services of
//!   other protocols: skipped.

mod defaults;
mod file;
mod member;
mod operation;
mod paginators;
mod protocol;
mod service;
mod service_facts;
mod shape;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Format, Model, Shape, ShapeId, Traits, prelude};
use crate::error::{Errors, Problem, ProblemKind};
use file::{PaginatorsFile, ServiceFile, ShapeEntry};
use protocol::Protocols;
use service_facts::ServiceFacts;

/// A file to read: its name in messages, and its unpacked bytes.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// Reads a service with the files beside it.
///
/// The format is specified only by `botocore/model.py` and by the files themselves.
pub(super) fn read(
    service: Source<'_>,
    paginators: Option<Source<'_>>,
    endpoint_rules: Option<Source<'_>>,
) -> Result<Model, Errors> {
    let file: ServiceFile = serde_json::from_slice(service.bytes)
        .map_err(|error| unreadable(service, format!("not a botocore service model: {error}")))?;
    check_version(service, &file)?;
    let paginators = paginators.map(read_paginators).transpose()?;
    let endpoint_rules = endpoint_rules.map(read_endpoint_rules).transpose()?;
    assemble(service.name, file, paginators, endpoint_rules)
}

/// Checks the version of the format. Old files have none, and the same format.
fn check_version(source: Source<'_>, file: &ServiceFile) -> Result<(), Errors> {
    match file.version.as_deref() {
        None | Some("2.0") => Ok(()),
        Some(version) => {
            let message =
                format!("botocore service model of version {version:?}; expected \"2.0\"");
            Err(unreadable(source, message))
        }
    }
}

fn read_paginators(source: Source<'_>) -> Result<PaginatorsFile, Errors> {
    serde_json::from_slice(source.bytes)
        .map_err(|error| unreadable(source, format!("not botocore's paginators: {error}")))
}

/// Reads the endpoint rules, which are already the value of Smithy's trait.
fn read_endpoint_rules(source: Source<'_>) -> Result<Value, Errors> {
    let rules: Value = serde_json::from_slice(source.bytes)
        .map_err(|error| unreadable(source, format!("not an endpoint rule set: {error}")))?;
    if rules.get("rules").is_none() || rules.get("parameters").is_none() {
        let message = "not an endpoint rule set: expected an object with `parameters` and `rules`";
        return Err(unreadable(source, message.to_owned()));
    }
    Ok(rules)
}

fn unreadable(source: Source<'_>, message: String) -> Errors {
    Problem {
        file: source.name.to_owned(),
        shape: None,
        kind: ProblemKind::Unreadable(message),
    }
    .into()
}

/// The facts about the whole file that are needed to read a part of it.
struct Context {
    namespace: String,
    protocols: Protocols,
    facts: ServiceFacts,
    targets: BTreeMap<String, Target>,
}

/// The facts about a shape that are needed to read a member that targets it.
struct Target {
    id: ShapeId,
    r#type: String,
    /// Zero, if members that target the shape have this default unless they are boxed.
    default: Option<Value>,
    flattened: bool,
}

impl Context {
    fn new(file: &ServiceFile) -> Self {
        let namespace = service::namespace(&file.metadata);
        let operations = file.operations.0.iter();
        let operations: BTreeSet<&str> = operations.map(|(name, _)| name.as_str()).collect();
        // In Smithy, a shape can't have the name of an operation. In botocore it can; then the shape is renamed.
        let id = |name: &str| match operations.contains(name) {
            true => ShapeId::new(&namespace, &format!("{name}Shape")),
            false => ShapeId::new(&namespace, name),
        };
        let facts = ServiceFacts::of(file);
        let target = |name: &str, shape: &ShapeEntry| Target {
            id: id(name),
            r#type: shape.r#type.clone(),
            default: defaults::zero(&shape.r#type)
                .filter(|_| !shape.r#box && facts.zeros.contains(name)),
            flattened: shape.flattened,
        };
        let targets = file.shapes.0.iter();
        let targets = targets.map(|(name, shape)| (name.clone(), target(name, shape)));
        Self {
            targets: targets.collect(),
            protocols: Protocols::of(&file.metadata),
            facts,
            namespace,
        }
    }

    /// Returns the ID of an operation or of the service.
    fn id(&self, name: &str) -> ShapeId {
        ShapeId::new(&self.namespace, name)
    }

    /// Returns the ID of any other shape, even if the file doesn't contain it.
    fn shape_id(&self, name: &str) -> ShapeId {
        match self.targets.get(name) {
            Some(target) => target.id.clone(),
            None => self.id(name),
        }
    }
}

fn assemble(
    source: &str,
    file: ServiceFile,
    paginators: Option<PaginatorsFile>,
    endpoint_rules: Option<Value>,
) -> Result<Model, Errors> {
    let context = Context::new(&file);
    let mut model = Model {
        source: source.to_owned(),
        format: Format::Botocore,
        metadata: serde_json::Map::new(),
        shapes: prelude::shapes(),
    };
    let mut problems = Vec::new();
    let mut derived = Vec::new();
    let mut labels = operation::Labels::default();
    for (name, entry) in file.shapes.0 {
        let id = context.shape_id(&name);
        labels.collect(&name, &entry);
        match shape::read(&context, &name, entry, &mut derived) {
            Ok(shape) => {
                model.shapes.insert(id, shape);
            }
            Err(message) => problems.push(Problem {
                file: source.to_owned(),
                shape: Some(id),
                kind: ProblemKind::Unreadable(message),
            }),
        }
    }
    Errors::check(problems)?;
    for shape in derived {
        shape.insert(&mut model);
    }
    let header = service::Header {
        metadata: file.metadata,
        documentation: file.documentation,
        client_context_params: file.client_context_params,
        deprecation: file.deprecation,
        endpoint_rules,
    };
    let operations = operation::insert(&context, &mut model, &labels, file.operations);
    service::insert(&context, &mut model, header, operations);
    usage::mark_inputs_and_outputs(&mut model);
    if let Some(paginators) = paginators {
        paginators::apply(&context, &mut model, paginators);
    }
    Ok(model)
}

/// A copy of a shape with more traits, for facts that botocore has on the member and Smithy on its target.
struct Derived {
    id: ShapeId,
    base: ShapeId,
    traits: Traits,
}

impl Derived {
    fn insert(self, model: &mut Model) {
        let Some(base) = model.get(&self.base) else {
            return;
        };
        let Shape { kind, mut traits } = base.clone();
        traits.apply(self.traits);
        model.shapes.insert(self.id, Shape { kind, traits });
    }
}
