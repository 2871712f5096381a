//! Emits conditions, whose type is `bool`. Null counts as false.

use proc_macro2::TokenStream;
use quote::quote;

use super::{emit_operand, emit_operator, emit_optional, emit_required};
use crate::ir::jmespath::{Comparator, Expression, Literal};

/// Whether a condition or its opposite is emitted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Polarity {
    /// The condition.
    True,
    /// Its opposite.
    False,
}

impl Polarity {
    fn opposite(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
        }
    }
}

/// Emits a condition or its opposite. A negation is moved inward, as clippy demands.
///
/// ```ignore
/// // !(length(deployments) == `1` && running == desired)
/// value.deployments.as_deref()?.len() as i64 != 1 || value.running != value.desired
/// ```
pub(super) fn emit_condition(expression: &Expression, polarity: Polarity) -> TokenStream {
    match expression {
        Expression::Not(operand) => emit_condition(operand, polarity.opposite()),
        Expression::And(left, right) | Expression::Or(left, right) => {
            if is_disjunction(expression, polarity) {
                let left = emit_condition(left, polarity);
                let right = emit_condition(right, polarity);
                quote!(#left || #right)
            } else {
                let left = emit_factor(left, polarity);
                let right = emit_factor(right, polarity);
                quote!(#left && #right)
            }
        }
        Expression::Compare(left, comparator, right) if !expression.is_nullable() => {
            emit_comparison(left, *comparator, right, polarity)
        }
        _ if expression.is_nullable() => {
            let value = emit_optional(expression);
            match polarity {
                Polarity::True => quote!(#value == Some(true)),
                Polarity::False => quote!(#value != Some(true)),
            }
        }
        _ => {
            let value = emit_required(expression);
            match polarity {
                Polarity::True => value,
                Polarity::False => quote!(!#value),
            }
        }
    }
}

/// Emits an operand of `&&`.
fn emit_factor(expression: &Expression, polarity: Polarity) -> TokenStream {
    let condition = emit_condition(expression, polarity);
    if is_disjunction(expression, polarity) {
        quote!((#condition))
    } else {
        condition
    }
}

fn is_disjunction(expression: &Expression, polarity: Polarity) -> bool {
    match expression {
        Expression::Or(..) => polarity == Polarity::True,
        Expression::And(..) => polarity == Polarity::False,
        Expression::Not(operand) => is_disjunction(operand, polarity.opposite()),
        Expression::Input
        | Expression::Output
        | Expression::Element
        | Expression::Member(_)
        | Expression::Literal(_)
        | Expression::Float(_)
        | Expression::Length(_)
        | Expression::ListContains(..)
        | Expression::TextContains(..)
        | Expression::Compare(..) => false,
    }
}

/// Emits a comparison that is never null.
fn emit_comparison(
    left: &Expression,
    comparator: Comparator,
    right: &Expression,
    polarity: Polarity,
) -> TokenStream {
    let comparator = match polarity {
        Polarity::True => comparator,
        Polarity::False => opposite(comparator),
    };
    let operator = emit_operator(comparator);
    let is_nullable = left.is_nullable() || right.is_nullable();
    match (left, right) {
        _ if is_nullable => {
            let (left, right) = (emit_optional(left), emit_optional(right));
            quote!(#left #operator #right)
        }
        (Expression::Literal(Literal::Boolean(value)), other)
        | (other, Expression::Literal(Literal::Boolean(value))) => {
            let polarity = match (comparator, value) {
                (Comparator::Equal, true) | (Comparator::NotEqual, false) => Polarity::True,
                _ => Polarity::False,
            };
            emit_condition(other, polarity)
        }
        // Clippy demands `is_empty`.
        (Expression::Literal(Literal::Text(text)), other)
        | (other, Expression::Literal(Literal::Text(text)))
            if text.is_empty() =>
        {
            let negation = (comparator == Comparator::NotEqual).then(|| quote!(!));
            let other = emit_required(other);
            quote!(#negation #other.is_empty())
        }
        _ => {
            let (left, right) = (emit_operand(left), emit_operand(right));
            quote!(#left #operator #right)
        }
    }
}

/// JSON has no NaN, so that one of two numbers is always the lesser one or they are equal.
fn opposite(comparator: Comparator) -> Comparator {
    match comparator {
        Comparator::Equal => Comparator::NotEqual,
        Comparator::NotEqual => Comparator::Equal,
        Comparator::Less => Comparator::GreaterOrEqual,
        Comparator::LessOrEqual => Comparator::Greater,
        Comparator::Greater => Comparator::LessOrEqual,
        Comparator::GreaterOrEqual => Comparator::Less,
    }
}
