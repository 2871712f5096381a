//! Emits the files that only list modules: those of the runtime that a crate has.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{RuntimeFile, RuntimeFiles};
use crate::emit::endpoints;
use crate::ir::Crate;

/// Emits one of the lists.
type EmitList = fn(&Crate, &RuntimeFiles) -> TokenStream;

/// The lists, with their paths below `src`.
pub(in crate::emit) const LISTS: [(&str, EmitList); 8] = [
    ("cbor.rs", |_, files| emit_cbor(files)),
    ("config/service_settings.rs", emit_service_settings),
    ("json.rs", |_, files| emit_json(files)),
    ("query.rs", |_, files| emit_query(files)),
    ("runtime.rs", |_, files| emit_runtime(files)),
    ("runtime/http/request.rs", |_, files| emit_request(files)),
    ("runtime/http/response.rs", |_, files| emit_response(files)),
    ("xml.rs", |_, files| emit_xml(files)),
];

fn emit_json(files: &RuntimeFiles) -> TokenStream {
    let modules = emit_modules(files, "json", &quote!());
    quote! {
        //! Reading and writing the JSON of this service.
        //!
        //! Generated code implements [`ReadStructure`], [`ReadUnion`] and [`WriteStructure`] for its shapes. The
        //! grammar, the limits and the leniencies are here. What is accepted and what is written is what the official
        //! SDK accepts and writes, except that nesting deeper than 128 levels is an error, and that the feature `lenient`
        //! accepts more.
        #![allow(
            dead_code,
            unused_imports,
            unused_macros,
            reason = "which kinds of values are read and written depends on the model"
        )]

        #modules
    }
}

fn emit_cbor(files: &RuntimeFiles) -> TokenStream {
    let modules = emit_modules(files, "cbor", &quote!());
    quote! {
        //! Reads and writes the CBOR (RFC 8949) of this service.
        //!
        //! Generated code lists the members of a shape ([`ReadStructure`], [`ReadUnion`], [`WriteStructure`]); the
        //! encoding and its limits are implemented here, once. Nesting deeper than 128 levels is an error.
        #![allow(
            dead_code,
            unused_imports,
            unused_macros,
            reason = "which kinds of values are read and written depends on the model"
        )]

        #modules
    }
}

fn emit_xml(files: &RuntimeFiles) -> TokenStream {
    let modules = emit_modules(files, "xml", &quote!());
    quote! {
        //! Reads and writes the XML of this service.
        //!
        //! Generated code lists the members of a shape ([`ReadStructure`], [`ReadUnion`], [`WriteStructure`]); the grammar
        //! and its limits are implemented here, once. A document type definition, an entity other than the five that XML
        //! predefines, and nesting deeper than 128 levels are errors.
        #![allow(
            dead_code,
            unused_imports,
            unused_macros,
            reason = "which kinds of values are read and written depends on the model"
        )]

        #modules
    }
}

fn emit_query(files: &RuntimeFiles) -> TokenStream {
    let modules = emit_modules(files, "query", &quote!());
    quote! {
        //! Writes the parameters of requests as `application/x-www-form-urlencoded`.
        //!
        //! Generated code lists the members of a shape ([`WriteStructure`]); the names of the parameters are put together
        //! here.
        #![allow(
            dead_code,
            unused_imports,
            reason = "which kinds of values are written depends on the model"
        )]

        #modules
    }
}

fn emit_runtime(files: &RuntimeFiles) -> TokenStream {
    let modules = emit_modules(files, "runtime", &quote!(pub(crate)));
    quote! {
        //! The code that all operations share: sending requests, paginating, and serializing.

        #modules
    }
}

fn emit_request(files: &RuntimeFiles) -> TokenStream {
    let modules = emit_modules(files, "runtime/http/request", &quote!());
    quote! {
        //! Serialization of inputs as HTTP requests.

        #modules
    }
}

fn emit_response(files: &RuntimeFiles) -> TokenStream {
    let modules = emit_modules(files, "runtime/http/response", &quote!());
    quote! {
        //! Deserialization of outputs and errors from HTTP responses.

        #modules
    }
}

/// The files of settings that only some services have.
const SETTINGS: [RuntimeFile; 6] = [
    RuntimeFile::ApiKeySettings,
    RuntimeFile::BasicAuthSettings,
    RuntimeFile::BearerTokenSettings,
    // The token of the environment replaces one of the configuration.
    RuntimeFile::EnvironmentTokenSettings,
    RuntimeFile::ChecksumSettings,
    RuntimeFile::CompressionSettings,
];

