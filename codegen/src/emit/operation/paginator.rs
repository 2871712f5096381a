//! The paginator of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ty::Scope;
use crate::ir::{Operation, Paginator, Step, Type};

/// The file `paginator.rs` of an operation.
///
/// ```ignore
/// pub struct ListThingsPaginator {
///     pages: Pages<ListThings>,
/// }
///
/// impl ListThingsPaginator {
///     pub fn page_size(mut self, limit: i32) -> Self { … }
///     pub fn items(self) -> ListThingsPaginatorItems { … }
///     pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self { … }
///     pub fn send(self) -> PaginationStream<Result<ListThingsOutput, SdkError<ListThingsError>>> { … }
/// }
/// ```
pub(in crate::emit) fn emit(operation: &Operation, paginator: &Paginator) -> TokenStream {
    let imports = emit_imports(operation);
    let pages = emit_pages(operation, paginator);
    let paginated = emit_paginated(operation, paginator);
    let items = paginator
        .items
        .as_ref()
        .map(|(path, ty)| emit_items(operation, path, ty));
    quote! {
        #imports
        #pages
        #paginated
        #items
    }
}

fn emit_imports(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let builder = name.suffixed("InputBuilder");
    let (input, output, error) = (
        name.suffixed("Input"),
        name.suffixed("Output"),
        name.suffixed("Error"),
    );
    quote! {
        use std::sync::Arc;

        use aws_smithy_async::future::pagination_stream::PaginationStream;

        use super::builders::#builder;
        use super::{#name, #error, #input, #output};
        use crate::client::Handle;
        use crate::error::{BuildError, SdkError};
        use crate::runtime::paginator::{Paginated, Pages};
    }
}

fn emit_pages(operation: &Operation, paginator: &Paginator) -> TokenStream {
    let name = &operation.name;
    let (ident, builder) = (name.suffixed("Paginator"), name.suffixed("InputBuilder"));
    let (output, error) = (name.suffixed("Output"), name.suffixed("Error"));
    let docs = format!(" Pages of `{name}`, requested one after the other.");
    let page_size = paginator.page_size.as_ref().map(|(field, ty)| {
        let ty = Scope::default().ty(ty);
        let docs = format!(" Limits the size of a page: sets `{field}` of the input.");
        quote! {
            #[doc = #docs]
            pub fn page_size(mut self, limit: #ty) -> Self {
                self.pages.builder.#field = Some(limit);
                self
            }
        }
    });
    let items = paginator
        .items
        .as_ref()
        .map(|(path, _)| emit_items_method(operation, path));
    quote! {
        #[doc = #docs]
        pub struct #ident {
            pages: Pages<#name>,
        }

        impl #ident {
            pub(crate) fn new(handle: Arc<Handle>, builder: #builder) -> Self {
                Self { pages: Pages::new(handle, builder) }
            }

            #page_size
            #items

            /// Whether to stop when the service returns the token it was sent; it does by default.
            ///
            /// Without it, such a service would be asked for ever, which may be wanted to follow a log.
            pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                self.pages.stop_on_duplicate_token = stop_on_duplicate_token;
                self
            }

            /// The stream of pages. A page is requested when the stream is asked for it.
            ///
            /// The stream ends after the last page or the first error.
            #[inline]
            pub fn send(self) -> PaginationStream<Result<#output, SdkError<#error>>> {
                self.pages.send()
            }
        }
    }
}

fn emit_items_method(operation: &Operation, path: &[Step]) -> TokenStream {
    let items = operation.name.suffixed("PaginatorItems");
    let names: Vec<&str> = path.iter().map(|step| step.field.as_str()).collect();
    let docs = format!(" Flattens the pages into their `{}`.", names.join("."));
    quote! {
        #[doc = #docs]
        pub fn items(self) -> #items {
            #items(self)
        }
    }
}

/// What the page loop needs to know of the operation.
fn emit_paginated(operation: &Operation, paginator: &Paginator) -> TokenStream {
    let name = &operation.name;
    let (input, output, builder) = (
        name.suffixed("Input"),
        name.suffixed("Output"),
        name.suffixed("InputBuilder"),
    );
    let token_field = &paginator.input_token;
    let token = operation
        .input
        .fields
        .iter()
        .find(|field| field.name == paginator.input_token);
    let token_ty = Scope::default().ty(token.map_or(&Type::String, |field| &field.ty));
    let output_token = borrow_path(&paginator.output_token);
    quote! {
        impl Paginated for #name {
            type InputBuilder = #builder;
            type Token = #token_ty;

            fn build(builder: #builder) -> Result<#input, BuildError> {
                builder.build()
            }

            fn input_token(input: &mut #input) -> &mut Option<#token_ty> {
                &mut input.#token_field
            }

            fn output_token(output: &#output) -> Option<&#token_ty> {
                #output_token
            }
        }
    }
}

/// `output.a.as_ref()?.b.as_ref()`: the end of the path, borrowed.
fn borrow_path(path: &[Step]) -> TokenStream {
    let mut expression = quote!(output);
    for (index, step) in path.iter().enumerate() {
        let field = &step.field;
        let borrowed = match (step.optional, step.boxed) {
            (true, true) => quote!(#expression.#field.as_deref()),
            (true, false) => quote!(#expression.#field.as_ref()),
            (false, _) => quote!(Some(&#expression.#field)),
        };
        expression = if index + 1 == path.len() {
            borrowed
        } else {
            quote!(#borrowed?)
        };
    }
    expression
}

/// The flattened paginator.
fn emit_items(operation: &Operation, path: &[Step], ty: &Type) -> TokenStream {
    let name = &operation.name;
    let (items, pages, error) = (
        name.suffixed("PaginatorItems"),
        name.suffixed("Paginator"),
        name.suffixed("Error"),
    );
    let item = item_ty(ty);
    let docs = format!(" Items of `{name}`, out of its pages.");
    let value = take_path(path);
    quote! {
        #[doc = #docs]
        pub struct #items(#pages);

        impl #items {
            /// The stream of items. A page is requested when the items of the one before are used up.
            ///
            /// The stream ends after the last item or the first error.
            #[inline]
            pub fn send(self) -> PaginationStream<Result<#item, SdkError<#error>>> {
                aws_smithy_async::future::pagination_stream::TryFlatMap::new(self.0.send()).flat_map(|page| #value)
            }
        }
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
