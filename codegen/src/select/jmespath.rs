//! Resolves JMESPath expressions over the input and the output of an operation: every member exists, and every value has a
//! type.
//!
//! Supported are fields, comparisons, `&&`, `||`, `!`, literals, lists of several values, projections of lists and of the
//! values of maps, flattening, filters, and the functions `contains`, `keys` and `length`. These are the forms that the
//! official SDK supports. A value of another kind where one kind is expected is null or an error in JMESPath; here, it is
//! reported, because the path can never match.

mod functions;
mod lists;
mod operators;

use jmespath::ast::Ast;

use super::operation::Source;
use super::shapes::{Kind, Member, Shape, Target};
use crate::ir::jmespath as ir;
use crate::model::SimpleKind;

/// An expression over members that aren't lowered yet.
pub type Expression<'m> = ir::Expression<Member<'m>>;

/// A list over members that aren't lowered yet.
pub type List<'m> = ir::List<Member<'m>>;

/// The value of a whole path over members that aren't lowered yet.
pub type PathValue<'m> = ir::PathValue<Member<'m>>;

/// The result of a path.
#[derive(Debug, Clone)]
pub enum Value<'m> {
    /// A boolean, number or text.
    Scalar(Expression<'m>, Scalar),
    /// A member whose value isn't a scalar, and its shape.
    Stored(Expression<'m>, Target<'m>),
    /// A computed list.
    List(List<'m>, Element<'m>),
    /// A computed list of computed lists, of which each is a list over the elements of the first one.
    Nested(List<'m>, List<'m>, Element<'m>),
    /// The object with the members `input` and `output`.
    InputAndOutput,
}

/// The types of scalars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer,
    /// A floating-point number.
    Float,
    /// A string, or a value of an enum.
    Text,
}

/// The type of a list's elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element<'m> {
    /// A boolean, number or text.
    Scalar(Scalar),
    /// A value of this shape that isn't a scalar.
    Stored(Target<'m>),
}

/// Why a path can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// The text isn't an expression of JMESPath.
    #[error("{0}")]
    Malformed(String),
    /// The path doesn't fit the shapes.
    #[error("{0}")]
    Misfit(String),
    /// A form of JMESPath that isn't supported.
    #[error("{0}")]
    Unsupported(String),
}

/// The greatest length of a path. The parser calls itself for each level of nesting.
const MAX_LENGTH: usize = 1_000;

/// Resolves the paths of an operation.
pub(super) struct Paths<'a, 'm>(Source<'a, 'm>);

impl<'a, 'm> Paths<'a, 'm> {
    pub(super) fn new(operation: Source<'a, 'm>) -> Self {
        Self(operation)
    }

