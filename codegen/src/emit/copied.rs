//! The files that don't vary with the model: real Rust in `codegen/template`, copied as it is, but that functions of a
//! single line are put on one, as in emitted files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{endpoints, parts};
use crate::format::compact;
use crate::ir::Crate;

/// Pairs of a path below `src` and the text of that file in the template.
macro_rules! template {
    ($($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../../template/src/", $path))),)*]
    };
}

/// What every crate has.
const ALWAYS: &[(&str, &str)] = template![
    "client.rs",
    "client/customize.rs",
    "config.rs",
    "config/auth.rs",
    "config/builder.rs",
    "config/endpoint.rs",
    "config/sdk_config.rs",
    "config/service.rs",
    "config/test_defaults.rs",
    "error.rs",
    "error/modeled.rs",
    "error/sealed_unhandled.rs",
    "json.rs",
    "json/aggregate.rs",
    "json/error.rs",
    "json/error_metadata.rs",
    "json/number.rs",
    "json/read.rs",
    "json/scalar.rs",
    "json/string.rs",
    "json/write.rs",
    "primitives/event_stream.rs",
    "primitives/sealed_enum_unknown.rs",
    "primitives/string_enum.rs",
    "primitives/tagged_union.rs",
    "runtime.rs",
    "runtime/builder.rs",
    "runtime/features.rs",
    "runtime/fluent.rs",
    "runtime/http.rs",
    "runtime/http/request.rs",
    "runtime/http/response.rs",
    "runtime/idempotency_token.rs",
    "runtime/operation.rs",
    "runtime/operation/erased.rs",
    "runtime/serde.rs",
    "runtime/serde/tree.rs",
    "runtime/serde/value.rs",
];

/// What is emitted, for those crates that need it.
const SETTINGS: &str = "config/endpoint_settings.rs";

/// What only some crates need, as [`parts`](super::parts) tells.
const OPTIONAL: &[(&str, &str)] = template![
    "config/compression.rs",
    "json/big_number.rs",
    "json/blob.rs",
    "json/document.rs",
    "json/epoch_seconds.rs",
    "json/sparse.rs",
    "json/time.rs",
    "runtime/checksum.rs",
    "runtime/compression.rs",
    "runtime/http/request/document.rs",
    "runtime/http/request/encode.rs",
    "runtime/http/request/header.rs",
    "runtime/http/request/header_list.rs",
    "runtime/http/request/host_label.rs",
    "runtime/http/request/json.rs",
    "runtime/http/request/label.rs",
    "runtime/http/request/optional_structure.rs",
    "runtime/http/request/payload.rs",
    "runtime/http/request/prefix_headers.rs",
    "runtime/http/request/primitive.rs",
    "runtime/http/request/query.rs",
    "runtime/http/request/query_params.rs",
    "runtime/http/request/quoted.rs",
    "runtime/http/request/required.rs",
    "runtime/http/request/required_length.rs",
    "runtime/http/request/text.rs",
    "runtime/http/request/time.rs",
    "runtime/http/response/base64.rs",
    "runtime/http/response/header.rs",
    "runtime/http/response/header_list.rs",
    "runtime/http/response/invalid.rs",
    "runtime/http/response/json_payload.rs",
    "runtime/http/response/payload.rs",
    "runtime/http/response/prefix_headers.rs",
    "runtime/http/response/stream.rs",
    "runtime/http/response/time_list.rs",
    "runtime/paginator.rs",
    "runtime/serde/big_number.rs",
];

/// The functions that endpoint rules call, of which a crate has those its rules call.
const ENDPOINT_LIB: &[(&str, &str)] = template![
    "endpoint_lib/arn.rs",
    "endpoint_lib/document.rs",
    "endpoint_lib/host.rs",
    "endpoint_lib/outcome.rs",
    "endpoint_lib/partition.rs",
    "endpoint_lib/s3.rs",
    "endpoint_lib/split.rs",
    "endpoint_lib/substring.rs",
    "endpoint_lib/uri_encode.rs",
    "endpoint_lib/url.rs",
];

/// Adds the files that this crate needs, with the header on top.
pub(super) fn add(files: &mut BTreeMap<PathBuf, String>, header: &str, lowered: &Crate) {
    let modules = endpoints::library_modules(&lowered.service.endpoints);
    let called = ENDPOINT_LIB
        .iter()
        .filter(|(path, _)| modules.contains(Module::of(path).name));
    let parts = parts::parts(lowered);
    let is_needed = |path: &str| parts.contains(path);
    let needed = OPTIONAL.iter().filter(|(path, _)| is_needed(path));
    let settings = (!endpoints::has_settings(&lowered.service.endpoints)).then_some(SETTINGS);
    let missing: Vec<Module<'_>> = OPTIONAL
        .iter()
        .filter(|(path, _)| !is_needed(path))
        .map(|(path, _)| *path)
        .chain(settings)
        .map(Module::of)
        .collect();
    for (path, text) in ALWAYS.iter().chain(needed).chain(called) {
        let text = without(path, text, &missing);
        files.insert(
            PathBuf::from("src").join(path),
            format!("{header}\n{}", compact(&text)),
        );
    }
}

/// The module that a file is.
#[derive(Debug, Clone, Copy)]
struct Module<'a> {
    /// The folder that the file is in, which is the path of the parent module.
    parent: &'a str,
    name: &'a str,
}

impl<'a> Module<'a> {
    fn of(path: &'a str) -> Self {
        let path = path.strip_suffix(".rs").unwrap_or(path);
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
        Self { parent, name }
    }
}

/// The text of a file without the lines that declare or name a module which the crate doesn't have: its `mod`, a `use`
/// of its items, and calls of its functions that are statements of one line.
fn without(path: &str, text: &str, missing: &[Module<'_>]) -> String {
    let own = path.strip_suffix(".rs").unwrap_or(path);
    let parent = Module::of(path).parent;
    let children = missing
        .iter()
        .filter(|module| module.parent == own)
        .flat_map(|module| {
            let name = module.name;
            [format!("mod {name};"), format!("use {name}::")]
        });
    let siblings = missing
        .iter()
        .filter(|module| module.parent == parent)
        .map(|module| format!("super::{}::", module.name));
    let beginnings: Vec<String> = children.chain(siblings).collect();
    text.lines()
        .filter(|line| {
            let line = line.trim_start().trim_start_matches("pub(crate) ");
            !beginnings
                .iter()
                .any(|beginning| line.starts_with(beginning.as_str()))
        })
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_that_is_missing_is_not_named() {
        let text = "mod a;\npub(crate) mod b;\n\npub(crate) use a::x;\nuse b::y;\n\nfn f() {\n    super::c::g();\n    super::d::g();\n}\n";
        let missing = ["m/n/a.rs", "m/c.rs", "m/b.rs"].map(Module::of);
        let expected = "pub(crate) mod b;\n\nuse b::y;\n\nfn f() {\n    super::d::g();\n}\n";
        assert_eq!(without("m/n.rs", text, &missing), expected);
    }
}