/// Emits the module of the settings that only some services have, and the function that copies them.
fn emit_service_settings(lowered: &Crate, files: &RuntimeFiles) -> TokenStream {
    let folder = "config/service_settings";
    let has_endpoint = endpoints::has_settings(&lowered.service.endpoints);
    let settings = SETTINGS.iter().filter(|file| files.contains(**file));
    let names = settings.filter_map(|file| module_in(folder, file.path()));
    let names = names.chain(has_endpoint.then_some("endpoint"));
    let names: Vec<_> = names.map(|name| format_ident!("{name}")).collect();
    let exports = emit_setting_types(files);
    let parameters = if names.is_empty() {
        quote!(_: &mut Builder, _: &SdkConfig)
    } else {
        quote!(builder: &mut Builder, input: &SdkConfig)
    };
    quote! {
        //! The settings that not every service has.

        #(pub(crate) mod #names;)*

        use aws_types::sdk_config::SdkConfig;

        use super::Builder;
        #exports

        /// Copies these settings from the configuration that all AWS clients share.
        pub(super) fn copy(#parameters) {
            #(#names::copy(builder, input);)*
        }
    }
}

/// Emits the exports of the types that setters of these settings take, each type once.
fn emit_setting_types(files: &RuntimeFiles) -> TokenStream {
    let mut exported = BTreeSet::new();
    let mut exports = TokenStream::new();
    for file in SETTINGS.iter().filter(|file| files.contains(**file)) {
        let new = file.exports().iter().filter(|name| exported.insert(**name));
        let types: Vec<_> = new.map(|name| format_ident!("{name}")).collect();
        let module = module_in("config/service_settings", file.path());
        let module = module.map(|name| format_ident!("{name}"));
        if !types.is_empty() {
            exports.extend(quote!(pub use #module::{#(#types),*};));
        }
    }
    exports
}

/// Emits the declarations of the modules in `folder`, in alphabetical order, and the exports of their items.
fn emit_modules(files: &RuntimeFiles, folder: &str, visibility: &TokenStream) -> TokenStream {
    let mut modules: Vec<(&str, RuntimeFile)> = files
        .0
        .iter()
        .filter_map(|file| Some((module_in(folder, file.path())?, *file)))
        .collect();
    modules.sort();
    let declarations = modules.iter().map(|(name, file)| {
        let name = format_ident!("{name}");
        let condition = emit_condition(*file);
        quote!(#condition #visibility mod #name;)
    });
    let exports = modules.iter().filter_map(|(name, file)| {
        let name = format_ident!("{name}");
        let items = file.exports().iter().map(|item| format_ident!("{item}"));
        match file.exports() {
            [] => None,
            [_] => Some(quote!(pub(crate) use #name::#(#items)*;)),
            _ => Some(quote!(pub(crate) use #name::{#(#items),*};)),
        }
    });
    quote!(#(#declarations)* #(#exports)*)
}

/// Returns the name of the module that the file at `path` is, if its parent module is that of `folder`.
pub(super) fn module_in<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    let name = path
        .strip_prefix(folder)?
        .strip_prefix('/')?
        .strip_suffix(".rs")?;
    (!name.contains('/')).then_some(name)
}

/// Emits the condition under which a module is compiled.
fn emit_condition(file: RuntimeFile) -> Option<TokenStream> {
    match file {
        RuntimeFile::Serde | RuntimeFile::SerdeBigNumber => Some(quote!(#[cfg(feature = "serde")])),
        RuntimeFile::SigV4a => Some(quote!(#[cfg(feature = "sigv4a")])),
        RuntimeFile::JsonLenient => Some(quote!(#[cfg(feature = "lenient")])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The runtime is compiled and tested with all its files, so its own lists name all of them.
    #[test]
    fn lists_of_all_files_equal_those_of_the_runtime() {
        let all = RuntimeFiles(RuntimeFile::ALL.iter().copied().collect());
        let cases = [
            (
                emit_json(&all),
                include_str!("../../../template/src/json.rs"),
            ),
            (
                emit_cbor(&all),
                include_str!("../../../template/src/cbor.rs"),
            ),
            (
                emit_query(&all),
                include_str!("../../../template/src/query.rs"),
            ),
            (emit_xml(&all), include_str!("../../../template/src/xml.rs")),
            (
                emit_runtime(&all),
                include_str!("../../../template/src/runtime.rs"),
            ),
            (
                emit_request(&all),
                include_str!("../../../template/src/runtime/http/request.rs"),
            ),
            (
                emit_response(&all),
                include_str!("../../../template/src/runtime/http/response.rs"),
            ),
        ];
        for (emitted, text) in cases {
            let emitted = syn::parse2(emitted).expect("the tokens are Rust");
            let expected = syn::parse_file(text).expect("the file is Rust");
            assert_eq!(
                prettyplease::unparse(&emitted),
                prettyplease::unparse(&expected)
            );
        }
    }
}
