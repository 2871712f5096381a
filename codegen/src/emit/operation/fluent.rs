//! The fluent builder of an operation: parameters, then the call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::builder::setter_docs;
use crate::emit::docs::deprecated;
use crate::emit::ty::Scope;
use crate::ir::{Field, MapKey, Operation, Type};

/// The file `builders.rs` of an operation.
///
/// ```ignore
/// impl ListThingsInputBuilder {
///     /// Sends a request with this input by `client`.
///     pub async fn send_with(self, client: &Client) -> Result<ListThingsOutput, SdkError<ListThingsError>> { … }
/// }
///
/// #[derive(Clone, Debug)]
/// pub struct ListThingsFluentBuilder {
///     handle: Arc<Handle>,
///     inner: ListThingsInputBuilder,
/// }
///
/// impl ListThingsFluentBuilder {
///     pub async fn send(self) -> Result<ListThingsOutput, SdkError<ListThingsError>> { … }
///     pub fn thing_id(mut self, input: impl Into<String>) -> Self { … }
/// }
/// ```
pub(in crate::emit) fn emit(operation: &Operation) -> TokenStream {
    let imports = emit_imports(operation);
    let send_with = emit_send_with(operation);
    let builder = emit_builder(operation);
    let customizable = emit_customizable(operation);
    quote! {
        #imports
        #send_with
        #builder
        #customizable
    }
}

fn emit_imports(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error) = (name.suffixed("Output"), name.suffixed("Error"));
    let (input_builder, output_builder) = (
        name.suffixed("InputBuilder"),
        name.suffixed("OutputBuilder"),
    );
    let paginator = operation.paginator.as_ref().map(|_| {
        let paginator = name.suffixed("Paginator");
        quote!(use super::paginator::#paginator;)
    });
    let accessors = (!operation.input.fields.is_empty()).then(|| {
        quote!(
            use crate::runtime::accessors::accessors;
        )
    });
    quote! {
        use std::sync::Arc;

        pub use super::input::#input_builder;
        pub use super::output::#output_builder;
        #paginator
        use super::{#name, #error, #output};
        use crate::client::customize::CustomizableOperation;
        use crate::client::customize::internal::{BoxFuture, CustomizableSend, SendResult};
        use crate::client::{Client, Handle};
        use crate::config;
        use crate::error::SdkError;
        #accessors
        use crate::runtime::operation;
    }
}

fn emit_send_with(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error, builder) = (
        name.suffixed("Output"),
        name.suffixed("Error"),
        name.suffixed("InputBuilder"),
    );
    quote! {
        impl #builder {
            /// Sends a request with this input by `client`.
            ///
            /// # Errors
            ///
            /// As [`send`](super::builders) of the fluent builder.
            #[inline]
            pub async fn send_with(self, client: &Client) -> Result<#output, SdkError<#error>> {
                operation::send::<#name>(&client.handle, self.build(), None).await
            }
        }
    }
}

fn emit_builder(operation: &Operation) -> TokenStream {
    let scope = Scope::defining([]);
    let name = &operation.name;
    let (output, error) = (name.suffixed("Output"), name.suffixed("Error"));
    let (fluent, input_builder) = (
        name.suffixed("FluentBuilder"),
        name.suffixed("InputBuilder"),
    );
    let docs = format!(" A call of `{name}`: set its parameters, then [`send`](Self::send) it.");
    let error_docs = format!(
        " [`SdkError::ServiceError`] with a [`{error}`] if the service answers with an error, and"
    );
    let derive = derive(operation);
    let paginator = emit_into_paginator(operation);
    let setters = operation
        .input
        .fields
        .iter()
        .map(|field| emit_setters(&scope, operation, field));
    quote! {
        #[doc = #docs]
        #derive
        pub struct #fluent {
            handle: Arc<Handle>,
            inner: #input_builder,
        }

        impl #fluent {
            pub(crate) fn new(handle: Arc<Handle>) -> Self {
                Self { handle, inner: Default::default() }
            }

            /// The input as set so far.
            pub fn as_input(&self) -> &#input_builder {
                &self.inner
            }

            /// Sends the request and waits for the response.
            ///
            /// # Errors
            ///
            #[doc = #error_docs]
            /// the other variants of [`SdkError`] for what goes wrong on the way.
            #[inline]
            pub async fn send(self) -> Result<#output, SdkError<#error>> {
                operation::send::<#name>(&self.handle, self.inner.build(), None).await
            }

            /// Customizes the call before it is sent: its configuration, its request, its interceptors.
            pub fn customize(self) -> CustomizableOperation<#output, #error, Self> {
                CustomizableOperation::new(self)
            }

            #paginator
            #(#setters)*
        }
    }
}

/// A body that streams can't be cloned.
fn derive(operation: &Operation) -> TokenStream {
    let is_streaming = operation
        .input
        .fields
        .iter()
        .any(|field| field.ty == Type::ByteStream);
    let clone = (!is_streaming).then(|| quote!(Clone,));
    quote!(#[derive(#clone Debug)])
}

fn emit_into_paginator(operation: &Operation) -> Option<TokenStream> {
    operation.paginator.as_ref()?;
    let paginator = operation.name.suffixed("Paginator");
    Some(quote! {
        /// Turns the call into a paginator, which requests one page after the other.
        pub fn into_paginator(self) -> #paginator {
            #paginator::new(self.handle, self.inner)
        }
    })
}

fn emit_setters(scope: &Scope, operation: &Operation, field: &Field) -> TokenStream {
    let docs = setter_docs(&format!("super::{}", operation.input.name), field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let (set_name, get_name) = (name.prefixed("set_"), name.prefixed("get_"));
    let ty = scope.builder_ty(field);
    let (parameters, arguments) = parameters(scope, field);
    quote! {
        #docs
        #deprecated
        pub fn #name(self, #parameters) -> Self {
            Self { inner: self.inner.#name(#arguments), ..self }
        }

        accessors!(#deprecated inner.#name, #set_name, #get_name: #ty);
    }
}

/// The parameters of a plain setter and what it passes on.
fn parameters(scope: &Scope, field: &Field) -> (TokenStream, TokenStream) {
    let input = format_ident!("input");
    match &field.ty {
        Type::List { member, sparse } => {
            let (ty, _) = scope.argument(&input, member, false, *sparse);
            (quote!(input: #ty), quote!(input))
        }
        Type::Map { key, value, sparse } => {
            let key_ty = match key {
                MapKey::String => Type::String,
                MapKey::Enum(name) => Type::Enum(name.clone()),
            };
            let (key_ty, _) = scope.argument(&input, &key_ty, false, false);
            let (value_ty, _) = scope.argument(&input, value, false, *sparse);
            (quote!(k: #key_ty, v: #value_ty), quote!(k, v))
        }
        ty => {
            let (ty, _) = scope.argument(&input, ty, field.boxed, false);
            (quote!(input: #ty), quote!(input))
        }
    }
}

fn emit_customizable(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error, fluent) = (
        name.suffixed("Output"),
        name.suffixed("Error"),
        name.suffixed("FluentBuilder"),
    );
    quote! {
        impl CustomizableSend<#output, #error> for #fluent {
            #[inline]
            fn send(self, config_override: config::Builder) -> BoxFuture<SendResult<#output, #error>> {
                let input = self.inner.build();
                Box::pin(operation::send::<#name>(&self.handle, input, Some(config_override)))
            }
        }
    }
}
