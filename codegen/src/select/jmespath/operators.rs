//! Resolves comparisons, conditions and literals.

use jmespath::Variable;
use jmespath::ast::{Ast, Comparator};
use serde_json::Value as Json;

use super::{
    Expression, PathError, Paths, Scalar, Value, boolean, is_variable, misfit, unsupported,
};
use crate::ir::jmespath as ir;

impl<'m> Paths<'_, 'm> {
    /// Resolves a comparison. Values of different types are never equal, so their comparison is a mistake.
    pub(super) fn comparison(
        &self,
        left: &Ast,
        comparator: &Comparator,
        right: &Ast,
        current: &Value<'m>,
    ) -> Result<Value<'m>, PathError> {
        let comparator = lower(comparator);
        let (left, left_type) = self.scalar(left, current)?;
        let (right, right_type) = self.scalar(right, current)?;
        let (left, right) = match (left_type, right_type) {
            (Scalar::Integer, Scalar::Float) => (float(left), right),
            (Scalar::Float, Scalar::Integer) => (left, float(right)),
            _ if left_type == right_type => (left, right),
            _ => return Err(misfit("it compares values of different types".to_owned())),
        };
        if !comparator.accepts_null() && !matches!(left_type, Scalar::Integer | Scalar::Float) {
            return Err(misfit("it orders values that aren't numbers".to_owned()));
        }
        if !is_variable(&left) && !is_variable(&right) {
            return Err(misfit("it compares two constants".to_owned()));
        }
        if left == right {
            return Err(misfit("it compares a value with itself".to_owned()));
        }
        let (left, right) = (Box::new(left), Box::new(right));
        Ok(boolean(ir::Expression::Compare(left, comparator, right)))
    }

    /// Resolves a boolean that isn't a constant.
    pub(super) fn condition(
        &self,
        ast: &Ast,
        current: &Value<'m>,
    ) -> Result<Expression<'m>, PathError> {
        match self.value(ast, current)? {
            Value::Scalar(expression, Scalar::Boolean) if is_variable(&expression) => {
                Ok(expression)
            }
            Value::Scalar(_, Scalar::Boolean) => {
                Err(misfit("one of its conditions is a constant".to_owned()))
            }
            Value::Scalar(..)
            | Value::Stored(..)
            | Value::List(..)
            | Value::Nested(..)
            | Value::InputAndOutput => Err(unsupported("a condition that isn't a boolean")),
        }
    }

    /// Resolves the operands of `&&` and `||`.
    pub(super) fn conditions(
        &self,
        left: &Ast,
        right: &Ast,
        current: &Value<'m>,
    ) -> Result<(Box<Expression<'m>>, Box<Expression<'m>>), PathError> {
        let left = self.condition(left, current)?;
        let right = self.condition(right, current)?;
        if left == right {
            return Err(misfit("it combines a condition with itself".to_owned()));
        }
        Ok((Box::new(left), Box::new(right)))
    }

    /// Resolves a boolean, number or text.
    pub(super) fn scalar(
        &self,
        ast: &Ast,
        current: &Value<'m>,
    ) -> Result<(Expression<'m>, Scalar), PathError> {
        match self.value(ast, current)? {
            Value::Scalar(expression, scalar) => Ok((expression, scalar)),
            Value::Stored(..) | Value::List(..) | Value::Nested(..) | Value::InputAndOutput => {
                let place = "a list, a map, a structure or another value that isn't a boolean, number or string";
                Err(unsupported(&format!(
                    "{place} where one is compared or listed"
                )))
            }
        }
    }
}

fn lower(comparator: &Comparator) -> ir::Comparator {
    match comparator {
        Comparator::Equal => ir::Comparator::Equal,
        Comparator::NotEqual => ir::Comparator::NotEqual,
        Comparator::LessThan => ir::Comparator::Less,
        Comparator::LessThanEqual => ir::Comparator::LessOrEqual,
        Comparator::GreaterThan => ir::Comparator::Greater,
        Comparator::GreaterThanEqual => ir::Comparator::GreaterOrEqual,
    }
}

/// Converts an integer.
fn float(integer: Expression<'_>) -> Expression<'_> {
    match integer {
        ir::Expression::Literal(ir::Literal::Integer(value)) => {
            ir::Expression::Literal(ir::Literal::Float(value as f64))
        }
        other => ir::Expression::Float(Box::new(other)),
    }
}

/// Resolves a constant.
pub(super) fn literal<'m>(value: &Variable) -> Result<Value<'m>, PathError> {
    let (literal, scalar) = match json(value) {
        Json::Bool(value) => (ir::Literal::Boolean(value), Scalar::Boolean),
        Json::String(text) => (ir::Literal::Text(text), Scalar::Text),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(value), _) => (ir::Literal::Integer(value), Scalar::Integer),
            (None, Some(value)) if value.is_finite() => (ir::Literal::Float(value), Scalar::Float),
            (None, _) => return Err(unsupported("a number that is too large")),
        },
        Json::Null => return Err(unsupported("the literal `null`")),
        Json::Array(_) | Json::Object(_) => {
            return Err(unsupported("a literal that is an array or an object"));
        }
    };
    Ok(Value::Scalar(ir::Expression::Literal(literal), scalar))
}

/// Returns the constant as JSON. Because of serde_json's feature `arbitrary_precision`, the parser takes numbers for objects;
/// written as text, these are numbers again.
fn json(value: &Variable) -> Json {
    let text = serde_json::to_string(value).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}
