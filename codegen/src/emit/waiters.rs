//! Emits the waiters: the module that contains them, and the trait with the client's methods.

mod accept;
mod builder;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) use builder::emit;

use super::docs::{doc_lines, docs_or, inner_doc_lines, wrapped};
use crate::ir::{Crate, Operation, Waiter};

/// The end of the file `client.rs` in crates with waiters.
pub(super) const EXPORT: &str = "\nmod waiters;\n\npub use self::waiters::Waiters;\n";

/// Whether the crate has waiters.
pub(super) fn exist(lowered: &Crate) -> bool {
    all(lowered).next().is_some()
}

/// Returns all waiters with the operations that they poll.
fn all(lowered: &Crate) -> impl Iterator<Item = (&Operation, &Waiter)> {
    let operations = lowered.operations.iter();
    operations.flat_map(|operation| {
        operation
            .waiters
            .iter()
            .map(move |waiter| (operation, waiter))
    })
}

/// Emits the file `waiters.rs`, the list of waiters.
///
/// ```ignore
/// //! Contains the waiters, …
///
/// /// The waiter `TableExists`, which polls [`DescribeTable`](crate::Client::describe_table).
/// pub mod table_exists;
/// ```
pub(super) fn emit_module(lowered: &Crate) -> TokenStream {
    let docs = inner_doc_lines(&wrapped(
        "Contains the waiters, which poll an operation until something is in a certain state. The methods of \
         [`Waiters`](crate::client::Waiters) start them.",
    ));
    let modules = all(lowered).map(|(operation, waiter)| {
        let module = &waiter.module;
        let docs = doc_lines(&sentence("The", operation, waiter));
        quote!(#docs pub mod #module;)
    });
    quote! {
        #docs

        #(#modules)*
    }
}

/// Emits the file `client/waiters.rs`, the trait with the client's methods.
///
/// ```ignore
/// pub trait Waiters {
///     /// Waits until a table exists.
///     fn wait_until_table_exists(&self) -> waiters::table_exists::TableExistsFluentBuilder;
/// }
///
/// impl Waiters for crate::Client { … }
/// ```
pub(super) fn emit_trait(lowered: &Crate) -> TokenStream {
    let docs = doc_lines(&trait_docs(lowered));
    let declarations = all(lowered).map(|(operation, waiter)| {
        let docs = docs_or(&waiter.docs, &sentence("Starts the", operation, waiter));
        let deprecated = waiter.deprecated.then(|| quote!(#[deprecated]));
        let signature = emit_signature(waiter);
        quote!(#docs #deprecated #signature;)
    });
    let methods = all(lowered).map(|(_, waiter)| {
        let signature = emit_signature(waiter);
        let path = builder_path(waiter);
        quote!(#signature { #path::_new(self.handle.clone()) })
    });
    quote! {
        //! Defines the methods of the client that start waiters.

        use crate::waiters;

        #docs
        pub trait Waiters {
            #(#declarations)*
        }

        impl Waiters for crate::Client {
            #(#methods)*
        }
    }
}

fn trait_docs(lowered: &Crate) -> String {
    let about = wrapped(
        "Methods of the client that start waiters. Import the trait to call them, set the parameters of the operation, and \
         then `wait`:",
    );
    let lib = lowered.package.lib_name();
    let waiter = all(lowered).next().map(|(_, waiter)| waiter);
    let method = waiter.map_or_else(String::new, |waiter| method(waiter).to_string());
    format!(
        "{about}\n\n```no_run\n# async fn example(client: &{lib}::Client) -> Result<(), {lib}::Error> {{\n\
         use std::time::Duration;\n\nuse {lib}::client::Waiters;\n\n\
         let poll = client.{method}().wait(Duration::from_secs(300)).await?;\nprintln!(\"{{poll:?}}\");\n\
         # Ok(())\n# }}\n```"
    )
}

fn method(waiter: &Waiter) -> Ident {
    waiter.module.prefixed("wait_until_")
}

fn builder_path(waiter: &Waiter) -> TokenStream {
    let (module, builder) = (&waiter.module, waiter.name.suffixed("FluentBuilder"));
    quote!(waiters::#module::#builder)
}

fn emit_signature(waiter: &Waiter) -> TokenStream {
    let (method, builder) = (method(waiter), builder_path(waiter));
    quote!(fn #method(&self) -> #builder)
}

/// Returns a sentence that begins with `beginning` and says which waiter it is. Names of waiters don't fit into other
/// sentences: there are `TableExists`, `FunctionActiveV2` and `AnyInstanceInService`.
fn sentence(beginning: &str, operation: &Operation, waiter: &Waiter) -> String {
    let (polled, method) = (&operation.name, operation.module.as_str());
    wrapped(&format!(
        "{beginning} waiter `{}`, which polls [`{polled}`](crate::Client::{method}).",
        waiter.name
    ))
}
