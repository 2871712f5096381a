//! Resolves calls of functions.

use jmespath::ast::Ast;

use super::{
    Element, Expression, PathError, Paths, Scalar, Value, boolean, is_variable, misfit, unsupported,
};
use crate::ir::jmespath as ir;
use crate::select::shapes::{Kind, Target};

impl<'m> Paths<'_, 'm> {
    /// Resolves a call.
    pub(super) fn function(
        &self,
        name: &str,
        arguments: &[Ast],
        current: &Value<'m>,
    ) -> Result<Value<'m>, PathError> {
        match (name, arguments) {
            ("contains", [subject, search]) => self.contains(subject, search, current),
            ("keys", [map]) => self.keys(map, current),
            ("length", [subject]) => self.length(subject, current),
            ("contains" | "keys" | "length", _) => {
                let count = arguments.len();
                Err(misfit(format!(
                    "it calls `{name}` with the wrong number of arguments, {count}"
                )))
            }
            _ => Err(unsupported(&format!("the function `{name}`"))),
        }
    }

    fn contains(
        &self,
        subject: &Ast,
        search: &Ast,
        current: &Value<'m>,
    ) -> Result<Value<'m>, PathError> {
        let subject = self.value(subject, current)?;
        let (search, search_type) = self.scalar(search, current)?;
        if let Value::Scalar(text, Scalar::Text) = subject {
            check_variable("contains", &text)?;
            if search_type != Scalar::Text {
                return Err(misfit(
                    "it searches a string for a value of another type".to_owned(),
                ));
            }
            let (text, search) = (Box::new(text), Box::new(search));
            return Ok(boolean(ir::Expression::TextContains(text, search)));
        }
        let (list, element) = self.list(subject)?;
        if element != Element::Scalar(search_type) {
            return Err(misfit(
                "it searches a list for a value of another type".to_owned(),
            ));
        }
        // A list with a null contains null, but the generated code skips nulls.
        if list.can_contain_null() && is_variable(&search) {
            return Err(unsupported(
                "a search for a value that can be null in a list that can contain nulls",
            ));
        }
        let (list, search) = (Box::new(list), Box::new(search));
        Ok(boolean(ir::Expression::ListContains(list, search)))
    }

    fn keys(&self, map: &Ast, current: &Value<'m>) -> Result<Value<'m>, PathError> {
        match self.value(map, current)? {
            Value::Stored(map, target) if self.is_map(target) => {
                let list = ir::List::new(ir::Source::Keys(map));
                Ok(Value::List(list, Element::Scalar(Scalar::Text)))
            }
            Value::Scalar(..)
            | Value::Stored(..)
            | Value::List(..)
            | Value::Nested(..)
            | Value::InputAndOutput => Err(unsupported("`keys` of a value that isn't a map")),
        }
    }

    fn length(&self, subject: &Ast, current: &Value<'m>) -> Result<Value<'m>, PathError> {
        let countable = match self.value(subject, current)? {
            Value::Scalar(text, Scalar::Text) => {
                check_variable("length", &text)?;
                ir::Countable::Text(text)
            }
            Value::Stored(map, target) if self.is_map(target) => ir::Countable::Map(map),
            Value::List(list, _) if list.can_contain_null() => {
                return Err(unsupported("`length` of a list of several values"));
            }
            list @ (Value::Stored(..) | Value::List(..) | Value::Nested(..)) => {
                ir::Countable::List(self.list(list)?.0)
            }
            Value::Scalar(..) | Value::InputAndOutput => {
                return Err(misfit(
                    "it calls `length` with a value that has none".to_owned(),
                ));
            }
        };
        let length = ir::Expression::Length(Box::new(countable));
        Ok(Value::Scalar(length, Scalar::Integer))
    }

    fn is_map(&self, target: Target<'m>) -> bool {
        matches!(self.kind(target), Some(Kind::Map { .. }))
    }
}

fn check_variable(function: &str, argument: &Expression<'_>) -> Result<(), PathError> {
    if is_variable(argument) {
        Ok(())
    } else {
        Err(misfit(format!("it calls `{function}` with a constant")))
    }
}
