//! Emits typed expressions of endpoint rules as Rust expressions.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::ir::RustName;
use crate::ir::endpoints::program::{Base, Expr, Kind};
pub(super) use crate::ir::ident;

/// The names under which a function reads parameters and variables.
pub(super) struct NameScope {
    /// `params`, or `values.params`
    pub(super) params: TokenStream,
    /// The prefix of variables: nothing, or `values.`
    pub(super) variables: TokenStream,
}

/// A comparison operator.
#[derive(Clone, Copy)]
enum Comparison {
    Same,
    Different,
}

/// Returns the name of the setter that takes an `Option`.
pub(super) fn set_name(name: &str) -> Ident {
    RustName::new(name).prefixed("set_")
}

impl NameScope {
    /// Emits the value in the type that the expression has.
    pub(super) fn expr(&self, value: &Expr) -> TokenStream {
        match &value.kind {
            Kind::Bool(value) => quote!(#value),
            Kind::Int(value) => {
                let value = Literal::i64_unsuffixed(*value);
                quote!(#value)
            }
            Kind::Text(text) => quote!(#text),
            Kind::Template(pieces) => self.template(pieces),
            Kind::Local(name) => {
                let name = ident(name);
                quote!(#name)
            }
            Kind::Parameter(field) => self.parameter(field, value),
            Kind::Variable(name) => self.variable(name, value),
            Kind::OwnedVariable(name) => self.owned_variable(name, value),
            Kind::Attribute(inner, field) => self.attribute(inner, field, value),
            Kind::Element(list, index) => self.element(list, *index),
            Kind::Call(function, arguments) => {
                let function = ident(function.path().1);
                let arguments = arguments.iter().map(|argument| self.argument(argument));
                quote!(#function(#(#arguments),*))
            }
            Kind::Not(inner) => self.not(inner),
            Kind::Equal(left, right) => self.compared(left, right, Comparison::Same),
            Kind::IsSet(inner) => {
                let inner = self.unborrowed(inner);
                quote!(#inner.is_some())
            }
            Kind::IsTrue(inner) => self.is_true(inner),
            Kind::If(condition, then, otherwise) => {
                let condition = self.expr(condition);
                let [then, otherwise] =
                    [then, otherwise].map(|branch| self.converted(branch, value));
                quote!(if #condition { #then } else { #otherwise })
            }
            Kind::Coalesce(values) => self.coalesce(values, value),
            Kind::Map(arguments, body) => {
                let method = if body.ty.optional {
                    quote!(and_then)
                } else {
                    quote!(map)
                };
                self.mapped(arguments, body, &method)
            }
        }
    }

    /// Emits an argument of a function: a string as `&str`, any other value in its own type.
    pub(super) fn argument(&self, value: &Expr) -> TokenStream {
        let expr = self.expr(value);
        if value.ty.base == Base::String {
            quote!(&#expr)
        } else {
            expr
        }
    }

    /// Emits a string as `String`.
    pub(super) fn owned(&self, value: &Expr) -> TokenStream {
        let expr = self.operand(value);
        if value.ty.base != Base::String {
            quote!(#expr.to_owned())
        } else if matches!(value.kind, Kind::Local(_)) {
            quote!(#expr.clone())
        } else {
            expr
        }
    }

    /// Emits a string that converts into a `Document`.
    pub(super) fn document_text(&self, value: &Expr) -> TokenStream {
        if value.ty.base == Base::String {
            self.owned(value)
        } else {
            self.expr(value)
        }
    }

    /// Emits the value so that an operator or a method call can follow.
    fn operand(&self, value: &Expr) -> TokenStream {
        let expr = self.expr(value);
        match &value.kind {
            Kind::If(..) | Kind::Not(_) | Kind::Equal(..) => quote!((#expr)),
            Kind::Bool(_)
            | Kind::Int(_)
            | Kind::Text(_)
            | Kind::Template(_)
            | Kind::Local(_)
            | Kind::Parameter(_)
            | Kind::Variable(_)
            | Kind::OwnedVariable(_)
            | Kind::Attribute(..)
            | Kind::Element(..)
            | Kind::Call(..)
            | Kind::IsSet(_)
            | Kind::IsTrue(_)
            | Kind::Coalesce(_)
            | Kind::Map(..) => expr,
        }
    }

    /// Emits `format!("https://{region}.{}", partition_result.dns_suffix)`.
    fn template(&self, pieces: &[Expr]) -> TokenStream {
        let mut format = String::new();
        let mut arguments = Vec::new();
        for piece in pieces {
            if let Kind::Text(text) = &piece.kind {
                format.push_str(&text.replace('{', "{{").replace('}', "}}"));
            } else if let Kind::Local(name) = &piece.kind
                && ident(name) == *name
            {
                format.push_str(&format!("{{{name}}}"));
            } else {
                format.push_str("{}");
                arguments.push(self.expr(piece));
            }
        }
        quote!(format!(#format #(, #arguments)*))
    }

    fn parameter(&self, field: &str, value: &Expr) -> TokenStream {
        let (params, field) = (&self.params, ident(field));
        match (value.ty.base, value.ty.optional) {
            (Base::Str | Base::Strings, true) => quote!(#params.#field.as_deref()),
            (Base::Str, false) => quote!(#params.#field.as_str()),
            (Base::Strings, false) => quote!(#params.#field.as_slice()),
            (
                Base::Bool
                | Base::Int
                | Base::String
                | Base::Strs
                | Base::Partition
                | Base::Url
                | Base::Arn,
                _,
            ) => quote!(#params.#field),
        }
    }

    /// Emits a variable. Variables are read through a reference, and so are values that aren't `Copy`.
    fn variable(&self, name: &str, value: &Expr) -> TokenStream {
        let (prefix, name) = (&self.variables, ident(name));
        match (value.ty.base, value.ty.optional) {
            (Base::Url | Base::Arn, true) => quote!(#prefix #name.as_ref()),
            (Base::Strs, true) => quote!(#prefix #name.as_deref()),
            (Base::Strs | Base::Url | Base::Arn, false)
            | (
                Base::Bool | Base::Int | Base::Str | Base::String | Base::Strings | Base::Partition,
                _,
            ) => quote!(#prefix #name),
        }
    }

    fn owned_variable(&self, name: &str, value: &Expr) -> TokenStream {
        let (prefix, name) = (&self.variables, ident(name));
        match value.ty.optional {
            true => quote!(#prefix #name.as_deref()),
            false => quote!(#prefix #name.as_str()),
        }
    }

    fn attribute(&self, inner: &Expr, field: &str, value: &Expr) -> TokenStream {
        let (inner, name) = (self.operand(inner), ident(field));
        if field == "normalized_path" && value.ty.base == Base::Str {
            quote!(#inner.#name.as_str())
        } else {
            quote!(#inner.#name)
        }
    }

    fn element(&self, list: &Expr, index: i64) -> TokenStream {
        let element = if list.ty.base == Base::Strings {
            quote!(.map(String::as_str))
        } else {
            quote!(.copied())
        };
        let list = self.operand(list);
        let position = Literal::u64_unsuffixed(if index < 0 {
            index.unsigned_abs() - 1
        } else {
            index.unsigned_abs()
        });
        match index {
            0 => quote!(#list.first() #element),
            -1 => quote!(#list.last() #element),
            1.. => quote!(#list.get(#position) #element),
            ..-1 => quote!(#list.iter().nth_back(#position) #element),
        }
    }

    fn not(&self, inner: &Expr) -> TokenStream {
        if let Kind::Equal(left, right) = &inner.kind {
            self.compared(left, right, Comparison::Different)
        } else if let Kind::IsSet(inner) = &inner.kind {
            let inner = self.unborrowed(inner);
            quote!(#inner.is_none())
        } else if let Kind::IsTrue(optional) = &inner.kind
            && !matches!(optional.kind, Kind::Map(..))
        {
            let optional = self.operand(optional);
            quote!(#optional != Some(true))
        } else {
            let inner = self.operand(inner);
            quote!(!#inner)
        }
    }

    fn compared(&self, left: &Expr, right: &Expr, comparison: Comparison) -> TokenStream {
        let (operator, negation) = match comparison {
            Comparison::Same => (quote!(==), None),
            Comparison::Different => (quote!(!=), Some(quote!(!))),
        };
        if matches!(&right.kind, Kind::Text(text) if text.is_empty()) && !left.ty.optional {
            let left = self.operand(left);
            return quote!(#negation #left.is_empty());
        }
        let (left, right) = match (left.ty.optional, right.ty.optional) {
            (true, false) => {
                let right = self.argument(right);
                (self.comparable(left), quote!(Some(#right)))
            }
            (false, true) => {
                let left = self.argument(left);
                (quote!(Some(#left)), self.comparable(right))
            }
            (true, true) | (false, false) => (self.comparable(left), self.comparable(right)),
        };
        quote!(#left #operator #right)
    }

    /// Emits a side of a comparison. `Option<String>` can't be compared with `Option<&str>`.
    fn comparable(&self, value: &Expr) -> TokenStream {
        let expr = self.operand(value);
        if value.ty.base == Base::String && value.ty.optional {
            quote!(#expr.as_deref())
        } else {
            expr
        }
    }

    /// Emits the value without `as_deref`, which a following `is_some` doesn't need.
    fn unborrowed(&self, value: &Expr) -> TokenStream {
        if let Kind::Parameter(field) = &value.kind {
            let (params, field) = (&self.params, ident(field));
            quote!(#params.#field)
        } else if let Kind::Variable(name) | Kind::OwnedVariable(name) = &value.kind {
            let (prefix, name) = (&self.variables, ident(name));
            quote!(#prefix #name)
        } else {
            self.operand(value)
        }
    }

    fn is_true(&self, optional: &Expr) -> TokenStream {
        if let Kind::Map(arguments, body) = &optional.kind
            && !body.ty.optional
        {
            self.mapped(arguments, body, &quote!(is_some_and))
        } else {
            let optional = self.operand(optional);
            quote!(#optional == Some(true))
        }
    }

    /// Emits `region.map(resolve_partition)` or `url.zip(bucket).map(|(url, bucket)| …)`.
    fn mapped(
        &self,
        arguments: &[(String, Expr)],
        body: &Expr,
        method: &TokenStream,
    ) -> TokenStream {
        let mut values = TokenStream::new();
        let mut names = TokenStream::new();
        for (index, (name, value)) in arguments.iter().enumerate() {
            let (name, value) = (ident(name), self.operand(value));
            (values, names) = match index {
                0 => (value, quote!(#name)),
                1.. => (quote!(#values.zip(#value)), quote!((#names, #name))),
            };
        }
        if let (Kind::Call(function, called), [(name, argument)]) = (&body.kind, arguments)
            && let [
                Expr {
                    kind: Kind::Local(passed),
                    ..
                },
            ] = called.as_slice()
            && name == passed
            && argument.ty.base != Base::String
        {
            let function = ident(function.path().1);
            return quote!(#values.#method(#function));
        }
        let body = self.expr(body);
        quote!(#values.#method(|#names| #body))
    }

    /// Emits `first.or(second).unwrap_or(last)`.
    fn coalesce(&self, values: &[Expr], whole: &Expr) -> TokenStream {
        let mut chain = TokenStream::new();
        for (index, value) in values.iter().enumerate() {
            let expr = self.based(value, whole);
            chain = if index == 0 {
                expr
            } else if value.ty.optional {
                quote!(#chain.or(#expr))
            } else if whole.ty.base == Base::String {
                quote!(#chain.unwrap_or_else(|| #expr))
            } else {
                quote!(#chain.unwrap_or(#expr))
            };
        }
        chain
    }

    /// Emits a branch of `whole` in the type of `whole`.
    fn converted(&self, value: &Expr, whole: &Expr) -> TokenStream {
        let expr = self.based(value, whole);
        if whole.ty.optional && !value.ty.optional {
            quote!(Some(#expr))
        } else {
            expr
        }
    }

    /// Emits a branch of `whole`, with `&str` converted into `String` if another branch is a `String`.
    fn based(&self, value: &Expr, whole: &Expr) -> TokenStream {
        if whole.ty.base != Base::String {
            self.expr(value)
        } else if !value.ty.optional {
            self.owned(value)
        } else if value.ty.base == Base::Str {
            let value = self.operand(value);
            quote!(#value.map(str::to_owned))
        } else {
            self.expr(value)
        }
    }
}
