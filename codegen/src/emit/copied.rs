//! The files that don't vary with the model: real Rust in `codegen/template`, copied as it is, but that functions of a
//! single line are put on one, as in emitted files.

use std::collections::BTreeMap;
use std::path::PathBuf;

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
    "json/big_number.rs",
    "json/document.rs",
    "json/error.rs",
    "json/error_metadata.rs",
    "json/number.rs",
    "json/read.rs",
    "json/scalar.rs",
    "json/string.rs",
    "json/write.rs",
    "primitives.rs",
    "primitives/event_stream.rs",
    "primitives/sealed_enum_unknown.rs",
    "primitives/string_enum.rs",
    "runtime.rs",
    "runtime/builder.rs",
    "runtime/features.rs",
    "runtime/fluent.rs",
    "runtime/http.rs",
    "runtime/http/encode.rs",
    "runtime/http/request.rs",
    "runtime/http/response.rs",
    "runtime/idempotency_token.rs",
    "runtime/operation.rs",
    "runtime/operation/erased.rs",
    "runtime/paginator.rs",
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
    let modules = lowered.service.endpoints.library_modules();
    let called = ENDPOINT_LIB.iter().filter(|(path, _)| {
        let module = path
            .trim_start_matches("endpoint_lib/")
            .trim_end_matches(".rs");
        modules.contains(module)
    });
    for (path, text) in ALWAYS.iter().chain(called) {
        let text = format!("{header}\n{}", compact(text));
        files.insert(PathBuf::from("src").join(path), text);
    }
}
