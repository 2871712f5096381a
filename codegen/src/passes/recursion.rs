//! Breaks cycles of types with as few boxes as possible, always the same ones, and marks recursive fields.
//!
//! A cycle that passes through no list or map gets one `Box`, on the member with the smallest shape ID of the cycle:
//! the rule of the official SDK, so that types match. `Vec` and `HashMap` are on the heap already.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use crate::ir::{self, Type, TypeRef};
use crate::model::ShapeId;

/// Sets `boxed` and `recursive` on the fields and variants of shared types and of errors.
pub(super) fn run(lowered: &mut ir::Crate) {
    let graph = Graph::of(lowered);
    let boxed = graph.boxed_members();
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
    target: TypeRef,
    /// Whether no list or map is in between.
    direct: bool,
}

struct Graph(BTreeMap<TypeRef, Vec<Edge>>);

impl Graph {
    fn of(lowered: &ir::Crate) -> Self {
        let structures = lowered
            .structures
            .iter()
            .map(|structure| (structure, false));
        let errors = lowered.errors.iter().map(|error| (error, true));
        let structures = structures.chain(errors).map(|(structure, is_error)| {
            let edges = structure
                .fields
                .iter()
                .filter_map(|field| edge(&field.shape, &field.ty));
            let name = structure.name.clone();
            (TypeRef { name, is_error }, edges.collect())
        });
        let unions = lowered.unions.iter().map(|union| {
            let edges = union
                .variants
                .iter()
                .filter_map(|variant| edge(&variant.shape, variant.ty.as_ref()?));
            let name = union.name.clone();
            let is_error = false;
            (TypeRef { name, is_error }, edges.collect())
        });
        Self(structures.chain(unions).collect())
    }

    fn edges(&self, ty: &TypeRef) -> &[Edge] {
        self.0.get(ty).map_or(&[], Vec::as_slice)
    }

    /// Returns the members that break the cycles of direct edges: of each cycle, the one with the smallest shape ID.
    fn boxed_members(&self) -> BTreeSet<ShapeId> {
        let components = self.components(|edge| edge.direct);
        let mut boxed = BTreeSet::new();
        for start in self.0.keys() {
            while let Some(cycle) = self.direct_cycle(start, &components, &boxed) {
                boxed.extend(cycle.into_iter().min().cloned());
            }
        }
        boxed
    }

    /// Returns the members of a shortest cycle of unboxed direct edges from `start` to itself.
    fn direct_cycle<'a>(
        &'a self,
        start: &'a TypeRef,
        components: &BTreeMap<&TypeRef, usize>,
        boxed: &BTreeSet<ShapeId>,
    ) -> Option<Vec<&'a ShapeId>> {
        let component = components.get(start);
        let is_open = |edge: &&Edge| {
            edge.direct
                && !boxed.contains(&edge.member)
                && components.get(&edge.target) == component
        };
        let mut open = VecDeque::from([start]);
        let mut came_from: BTreeMap<&TypeRef, (&TypeRef, &ShapeId)> = BTreeMap::new();
        while let Some(ty) = open.pop_front() {
            for edge in self.edges(ty).iter().filter(is_open) {
                if edge.target == *start {
                    let path = std::iter::successors(Some((ty, &edge.member)), |(ty, _)| {
                        came_from.get(ty).copied()
                    });
                    return Some(path.map(|(_, member)| member).collect());
                }
                came_from.entry(&edge.target).or_insert_with(|| {
                    open.push_back(&edge.target);
                    (ty, &edge.member)
                });
            }
        }
        None
    }

    /// Returns the members whose type contains, at any depth, the structure they belong to.
    fn recursive_members(&self) -> BTreeSet<ShapeId> {
        let components = self.components(|_| true);
        let mut members = BTreeSet::new();
        for (owner, edges) in &self.0 {
            let component = components.get(owner);
            let back = edges
                .iter()
                .filter(|edge| components.get(&edge.target) == component);
            members.extend(back.map(|edge| edge.member.clone()));
        }
        members
    }

    /// Returns a number for each type: the same one for types that reach each other over these edges.
    fn components(&self, includes: impl Fn(&Edge) -> bool) -> BTreeMap<&TypeRef, usize> {
        let mut graph: DiGraphMap<&TypeRef, ()> = DiGraphMap::new();
        for (owner, edges) in &self.0 {
            graph.add_node(owner);
            for edge in edges.iter().filter(|edge| includes(edge)) {
                graph.add_edge(owner, &edge.target, ());
            }
        }
        let components = kosaraju_scc(&graph).into_iter().enumerate();
        components
            .flat_map(|(number, types)| types.into_iter().map(move |ty| (ty, number)))
            .collect()
    }
}

fn edge(member: &ShapeId, ty: &Type) -> Option<Edge> {
    let (Type::Structure(target) | Type::Union(target)) = ty.innermost() else {
        return None;
    };
    Some(Edge {
        member: member.clone(),
        target: target.clone(),
        direct: ty.item().is_none(),
    })
}
