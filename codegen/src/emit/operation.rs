//! The files of an operation: the operation itself, its errors, fluent builder, paginator, and its messages on the wire.

pub(super) mod errors;
pub(super) mod fluent;
pub(super) mod paginator;
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
    let plugin = emit_plugin(operation);
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

/// What the operation does, what it takes, and an example that compiles.
fn client_docs(lowered: &Crate, operation: &Operation) -> String {
    let name = &operation.name;
    let method = operation.module.ident();
    let mut text = if operation.docs.markdown.is_empty() {
        format!("Calls the operation `{name}`.")
    } else {
        operation.docs.markdown.trim_end().to_owned()
    };
    text.push_str("\n\n");
    text.push_str(&wrapped(&calling(operation)));
    text.push_str(&format!(
        "\n\n# Example\n\n```no_run\n{}\n```",
        example(operation, &method.to_string()).replace("{lib}", &lowered.package.lib_name())
    ));
    text
}

/// How the builder is used.
fn calling(operation: &Operation) -> String {
    let name = &operation.name;
    let output = &operation.output.name;
    let fluent = format!("builders::{name}FluentBuilder");
    let pages = operation.paginator.as_ref().map(|_| {
        format!(" [`into_paginator`]({fluent}::into_paginator) goes through all pages instead.")
    });
    format!(
        "Set the parameters on the builder that is returned; [`send`]({fluent}::send) then makes the call and returns \
         [`{output}`] or [`SdkError<{name}Error>`](crate::error::SdkError).{}",
        pages.unwrap_or_default()
    )
}

/// A call with a value for every parameter that is required.
fn example(operation: &Operation, method: &str) -> String {
    let setters: Vec<String> = operation
        .input
        .fields
        .iter()
        .filter(|field| field.required)
        .filter_map(example_setter)
        .collect();
    let setters: String = setters
        .iter()
        .map(|setter| format!("    .{setter}\n"))
        .collect();
    let call = format!(
        "let output = client\n    .{method}()\n{setters}    .send()\n    .await?;\nprintln!(\"{{output:?}}\");"
    );
    format!(
        "# async fn example(client: &{{lib}}::Client) -> Result<(), {{lib}}::Error> {{\n{call}\n# Ok(())\n# }}"
    )
}

/// A setter with a plausible value, for the types where there is one.
fn example_setter(field: &Field) -> Option<String> {
    use crate::ir::Type;
    let name = field.name.ident();
    let value = match &field.ty {
        Type::String => format!("\"{}\"", field.name.as_str().replace('_', "-")),
        Type::Boolean => "true".to_owned(),
        Type::Byte | Type::Short | Type::Integer | Type::Long => "1".to_owned(),
        Type::Float | Type::Double => "1.0".to_owned(),
        Type::Enum(ty) => format!("{{lib}}::types::{}::from(\"VALUE\")", ty.name),
        _ => return None,
    };
    Some(format!("{name}({value})"))
}

fn emit_plugin(operation: &Operation) -> TokenStream {
    let name = &operation.name;
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

        crate::runtime::operation::operation_plugin!(#name);
    }
}
