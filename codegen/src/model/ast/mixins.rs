//! Copies the members, traits and properties of mixins into the shapes that use them, and applies `apply` statements.
//!
//! AWS's published models are flattened; the output of `smithy ast` is not. The rules:
//! <https://smithy.io/2.0/spec/mixins.html>.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::{Member, ShapeId, Traits};
use super::file::{AstMember, AstMembers, AstShape, Reference};

const MIXIN: &str = "smithy.api#mixin";

/// Resolves all mixins and `apply` statements. `report` is called for each shape whose mixins are invalid.
pub(super) fn resolve(
    shapes: &mut BTreeMap<ShapeId, AstShape>,
    applied: Vec<(ShapeId, AstShape)>,
    report: &mut impl FnMut(ShapeId, String),
) {
    let mut applied = by_shape(applied);
    for id in in_dependency_order(shapes, report) {
        let Some(mut shape) = shapes.remove(&id) else {
            continue;
        };
        if !shape.mixins.is_empty() {
            shape = mix(shapes, &id, shape, report);
        }
        for (member, traits) in applied.remove(&id).unwrap_or_default() {
            match target(&mut shape, member.as_deref()) {
                Some(target) => target.apply(traits),
                None => missing(&id, member.as_deref(), report),
            }
        }
        shapes.insert(id, shape);
    }
    for (id, statements) in applied {
        for (member, _) in statements {
            missing(&id, member.as_deref(), report);
        }
    }
}

/// Reports an `apply` statement whose target doesn't exist.
fn missing(shape: &ShapeId, member: Option<&str>, report: &mut impl FnMut(ShapeId, String)) {
    let id = member.map_or_else(|| shape.clone(), |member| shape.member(member));
    let message =
        "has an `apply` statement, but is not in the model; add it or remove the statement";
    report(id, message.to_owned());
}

/// The `apply` statements of a shape: each for one of its members or for the shape itself.
type Applied = Vec<(Option<String>, Traits)>;

fn by_shape(applied: Vec<(ShapeId, AstShape)>) -> BTreeMap<ShapeId, Applied> {
    let mut by_shape: BTreeMap<ShapeId, Applied> = BTreeMap::new();
    for (id, statement) in applied {
        let (shape, member) = match id.as_str().split_once('$') {
            Some((shape, member)) => (ShapeId::from(shape), Some(member.to_owned())),
            None => (id, None),
        };
        let statements = by_shape.entry(shape).or_default();
        statements.push((member, statement.traits));
    }
    by_shape
}

/// Returns all shapes, each after its mixins. Shapes on a cycle are reported, and their order is arbitrary.
fn in_dependency_order(
    shapes: &BTreeMap<ShapeId, AstShape>,
    report: &mut impl FnMut(ShapeId, String),
) -> Vec<ShapeId> {
    let mut order = Vec::with_capacity(shapes.len());
    let mut started = BTreeSet::new();
    let mut done = BTreeSet::new();
    // A stack of our own: a chain of mixins can be longer than the program's stack.
    let mut stack: Vec<(&ShapeId, usize)> = Vec::new();
    for id in shapes.keys() {
        stack.push((id, 0));
        while let Some((id, index)) = stack.pop() {
            if index == 0 && !started.insert(id) {
                if !done.contains(id) {
                    report(id.clone(), "its mixins form a cycle".to_owned());
                }
                continue;
            }
            let mixin = shapes.get(id).and_then(|shape| shape.mixins.get(index));
            if let Some(mixin) = mixin {
                stack.push((id, index + 1));
                stack.push((&mixin.target, 0));
            } else {
                done.insert(id);
                order.push(id.clone());
            }
        }
    }
    order
}

/// Returns the shape with everything that its mixins define.
fn mix(
    shapes: &BTreeMap<ShapeId, AstShape>,
    id: &ShapeId,
    mut own: AstShape,
    report: &mut impl FnMut(ShapeId, String),
) -> AstShape {
    let mut mixed = AstShape {
        r#type: own.r#type.clone(),
        ..AstShape::default()
    };
    for Reference { target } in std::mem::take(&mut own.mixins) {
        match shapes.get(&target) {
            // A cycle, which has been reported.
            None if target == *id => {}
            None => report(
                id.clone(),
                format!("the mixin `{target}` is not in the model"),
            ),
            Some(mixin) if mixin.r#type != own.r#type => {
                let message = format!(
                    "is of type `{}` and cannot use the mixin `{target}`, which is of type `{}`",
                    own.r#type, mixin.r#type
                );
                report(id.clone(), message);
            }
            Some(mixin) => lay_over(&mut mixed, without_local_traits(mixin), id, report),
        }
    }
    lay_over(&mut mixed, own, id, report);
    mixed
}

