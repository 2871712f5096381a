//! Emits the three methods that a builder has for each member.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc_lines, setter_docs};
use super::ty::Scope;
use crate::ir::{Field, MapKey, RustName, Type};

/// The builder that the methods belong to.
#[derive(Clone, Copy)]
pub(super) enum Receiver<'a> {
    /// The builder of a structure.
    Builder,
    /// A fluent builder, which contains the builder of an operation's input; and the path of the operation's module.
    Fluent(&'a str),
}

/// Emits the methods of a member: the first one sets the value or adds to it, the second one sets or clears it, and the
/// third one returns it.
///
/// ```ignore
/// /// The tags of the status.
/// ///
/// /// Adds an entry. To replace all entries, use [`set_tags`](Self::set_tags).
/// pub fn tags(mut self, k: impl Into<String>, v: impl Into<String>) -> Self {
///     self.tags.get_or_insert_default().insert(k.into(), v.into());
///     self
/// }
///
/// /// Sets or clears `tags`.
/// pub fn set_tags(mut self, input: Option<HashMap<String, String>>) -> Self {
///     self.tags = input;
///     self
/// }
///
/// /// Returns the value of `tags` that was set.
/// pub fn get_tags(&self) -> &Option<HashMap<String, String>> {
///     &self.tags
/// }
/// ```
pub(super) fn emit(
    scope: &Scope,
    structure: &RustName,
    field: &Field,
    receiver: Receiver<'_>,
) -> TokenStream {
    let name = &field.name;
    let place = match receiver {
        Receiver::Builder => quote!(self.#name),
        Receiver::Fluent(_) => quote!(self.inner.#name),
    };
    let docs = doc_lines(&match receiver {
        Receiver::Builder => setter_docs(structure.as_str(), structure, field),
        Receiver::Fluent(path) => setter_docs(&format!("{path}::{structure}"), structure, field),
    });
    let deprecated = deprecated(field.deprecated.as_ref());
    let (parameters, statement) = emit_assignment(scope, field, &place);
    let (set_name, get_name) = (name.prefixed("set_"), name.prefixed("get_"));
    let (option, ty) = (scope.option(), scope.boxed_ty(&field.ty, field.boxed));
    let set_docs = format!(" Sets or clears `{}`.", name.as_str());
    let get_docs = format!(" Returns the value of `{}` that was set.", name.as_str());
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #parameters) -> Self {
            #statement
            self
        }

        #[doc = #set_docs]
        pub fn #set_name(mut self, input: #option<#ty>) -> Self {
            #place = input;
            self
        }

        #[doc = #get_docs]
        pub fn #get_name(&self) -> &#option<#ty> {
            &#place
        }
    }
}

/// The parameters of the setter, and the statement that uses them.
fn emit_assignment(
    scope: &Scope,
    field: &Field,
    place: &TokenStream,
) -> (TokenStream, TokenStream) {
    let into = scope.into();
    let ty = scope.boxed_ty(&field.ty, field.boxed);
    match &field.ty {
        Type::List { member, sparse } => {
            let (ty, value) = argument(scope, member, *sparse, quote!(input));
            (
                quote!(input: #ty),
                quote!(#place.get_or_insert_default().push(#value);),
            )
        }
        Type::Map { key, value, sparse } => {
            let (key_ty, key) = argument(scope, &key_type(key), false, quote!(k));
            let (value_ty, value) = argument(scope, value, *sparse, quote!(v));
            (
                quote!(k: #key_ty, v: #value_ty),
                quote!(#place.get_or_insert_default().insert(#key, #value);),
            )
        }
        value if field.boxed || *value == Type::String => (
            quote!(input: impl #into<#ty>),
            quote!(#place = Some(input.into());),
        ),
        _ => (quote!(input: #ty), quote!(#place = Some(input);)),
    }
}

fn key_type(key: &MapKey) -> Type {
    match key {
        MapKey::String => Type::String,
        MapKey::Enum(name) => Type::Enum(name.clone()),
    }
}

/// The type of the parameter for an item, and the item made of it: strings are converted.
fn argument(
    scope: &Scope,
    ty: &Type,
    sparse: bool,
    name: TokenStream,
) -> (TokenStream, TokenStream) {
    let (into, item) = (scope.into(), scope.item(ty, sparse));
    if *ty == Type::String && !sparse {
        (quote!(impl #into<#item>), quote!(#name.into()))
    } else {
        (item, name)
    }
}
