//! Expressions of endpoint rules: typed expressions go in, Rust expressions come out.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::ir::{Base, Expr, Kind};

/// How the places that hold parameters and variables are called in a function.
pub(crate) struct Places {
    /// `params`, or `values.params`
    pub(crate) params: TokenStream,
    /// In front of the name of a variable: nothing, or `values.`
    pub(crate) variables: TokenStream,
}

/// How two values are compared.
#[derive(Clone, Copy)]
enum Comparison {
    Same,
    Different,
}

/// An identifier; keywords become raw identifiers.
pub(crate) fn ident(name: &str) -> Ident {
    if syn::parse_str::<Ident>(name).is_ok() {
        return Ident::new(name, Span::call_site());
    }
    match name {
        "self" | "Self" | "super" | "crate" | "_" => {
            Ident::new(&format!("{name}_"), Span::call_site())
        }
        name => Ident::new_raw(name, Span::call_site()),
    }
}

impl Places {
    /// The value itself, of the type that the expression has.
    pub(crate) fn expr(&self, value: &Expr) -> TokenStream {
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

    /// A string as `&str`, anything else as it is.
    pub(crate) fn argument(&self, value: &Expr) -> TokenStream {
        let expr = self.expr(value);
        if value.ty.base == Base::String {
            quote!(&#expr)
        } else {
            expr
        }
    }

    /// A string as `String`.
    pub(crate) fn owned(&self, value: &Expr) -> TokenStream {
        let expr = self.operand(value);
        match (&value.kind, value.ty.base) {
            (Kind::Local(_), Base::String) => quote!(#expr.clone()),
            (_, Base::String) => expr,
            (_, _) => quote!(#expr.to_owned()),
        }
    }

    /// In front of an operator or a method.
    fn operand(&self, value: &Expr) -> TokenStream {
        let expr = self.expr(value);
        match &value.kind {
            Kind::If(..) | Kind::Not(_) | Kind::Equal(..) => quote!((#expr)),
            _ => expr,
        }
    }

    /// `format!("https://{region}.{}", partition_result.dns_suffix)`
    fn template(&self, pieces: &[Expr]) -> TokenStream {
        let mut format = String::new();
        let mut arguments = Vec::new();
        for piece in pieces {
            match &piece.kind {
                Kind::Text(text) => format.push_str(&text.replace('{', "{{").replace('}', "}}")),
                Kind::Local(name) if ident(name) == *name => {
                    format.push_str(&format!("{{{name}}}"))
                }
                _ => {
                    format.push_str("{}");
                    arguments.push(self.expr(piece));
                }
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
            _ => quote!(#params.#field),
        }
    }

    /// Variables are read through a reference, and so is what isn't `Copy` in them.
    fn variable(&self, name: &str, value: &Expr) -> TokenStream {
        let (prefix, name) = (&self.variables, ident(name));
        match (value.ty.base, value.ty.optional) {
            (Base::Url | Base::Arn, true) => quote!(#prefix #name.as_ref()),
            (Base::Strs, true) => quote!(#prefix #name.as_deref()),
            _ => quote!(#prefix #name),
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
        match (field, value.ty.base) {
            ("normalized_path", Base::Str) => quote!(#inner.#name.as_str()),
            _ => quote!(#inner.#name),
        }
    }

    fn element(&self, list: &Expr, index: i64) -> TokenStream {
        let element = match list.ty.base {
            Base::Strings => quote!(.map(String::as_str)),
            _ => quote!(.copied()),
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
            _ => quote!(#list.iter().nth_back(#position) #element),
        }
    }

    fn not(&self, inner: &Expr) -> TokenStream {
        match &inner.kind {
            Kind::Equal(left, right) => self.compared(left, right, Comparison::Different),
            Kind::IsSet(inner) => {
                let inner = self.unborrowed(inner);
                quote!(#inner.is_none())
            }
            Kind::IsTrue(optional) if !matches!(optional.kind, Kind::Map(..)) => {
                let optional = self.operand(optional);
                quote!(#optional != Some(true))
            }
            _ => {
                let inner = self.operand(inner);
                quote!(!#inner)
            }
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

    /// In front of or behind a comparison; `Option<String>` can only be compared with its like.
    fn comparable(&self, value: &Expr) -> TokenStream {
        let expr = self.operand(value);
        match (value.ty.base, value.ty.optional) {
            (Base::String, true) => quote!(#expr.as_deref()),
            _ => expr,
        }
    }

    /// `is_some` needs no `as_deref` in front of it.
    fn unborrowed(&self, value: &Expr) -> TokenStream {
        match &value.kind {
            Kind::Parameter(field) => {
                let (params, field) = (&self.params, ident(field));
                quote!(#params.#field)
            }
            Kind::Variable(name) | Kind::OwnedVariable(name) => {
                let (prefix, name) = (&self.variables, ident(name));
                quote!(#prefix #name)
            }
            _ => self.operand(value),
        }
    }

    fn is_true(&self, optional: &Expr) -> TokenStream {
        match &optional.kind {
            Kind::Map(arguments, body) if !body.ty.optional => {
                self.mapped(arguments, body, &quote!(is_some_and))
            }
            _ => {
                let optional = self.operand(optional);
                quote!(#optional == Some(true))
            }
        }
    }

    /// `region.map(resolve_partition)`, `url.zip(bucket).map(|(url, bucket)| ...)`
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
                _ => (quote!(#values.zip(#value)), quote!((#names, #name))),
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

    /// `first.or(second).unwrap_or(last)`
    fn coalesce(&self, values: &[Expr], whole: &Expr) -> TokenStream {
        let mut chain = TokenStream::new();
        for (index, value) in values.iter().enumerate() {
            let expr = self.based(value, whole);
            chain = match (index, value.ty.optional, value.ty.base) {
                (0, _, _) => expr,
                (_, true, _) => quote!(#chain.or(#expr)),
                (_, false, _) if whole.ty.base == Base::String => {
                    quote!(#chain.unwrap_or_else(|| #expr))
                }
                (_, false, _) => quote!(#chain.unwrap_or(#expr)),
            };
        }
        chain
    }

    /// The value in the type of `whole`, of which it is a branch.
    fn converted(&self, value: &Expr, whole: &Expr) -> TokenStream {
        let expr = self.based(value, whole);
        if whole.ty.optional && !value.ty.optional {
            quote!(Some(#expr))
        } else {
            expr
        }
    }

    fn based(&self, value: &Expr, whole: &Expr) -> TokenStream {
        match (whole.ty.base, value.ty.base, value.ty.optional) {
            (Base::String, Base::Str, true) => {
                let value = self.operand(value);
                quote!(#value.map(str::to_owned))
            }
            (Base::String, Base::Str | Base::String, false) => self.owned(value),
            _ => self.expr(value),
        }
    }
}
