//! Breaks cycles of types with as few boxes as possible, always the same ones, and marks recursive fields.
//!
//! A cycle that passes through no list or map gets one `Box`, on the member with the smallest shape ID of the cycle:
//! the rule of the official SDK, so that types match. `Vec` and `HashMap` are on the heap already.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::ir::{self, RustName, Type, TypeRef};
use crate::model::ShapeId;

/// Sets `boxed` and `recursive` on the fields and variants of shared types.
pub(super) fn run(lowered: &mut ir::Crate) {
    let mut graph = Graph::of(lowered);
    let mut boxed = BTreeSet::new();
    while let Some(cycle) = graph.first_direct_cycle(&boxed) {
        let smallest = cycle
            .into_iter()
            .min()
            .expect("a cycle has at least one edge");
        boxed.insert(smallest);
    }
    let recursive = graph.recursive_members();
    for structure in lowered.structures.iter_mut().chain(&mut lowered.errors) {
        for field in &mut structure.fields {
            field.boxed = boxed.contains(&field.shape);
            field.recursive = recursive.contains(&field.shape);
        }
    }
    for variant in lowered
        .unions
        .iter_mut()
        .flat_map(|union| &mut union.variants)
    {
        variant.boxed = boxed.contains(&variant.shape);
    }
}

/// A member that leads from one type to another.
struct Edge {
    member: ShapeId,
    target: RustName,
    /// Whether no list or map is in between.
    direct: bool,
}

struct Graph(BTreeMap<RustName, Vec<Edge>>);

impl Graph {
    fn of(lowered: &ir::Crate) -> Self {
        let structures = lowered.structures.iter().map(|structure| {
            let edges = structure
                .fields
                .iter()
                .filter_map(|field| edge(&field.shape, &field.ty));
            (structure.name.clone(), edges.collect())
        });
        let unions = lowered.unions.iter().map(|union| {
            let edges = union
                .variants
                .iter()
                .filter_map(|variant| edge(&variant.shape, variant.ty.as_ref()?));
            (union.name.clone(), edges.collect())
        });
        Self(structures.chain(unions).collect())
    }

    fn edges(&self, name: &RustName) -> &[Edge] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The members of a shortest cycle of unboxed direct edges, from the first type that is part of one.
    fn first_direct_cycle(&mut self, boxed: &BTreeSet<ShapeId>) -> Option<Vec<ShapeId>> {
        self.0
            .keys()
            .find_map(|start| self.direct_cycle_from(start, boxed))
    }

    fn direct_cycle_from(
        &self,
        start: &RustName,
        boxed: &BTreeSet<ShapeId>,
    ) -> Option<Vec<ShapeId>> {
        let mut open = VecDeque::from([(start, Vec::new())]);
        let mut seen = BTreeSet::new();
        while let Some((name, path)) = open.pop_front() {
            for edge in self
                .edges(name)
                .iter()
                .filter(|edge| edge.direct && !boxed.contains(&edge.member))
            {
                let mut path = path.clone();
                path.push(edge.member.clone());
                if edge.target == *start {
                    return Some(path);
                }
                if seen.insert(&edge.target) {
                    open.push_back((&edge.target, path));
                }
            }
        }
        None
    }

    /// The members whose type contains, at any depth, the structure they belong to.
    fn recursive_members(&self) -> BTreeSet<ShapeId> {
        let mut members = BTreeSet::new();
        for (owner, edges) in &self.0 {
            for edge in edges {
                if self.reaches(&edge.target, owner) {
                    members.insert(edge.member.clone());
                }
            }
        }
        members
    }

    fn reaches(&self, from: &RustName, wanted: &RustName) -> bool {
        let mut open = vec![from];
        let mut seen = BTreeSet::new();
        while let Some(name) = open.pop() {
            if name == wanted {
                return true;
            }
            if seen.insert(name) {
                open.extend(self.edges(name).iter().map(|edge| &edge.target));
            }
        }
        false
    }
}

fn edge(member: &ShapeId, ty: &Type) -> Option<Edge> {
    let (target, direct) = target(ty, true)?;
    Some(Edge {
        member: member.clone(),
        target: target.name.clone(),
        direct,
    })
}

/// The structure or union in a type, and whether it is there without a list or map around it.
fn target(ty: &Type, direct: bool) -> Option<(&TypeRef, bool)> {
    match ty {
        Type::Structure(target) | Type::Union(target) => Some((target, direct)),
        Type::List { member, .. } => self::target(member, false),
        Type::Map { value, .. } => self::target(value, false),
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::BigInteger
        | Type::BigDecimal
        | Type::String
        | Type::Blob
        | Type::ByteStream
        | Type::Timestamp(_)
        | Type::Document
        | Type::Enum(_) => None,
    }
}
