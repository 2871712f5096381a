//! Emits the paginator of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::inline;
use crate::emit::docs::{doc_lines, wrapped};
use crate::emit::ty::Scope;
use crate::ir::{Crate, Operation, Paginator, Step, Type};

/// Emits the file `paginator.rs` of an operation.
///
/// ```ignore
/// /// Requests the pages of `ListThings` one after the other.
/// pub struct ListThingsPaginator {
///     pages: Pages<super::ListThings>,
/// }
///
/// impl ListThingsPaginator {
///     /// Limits the number of items on a page: sets `max_results` of the input.
///     pub fn page_size(mut self, limit: i32) -> Self { … }
///     …
/// }
///
/// impl Paginated for super::ListThings { … }
///
/// /// The items of [`ListThingsPaginator`], page after page.
/// pub struct ListThingsPaginatorItems(ListThingsPaginator);
/// ```
pub(in crate::emit) fn emit(
    lowered: &Crate,
    operation: &Operation,
    paginator: &Paginator,
) -> TokenStream {
    let name = &operation.name;
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let (input, ident) = (operation.input.name.suffixed("Builder"), &paginator.name);
    let docs = format!(" Requests the pages of `{name}` one after the other.");
    let methods = emit_methods(lowered, operation, paginator);
    let paginated = emit_paginated(operation, paginator);
    let items = emit_items(lowered, operation, paginator);
    let flat_map = items.as_ref().map(|_| quote!(, TryFlatMap));
    quote! {
        use std::sync::Arc;

        use super::builders::#input;
        use super::{#error, #output};
        use crate::client::Handle;
        use crate::runtime::paginator::{Pages, Paginated, PaginationStream #flat_map};

        #[doc = #docs]
        pub struct #ident {
            pages: Pages<super::#name>,
        }

        impl #ident {
            #methods
        }

        #paginated
        #items
    }
}

fn emit_methods(lowered: &Crate, operation: &Operation, paginator: &Paginator) -> TokenStream {
    let inline = inline(lowered);
    let output = &operation.output.name;
    let (error, input) = (
        operation.name.suffixed("Error"),
        operation.input.name.suffixed("Builder"),
    );
    let page_size = paginator.page_size.as_ref().map(|(field, ty)| {
        let ty = Scope::default().ty(ty);
        let docs = format!(
            " Limits the size of a page: sets `{}` of the input.",
            field.as_str()
        );
        quote! {
            #[doc = #docs]
            pub fn page_size(mut self, limit: #ty) -> Self {
                self.pages.builder.#field = Some(limit);
                self
            }
        }
    });
    let items = paginator.items.as_ref().map(|_| {
        let items = paginator.name.suffixed("Items");
        quote! {
            /// Flattens the pages into their items.
            pub fn items(self) -> #items {
                #items(self)
            }
        }
    });
    let item = quote!(Result<#output, crate::error::SdkError<#error>>);
    let stream = emit_stream(lowered, "page", &item);
    quote! {
        pub(crate) fn new(handle: Arc<Handle>, builder: #input) -> Self {
            Self { pages: Pages::new(handle, builder) }
        }

        #page_size
        #items

        /// Sets whether to stop when the service returns the token that it was sent; `true` by default.
        ///
        /// If disabled, pagination never ends for such a service, which can be useful to follow a log.
        pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
            self.pages.stop_on_duplicate_token = stop_on_duplicate_token;
            self
        }

        /// Returns a stream of pages, which requests a page when it is polled for one.
        ///
        /// The stream ends after the last page or the first error.
        #inline
        pub fn send(self) -> PaginationStream<#item> {
            self.pages.send()
        }

        #stream
    }
}

/// Emits the method `stream`, which paginators have besides `send`.
fn emit_stream(lowered: &Crate, what: &str, item: &TokenStream) -> TokenStream {
    let inline = inline(lowered);
    let docs = doc_lines(&format!(
        "Returns a [`Stream`](futures_core::Stream) of {what}s, which has the combinators of `futures`.\n\n{}",
        wrapped(
            "It requests nothing before it is polled, and nothing more after it is dropped. It ends after the last \
             page or the first error."
        )
    ));
    quote! {
        #docs
        #[cfg(feature = "stream")]
        #[cfg_attr(docsrs, doc(cfg(feature = "stream")))]
        #inline
        pub fn stream(self) -> impl futures_core::Stream<Item = #item> + Send + Unpin + 'static {
            crate::runtime::paginator::Polled(self.send())
        }
    }
}

