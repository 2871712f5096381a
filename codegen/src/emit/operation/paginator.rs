//! The paginator of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ty::Scope;
use crate::ir::{Operation, Paginator, Step, Type};

/// The file `paginator.rs` of an operation.
///
/// ```ignore
/// paginator! {
///     /// Pages of `ListThings`, requested one after the other.
///     ListThingsPaginator pages ListThings with ListThingsInputBuilder -> ListThingsOutput, ListThingsError;
///
///     token next_token: String = |output| output.next_token.as_ref().filter(|token| !token.is_empty());
///
///     page_size max_results: i32;
///
///     items ListThingsPaginatorItems of crate::types::Thing = |page| page.things.unwrap_or_default();
/// }
/// ```
pub(in crate::emit) fn emit(operation: &Operation, paginator: &Paginator) -> TokenStream {
    let scope = Scope::default();
    let name = &operation.name;
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let (input, ident) = (operation.input.name.suffixed("Builder"), &paginator.name);
    let docs = format!(" Pages of `{name}`, requested one after the other.");
    let token = &paginator.input_token;
    let token_field = operation
        .input
        .fields
        .iter()
        .find(|field| field.name == *token);
    let token_ty = scope.ty(token_field.map_or(&Type::String, |field| &field.ty));
    let output_token = borrow_path(&paginator.output_token);
    let not_empty = emit_not_empty(token_field.map_or(&Type::String, |field| &field.ty));
    let page_size = paginator.page_size.as_ref().map(|(field, ty)| {
        let ty = scope.ty(ty);
        quote!(page_size #field: #ty;)
    });
    let items = paginator.items.as_ref().map(|(path, ty)| {
        let (items, item, value) = (ident.suffixed("Items"), item_ty(ty), take_path(path));
        quote!(items #items of #item = |page| #value;)
    });
    quote! {
        use super::builders::#input;
        use super::{#error, #output};
        use crate::runtime::paginator::paginator;

        paginator! {
            #[doc = #docs]
            #ident pages #name with #input -> #output, #error;
            token #token: #token_ty = |output| #output_token #not_empty;
            #page_size
            #items
        }
    }
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