    /// Returns the input of the operation.
    pub(super) fn input(&self) -> Value<'m> {
        Value::Stored(ir::Expression::Input, self.0.input)
    }

    /// Returns the output of the operation.
    pub(super) fn output(&self) -> Value<'m> {
        Value::Stored(ir::Expression::Output, self.0.output)
    }

    /// Resolves a path that starts from `root`.
    ///
    /// # Errors
    ///
    /// A path that isn't JMESPath, that doesn't fit the shapes, or that isn't supported.
    pub(super) fn resolve(&self, root: &Value<'m>, path: &str) -> Result<Value<'m>, PathError> {
        if path.len() > MAX_LENGTH {
            let reason = format!("it is longer than {MAX_LENGTH} characters");
            return Err(PathError::Unsupported(reason));
        }
        let ast = jmespath::parse(path).map_err(|error| {
            let place = error.offset + 1;
            let reason = format!("it isn't a JMESPath expression, see character {place}");
            PathError::Malformed(reason)
        })?;
        self.value(&ast, root)
    }

    /// Returns the value as that of a whole path.
    ///
    /// # Errors
    ///
    /// A value that is neither a text, nor a boolean, nor a list of texts; or that is a constant.
    pub(super) fn finish(&self, value: Value<'m>) -> Result<PathValue<'m>, PathError> {
        let value = match value {
            Value::Scalar(text, Scalar::Text) => PathValue::Text(text),
            Value::Scalar(boolean, Scalar::Boolean) => PathValue::Boolean(boolean),
            Value::Scalar(_, Scalar::Integer | Scalar::Float) | Value::InputAndOutput => {
                return Err(wrong_result());
            }
            value @ (Value::Stored(..) | Value::List(..) | Value::Nested(..)) => {
                match self.list(value) {
                    Ok((list, Element::Scalar(Scalar::Text))) => PathValue::Texts(list),
                    Ok(_) | Err(PathError::Misfit(_)) => return Err(wrong_result()),
                    Err(other) => return Err(other),
                }
            }
        };
        match &value {
            value
                if [Expression::Input, Expression::Output]
                    .iter()
                    .all(|root| !value.reads(root)) =>
            {
                Err(misfit("it is a constant".to_owned()))
            }
            _ => Ok(value),
        }
    }

    /// Resolves an expression that is evaluated with `current`.
    fn value(&self, ast: &Ast, current: &Value<'m>) -> Result<Value<'m>, PathError> {
        match ast {
            Ast::Identity { .. } => Ok(current.clone()),
            Ast::Field { name, .. } => self.member(current, name),
            Ast::Subexpr { lhs, rhs, .. } => {
                let left = self.value(lhs, current)?;
                match &**rhs {
                    Ast::Field { name, .. } => self.member(&left, name),
                    rhs => self.list_of(left, rhs),
                }
            }
            Ast::Literal { value, .. } => operators::literal(value),
            Ast::Comparison {
                comparator,
                lhs,
                rhs,
                ..
            } => self.comparison(lhs, comparator, rhs, current),
            Ast::And { lhs, rhs, .. } => {
                let (left, right) = self.conditions(lhs, rhs, current)?;
                Ok(boolean(ir::Expression::And(left, right)))
            }
            Ast::Or { lhs, rhs, .. } => {
                let (left, right) = self.conditions(lhs, rhs, current)?;
                Ok(boolean(ir::Expression::Or(left, right)))
            }
            Ast::Not { node, .. } => {
                let operand = Box::new(self.condition(node, current)?);
                Ok(boolean(ir::Expression::Not(operand)))
            }
            Ast::Function { name, args, .. } => self.function(name, args, current),
            Ast::MultiList { elements, .. } => self.several(elements, current),
            Ast::Flatten { node, .. } => self.flattened(node, current),
            Ast::Projection { lhs, rhs, .. } => self.projection(lhs, rhs, current),
            Ast::ObjectValues { node, .. } => self.values(node, current),
            Ast::Condition { .. } => Err(unsupported("a filter at this place")),
            Ast::Expref { .. } => Err(unsupported("a reference to an expression")),
            Ast::Index { .. } => Err(unsupported("an index")),
            Ast::MultiHash { .. } => Err(unsupported("an object of several values")),
            Ast::Slice { .. } => Err(unsupported("a slice")),
        }
    }

    /// Returns the member of a value.
    fn member(&self, of: &Value<'m>, name: &str) -> Result<Value<'m>, PathError> {
        let (of, target) = match of {
            Value::InputAndOutput if name == "input" => return Ok(self.input()),
            Value::InputAndOutput if name == "output" => return Ok(self.output()),
            Value::InputAndOutput => {
                return Err(misfit(format!(
                    "it begins with `{name}`, not with `input` or `output`"
                )));
            }
            Value::Stored(of, target) => (of, *target),
            Value::Scalar(..) | Value::List(..) | Value::Nested(..) => {
                return Err(misfit(format!("`{name}` is not a member of a structure")));
            }
        };
        let access = match self.kind(target) {
            Some(Kind::Union(_)) => ir::Access::Variant,
            Some(Kind::Map { .. }) => {
                return Err(unsupported(&format!("the entry `{name}` of a map")));
            }
            Some(
                Kind::Structure(_)
                | Kind::Simple(_)
                | Kind::Enum(_)
                | Kind::IntEnum
                | Kind::List(_),
            )
            | None => ir::Access::Field,
        };
        let mut members = self.0.resolver.members(target).iter();
        let member = members.find(|member| member.name == name);
        let member = member.ok_or_else(|| {
            let shape = target.id().name();
            misfit(format!("`{name}` is not a member of {shape}"))
        })?;
        Ok(self.read(member.target, |read| {
            ir::Expression::Member(Box::new(ir::MemberOf {
                of: of.clone(),
                access,
                member: member.clone(),
                read,
            }))
        }))
    }

    /// Creates the value of this shape, which `expression` reads in the way that it is given.
    fn read(
        &self,
        target: Target<'m>,
        expression: impl FnOnce(ir::Read) -> Expression<'m>,
    ) -> Value<'m> {
        let (read, scalar) = self.reading(target);
        match scalar {
            Some(scalar) => Value::Scalar(expression(read), scalar),
            None => Value::Stored(expression(read), target),
        }
    }

    /// Returns how a value of this shape is read, and its type if it is a scalar.
    fn reading(&self, target: Target<'m>) -> (ir::Read, Option<Scalar>) {
        match self.kind(target) {
            Some(Kind::Simple(kind)) => simple_reading(*kind),
            Some(Kind::Enum(_)) => (ir::Read::EnumText, Some(Scalar::Text)),
            Some(Kind::IntEnum) => (ir::Read::Integer, Some(Scalar::Integer)),
            Some(Kind::List(_)) => (ir::Read::Slice, None),
            Some(Kind::Map { .. } | Kind::Structure(_) | Kind::Union(_)) | None => {
                (ir::Read::Borrowed, None)
            }
        }
    }

    fn shape(&self, target: Target<'m>) -> Option<&Shape<'m>> {
        self.0.resolver.shape(target)
    }

    fn kind(&self, target: Target<'m>) -> Option<&Kind<'m>> {
        self.shape(target).map(|shape| &shape.kind)
    }
}

/// Big numbers, blobs, timestamps and documents aren't values of JMESPath.
fn simple_reading(kind: SimpleKind) -> (ir::Read, Option<Scalar>) {
    match kind {
        SimpleKind::Boolean => (ir::Read::Copied, Some(Scalar::Boolean)),
        SimpleKind::String => (ir::Read::Text, Some(Scalar::Text)),
        SimpleKind::Byte | SimpleKind::Short | SimpleKind::Integer => {
            (ir::Read::Integer, Some(Scalar::Integer))
        }
        SimpleKind::Long => (ir::Read::Copied, Some(Scalar::Integer)),
        SimpleKind::Float => (ir::Read::Float, Some(Scalar::Float)),
        SimpleKind::Double => (ir::Read::Copied, Some(Scalar::Float)),
        SimpleKind::BigInteger
        | SimpleKind::BigDecimal
        | SimpleKind::Blob
        | SimpleKind::Timestamp
        | SimpleKind::Document => (ir::Read::Borrowed, None),
    }
}

fn boolean<'m>(expression: Expression<'m>) -> Value<'m> {
    Value::Scalar(expression, Scalar::Boolean)
}

fn wrong_result() -> PathError {
    misfit("it leads neither to a string, nor to a boolean, nor to a list of strings".to_owned())
}

fn misfit(reason: String) -> PathError {
    PathError::Misfit(reason)
}

fn unsupported(form: &str) -> PathError {
    PathError::Unsupported(format!("it contains {form}"))
}

/// Whether the value depends on the input, on the output, or on the element of a list.
fn is_variable(expression: &Expression<'_>) -> bool {
    use ir::Expression::{Element, Input, Output};
    [Input, Output, Element]
        .iter()
        .any(|root| expression.reads(root))
}
