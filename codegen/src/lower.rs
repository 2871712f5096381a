//! Converts a [`Selection`] into an [`ir::Crate`]. All decisions about Rust are made here and in the passes.

pub(crate) mod adjustments;
mod constraints;
mod defaults;
mod endpoint_discovery;
mod endpoints;
mod jmespath;
pub mod names;
mod operation;
mod pagination;
mod protocol;
mod structure;
mod types;
mod waiters;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{Config, Operations};
use crate::error::{Errors, Problem, ProblemKind};
use crate::ir;
use crate::model::{DocumentationSource, ShapeId, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::shapes::{Kind, Member, Target};

use protocol::ProtocolRules;

/// Lowers the selected operations and all shapes that they need.
///
/// # Errors
///
/// Returns all name clashes and all defaults that don't fit their types.
pub fn lower(selection: &Selection<'_>, config: &Config) -> Result<ir::Crate, Errors> {
    let mut context = Context::new(selection);
    let mut service = operation::lower_service(&mut context);
    if config.protocol_tests {
        service.endpoint_tests = endpoints::lower_tests(&mut context, &service.endpoints);
    }
    let mut operations: Vec<ir::Operation> = Vec::new();
    for operation in &selection.operations {
        operations.push(operation::lower(&mut context, &service, operation));
    }
    let mut lowered = ir::Crate {
        package: package(selection, config),
        protocol: selection.service.protocol.id(),
        codec: context.rules.codec(),
        error_layout: context.rules.error_layout(selection.service.traits),
        service,
        operations,
        structures: Vec::new(),
        unions: Vec::new(),
        enums: Vec::new(),
        errors: Vec::new(),
        recursion_limit: None,
    };
    for target in context.shapes.clone() {
        lower_shape(&mut context, target, &mut lowered);
    }
    for target in context.errors.clone() {
        lowered
            .errors
            .push(structure::lower_error(&mut context, target));
    }
    endpoint_discovery::lower(&mut context, &mut lowered);
    sort_by_name(&mut lowered);
    adjustments::apply(selection, &mut lowered);
    Errors::check(context.problems)?;
    Ok(lowered)
}

/// Lowers a shape into the list of types that it belongs to.
fn lower_shape<'a>(context: &mut Context<'a>, target: Target<'a>, lowered: &mut ir::Crate) {
    let shape = &context.selection.shapes[target];
    match &shape.kind {
        Kind::Structure(_) if shape.traits.error.is_some() => {
            context.errors.insert(target);
        }
        Kind::Structure(_) => {
            let structure = structure::lower_shared(context, target);
            lowered.structures.push(structure);
        }
        Kind::Union(members) => {
            let union = types::lower_union(context, target, members);
            lowered.unions.push(union);
        }
        Kind::Enum(members) => {
            let enumeration = types::lower_enum(context, target, members);
            lowered.enums.push(enumeration);
        }
        Kind::Simple(_) | Kind::IntEnum | Kind::List(_) | Kind::Map { .. } => {}
    }
}

fn package(selection: &Selection<'_>, config: &Config) -> ir::Package {
    let source = selection.source;
    let file = source.rsplit(['/', '\\']).next().unwrap_or(source);
    let documentation = selection.documentation;
    ir::Package {
        name: config.package.clone(),
        version: config.version.clone(),
        model: file.to_owned(),
        protocol_tests: config.protocol_tests,
        inline_calls: config.operations == Operations::All,
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

/// The state that every lowering function needs.
struct Context<'a> {
    selection: &'a Selection<'a>,
    rules: &'static dyn ProtocolRules,
    /// The shapes that become types of `types`.
    shapes: BTreeSet<Target<'a>>,
    /// The shapes that become types of `types::error`.
    errors: BTreeSet<Target<'a>>,
    usage: BTreeMap<Target<'a>, ir::Usage>,
    problems: Vec<Problem>,
}

impl<'a> Context<'a> {
    fn new(selection: &'a Selection<'a>) -> Self {
        let mut context = Self {
            selection,
            rules: protocol::rules(selection.service.protocol),
            shapes: BTreeSet::new(),
            errors: BTreeSet::new(),
            usage: BTreeMap::new(),
            problems: Vec::new(),
        };
        for operation in &selection.operations {
            context.add_shapes(operation);
        }
        context
    }

    fn add_shapes(&mut self, operation: &'a Operation<'a>) {
        self.mark([operation.input], |usage| usage.written = true);
        let responses = operation.errors.iter().chain([&operation.output]);
        self.mark(responses.copied(), |usage| usage.read = true);
        self.errors.extend(&operation.errors);
    }

    /// Marks the shapes below the members of `roots`; a root only if a member targets it.
    fn mark(&mut self, roots: impl IntoIterator<Item = Target<'a>>, mark: impl Fn(&mut ir::Usage)) {
        let shapes = &self.selection.shapes;
        let members = roots.into_iter().flat_map(|root| shapes[root].members());
        for target in shapes.closure(members.map(|member| member.target)) {
            let is_type = match shapes[target].kind {
                Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_) => !target.id().is_unit(),
                Kind::Simple(_) | Kind::IntEnum | Kind::List(_) | Kind::Map { .. } => false,
            };
            if is_type {
                mark(self.usage.entry(target).or_default());
                self.shapes.insert(target);
            }
        }
    }

    fn usage(&self, target: Target<'a>) -> ir::Usage {
        self.usage.get(&target).copied().unwrap_or_default()
    }

    fn report(&mut self, shape: ShapeId, kind: ProblemKind) {
        self.problems.push(Problem {
            file: self.selection.source.to_owned(),
            shape: Some(shape),
            kind,
        });
    }

    /// Returns the name of a shape in the service: that of the service's `rename` map, or its own.
    fn shape_name(&self, id: &ShapeId) -> String {
        let renamed = self.selection.service.shape.rename.get(id);
        renamed.map_or_else(|| id.name().to_owned(), Clone::clone)
    }

    /// Returns the Rust type of a shape.
    fn type_ref(&self, target: Target<'a>) -> ir::TypeRef {
        let name = self.shape_name(target.id());
        let is_error = self.is_error(target);
        let name = if is_error {
            names::error_type(&name)
        } else {
            names::type_name(&name)
        };
        ir::TypeRef { name, is_error }
    }

    /// Whether a shape is an error: the trait has no effect on anything but structures.
    fn is_error(&self, target: Target<'a>) -> bool {
        let shape = &self.selection.shapes[target];
        shape.traits.error.is_some() && matches!(shape.kind, Kind::Structure(_))
    }

    /// Returns the arrangement of a member in a body.
    fn layout(&self, member: &Member<'_>) -> ir::Layout {
        self.rules.layout(&self.selection.shapes, member)
    }

    /// Returns the name of a member in a body.
    fn wire_name(&self, member: &Member<'_>) -> ir::WireName {
        self.rules.wire_name(member)
    }
}

/// Returns the documentation of a shape or member, which a pass converts to Markdown later.
fn docs(traits: &Traits) -> ir::Docs {
    ir::Docs {
        html: traits.documentation.clone().unwrap_or_default(),
        ..ir::Docs::default()
    }
}

fn deprecation(traits: &Traits) -> Option<ir::Deprecation> {
    let deprecated = traits.deprecated.as_ref()?;
    Some(ir::Deprecation {
        message: deprecated.message.clone(),
        since: deprecated.since.clone(),
    })
}
