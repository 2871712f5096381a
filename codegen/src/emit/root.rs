//! Emits the root of the crate, the list of its operations, and the module of primitive types.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::codec::Format;
use super::docs::{inner_doc_lines, plain, wrapped};
use super::endpoints;
use super::runtime_files::uses;
use crate::config::Lints;
use crate::ir::{Crate, Operation, Type};

/// Emits the file `lib.rs`.
///
/// ```ignore
/// //! Amazon Connect Service, cut down to …
///
/// #![forbid(unsafe_code)]
/// #![allow(deprecated, reason = "…")]
///
/// pub mod client;
/// …
/// pub use client::Client;
/// ```
pub(super) fn emit(lowered: &Crate) -> TokenStream {
    let docs = inner_doc_lines(&crate_docs(lowered));
    let lints = match lowered.package.lints {
        Lints::Check => None,
        Lints::Allow => Some(quote!(
            #![allow(
                clippy::all,
                clippy::pedantic,
                clippy::nursery,
                clippy::restriction,
                reason = "`lints = \"allow\"` in codegen.toml"
            )]
        )),
    };
    let modules = emit_modules(lowered);
    quote! {
        #docs
        #![forbid(unsafe_code)]
        #![warn(missing_docs)]
        #lints
        #![allow(
            deprecated,
            reason = "`Unhandled` and `Unknown` are deprecated for users, who should not match on them"
        )]
        #![allow(
            clippy::result_large_err,
            reason = "the size of `SdkError` is that of the official SDK"
        )]
        #![allow(
            clippy::new_ret_no_self,
            clippy::should_implement_trait,
            reason = "members may be called `new`, `add`, `not` or `clone`"
        )]

        #(#modules)*

        pub use client::Client;
        pub use config::Config;
        pub use error_meta::Error;
    }
}

