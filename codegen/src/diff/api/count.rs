//! Counts the shapes and members whose documentation or constraints changed, which are not changes of the API.

use std::collections::BTreeSet;

use super::super::Lowered;
use super::graph::{Graph, Pair};
use crate::ir::Operation;
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind, Traits};

/// The IDs of the shapes and members.
#[derive(Debug, Default)]
pub(super) struct Count {
    pub(super) documentation: BTreeSet<String>,
    pub(super) constraints: BTreeSet<String>,
}

impl Count {
    /// Counts in the service, the operations, and all shapes that these lead to.
    pub(super) fn of(
        graph: &Graph<'_>,
        [old, new]: [&Lowered<'_>; 2],
        both: &[(&Operation, &Operation)],
    ) -> Self {
        let mut count = Self::default();
        count.shape(graph, &Pair::new(&old.service, &new.service));
        for (old, new) in both {
            count.shape(graph, &Pair::new(&old.shape, &new.shape));
        }
        for pair in graph.nodes.keys() {
            count.shape(graph, pair);
            count.members(graph, pair);
        }
        count
    }

    fn shape(&mut self, graph: &Graph<'_>, pair: &Pair) {
        if let (Some(old), Some(new)) = (graph.old.get(&pair.old), graph.new.get(&pair.new))
            && old.traits.documentation != new.traits.documentation
        {
            self.documentation.insert(pair.new.as_str().to_owned());
        }
    }

    fn members(&mut self, graph: &Graph<'_>, pair: &Pair) {
        let (Some(old), Some(new)) = (graph.old.get(&pair.old), graph.new.get(&pair.new)) else {
            return;
        };
        for (was, is) in same_members(old, new) {
            let id = pair.new.member(&is.name).as_str().to_owned();
            if was.traits.documentation != is.traits.documentation {
                self.documentation.insert(id.clone());
            }
            if constraints(graph.old, was) != constraints(graph.new, is) {
                self.constraints.insert(id);
            }
        }
    }
}

/// Returns the members that both shapes have. Members of enums are matched by their value, since only that is on the wire.
fn same_members<'a>(old: &'a Shape, new: &'a Shape) -> Vec<(&'a Member, &'a Member)> {
    let is_same = |was: &Member, is: &Member| match &is.traits.enum_value {
        Some(value) => was.traits.enum_value.as_ref() == Some(value),
        None => was.name == is.name,
    };
    let old_members = old.members();
    let members = new.members().into_iter();
    members
        .filter_map(|is| Some((*old_members.iter().find(|was| is_same(was, is))?, is)))
        .collect()
}

/// Returns the constraints of a member's value, and of the items of a list or map, as text.
fn constraints(model: &Model, member: &Member) -> String {
    let mut text = own(&member.traits);
    let mut open = vec![&member.target];
    let mut seen: BTreeSet<&ShapeId> = BTreeSet::new();
    while let Some(id) = open.pop() {
        let Some(shape) = model.get(id).filter(|_| seen.insert(id)) else {
            continue;
        };
        match &shape.kind {
            ShapeKind::List(_) | ShapeKind::Map { .. } => {
                let members = shape.members();
                text.extend(members.iter().map(|member| own(&member.traits)));
                open.extend(members.iter().map(|member| &member.target));
                text += &own(&shape.traits);
            }
            ShapeKind::Simple(_) => text += &own(&shape.traits),
            ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::Structure(_)
            | ShapeKind::Union(_)
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_) => {}
        }
    }
    text
}

fn own(traits: &Traits) -> String {
    let Traits {
        length,
        range,
        pattern,
        unique_items,
        ..
    } = traits;
    let bounds = [length, range].map(|bounds| {
        bounds
            .as_ref()
            .map(|bounds| (bounds.min.clone(), bounds.max.clone()))
    });
    if bounds.iter().all(Option::is_none) && pattern.is_none() && unique_items.is_none() {
        return String::new();
    }
    format!("{bounds:?}{pattern:?}{unique_items:?};")
}
