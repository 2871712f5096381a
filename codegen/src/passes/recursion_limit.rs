//! Computes how deep types nest. To prove that a call is `Send`, rustc descends through all types of its output, and by
//! default gives up after 128 levels.

use std::collections::BTreeMap;

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use crate::ir::{self, Structure, Type, TypeRef, Union};

/// The limit of rustc.
const DEFAULT: usize = 128;

/// More than the levels from a call to a member of its output: the future, the result, the output.
const CALL: usize = 24;

/// Sets the recursion limit if the crate needs a higher one than rustc's.
pub(super) fn run(lowered: &mut ir::Crate) {
    let needed = CALL + deepest(lowered);
    lowered.recursion_limit = (needed > DEFAULT).then(|| needed.next_power_of_two());
}

/// The levels of the deepest member of an input, an output or an error.
fn deepest(lowered: &ir::Crate) -> usize {
    let types = types(lowered);
    let depths = depths(&types);
    let operations = lowered.operations.iter();
    let messages = operations.flat_map(|operation| [&operation.input, &operation.output]);
    let members = messages.chain(&lowered.errors).flat_map(structure_members);
    members
        .map(|member| member.depth(&depths))
        .max()
        .unwrap_or(0)
}

/// A member of a type.
struct Member<'a> {
    /// The levels of its own type.
    levels: usize,
    /// The type in it that has members.
    nested: Option<&'a TypeRef>,
}

impl<'a> Member<'a> {
    fn new(ty: &'a Type, boxed: bool) -> Self {
        // `Option<T>`, `T`, and what is in a `Box<T>`.
        let levels = if boxed { 5 } else { 2 };
        let nested = match ty.innermost() {
            Type::Structure(nested) | Type::Union(nested) => Some(nested),
            _ => None,
        };
        Self {
            levels: levels + collection_levels(ty),
            nested,
        }
    }

    fn depth(&self, depths: &BTreeMap<&TypeRef, usize>) -> usize {
        self.levels + self.nested.and_then(|ty| depths.get(ty)).unwrap_or(&0)
    }
}

/// The levels of lists and maps: each has several types between itself and its items.
fn collection_levels(ty: &Type) -> usize {
    match ty {
        Type::List { member, .. } => 6 + collection_levels(member),
        Type::Map { value, .. } => 10 + collection_levels(value),
        _ => 0,
    }
}

fn types(lowered: &ir::Crate) -> BTreeMap<TypeRef, Vec<Member<'_>>> {
    let structures = lowered
        .structures
        .iter()
        .map(|structure| (structure, false));
    let errors = lowered.errors.iter().map(|error| (error, true));
    let structures = structures.chain(errors).map(|(structure, is_error)| {
        let name = structure.name.clone();
        (
            TypeRef { name, is_error },
            structure_members(structure).collect(),
        )
    });
    let unions = lowered.unions.iter().map(|union| {
        let (name, is_error) = (union.name.clone(), false);
        (TypeRef { name, is_error }, union_members(union).collect())
    });
    structures.chain(unions).collect()
}

fn structure_members(structure: &Structure) -> impl Iterator<Item = Member<'_>> {
    structure
        .fields
        .iter()
        .map(|field| Member::new(&field.ty, field.boxed))
}

fn union_members(union: &Union) -> impl Iterator<Item = Member<'_>> {
    let variants = union.variants.iter();
    variants.filter_map(|variant| Some(Member::new(variant.ty.as_ref()?, variant.boxed)))
}

/// Returns the levels below each type, or more: rustc goes through each type of a cycle once at most.
fn depths<'a>(types: &'a BTreeMap<TypeRef, Vec<Member<'a>>>) -> BTreeMap<&'a TypeRef, usize> {
    let mut graph: DiGraphMap<&TypeRef, ()> = DiGraphMap::new();
    for (ty, members) in types {
        graph.add_node(ty);
        for nested in members.iter().filter_map(|member| member.nested) {
            graph.add_edge(ty, nested, ());
        }
    }
    let mut depths = BTreeMap::new();
    // Nested types come first.
    for cycle in kosaraju_scc(&graph) {
        let members = |ty: &&TypeRef| types.get(*ty).map_or(&[][..], Vec::as_slice);
        let below = cycle
            .iter()
            .flat_map(members)
            .map(|member| member.depth(&depths))
            .max();
        let longest = cycle
            .iter()
            .filter_map(|ty| members(ty).iter().map(|member| member.levels).max());
        let inside = if cycle.len() > 1 { longest.sum() } else { 0 };
        depths.extend(cycle.iter().map(|ty| (*ty, below.unwrap_or(0) + inside)));
    }
    depths
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::model::Model;
    use crate::{Config, EmptySelection, Operations, lower_selected};

    /// The recursion limit of a crate with these shapes, whose operation returns the first of them.
    fn limit(shapes: impl IntoIterator<Item = serde_json::Value>) -> Option<usize> {
        let mut model = json!({
            "a#Service": {
                "type": "service", "version": "1", "operations": [{ "target": "a#Get" }],
                "traits": { "aws.protocols#restJson1": {}, "aws.auth#sigv4": { "name": "a" } },
            },
            "a#Get": {
                "type": "operation", "input": { "target": "smithy.api#Unit" }, "output": { "target": "a#Output" },
                "traits": { "smithy.api#http": { "method": "GET", "uri": "/" } },
            },
            "a#Output": { "type": "structure", "members": { "Member": { "target": "a#Shape0" } } },
        });
        for (index, shape) in shapes.into_iter().enumerate() {
            model[format!("a#Shape{index}")] = shape;
        }
        let text = json!({ "smithy": "2.0", "shapes": model }).to_string();
        let model = Model::from_ast("model.json", text.as_bytes()).unwrap();
        let config = Config::new("a", Operations::All);
        let (lowered, _) = lower_selected(&model, &config, EmptySelection::Reject).unwrap();
        lowered.recursion_limit
    }

    /// Structures of which each contains the next, and the last one the first or a string.
    fn structures(count: usize, is_cycle: bool) -> impl Iterator<Item = serde_json::Value> {
        (1..=count).map(move |next| {
            let target = match next < count {
                true => format!("a#Shape{next}"),
                false if is_cycle => "a#Shape0".to_owned(),
                false => "smithy.api#String".to_owned(),
            };
            json!({ "type": "structure", "members": { "Next": { "target": target } } })
        })
    }

    #[test]
    fn types_that_nest_less_need_no_attribute() {
        assert_eq!(limit(structures(50, false)), None);
        assert_eq!(limit(structures(45, true)), None);
    }

    #[test]
    fn each_structure_counts() {
        assert_eq!(limit(structures(60, false)), Some(256));
        assert_eq!(limit(structures(300, false)), Some(1024));
        assert_eq!(limit(structures(60, true)), Some(256));
    }

    #[test]
    fn each_list_and_map_counts() {
        let target = |next: usize, count: usize| match next < count {
            true => format!("a#Shape{next}"),
            false => "smithy.api#String".to_owned(),
        };
        let lists = (1..=20)
            .map(|next| json!({ "type": "list", "member": { "target": target(next, 20) } }));
        assert_eq!(limit(lists), Some(256));
        let maps = (1..=12).map(|next| {
            json!({
                "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": target(next, 12) },
            })
        });
        assert_eq!(limit(maps), Some(256));
    }
}
