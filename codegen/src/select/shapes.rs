//! Resolves the shapes of the chosen operations: every member of a resolved shape targets a resolved shape.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;

use super::both;
use super::closure::references;
use crate::error::{Problem, ProblemKind};
use crate::model::{self, Model, ShapeId, ShapeKind, SimpleKind, Traits};

/// A reference to a shape of [`Shapes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target<'m>(&'m ShapeId);

/// The shapes that the selected operations need, by ID.
#[derive(Debug, Clone)]
pub struct Shapes<'m>(BTreeMap<&'m ShapeId, Shape<'m>>);

/// A shape whose values can be members.
#[derive(Debug, Clone)]
pub struct Shape<'m> {
    /// The traits applied to the shape.
    pub traits: &'m Traits,
    /// The type of the shape, with its members.
    pub kind: Kind<'m>,
}

/// The types of shapes whose values can be members.
#[derive(Debug, Clone)]
pub enum Kind<'m> {
    /// A value without members.
    Simple(SimpleKind),
    /// A string with known values.
    Enum(&'m [model::Member]),
    /// An integer with known values.
    IntEnum,
    /// A list.
    List(Member<'m>),
    /// A map.
    Map {
        /// The key, which targets a string or an enum.
        key: Member<'m>,
        /// The value.
        value: Member<'m>,
    },
    /// A structure.
    Structure(Vec<Member<'m>>),
    /// A tagged union.
    Union(Vec<Member<'m>>),
}

/// A member of a shape.
#[derive(Debug, Clone)]
pub struct Member<'m> {
    /// The member's ID.
    pub id: ShapeId,
    /// The member's name.
    pub name: &'m str,
    /// The traits applied to the member.
    pub traits: &'m Traits,
    /// The shape that it targets.
    pub target: Target<'m>,
}

/// Members are the same if they have the same ID.
impl PartialEq for Member<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<'m> Target<'m> {
    /// Returns the ID of the shape.
    pub fn id(self) -> &'m ShapeId {
        self.0
    }
}

/// Targets come from operations and members of the same selection, whose shapes are all resolved.
impl<'m> Index<Target<'m>> for Shapes<'m> {
    type Output = Shape<'m>;

    fn index(&self, target: Target<'m>) -> &Shape<'m> {
        &self.0[target.0]
    }
}

impl<'m> Shapes<'m> {
    /// Returns the roots and all shapes below them, by ID.
    pub fn closure(&self, roots: impl IntoIterator<Item = Target<'m>>) -> BTreeSet<Target<'m>> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<Target<'m>> = roots.into_iter().collect();
        while let Some(target) = open.pop() {
            if reached.insert(target) {
                open.extend(self[target].references().map(|member| member.target));
            }
        }
        reached
    }
}

impl<'m> Shape<'m> {
    /// Returns the members of a structure or union; other shapes have none.
    pub fn members(&self) -> &[Member<'m>] {
        match &self.kind {
            Kind::Structure(members) | Kind::Union(members) => members,
            Kind::Simple(_) | Kind::Enum(_) | Kind::IntEnum | Kind::List(_) | Kind::Map { .. } => {
                &[]
            }
        }
    }

    /// Returns all members with targets: those of structures, unions, lists and maps.
    fn references(&self) -> impl Iterator<Item = &Member<'m>> {
        let elements = match &self.kind {
            Kind::List(member) => [Some(member), None],
            Kind::Map { key, value } => [Some(key), Some(value)],
            Kind::Simple(_)
            | Kind::Enum(_)
            | Kind::IntEnum
            | Kind::Structure(_)
            | Kind::Union(_) => [None, None],
        };
        self.members().iter().chain(elements.into_iter().flatten())
    }
}

/// The shapes below some roots, and the problems of resolving them.
pub(super) struct Resolved<'m> {
    pub(super) shapes: BTreeSet<Target<'m>>,
    pub(super) problems: Vec<Problem>,
}

/// Resolves shapes, each of them once.
pub(super) struct Resolver<'m> {
    pub(super) model: &'m Model,
    shapes: BTreeMap<&'m ShapeId, Result<Shape<'m>, Vec<Problem>>>,
}

