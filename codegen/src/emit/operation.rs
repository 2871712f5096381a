//! The files of an operation: the operation itself, its errors, fluent builder, paginator, and its messages on the wire.

pub(super) mod errors;
pub(super) mod example;
pub(super) mod fluent;
pub(super) mod paginator;
mod presigned;
pub(super) mod wire;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc_lines, wrapped};
use crate::ir::{Crate, Field, Operation};

/// The operation's module: what belongs to it, the client's method, and the runtime plugin.
///
/// ```ignore
/// pub mod builders;
/// mod error;
/// …
///
/// impl crate::Client {
///     /// Calls `SearchAgentStatuses`: …
///     pub fn search_agent_statuses(&self) -> SearchAgentStatusesFluentBuilder {
///         SearchAgentStatusesFluentBuilder::_new(self.handle.clone())
///     }
/// }
///
/// #[derive(Clone, Default, Debug)]
/// #[non_exhaustive]
/// pub struct SearchAgentStatuses;
/// ```
pub(super) fn emit(lowered: &Crate, operation: &Operation) -> TokenStream {
    let modules = emit_modules(operation);
    let method = emit_client_method(lowered, operation);
    let plugin = emit_plugin(lowered, operation);
    quote! {
        #modules
        #method
        #plugin
    }
}

fn emit_modules(operation: &Operation) -> TokenStream {
    let paginator = operation.paginator.as_ref().map(|_| {
        let docs = format!(" Paging through the results of `{}`.", operation.name);
        quote!(#[doc = #docs] pub mod paginator;)
    });
    let docs = format!(
        " The builders of `{}`: of its input, of its output, and of a call.",
        operation.name
    );
    let (input, output) = (&operation.input.name, &operation.output.name);
    let error = operation.name.suffixed("Error");
    quote! {
        #[doc = #docs]
        pub mod builders;
        mod error;
        mod input;
        mod output;
        #paginator
        mod wire;

        pub use self::error::#error;
        pub use self::input::#input;
        pub use self::output::#output;
    }
}

fn emit_client_method(lowered: &Crate, operation: &Operation) -> TokenStream {
    let docs = doc_lines(&client_docs(lowered, operation));
    let deprecated = deprecated(operation.deprecated.as_ref());
    let method = &operation.module;
    let fluent = operation.name.suffixed("FluentBuilder");
    quote! {
        impl crate::Client {
            #docs
            #deprecated
            pub fn #method(&self) -> builders::#fluent {
                builders::#fluent::_new(self.handle.clone())
            }
        }
    }
}

/// What the operation does, its parameters, what it returns, and an example that compiles.
fn client_docs(lowered: &Crate, operation: &Operation) -> String {
    let name = &operation.name;
    let about = if operation.docs.markdown.is_empty() {
        format!("Calls the operation `{name}`.")
    } else {
        operation.docs.markdown.trim_end().to_owned()
    };
    let parts = [
        about,
        parameters(operation),
        returns(operation),
        example_section(lowered, operation),
    ];
    parts.join("\n\n")
}

/// The section with an example.
fn example_section(lowered: &Crate, operation: &Operation) -> String {
    let example = example::write(lowered, operation);
    format!("# Example\n\n```no_run\n{example}\n```")
}

/// The list of the parameters, those that are required first.
fn parameters(operation: &Operation) -> String {
    let fluent = operation.name.suffixed("FluentBuilder");
    let mut fields: Vec<&Field> = operation.input.fields.iter().collect();
    fields.sort_by_key(|field| !field.required);
    let items: Vec<String> = fields
        .into_iter()
        .map(|field| {
            let name = field.name.as_str();
            let required = if field.required { " (required)" } else { "" };
            let link = format!("[`{name}`](builders::{fluent}::{name}){required}");
            item(&link, field)
        })
        .collect();
    if items.is_empty() {
        return format!(
            "The operation has no parameters. It returns a [builder](builders::{fluent}) to send the call."
        );
    }
    let head = wrapped(&format!(
        "Set the parameters on the returned [builder](builders::{fluent}):"
    ));
    format!("{head}\n\n{}", items.join("\n"))
}

/// What sending the call returns.
fn returns(operation: &Operation) -> String {
    let (name, output) = (&operation.name, &operation.output.name);
    let fluent = operation.name.suffixed("FluentBuilder");
    let items: Vec<String> = operation
        .output
        .fields
        .iter()
        .map(|field| {
            let name = field.name.as_str();
            item(&format!("[`{name}`](field@{output}::{name})"), field)
        })
        .collect();
    let members = if items.is_empty() {
        "."
    } else {
        " with these members:"
    };
    let head = wrapped(&format!(
        "[`send`](builders::{fluent}::send) makes the call. It fails with \
         [`SdkError<{name}Error>`](crate::error::SdkError), or returns [`{output}`]{members}"
    ));
    let pages = operation.paginator.as_ref().map(|_| {
        wrapped(&format!(
            "[`into_paginator`](builders::{fluent}::into_paginator) requests one page after the other instead."
        ))
    });
    let list = (!items.is_empty()).then(|| items.join("\n"));
    let parts: Vec<String> = [Some(head), list, pages].into_iter().flatten().collect();
    parts.join("\n\n")
}

/// An item of a list of members, with the first sentence of the member's documentation.
fn item(link: &str, field: &Field) -> String {
    let summary = &field.docs.summary;
    let colon = if summary.is_empty() { "" } else { ": " };
    let text = wrapped(&format!("{link}{colon}{summary}"));
    format!("- {}", text.replace('\n', "\n  "))
}

/// The attribute of functions that compile a call.
fn inline(lowered: &Crate) -> Option<TokenStream> {
    lowered.package.inline_calls.then(|| quote!(#[inline]))
}

fn emit_plugin(lowered: &Crate, operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let inline = inline(lowered);
    let docs = format!(" The operation `{name}` as a plugin of the runtime.");
    quote! {
        #[doc = #docs]
        #[derive(Clone, Default, Debug)]
        #[non_exhaustive]
        pub struct #name;

        impl #name {
            /// Creates the plugin.
            pub fn new() -> Self {
                Self
            }
        }

        crate::runtime::operation::callable!(#inline #name);
    }
}
