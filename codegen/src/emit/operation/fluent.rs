//! The fluent builder of an operation: parameters, then the call.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::builder;
use crate::emit::ty::Scope;
use crate::ir::{Operation, Type};

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
///     setters! {
///         thing_id, set_thing_id, get_thing_id: String = one(impl Into<String>);
///     }
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
    let setters = (!operation.input.fields.is_empty()).then(|| {
        quote!(
            use crate::runtime::builder::setters;
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
        #setters
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
    let setters = emit_setters(&scope, operation);
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
            #setters
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

/// The setters, which pass on to the builder of the input.
fn emit_setters(scope: &Scope, operation: &Operation) -> Option<TokenStream> {
    let path = format!("super::{}", operation.input.name);
    let fields = operation
        .input
        .fields
        .iter()
        .map(|field| builder::emit_setters(scope, &path, field));
    (!operation.input.fields.is_empty()).then(|| quote!(setters! { #(#fields;)* }))
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