/// Emits the declarations of the outermost modules, by name.
fn emit_modules(lowered: &Crate) -> Vec<TokenStream> {
    let public = [
        "client",
        "config",
        "error",
        "meta",
        "operation",
        "primitives",
        "types",
    ];
    let endpoint_lib = endpoints::emit_library(&lowered.service.endpoints);
    let private = ["codec", "error_meta", "runtime", "wire"]
        .into_iter()
        .chain(endpoint_lib.map(|_| "endpoint_lib"))
        .chain([Format::read(lowered.codec), Format::written(lowered.codec)].map(Format::module));
    let public = public.map(|name| (name, Some(quote!(pub))));
    let modules: BTreeMap<&str, Option<TokenStream>> =
        private.map(|name| (name, None)).chain(public).collect();
    modules
        .into_iter()
        .map(|(name, visibility)| {
            let name = format_ident!("{name}");
            quote!(#visibility mod #name;)
        })
        .collect()
}

/// What the service is, which operations there are, and how to call one.
fn crate_docs(lowered: &Crate) -> String {
    let service = &lowered.service;
    let lib = lowered.package.lib_name();
    let operations: String = lowered.operations.iter().map(operation_item).collect();
    let about = if service.docs.markdown.is_empty() {
        String::new()
    } else {
        format!("{}\n\n", service.docs.markdown)
    };
    let calling = wrapped(
        "A method of [`Client`] begins a call: set the parameters, then `send` it. Calls are retried, signed and sent \
         to the endpoint of the region as [`Config`] says. Paths, names and behaviour are those of the official SDK's \
         crate for the service.",
    );
    let streams = streams(lowered);
    let serde = SERDE.map(wrapped).join("\n\n");
    format!(
        "A client of {title}, API version {version}, with these operations:\n\n{operations}\n{about}# Getting started\n\n\
         ```no_run\n# async fn example(config: &aws_types::SdkConfig) {{\n\
         // `config` is what `aws_config::load_from_env().await` returns.\n\
         let client = {lib}::Client::new(config);\n# let _ = client;\n# }}\n```\n\n{calling}{streams}\n\n# Serde\n\n{serde}",
        title = plain(&service.title),
        version = plain(&service.version),
    )
}

/// What the feature `serde` does.
const SERDE: [&str; 2] = [
    "The feature `serde` implements `Serialize` and `Deserialize` for inputs, outputs, errors and the types in them, in \
     the form that they have on the wire: with the names of members in JSON, also of those that travel in headers or the \
     URI, timestamps in the format of the model, blobs in Base64, and without members that have no value. Sensitive \
     values are written as they are, and request IDs aren't.",
    "What is read may have `null` for a missing value and members that this crate doesn't know. Unknown values of enums \
     are kept; an unknown variant of a union is written as `{\"SDK_UNKNOWN_MEMBER\": {}}`, which is read as one. A missing \
     member takes its default or, in what a service returns, the value that it takes in responses; without either, it is \
     an error if its field isn't an `Option`. Formats have to describe themselves, as JSON does. There are no such \
     implementations for an input or output with a stream in it.",
];

/// How to page with streams, by the example of the first paginator that has items.
fn streams(lowered: &Crate) -> String {
    let has_items = |operation: &&Operation| {
        let paginator = operation.paginator.as_ref();
        paginator.is_some_and(|paginator| paginator.items.is_some())
    };
    let Some(operation) = lowered.operations.iter().find(has_items) else {
        return String::new();
    };
    let (lib, method) = (lowered.package.lib_name(), operation.module.ident());
    let about = wrapped(
        "With the feature `stream`, paginators have a method `stream` beside `send`. Its streams are those of \
         `futures`, with all combinators:",
    );
    format!(
        "\n\n# Streams\n\n{about}\n\n```no_run\n# #[cfg(feature = \"stream\")]\n\
         # async fn example(client: &{lib}::Client) -> Result<(), {lib}::Error> {{\n\
         use futures_util::{{StreamExt, TryStreamExt}};\n\n\
         let items = client.{method}().into_paginator().items().stream();\n\
         let first: Vec<_> = items.take(50).try_collect().await?;\n\
         # let _ = first;\n# Ok(())\n# }}\n```"
    )
}

fn operation_item(operation: &Operation) -> String {
    let (name, method) = (&operation.name, operation.module.as_str());
    let summary = operation.docs.summary.replace('\n', " ");
    let colon = if summary.is_empty() { "" } else { ": " };
    format!("- [`{name}`](Client::{method}){colon}{summary}\n")
}

/// The file `primitives.rs`, which has of the Smithy types those that the service uses.
pub(super) fn emit_primitives(lowered: &Crate) -> TokenStream {
    let blob = uses(lowered, &Type::Blob).then(|| {
        quote!(
            pub use aws_smithy_types::Blob;
        )
    });
    let stream = uses(lowered, &Type::ByteStream).then(|| {
        quote! {
            pub use aws_smithy_types::body::SdkBody;
            pub use aws_smithy_types::byte_stream::error::Error as ByteStreamError;
            pub use aws_smithy_types::byte_stream::{AggregatedBytes, ByteStream};
            #[cfg(feature = "rt-tokio")]
            pub use aws_smithy_types::byte_stream::{FsBuilder, Length};
        }
    });
    quote! {
        //! Types of the Smithy language which stand in inputs and outputs, such as timestamps.

        pub mod event_stream;
        pub(crate) mod sealed_enum_unknown;
        pub(crate) mod string_enum;

        #blob
        pub use aws_smithy_types::DateTime;
        #stream
        pub use aws_smithy_types::date_time::Format as DateTimeFormat;
    }
}

/// Emits the file `operation.rs`.
pub(super) fn emit_operations(lowered: &Crate) -> TokenStream {
    let modules = lowered.operations.iter().map(|operation| {
        let docs = format!(
            " `{}`: its input, output, errors and builders.",
            operation.name
        );
        let module = &operation.module;
        quote!(#[doc = #docs] pub mod #module;)
    });
    quote! {
        //! The operations of the service, each with its input, output, errors and builders.

        pub use aws_types::request_id::RequestId;

        #(#modules)*
    }
}
