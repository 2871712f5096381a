//! Emits the root of the crate, the list of its operations, and the module of primitive types.

mod lints;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::codec::Format;
use super::docs::{inner_doc_lines, plain, wrapped};
use super::endpoints;
use super::operation;
use super::runtime_files::uses;
use super::waiters;
use crate::ir::{Codec, Crate, Operation, Type};

/// Emits the file `lib.rs`.
///
/// ```ignore
/// //! A client for Amazon Connect Service, …
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
    let lints = lints::emit(lowered);
    let recursion_limit = lowered.recursion_limit.map(|limit| {
        let limit = limit.to_string();
        quote!(#![recursion_limit = #limit])
    });
    let modules = emit_modules(lowered);
    quote! {
        #docs
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #![forbid(unsafe_code)]
        #![warn(missing_docs)]
        #lints
        #recursion_limit

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
    let extended = lowered.has_extended_request_ids();
    let private = ["codec", "error_meta", "runtime", "wire"]
        .into_iter()
        .chain(endpoint_lib.map(|_| "endpoint_lib"))
        .chain(extended.then_some("extended_request_ids"))
        .chain([Format::read(lowered.codec), Format::written(lowered.codec)].map(Format::module));
    let waiters = waiters::exist(lowered).then_some("waiters");
    let mut operations = lowered.operations.iter();
    let presigning = operations
        .any(|operation| operation.presigned.is_some())
        .then_some("presigning");
    let service = &lowered.service;
    let auth_token = service.auth_tokens.map(|_| "auth_token");
    let endpoint_discovery = service
        .endpoint_discovery
        .as_ref()
        .map(|_| "endpoint_discovery");
    let optional = [auth_token, endpoint_discovery, presigning, waiters];
    let public = public.into_iter().chain(optional.into_iter().flatten());
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

/// How to make a call, which operations there are, and what the service is.
fn crate_docs(lowered: &Crate) -> String {
    let service = &lowered.service;
    let operations: Vec<String> = lowered.operations.iter().map(operation_item).collect();
    let operations = operations.join("\n");
    let about = &service.docs.markdown;
    let about = if about.is_empty() {
        String::new()
    } else {
        format!("\n\n# About {}\n\n{about}", plain(&service.title))
    };
    format!(
        "A client for {title}, API version {version}.\n\n{started}\n\n# Operations\n\n{operations}{discovery}{about}{streams}{waiters}{serde}{lenient}",
        title = plain(&service.title),
        version = plain(&service.version),
        started = getting_started(lowered),
        discovery = about_endpoint_discovery(lowered),
        streams = streams(lowered),
        waiters = about_waiters(lowered),
        serde = format_args!("\n\n# Serde\n\n{}", SERDE.map(wrapped).join("\n\n")),
        lenient = lenient(lowered),
    )
}

/// The dependencies and the program of a first call, and how calls are made. The program isn't compiled, since the crate
/// doesn't depend on `aws-config` and Tokio; the example of each operation is.
fn getting_started(lowered: &Crate) -> String {
    let (name, version) = (&lowered.package.name, &lowered.package.version);
    let lib = lowered.package.lib_name();
    let call = lowered
        .operations
        .first()
        .map(|operation| operation::example::call(lowered, operation));
    let (import, statements) =
        call.map_or_else(Default::default, |call| (call.import, call.statements));
    let import = import.map(|import| import + "\n").unwrap_or_default();
    let statements: String = statements.lines().map(indented).collect();
    let calling = wrapped(
        "Each method of [`Client`] starts a call: set the parameters, then `send` it. Calls are signed, sent to the \
         endpoint of the region and retried as configured in [`Config`]. Paths, names and behavior are those of the \
         official SDK's crate for the service.",
    );
    format!(
        "# Getting started\n\n```toml\n[dependencies]\n{name} = \"{version}\"\naws-config = \"1\"\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n```\n\n\
         ```ignore\n{import}#[tokio::main]\nasync fn main() -> Result<(), {lib}::Error> {{\n    let config = \
         aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;\n    let client = \
         {lib}::Client::new(&config);\n\n{statements}    Ok(())\n}}\n```\n\n{calling}"
    )
}

fn indented(line: &str) -> String {
    if line.is_empty() {
        "\n".to_owned()
    } else {
        format!("    {line}\n")
    }
}

/// What the feature `serde` does.
const SERDE: [&str; 3] = [
    "The feature `serde` implements `Serialize` and `Deserialize` for inputs, outputs, errors and their types, using their \
     wire representation: members have their JSON names, also those that are sent in headers or the URI, timestamps have \
     the format of the model, blobs are Base64, and members without a value are skipped. Sensitive values are serialized \
     unredacted; request IDs are omitted.",
    "When reading, `null` is a missing value, and unknown members are ignored. Unknown values of enums are kept. An \
     unknown variant of a union is written as `{\"SDK_UNKNOWN_MEMBER\": {}}`, which is read as an unknown variant again. A \
     missing member gets its default or, in types that a service returns, the value that it gets in responses; without \
     either, it is an error if its field isn't an `Option`.",
    "Only self-describing formats such as JSON are supported. Inputs and outputs that contain a stream don't implement \
     the traits. If a member outside the body has the same JSON name as one in the body, it has its Rust name.",
];

/// What the feature `lenient` does, in crates that have it.
fn lenient(lowered: &Crate) -> String {
    match lowered.codec {
        Codec::Json => {
            let [about, values @ .., rest] = LENIENT.map(wrapped);
            let values = values.map(|value| format!("- {}", value.replace('\n', "\n  ")));
            let values = values.join("\n");
            format!("\n\n# Lenient reading\n\n{about}\n\n{values}\n\n{rest}")
        }
        Codec::Cbor | Codec::Xml | Codec::Query => String::new(),
    }
}

/// The introduction, the values that are accepted, and the end of the section.
const LENIENT: [&str; 5] = [
    "Servers that imitate AWS, such as moto and LocalStack, send some values that the model doesn't allow. The feature \
     `lenient`, which is meant for tests with such servers, accepts these in JSON bodies:",
    "timestamps in another format than that of the model, as numeric text, with a space instead of the `T`, or without an \
     offset, which means UTC,",
    "text that contains a number where a number is expected,",
    "numbers and booleans where text is expected.",
    "Values that the model allows are read in the same way with and without the feature.",
];

/// How to enable endpoint discovery, in crates whose operations require it.
fn about_endpoint_discovery(lowered: &Crate) -> String {
    let about = "The service requires that its endpoint is discovered: call \
                 [`Client::with_endpoint_discovery_enabled`] before the first call. See [`endpoint_discovery`].";
    match lowered.service.endpoint_discovery {
        Some(_) => format!("\n\n# Endpoint discovery\n\n{}", wrapped(about)),
        None => String::new(),
    }
}

/// How to use streams, with the first paginator that has items as the example.
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
        "With the feature `stream`, paginators have a method `stream`, which returns a `futures::Stream`:",
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

/// How to use waiters, if there are any.
fn about_waiters(lowered: &Crate) -> String {
    if !waiters::exist(lowered) {
        return String::new();
    }
    let about = wrapped(
        "[`Waiters`](client::Waiters) has methods that poll an operation until something is in a certain state, for example \
         until it exists.",
    );
    format!("\n\n# Waiters\n\n{about}")
}

fn operation_item(operation: &Operation) -> String {
    let (name, method) = (&operation.name, operation.module.as_str());
    let summary = &operation.docs.summary;
    let colon = if summary.is_empty() { "" } else { ": " };
    let text = wrapped(&format!("[`{name}`](Client::{method}){colon}{summary}"));
    format!("- {}", text.replace('\n', "\n  "))
}

/// Emits the file `primitives.rs` with the Smithy types that the service uses.
pub(super) fn emit_primitives(lowered: &Crate) -> TokenStream {
    let streams = uses(lowered, &Type::ByteStream);
    let blob = (streams || uses(lowered, &Type::Blob)).then(|| {
        quote!(
            pub use aws_smithy_types::Blob;
        )
    });
    let enums = (!lowered.enums.is_empty()).then(|| {
        quote! {
            pub(crate) mod sealed_enum_unknown;
            pub(crate) mod string_enum;
        }
    });
    let stream = streams.then(|| {
        quote! {
            pub use aws_smithy_types::body::SdkBody;
            pub use aws_smithy_types::byte_stream::error::Error as ByteStreamError;
            pub use aws_smithy_types::byte_stream::{AggregatedBytes, ByteStream};
            #[cfg(feature = "rt-tokio")]
            pub use aws_smithy_types::byte_stream::{FsBuilder, Length};
        }
    });
    quote! {
        //! Defines the Smithy types of inputs and outputs, such as timestamps.

        pub mod event_stream;
        #enums

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
            " The input, output, errors and builders of `{}`.",
            operation.name
        );
        let module = &operation.module;
        quote!(#[doc = #docs] pub mod #module;)
    });
    let extended = lowered.has_extended_request_ids();
    let extended = extended.then(|| {
        quote!(
            pub use crate::runtime::extended_request_id::RequestIdExt;
        )
    });
    quote! {
        //! Contains the operations of the service, each with its input, output, errors and builders.

        pub use aws_types::request_id::RequestId;
        #extended

        #(#modules)*
    }
}
