//! From the model to the crate: every Rust decision is made here and in the passes. In: model and selection; out: [`ir::Crate`].

mod bindings;
mod defaults;
mod endpoints;
pub mod names;
mod operation;
pub mod pagination;
mod structure;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use crate::Config;
use crate::error::{Errors, Problem, ProblemKind};
use crate::ir;
use crate::model::{DocumentationSource, Model, Shape, ShapeId, ShapeKind};
use crate::select::{Selection, as_operation, closure, operation_errors};

/// Lowers the selected operations and all they need.
///
/// # Errors
///
/// Names that clash and defaults that don't fit, all of them at once.
pub fn lower(model: &Model, selection: &Selection, config: &Config) -> Result<ir::Crate, Errors> {
    let mut context = Context::new(model, selection);
    let mut service = operation::lower_service(&mut context);
    if config.protocol_tests {
        service.endpoint_tests = endpoints::lower_tests(&mut context, &service.endpoints);
    }
    let mut operations: Vec<ir::Operation> = Vec::new();
    for id in &selection.operations {
        let mut operation = operation::lower(&mut context, id);
        operation.endpoint_bindings =
            endpoints::lower_bindings(&mut context, &service.endpoints, id, &operation.input);
        operations.push(operation);
    }
    let mut lowered = ir::Crate {
        package: package(model, config),
        service,
        operations,
        structures: Vec::new(),
        unions: Vec::new(),
        enums: Vec::new(),
        errors: Vec::new(),
    };
    for id in context.shapes.clone() {
        types::lower_shape(&mut context, &id, &mut lowered);
    }
    for id in context.errors.clone() {
        lowered
            .errors
            .push(structure::lower_error(&mut context, &id));
    }
    sort_by_name(&mut lowered);
    Errors::check(context.problems)?;
    Ok(lowered)
}

fn package(model: &Model, config: &Config) -> ir::Package {
    let file = model
        .source
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or(&model.source);
    let documentation = model.documentation_source();
    ir::Package {
        name: config.package.clone(),
        version: config.version.clone(),
        model: file.to_owned(),
        protocol_tests: config.protocol_tests,
        lib_name: config.lib_name.clone(),
        license: license(config, documentation),
        documentation,
        lints: config.lints,
        origin: config.origin.clone(),
    }
}

/// The license that is configured, else the one that the documentation's own license asks for.
fn license(config: &Config, documentation: DocumentationSource) -> String {
    let default = match documentation {
        DocumentationSource::Aws => "Apache-2.0",
        DocumentationSource::Own => "MIT OR Apache-2.0",
    };
    config.license.clone().unwrap_or_else(|| default.to_owned())
}

fn sort_by_name(lowered: &mut ir::Crate) {
    lowered.operations.sort_by(|a, b| a.name.cmp(&b.name));
    lowered.structures.sort_by(|a, b| a.name.cmp(&b.name));
    lowered.unions.sort_by(|a, b| a.name.cmp(&b.name));
    lowered.enums.sort_by(|a, b| a.name.cmp(&b.name));
    lowered.errors.sort_by(|a, b| a.name.cmp(&b.name));
}

/// What every lowering function needs: the model, the closure, where values travel, and the problems so far.
struct Context<'a> {
    model: &'a Model,
    service: &'a ShapeId,
    /// The shapes that become types of `types`.
    shapes: BTreeSet<ShapeId>,
    /// The shapes that become types of `types::error`.
    errors: BTreeSet<ShapeId>,
    usage: BTreeMap<ShapeId, ir::Usage>,
    problems: Vec<Problem>,
}

impl<'a> Context<'a> {
    fn new(model: &'a Model, selection: &'a Selection) -> Self {
        let mut context = Self {
            model,
            service: &selection.service,
            shapes: BTreeSet::new(),
            errors: BTreeSet::new(),
            usage: BTreeMap::new(),
            problems: Vec::new(),
        };
        for id in &selection.operations {
            let Some(operation) = as_operation(model, id) else {
                continue;
            };
            let errors = operation_errors(model, context.service, operation);
            context.reach([&operation.input], |usage| usage.written = true);
            context.reach([&operation.output].into_iter().chain(&errors), |usage| {
                usage.read = true
            });
            context.errors.extend(errors);
        }
        context
    }

    /// Marks what lies below the members of `roots`, and `roots` themselves where a member targets them.
    fn reach<'b>(
        &mut self,
        roots: impl IntoIterator<Item = &'b ShapeId>,
        mark: impl Fn(&mut ir::Usage),
    ) {
        let members = roots
            .into_iter()
            .filter_map(|id| self.model.get(id))
            .flat_map(Shape::members);
        let targets: Vec<&ShapeId> = members.map(|member| &member.target).collect();
        for id in closure(self.model, targets) {
            let kind = self.model.get(&id).map(|shape| &shape.kind);
            if matches!(
                kind,
                Some(ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_))
            ) && !id.is_unit()
            {
                mark(self.usage.entry(id.clone()).or_default());
                self.shapes.insert(id);
            }
        }
    }

    fn usage(&self, id: &ShapeId) -> ir::Usage {
        self.usage.get(id).copied().unwrap_or_default()
    }

    fn report(&mut self, shape: ShapeId, kind: ProblemKind) {
        self.problems.push(Problem {
            file: self.model.source.clone(),
            shape: Some(shape),
            kind,
        });
    }

    /// The name a shape goes by: that of the service's `rename` map, or its own.
    fn shape_name(&self, id: &ShapeId) -> String {
        if let Some(ShapeKind::Service(service)) =
            self.model.get(self.service).map(|shape| &shape.kind)
            && let Some(name) = service.rename.get(id)
        {
            return name.clone();
        }
        id.name().to_owned()
    }

    /// The Rust type of a shape of the closure.
    fn type_ref(&self, id: &ShapeId) -> ir::TypeRef {
        let name = self.shape_name(id);
        let is_error = self.is_error(id);
        let name = if is_error {
            names::error_type(&name)
        } else {
            names::type_name(&name)
        };
        ir::TypeRef { name, is_error }
    }

    fn is_error(&self, id: &ShapeId) -> bool {
        self.model
            .get(id)
            .is_some_and(|shape| shape.traits.error.is_some())
    }
}

/// A shape's documentation as the model has it.
fn docs(traits: &crate::model::Traits) -> ir::Docs {
    ir::Docs {
        html: traits.documentation.clone().unwrap_or_default(),
        ..ir::Docs::default()
    }
}

fn deprecation(traits: &crate::model::Traits) -> Option<ir::Deprecation> {
    let deprecated = traits.deprecated.as_ref()?;
    Some(ir::Deprecation {
        message: deprecated.message.clone(),
        since: deprecated.since.clone(),
    })
}