/// Emits where the tokens are.
fn emit_paginated(operation: &Operation, paginator: &Paginator) -> TokenStream {
    let name = &operation.name;
    let (output, input) = (
        &operation.output.name,
        operation.input.name.suffixed("Builder"),
    );
    let token = &paginator.input_token;
    let field = operation
        .input
        .fields
        .iter()
        .find(|field| field.name == *token);
    let ty = field.map_or(&Type::String, |field| &field.ty);
    let not_empty = emit_not_empty(ty);
    let token_ty = Scope::default().ty(ty);
    let output_token = borrow_path(&paginator.output_token);
    let has_more = paginator
        .has_more
        .as_ref()
        .map(|field| quote!(.filter(|_| output.#field == Some(true))));
    quote! {
        impl Paginated for super::#name {
            type InputBuilder = #input;
            type Token = #token_ty;

            fn build(builder: #input) -> Result<Self::Input, crate::error::BuildError> {
                builder.build()
            }

            fn input_token(input: &mut Self::Input) -> &mut Option<#token_ty> {
                &mut input.#token
            }

            fn output_token(output: &#output) -> Option<&#token_ty> {
                #output_token #not_empty #has_more
            }
        }
    }
}

fn emit_items(
    lowered: &Crate,
    operation: &Operation,
    paginator: &Paginator,
) -> Option<TokenStream> {
    let inline = inline(lowered);
    let (path, ty) = paginator.items.as_ref()?;
    let error = operation.name.suffixed("Error");
    let ident = &paginator.name;
    let items = ident.suffixed("Items");
    let docs = format!(" The items of [`{ident}`], page after page.");
    let item = item_ty(ty);
    let value = take_path(path);
    let item = quote!(Result<#item, crate::error::SdkError<#error>>);
    let stream = emit_stream(lowered, "item", &item);
    Some(quote! {
        #[doc = #docs]
        pub struct #items(#ident);

        impl #items {
            /// Returns a stream of items, which requests a page when the items of the previous one are used up.
            ///
            /// The stream ends after the last item or the first error.
            #inline
            pub fn send(self) -> PaginationStream<#item> {
                TryFlatMap::new(self.0.send()).flat_map(|page| #value)
            }

            #stream
        }
    })
}

/// `output.a.as_ref()?.b.as_ref()`: the end of the path, borrowed.
fn borrow_path(path: &[Step]) -> TokenStream {
    let mut expression = quote!(output);
    for (index, step) in path.iter().enumerate() {
        let field = &step.field;
        let borrowed = if step.optional {
            quote!(#expression.#field.as_ref())
        } else {
            quote!(Some(&#expression.#field))
        };
        expression = if index + 1 == path.len() {
            borrowed
        } else {
            quote!(#borrowed?)
        };
    }
    expression
}

/// An empty token is none: <https://smithy.io/2.0/spec/behavior-traits.html#client-behavior>.
fn emit_not_empty(token: &Type) -> Option<TokenStream> {
    match token {
        Type::String | Type::List { .. } | Type::Map { .. } => {
            Some(quote!(.filter(|token| !token.is_empty())))
        }
        Type::Enum(_) => Some(quote!(.filter(|token| !token.as_str().is_empty()))),
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::BigInteger
        | Type::BigDecimal
        | Type::Blob
        | Type::ByteStream
        | Type::Timestamp(_)
        | Type::Document
        | Type::Structure(_)
        | Type::Union(_) => None,
    }
}

/// The type of a single item: of a list its member, of a map a pair.
fn item_ty(ty: &Type) -> TokenStream {
    let scope = Scope::default();
    match ty {
        Type::List { member, sparse } => scope.item(member, *sparse),
        Type::Map { key, value, sparse } => {
            let (key, value) = (scope.map_key(key), scope.item(value, *sparse));
            quote!((#key, #value))
        }
        other => scope.ty(other),
    }
}

/// `page.a.and_then(|value| value.b).unwrap_or_default()`: the end of the path, taken out of the page.
fn take_path(path: &[Step]) -> TokenStream {
    let mut expression = quote!(page);
    let mut is_optional = false;
    for step in path {
        let field = &step.field;
        expression = match (is_optional, step.optional) {
            (false, _) => quote!(#expression.#field),
            (true, true) => quote!(#expression.and_then(|value| value.#field)),
            (true, false) => quote!(#expression.map(|value| value.#field)),
        };
        is_optional = is_optional || step.optional;
    }
    if is_optional {
        quote!(#expression.unwrap_or_default())
    } else {
        expression
    }
}