impl<'m> Resolver<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self {
            model,
            shapes: BTreeMap::new(),
        }
    }

    /// Resolves the roots and all shapes below them.
    pub(super) fn resolve(&mut self, roots: impl IntoIterator<Item = Target<'m>>) -> Resolved<'m> {
        let mut problems = Vec::new();
        let mut shapes = BTreeSet::new();
        let mut open: Vec<Target<'m>> = roots.into_iter().collect();
        while let Some(target) = open.pop() {
            if !shapes.insert(target) {
                continue;
            }
            let shape = self
                .shapes
                .entry(target.0)
                .or_insert_with(|| resolve_shape(self.model, target.0));
            match shape {
                Ok(shape) => open.extend(shape.references().map(|member| member.target)),
                Err(found) => {
                    problems.extend_from_slice(found);
                    open.extend(resolvable(self.model, target.0));
                }
            }
        }
        Resolved { shapes, problems }
    }

    /// Returns the members of a structure that has been resolved.
    pub(super) fn members(&self, target: Target<'m>) -> &[Member<'m>] {
        match self.shapes.get(target.0) {
            Some(Ok(shape)) => shape.members(),
            Some(Err(_)) | None => &[],
        }
    }

    /// Returns the shape that a member targets, if it has been resolved.
    pub(super) fn shape(&self, target: Target<'m>) -> Option<&Shape<'m>> {
        self.shapes.get(target.0)?.as_ref().ok()
    }

    /// Returns the shapes that have been resolved.
    pub(super) fn finish(self) -> Shapes<'m> {
        let resolved = self.shapes.into_iter();
        Shapes(
            resolved
                .filter_map(|(id, shape)| Some((id, shape.ok()?)))
                .collect(),
        )
    }

    /// Resolves a reference to a structure, which has a role in an operation.
    pub(super) fn structure(
        &self,
        id: &'m ShapeId,
        role: &'static str,
    ) -> Result<Target<'m>, ProblemKind> {
        match self.model.get(id).map(|shape| &shape.kind) {
            None => Err(ProblemKind::Unresolved(id.clone())),
            Some(ShapeKind::Structure(_)) => Ok(Target(id)),
            Some(other) => Err(wrong_kind(id, role, other)),
        }
    }
}

fn wrong_kind(target: &ShapeId, role: &'static str, found: &ShapeKind) -> ProblemKind {
    ProblemKind::WrongKind {
        target: target.clone(),
        role,
        found: found.name(),
    }
}

fn resolve_shape<'m>(model: &'m Model, id: &'m ShapeId) -> Result<Shape<'m>, Vec<Problem>> {
    let problem = |kind| vec![model.problem(Some(id), kind)];
    let shape = model
        .get(id)
        .ok_or_else(|| problem(ProblemKind::Unresolved(id.clone())))?;
    let member = |member| resolve_member(model, id, member).map_err(|problem| vec![problem]);
    let kind = match &shape.kind {
        ShapeKind::Simple(kind) => Kind::Simple(*kind),
        ShapeKind::Enum(members) => Kind::Enum(members),
        ShapeKind::IntEnum(_) => Kind::IntEnum,
        ShapeKind::List(item) => Kind::List(member(item)?),
        ShapeKind::Map { key, value } => {
            let (key, value) = both(member(key), member(value))?;
            Kind::Map { key, value }
        }
        ShapeKind::Structure(members) => Kind::Structure(resolve_members(model, id, members)?),
        ShapeKind::Union(members) => Kind::Union(resolve_members(model, id, members)?),
        other @ (ShapeKind::Service(_) | ShapeKind::Resource(_) | ShapeKind::Operation(_)) => {
            return Err(problem(wrong_kind(id, "a type", other)));
        }
    };
    Ok(Shape {
        traits: &shape.traits,
        kind,
    })
}

/// Returns the targets of a shape's members, as far as they can be resolved.
fn resolvable<'m>(model: &'m Model, id: &'m ShapeId) -> Vec<Target<'m>> {
    let members = model.get(id).map(references).unwrap_or_default();
    let resolved = members
        .into_iter()
        .filter_map(|member| resolve_member(model, id, member).ok());
    resolved.map(|member| member.target).collect()
}

fn resolve_members<'m>(
    model: &'m Model,
    id: &'m ShapeId,
    members: &'m [model::Member],
) -> Result<Vec<Member<'m>>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut resolved = Vec::new();
    for member in members {
        match resolve_member(model, id, member) {
            Ok(member) => resolved.push(member),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(resolved)
    } else {
        Err(problems)
    }
}

fn resolve_member<'m>(
    model: &'m Model,
    id: &ShapeId,
    member: &'m model::Member,
) -> Result<Member<'m>, Problem> {
    let member_id = id.member(&member.name);
    let target = &member.target;
    let kind = match model.get(target).map(|shape| &shape.kind) {
        None => ProblemKind::Unresolved(target.clone()),
        Some(
            other @ (ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_)),
        ) => wrong_kind(target, "a member's type", other),
        Some(
            ShapeKind::Simple(_)
            | ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::List(_)
            | ShapeKind::Map { .. }
            | ShapeKind::Structure(_)
            | ShapeKind::Union(_),
        ) => {
            return Ok(Member {
                id: member_id,
                name: &member.name,
                traits: &member.traits,
                target: Target(target),
            });
        }
    };
    Err(model.problem(Some(&member_id), kind))
}
