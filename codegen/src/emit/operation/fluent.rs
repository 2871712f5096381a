//! Emits the fluent builder of an operation, which sets the parameters and then makes the call.

use proc_macro2::TokenStream;
use quote::quote;

use super::{inline, presigned};
use crate::emit::docs::{doc_lines, summary_or, wrapped};
use crate::emit::setters::{self, Receiver};
use crate::emit::ty::Scope;
use crate::ir::{Crate, Operation, Type};

/// Emits the file `builders.rs` of an operation.
///
/// ```ignore
/// /// Sends a request to `ListThings`. …
/// #[derive(Clone, Debug)]
/// pub struct ListThingsFluentBuilder {
///     handle: Arc<Handle>,
///     inner: ListThingsInputBuilder,
/// }
///
/// impl ListThingsFluentBuilder {
///     /// The name of the things.
///     pub fn name(mut self, input: impl Into<String>) -> Self { … }
///     …
///
///     /// Sends the request and returns the response.
///     pub async fn send(self) -> Result<ListThingsOutput, SdkError<ListThingsError>> { … }
/// }
/// ```
pub(in crate::emit) fn emit(lowered: &Crate, operation: &Operation) -> TokenStream {
    let imports = emit_imports(operation);
    let input = emit_input_impl(operation);
    let fluent = operation.name.suffixed("FluentBuilder");
    let input_builder = operation.input.name.suffixed("Builder");
    let docs = docs(lowered, operation);
    let derive = derive(operation);
    let calls = emit_calls(operation);
    let setters = operation.input.fields.iter().map(|field| {
        let scope = Scope::default();
        setters::emit(
            &scope,
            &operation.input.name,
            field,
            Receiver::Fluent("super"),
        )
    });
    let customizable = emit_customizable(lowered, operation);
    let (import_presign, presigned) = presigned::emit_customizable(lowered, operation)
        .map(<(_, _)>::from)
        .unzip();
    quote! {
        #imports
        #import_presign
        #input

        #docs
        #derive
        pub struct #fluent {
            handle: Arc<Handle>,
            inner: #input_builder,
        }

        impl #fluent {
            #calls
            #(#setters)*
        }

        #customizable
        #presigned
    }
}

/// What the operation does, and an example.
fn docs(lowered: &Crate, operation: &Operation) -> TokenStream {
    let (name, method) = (&operation.name, operation.module.as_str());
    let fallback = format!("Calls the operation `{name}`.");
    let summary = summary_or(&operation.docs, &fallback);
    let use_it = wrapped(&format!(
        "Returned by [`Client::{method}`](crate::Client::{method}), which has the full documentation. Set the parameters, \
         then [`send`](Self::send) the call."
    ));
    let example = super::example_section(lowered, operation);
    doc_lines(&format!("{summary}\n\n{use_it}\n\n{example}"))
}

fn emit_imports(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let (input_builder, output_builder) = (
        operation.input.name.suffixed("Builder"),
        output.suffixed("Builder"),
    );
    let paginator = operation.paginator.as_ref().map(|paginator| {
        let name = &paginator.name;
        quote!(use super::paginator::#name;)
    });
    quote! {
        use std::sync::Arc;

        pub use super::input::#input_builder;
        pub use super::output::#output_builder;
        #paginator
        use super::{#error, #output};
        use crate::client::Handle;
        use crate::client::customize::CustomizableOperation;
        use crate::client::customize::internal::{BoxFuture, CustomizableSend, SendResult};
        use crate::runtime::operation;
    }
}

/// Emits `send_with` of the input's builder.
fn emit_input_impl(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let builder = operation.input.name.suffixed("Builder");
    let errors = format!(" Returns the same errors as [`{name}FluentBuilder::send`].");
    quote! {
        impl #builder {
            /// Sends a request with this input, using `client`.
            ///
            /// # Errors
            ///
            #[doc = #errors]
            pub async fn send_with(self, client: &crate::Client) -> Result<#output, crate::error::SdkError<#error>> {
                operation::send::<super::#name>(&client.handle, self.build(), None).await
            }
        }
    }
}

/// Emits the methods that create, make or convert the call. The operation itself isn't imported, since it may be called
/// `Some`.
fn emit_calls(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let input_builder = operation.input.name.suffixed("Builder");
    let errors = doc_lines(&wrapped(&format!(
        "Returns [`ServiceError`](crate::error::SdkError::ServiceError) with a [`{error}`] if the service returns an \
         error, and another variant of [`SdkError`](crate::error::SdkError) if the request can't be sent or the \
         response can't be read."
    )));
    let paginator = operation.paginator.as_ref().map(|paginator| {
        let name = &paginator.name;
        quote! {
            /// Converts the call into a paginator, which requests one page after the other.
            pub fn into_paginator(self) -> #name {
                #name::new(self.handle, self.inner)
            }
        }
    });
    let presigned = presigned::emit_method(operation);
    quote! {
        /// Creates the builder. The underscore keeps the name from clashing with setters.
        pub(crate) fn _new(handle: Arc<Handle>) -> Self {
            Self { handle, inner: Default::default() }
        }

        /// Returns the builder of the input, with the parameters that were set so far.
        pub fn as_input(&self) -> &#input_builder {
            &self.inner
        }

        /// Sends the request and returns the response.
        ///
        /// # Errors
        ///
        #errors
        pub async fn send(self) -> Result<#output, crate::error::SdkError<#error>> {
            operation::send::<super::#name>(&self.handle, self.inner.build(), None).await
        }

        /// Customizes the call before it is sent: its configuration, its request or its interceptors.
        pub fn customize(self) -> CustomizableOperation<#output, #error, Self> {
            CustomizableOperation::new(self)
        }

        #paginator
        #presigned
    }
}

fn emit_customizable(lowered: &Crate, operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let inline = inline(lowered);
    let (output, error) = (&operation.output.name, name.suffixed("Error"));
    let fluent = name.suffixed("FluentBuilder");
    quote! {
        impl CustomizableSend<#output, #error> for #fluent {
            #inline
            fn send(
                self,
                config_override: crate::config::Builder,
            ) -> BoxFuture<SendResult<#output, #error>> {
                let input = self.inner.build();
                operation::send::<super::#name>(&self.handle, input, Some(config_override))
            }
        }
    }
}

/// Emits `#[derive(…)]`: a body that is a stream can't be cloned.
fn derive(operation: &Operation) -> TokenStream {
    let is_streaming = operation
        .input
        .fields
        .iter()
        .any(|field| field.ty == Type::ByteStream);
    let clone = (!is_streaming).then(|| quote!(Clone,));
    quote!(#[derive(#clone Debug)])
}
