//! Renders the structure of a member as nested JSON, in the form of AWS's API change pages.

use serde_json::{Map, Value};

use super::super::item::{Item, Kind};
use super::graph::{Graph, Pair};
use crate::model::write::simple_name;
use crate::model::{Member, Model, ShapeId, ShapeKind};

/// Returns the outline of a member that was added or removed; `None` for other changes.
pub(super) fn outline(graph: &Graph<'_>, pair: &Pair, item: &Item) -> Option<Value> {
    let (model, id) = match item.kind {
        Kind::Added => (graph.new, &pair.new),
        Kind::Removed => (graph.old, &pair.old),
        Kind::Type
        | Kind::Requiredness
        | Kind::EnumValueAdded
        | Kind::EnumValueRemoved
        | Kind::Default
        | Kind::ErrorAdded
        | Kind::ErrorRemoved
        | Kind::PaginatorGained
        | Kind::PaginatorLost
        | Kind::Deprecated
        | Kind::Wire => return None,
    };
    let members = model.get(id)?.members();
    let member = members
        .into_iter()
        .find(|member| member.name == item.part())?;
    let mut drawing = Drawing {
        model,
        above: Vec::new(),
        left: BUDGET,
    };
    Some(drawing.target(&member.target))
}

/// The maximum number of members in an outline.
const BUDGET: usize = 300;

struct Drawing<'a> {
    model: &'a Model,
    above: Vec<ShapeId>,
    left: usize,
}

impl Drawing<'_> {
    /// Renders a shape; lists and maps are skipped, as on the pages.
    fn target(&mut self, id: &ShapeId) -> Value {
        let Some(shape) = self.model.get(id) else {
            return Value::from(id.name());
        };
        if self.above.contains(id) {
            return Value::from("... recursive ...");
        }
        self.above.push(id.clone());
        let value = match &shape.kind {
            ShapeKind::Simple(kind) => Value::from(simple_name(*kind)),
            ShapeKind::Enum(members) => Value::from(values(members)),
            ShapeKind::IntEnum(_) => Value::from("integer"),
            ShapeKind::List(member) => self.target(&member.target),
            ShapeKind::Map { value, .. } => self.target(&value.target),
            ShapeKind::Structure(members) | ShapeKind::Union(members) => self.members(members),
            ShapeKind::Service(_) | ShapeKind::Resource(_) | ShapeKind::Operation(_) => {
                Value::from(id.name())
            }
        };
        self.above.pop();
        value
    }

    fn members(&mut self, members: &[Member]) -> Value {
        let mut object = Map::new();
        for member in members {
            if self.left == 0 {
                object.insert("...".to_owned(), Value::from("more"));
                break;
            }
            self.left -= 1;
            object.insert(member.name.clone(), self.target(&member.target));
        }
        Value::Object(object)
    }
}

fn values(members: &[Member]) -> String {
    let wire = |member: &Member| {
        let value = member.traits.enum_value.as_ref().and_then(Value::as_str);
        value.unwrap_or(&member.name).to_owned()
    };
    members.iter().map(wire).collect::<Vec<_>>().join(" | ")
}
