//! Emits the fluent builder of a waiter, which sets the parameters and then waits.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::accept::{emit_accept, reads_input};
use super::sentence;
use crate::emit::docs::{doc_lines, docs_or, wrapped};
use crate::emit::setters::{self, Receiver};
use crate::emit::ty::Scope;
use crate::ir::{Operation, Waiter};

/// Emits the file of a waiter.
///
/// ```ignore
/// #[derive(Clone, Debug)]
/// pub struct TableExistsFluentBuilder {
///     handle: Arc<Handle>,
///     inner: operation::builders::DescribeTableInputBuilder,
/// }
///
/// impl TableExistsFluentBuilder {
///     pub async fn wait(self, max_wait: Duration) -> Result<TableExistsFinalPoll, WaitUntilTableExistsError> { … }
///     …
/// }
///
/// fn accept(result: Result<&operation::DescribeTableOutput, &operation::DescribeTableError>) -> AcceptorState { … }
///
/// pub type TableExistsFinalPoll = …;
/// pub type WaitUntilTableExistsError = …;
/// ```
pub(in crate::emit) fn emit(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let module = &operation.module;
    let builder = waiter.name.suffixed("FluentBuilder");
    let input_builder = operation.input.name.suffixed("Builder");
    let docs = docs_or(&waiter.docs, &sentence("The", operation, waiter));
    let usage = doc_lines(&usage(operation, waiter));
    let deprecated = waiter.deprecated.then(|| quote!(#[deprecated]));
    let wait = emit_wait(operation, waiter);
    let path = format!("crate::operation::{}", module.as_str());
    let setters = operation.input.fields.iter().map(|field| {
        let receiver = Receiver::Fluent(&path);
        setters::emit(&Scope::default(), &operation.input.name, field, receiver)
    });
    let accept = emit_accept(operation, waiter);
    let aliases = emit_aliases(operation, waiter);
    quote! {
        use std::sync::Arc;
        use std::time::Duration;

        use crate::client::Handle;
        use crate::error::SdkError;
        use crate::operation::#module as operation;
        use crate::runtime::waiter::{self, AcceptorState};

        #docs
        ///
        #usage
        #deprecated
        #[derive(Clone, Debug)]
        pub struct #builder {
            handle: Arc<Handle>,
            inner: operation::builders::#input_builder,
        }

        impl #builder {
            /// Creates the builder. The underscore keeps the name from clashing with setters.
            pub(crate) fn _new(handle: Arc<Handle>) -> Self {
                Self { handle, inner: Default::default() }
            }

            /// Returns the builder of the input, with the parameters that were set so far.
            pub fn as_input(&self) -> &operation::builders::#input_builder {
                &self.inner
            }

            #wait
            #(#setters)*
        }

        #accept
        #aliases
    }
}

/// Returns how to use the waiter, and how often it polls.
fn usage(operation: &Operation, waiter: &Waiter) -> String {
    let method = super::method(waiter);
    let (name, call) = (&operation.name, operation.module.as_str());
    let pause = match (waiter.min_delay, waiter.max_delay) {
        (1, 1) => "1 second".to_owned(),
        (min, max) if min == max => format!("{min} seconds"),
        (min, max) => format!("{min} to {max} seconds"),
    };
    wrapped(&format!(
        "Returned by [`Waiters::{method}`](crate::client::Waiters::{method}). Set the parameters of \
         [`{name}`](crate::Client::{call}), then [`wait`](Self::wait). The pause between two polls is {pause}."
    ))
}

/// Emits the method that waits.
///
/// ```ignore
/// pub async fn wait(self, max_wait: Duration) -> Result<TableExistsFinalPoll, WaitUntilTableExistsError> {
///     let delays = [Duration::from_secs(2), Duration::from_secs(120)];
///     let input = self.inner.build();
///     waiter::wait::<operation::DescribeTable>(self.handle, input, delays, max_wait, |_, result| accept(result)).await
/// }
/// ```
fn emit_wait(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let name = &operation.name;
    let (poll, error) = (final_poll(waiter), wait_error(waiter));
    let [min, max] = [waiter.min_delay, waiter.max_delay].map(Literal::u32_unsuffixed);
    let accept = if reads_input(waiter) {
        quote!(accept)
    } else {
        quote!(|_, result| accept(result))
    };
    let docs = doc_lines(&wrapped(
        "Polls until the desired state is reached, for at most `max_wait`. Returns the result of the last poll.",
    ));
    let errors = doc_lines(&wrapped(
        "Returns an error if the desired state can't be reached any more, if `max_wait` has passed, or if a poll fails in \
         a way that the waiter doesn't expect.",
    ));
    quote! {
        #docs
        ///
        /// # Errors
        ///
        #errors
        pub async fn wait(self, max_wait: Duration) -> Result<#poll, #error> {
            let delays = [Duration::from_secs(#min), Duration::from_secs(#max)];
            let input = self.inner.build();
            waiter::wait::<operation::#name>(self.handle, input, delays, max_wait, #accept).await
        }
    }
}

fn final_poll(waiter: &Waiter) -> Ident {
    waiter.name.suffixed("FinalPoll")
}

fn wait_error(waiter: &Waiter) -> Ident {
    format_ident!("WaitUntil{}Error", waiter.name.as_str())
}

/// Emits short names for the types that `wait` returns.
///
/// ```ignore
/// pub type TableExistsFinalPoll = waiter::FinalPoll<operation::DescribeTableOutput, SdkError<…>>;
/// pub type WaitUntilTableExistsError = waiter::WaiterError<operation::DescribeTableOutput, …>;
/// ```
fn emit_aliases(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let (output, error) = (&operation.output.name, operation.name.suffixed("Error"));
    let (poll, wait_error) = (final_poll(waiter), wait_error(waiter));
    quote! {
        /// The result of the last poll: an output, or an error that means success.
        pub type #poll = waiter::FinalPoll<operation::#output, SdkError<operation::#error>>;

        /// The error of waiting.
        pub type #wait_error = waiter::WaiterError<operation::#output, operation::#error>;
    }
}
