//! Emits JMESPath expressions.
//!
//! A value is a `bool`, an `i64`, an `f64`, a `&str`, or a borrowed member. There are three ways to write an expression:
//! [`emit_optional`] keeps null apart, as `None`; [`emit_required`] leaves the enclosing function or closure with `?` if the
//! value is null; and [`emit_result`] is the last expression of such a function or closure. A function that fails, because
//! its argument is null, leaves the enclosing function with `?` in any case.

mod condition;
mod list;

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::ir::jmespath::{
    Access, Comparator, Countable, Expression, List, Literal, MemberOf, PathValue, Read,
};

use condition::{Polarity, emit_condition};
use list::emit_read;
pub(super) use list::{Nulls, emit_elements};

/// Emits the last expression of a function that returns the value of a path in an `Option`.
///
/// ```ignore
/// output.table.as_ref()?.status.as_ref().map(|value| value.as_str())
/// ```
pub(super) fn emit_path(value: &PathValue) -> TokenStream {
    match value {
        PathValue::Text(expression) | PathValue::Boolean(expression) => emit_result(expression),
        PathValue::Texts(list) => {
            let elements = emit_elements(list, Nulls::Leave);
            quote!(Some(#elements.collect()))
        }
    }
}

/// Emits an expression at the end of a function or closure that returns an `Option`.
fn emit_result(expression: &Expression) -> TokenStream {
    match expression {
        Expression::Member(it) if it.member.optional => emit_member(&emit_receiver(&it.of), it),
        Expression::And(..) | Expression::Or(..) if expression.is_nullable() => {
            emit_optional(expression)
        }
        _ => {
            let value = emit_required(expression);
            quote!(Some(#value))
        }
    }
}

/// Emits an expression whose type is an `Option`; `None` is null. Without functions that can fail, it contains no `?`.
///
/// ```ignore
/// output.table.as_ref().and_then(|value| value.status.as_ref().map(|value| value.as_str()))
/// ```
pub(super) fn emit_optional(expression: &Expression) -> TokenStream {
    match expression {
        Expression::Member(it) if it.of.is_nullable() => {
            let of = emit_optional(&it.of);
            let result = emit_member(&quote!(value), it);
            if it.member.optional {
                quote!(#of.and_then(|value| #result))
            } else {
                quote!(#of.map(|value| #result))
            }
        }
        Expression::Member(it) if it.member.optional => emit_member(&emit_receiver(&it.of), it),
        Expression::Float(integer) if integer.is_nullable() => {
            let integer = emit_optional(integer);
            quote!(#integer.map(|value| value as f64))
        }
        Expression::Compare(left, comparator, right) if expression.is_nullable() => {
            let (left, right) = (emit_optional(left), emit_optional(right));
            let operator = emit_operator(*comparator);
            quote!(#left.zip(#right).map(|(left, right)| left #operator right))
        }
        Expression::And(left, right) if expression.is_nullable() => {
            let (left, right) = (emit_optional(left), emit_optional(right));
            quote!(match #left { Some(true) => #right, other => other })
        }
        Expression::Or(left, right) if expression.is_nullable() => {
            let (left, right) = (emit_optional(left), emit_optional(right));
            quote!(match #left { Some(true) => Some(true), _ => #right })
        }
        _ => {
            let value = emit_required(expression);
            quote!(Some(#value))
        }
    }
}

/// Emits an expression for a place where null and failure have the same effect.
///
/// ```ignore
/// output.table.as_ref()?.status.as_ref()?.as_str()
/// ```
pub(super) fn emit_required(expression: &Expression) -> TokenStream {
    match expression {
        Expression::Input => quote!(input),
        Expression::Output => quote!(output),
        Expression::Element => quote!(value),
        Expression::Member(it) => {
            let value = emit_member(&emit_receiver(&it.of), it);
            let unwrap = it.member.optional.then(|| quote!(?));
            quote!(#value #unwrap)
        }
        Expression::Literal(literal) => emit_literal(literal),
        Expression::Float(integer) => {
            let integer = emit_operand(integer);
            quote!(#integer as f64)
        }
        Expression::Length(countable) => emit_length(countable),
        Expression::ListContains(list, element) => emit_list_contains(list, element),
        Expression::TextContains(text, part) => emit_text_contains(text, part),
        Expression::Compare(left, comparator, right) if !comparator.accepts_null() => {
            let (left, right) = (emit_operand(left), emit_operand(right));
            let operator = emit_operator(*comparator);
            quote!(#left #operator #right)
        }
        Expression::And(..) | Expression::Or(..) if expression.is_nullable() => {
            let value = emit_optional(expression);
            quote!((#value)?)
        }
        Expression::Compare(..) | Expression::And(..) | Expression::Or(..) | Expression::Not(_) => {
            emit_condition(expression, Polarity::True)
        }
    }
}

/// Emits a value whose fields are read or whose methods are called.
fn emit_receiver(expression: &Expression) -> TokenStream {
    match expression {
        Expression::Member(it)
            if !it.member.optional && matches!(it.read, Read::Borrowed | Read::Slice) =>
        {
            let (of, field) = (emit_receiver(&it.of), &it.member.field);
            quote!(#of.#field)
        }
        _ => emit_required(expression),
    }
}

/// Emits an operand of an operator, in parentheses if it contains one itself.
fn emit_operand(expression: &Expression) -> TokenStream {
    let value = emit_required(expression);
    match expression {
        Expression::Float(_)
        | Expression::Length(_)
        | Expression::Compare(..)
        | Expression::And(..)
        | Expression::Or(..)
        | Expression::Not(_) => quote!((#value)),
        Expression::Input
        | Expression::Output
        | Expression::Element
        | Expression::Member(_)
        | Expression::Literal(_)
        | Expression::ListContains(..)
        | Expression::TextContains(..) => value,
    }
}

/// Emits the value of a member of `of`, in an `Option` if the member is optional.
fn emit_member(of: &TokenStream, it: &MemberOf) -> TokenStream {
    let name = &it.member.field;
    if it.access == Access::Variant {
        let method = name.prefixed("as_");
        let read = emit_read(it.read);
        return quote!(#of.#method().ok() #read);
    }
    let field = quote!(#of.#name);
    match (it.read, it.member.optional) {
        (Read::Copied, _) => field,
        (Read::Integer, true) => quote!(#field.map(i64::from)),
        (Read::Integer, false) => quote!(i64::from(#field)),
        (Read::Float, true) => quote!(#field.map(f64::from)),
        (Read::Float, false) => quote!(f64::from(#field)),
        (Read::Text | Read::Slice, true) => quote!(#field.as_deref()),
        (Read::EnumText, true) => quote!(#field.as_ref().map(|value| value.as_str())),
        (Read::Text | Read::EnumText, false) => quote!(#field.as_str()),
        (Read::Slice, false) => quote!(#field.as_slice()),
        (Read::Borrowed, true) => quote!(#field.as_ref()),
        (Read::Borrowed, false) => quote!(&#field),
    }
}

fn emit_literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Boolean(value) => quote!(#value),
        Literal::Text(text) => quote!(#text),
        Literal::Integer(value) => {
            let value = Token::i64_unsuffixed(*value);
            quote!(#value)
        }
        Literal::Float(value) => {
            let value = Token::f64_unsuffixed(*value);
            quote!(#value)
        }
    }
}

fn emit_operator(comparator: Comparator) -> TokenStream {
    match comparator {
        Comparator::Equal => quote!(==),
        Comparator::NotEqual => quote!(!=),
        Comparator::Less => quote!(<),
        Comparator::LessOrEqual => quote!(<=),
        Comparator::Greater => quote!(>),
        Comparator::GreaterOrEqual => quote!(>=),
    }
}

fn emit_length(countable: &Countable) -> TokenStream {
    let length = match countable {
        Countable::List(list) => list::emit_count(list),
        Countable::Map(map) => {
            let map = emit_receiver(map);
            quote!(#map.len())
        }
        Countable::Text(text) => {
            let text = emit_required(text);
            quote!(#text.chars().count())
        }
    };
    quote!(#length as i64)
}

/// Emits whether a list contains a value. The value is computed once.
fn emit_list_contains(list: &List, element: &Expression) -> TokenStream {
    let elements = emit_elements(list, Nulls::Leave);
    match element {
        Expression::Literal(Literal::Boolean(true)) => quote!(#elements.any(|value| value)),
        Expression::Literal(Literal::Boolean(false)) => quote!(#elements.any(|value| !value)),
        Expression::Literal(Literal::Text(text)) if text.is_empty() => {
            quote!(#elements.any(|value| value.is_empty()))
        }
        Expression::Literal(literal) => {
            let literal = emit_literal(literal);
            quote!(#elements.any(|value| value == #literal))
        }
        _ => {
            let element = emit_optional(element);
            quote!({ let element = #element; #elements.any(|value| Some(value) == element) })
        }
    }
}

/// Emits whether a text contains another one. No text contains null.
fn emit_text_contains(text: &Expression, part: &Expression) -> TokenStream {
    let text = emit_required(text);
    if let Expression::Literal(part) = part {
        let part = emit_literal(part);
        quote!(#text.contains(#part))
    } else {
        let part = emit_optional(part);
        quote!({ let text = #text; #part.is_some_and(|part| text.contains(part)) })
    }
}
