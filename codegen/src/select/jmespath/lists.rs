//! Resolves projections, filters, flattening, and lists of several values.

use jmespath::ast::Ast;

use super::{Element, Expression, List, PathError, Paths, Value, is_variable, misfit, unsupported};
use crate::ir::jmespath as ir;
use crate::select::shapes::{Kind, Target};

impl<'m> Paths<'_, 'm> {
    /// Resolves `a.[b, c]` and other lists that are evaluated with a value.
    pub(super) fn list_of(&self, left: Value<'m>, right: &Ast) -> Result<Value<'m>, PathError> {
        let other = || unsupported("an expression other than a name or a list after `.` or `|`");
        let (left, current) = match left {
            Value::Stored(left, target) => (left, Element::Stored(target).value()),
            Value::Scalar(..) | Value::List(..) | Value::Nested(..) | Value::InputAndOutput => {
                return Err(other());
            }
        };
        match self.value(right, &current)? {
            Value::List(inner, element) => {
                let mut list = ir::List::new(ir::Source::Single(left));
                list.stages.push(ir::Stage::FlatMap(inner));
                Ok(Value::List(list, element))
            }
            Value::Scalar(..) | Value::Stored(..) | Value::Nested(..) | Value::InputAndOutput => {
                Err(other())
            }
        }
    }

    /// Resolves `[a, b]`.
    pub(super) fn several(
        &self,
        elements: &[Ast],
        current: &Value<'m>,
    ) -> Result<Value<'m>, PathError> {
        let mut resolved = Vec::new();
        let mut types = Vec::new();
        for element in elements {
            let (expression, scalar) = self.scalar(element, current)?;
            if !is_variable(&expression) {
                return Err(unsupported("a list with a constant"));
            }
            resolved.push(expression);
            types.push(scalar);
        }
        let scalar = types[0];
        if types.iter().any(|other| *other != scalar) {
            return Err(misfit("it lists values of different types".to_owned()));
        }
        let list = ir::List::new(ir::Source::Several(resolved));
        Ok(Value::List(list, Element::Scalar(scalar)))
    }

    /// Resolves `a[*].b`, `a[].b`, `a.*.b` and `a[?condition].b`.
    pub(super) fn projection(
        &self,
        list: &Ast,
        body: &Ast,
        current: &Value<'m>,
    ) -> Result<Value<'m>, PathError> {
        let (mut list, element) = self.list(self.value(list, current)?)?;
        list.skip_nulls();
        let current = element.value();
        let body = match body {
            Ast::Condition {
                predicate, then, ..
            } => {
                let condition = self.condition(predicate, &current)?;
                list.stages.push(ir::Stage::Filter(condition));
                then
            }
            other => other,
        };
        if matches!(body, Ast::Identity { .. }) {
            return Ok(Value::List(list, element));
        }
        let (value, element) = match self.value(body, &current)? {
            Value::Scalar(value, scalar) => (value, Element::Scalar(scalar)),
            Value::Stored(value, target) => (value, Element::Stored(target)),
            Value::List(inner, element) => return Ok(Value::Nested(list, inner, element)),
            Value::Nested(..) | Value::InputAndOutput => {
                return Err(unsupported("a list of lists of lists"));
            }
        };
        list.stages.push(ir::Stage::Map(value));
        Ok(Value::List(list, element))
    }

    /// Resolves `a[]`: lists in the list are replaced by their elements.
    pub(super) fn flattened(
        &self,
        node: &Ast,
        current: &Value<'m>,
    ) -> Result<Value<'m>, PathError> {
        let value = self.value(node, current)?;
        if let Value::Nested(mut list, inner, element) = value {
            list.stages.push(ir::Stage::FlatMap(inner));
            return Ok(Value::List(list, element));
        }
        let (mut list, element) = self.list(value)?;
        list.skip_nulls();
        let Element::Stored(target) = element else {
            return Ok(Value::List(list, element));
        };
        // A list that is a member of each element is read where it is flattened.
        let inner = match list.stages.pop() {
            Some(ir::Stage::Map(member)) => member,
            last => {
                list.stages.extend(last);
                ir::Expression::Element
            }
        };
        Ok(match self.elements(&inner, target) {
            Some((inner, element)) => {
                list.stages.push(ir::Stage::FlatMap(inner));
                Value::List(list, element)
            }
            None => {
                if inner != ir::Expression::Element {
                    list.stages.push(ir::Stage::Map(inner));
                }
                Value::List(list, element)
            }
        })
    }

    /// Resolves `a.*`: the values of a map.
    pub(super) fn values(&self, node: &Ast, current: &Value<'m>) -> Result<Value<'m>, PathError> {
        let Value::Stored(map, target) = self.value(node, current)? else {
            return Err(misfit("`*` follows a value that isn't a map".to_owned()));
        };
        match self.shape(target).map(|shape| (&shape.kind, shape.traits)) {
            Some((Kind::Map { value, .. }, traits)) => {
                let (read, element) = self.element(value.target);
                let sparse = traits.sparse.is_some();
                let list = ir::List::new(ir::Source::Values { map, sparse, read });
                Ok(Value::List(list, element))
            }
            _ => Err(unsupported("`*` after a value that isn't a map")),
        }
    }

    /// Returns the elements of a list.
    pub(super) fn list(&self, value: Value<'m>) -> Result<(List<'m>, Element<'m>), PathError> {
        match value {
            Value::List(list, element) => Ok((list, element)),
            Value::Nested(..) => Err(unsupported("a list of lists that isn't flattened")),
            Value::Stored(list, target) => self.elements(&list, target).ok_or_else(|| {
                let shape = target.id().name();
                misfit(format!(
                    "{shape} is projected or flattened, but isn't a list"
                ))
            }),
            Value::Scalar(..) | Value::InputAndOutput => Err(misfit(
                "a value is projected or flattened that isn't a list".to_owned(),
            )),
        }
    }

    /// Returns the elements of a stored list; `None` if the shape isn't a list.
    pub(super) fn elements(
        &self,
        list: &Expression<'m>,
        target: Target<'m>,
    ) -> Option<(List<'m>, Element<'m>)> {
        let shape = self.shape(target)?;
        let Kind::List(member) = &shape.kind else {
            return None;
        };
        let (read, element) = self.element(member.target);
        let source = ir::Source::Elements {
            list: list.clone(),
            sparse: shape.traits.sparse.is_some(),
            read,
        };
        Some((ir::List::new(source), element))
    }

    /// Returns how elements of this shape are read, and their type.
    fn element(&self, target: Target<'m>) -> (ir::Read, Element<'m>) {
        let (read, scalar) = self.reading(target);
        let element = scalar.map_or(Element::Stored(target), Element::Scalar);
        (read, element)
    }
}

impl<'m> Element<'m> {
    /// Returns the element as the value that an expression is evaluated with.
    fn value(self) -> Value<'m> {
        match self {
            Self::Scalar(scalar) => Value::Scalar(ir::Expression::Element, scalar),
            Self::Stored(target) => Value::Stored(ir::Expression::Element, target),
        }
    }
}