/// Returns a copy of a mixin without the traits that stay with it.
fn without_local_traits(mixin: &AstShape) -> AstShape {
    let mut copy = mixin.clone();
    let Some(value) = copy.traits.other.remove(MIXIN) else {
        return copy;
    };
    let local = value.get("localTraits").and_then(Value::as_array);
    for id in local.into_iter().flatten().filter_map(Value::as_str) {
        copy.traits.remove(id);
    }
    copy
}

/// Lays the later of two shapes over the earlier one. Where both define something, the later one wins.
fn lay_over(
    shape: &mut AstShape,
    later: AstShape,
    id: &ShapeId,
    report: &mut impl FnMut(ShapeId, String),
) {
    let mut conflict = |name: &str| {
        let message = "has several targets among the shape and its mixins".to_owned();
        report(id.member(name), message);
    };
    shape.traits.apply(later.traits);
    lay_members_over(&mut shape.members, later.members, &mut conflict);
    lay_member_over(&mut shape.member, later.member, || conflict("member"));
    lay_member_over(&mut shape.key, later.key, || conflict("key"));
    lay_member_over(&mut shape.value, later.value, || conflict("value"));
    for (shape, later) in [
        (&mut shape.input, later.input),
        (&mut shape.output, later.output),
        (&mut shape.create, later.create),
        (&mut shape.put, later.put),
        (&mut shape.read, later.read),
        (&mut shape.update, later.update),
        (&mut shape.delete, later.delete),
        (&mut shape.list, later.list),
    ] {
        *shape = later.or(shape.take());
    }
    shape.version = later.version.or(shape.version.take());
    for (shape, later) in [
        (&mut shape.errors, later.errors),
        (&mut shape.operations, later.operations),
        (
            &mut shape.collection_operations,
            later.collection_operations,
        ),
        (&mut shape.resources, later.resources),
    ] {
        let new: Vec<Reference> = later.into_iter().filter(|it| !shape.contains(it)).collect();
        shape.extend(new);
    }
    shape.rename.extend(later.rename);
}

/// A member that is defined again keeps its place and gets the later traits.
fn lay_members_over(members: &mut AstMembers, later: AstMembers, conflict: &mut impl FnMut(&str)) {
    for later in later.0 {
        match members.0.iter_mut().find(|it| it.name == later.name) {
            None => members.0.push(later),
            Some(member) => {
                if member.target != later.target {
                    conflict(&later.name);
                }
                member.traits.apply(later.traits);
            }
        }
    }
}

fn lay_member_over(
    member: &mut Option<AstMember>,
    later: Option<AstMember>,
    conflict: impl FnOnce(),
) {
    match (member, later) {
        (_, None) => {}
        (Some(member), Some(later)) => {
            if member.target != later.target {
                conflict();
            }
            member.traits.apply(later.traits);
        }
        (member @ None, later @ Some(_)) => *member = later,
    }
}

/// Returns the traits of the shape or of one of its members.
fn target<'a>(shape: &'a mut AstShape, member: Option<&str>) -> Option<&'a mut Traits> {
    match member {
        None => Some(&mut shape.traits),
        Some(name) => traits_of_member(shape, name),
    }
}

fn traits_of_member<'a>(shape: &'a mut AstShape, name: &str) -> Option<&'a mut Traits> {
    let named = |member: &&mut Member| member.name == name;
    if let Some(member) = shape.members.0.iter_mut().find(named) {
        return Some(&mut member.traits);
    }
    let member = match name {
        "member" => &mut shape.member,
        "key" => &mut shape.key,
        "value" => &mut shape.value,
        _ => return None,
    };
    member.as_mut().map(|member| &mut member.traits)
}
