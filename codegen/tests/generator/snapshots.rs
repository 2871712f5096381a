//! One snapshot for each fixture, of the files that show its feature, and those of the Connect crate's key files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use smithy_slim_codegen::Crate;

use crate::{fixture, fixtures, generate_all};

/// Defines three tests per fixture: its crate has these files below `src`, compiles without warnings, and has
/// documentation without warnings. Defines a list of all fixtures, too.
macro_rules! snapshots {
    ($($fixture:ident: $($file:literal)*,)*) => {
        const COVERED: &[&str] = &[$(stringify!($fixture)),*];

        $(#[test]
        fn $fixture() {
            check(stringify!($fixture), &[$($file),*]);
        })*

        mod lints {
            $(#[test]
            fn $fixture() {
                crate::compiles::lints(stringify!($fixture));
            })*
        }

        mod documents {
            $(#[test]
            fn $fixture() {
                crate::compiles::documents(stringify!($fixture));
            })*
        }
    };
}

snapshots! {
    account_id: "config/endpoint/params.rs" "config/service_settings/endpoint.rs",
    adjusted_api_gateway: "operation/list_doors/wire.rs",
    adjusted_glacier: "operation/list_vaults/wire.rs" "operation/upload_archive/wire.rs",
    adjusted_machine_learning: "operation/predict/wire.rs",
    adjusted_route_53: "operation/get_zone/wire.rs",
    adjusted_s3: "codec.rs" "config/endpoint/rules.rs" "extended_request_ids.rs" "operation/copy_object/wire.rs" "operation/head_object/wire.rs"
        "operation/list_buckets/wire.rs" "operation/list_parts/paginator.rs",
    adjusted_s3_bucket: "operation/delete_bucket/wire.rs" "runtime/http/request.rs",
    adjusted_sts: "meta.rs" "types/credentials.rs" "types/error/idp_communication_error_exception.rs",
    auth: "meta.rs" "operation/anonymous.rs" "operation/anonymous/wire.rs",
    auth_token_dsql: "auth_token.rs" "lib.rs",
    auth_token_rds: "auth_token.rs",
    blobs_documents_numbers: "types/values.rs" "wire/values.rs",
    clippy_warnings: "lib.rs" "types/types.rs" "types/choice.rs" "operation/operation.rs" "operation/operation/output.rs",
    client_context_params: "config/service_settings/endpoint.rs" "config/endpoint/params.rs",
    conformance: "operation/put_thing/wire.rs",
    constraints: "operation/put_bounds/input.rs",
    defaults: "types/inner.rs" "wire/inner.rs" "operation/put_defaults/input.rs",
    deprecated: "operation/old_call.rs" "operation/old_call/input.rs" "types/old_kind.rs" "types/old_thing.rs",
    documentation: "operation/explain.rs" "operation/explain/input.rs" "operation/explain/output.rs" "types/topic.rs"
        "types/kind.rs",
    r#enum: "types/state.rs" "types/mode.rs" "types/operator.rs" "wire/holder.rs",
    endpoint_discovery: "endpoint_discovery.rs" "lib.rs",
    errors: "operation/fail/error.rs" "operation/fail/wire.rs" "error_meta.rs" "types/error/with_message.rs"
        "types/error/without_message.rs" "types/error/secret.rs" "types/error/o_auth_throttled.rs"
        "wire/error/with_message.rs",
    http_auth: "meta.rs" "config/service_settings.rs",
    http_bindings: "operation/put_bound/wire.rs" "operation/put_payload/wire.rs" "operation/put_payload/output.rs",
    idempotency_token: "operation/create/wire.rs",
    int_enum: "types/holder.rs" "wire/holder.rs",
    list: "types/holder.rs" "wire/holder.rs" "operation/put_lists/builders.rs",
    map: "types/holder.rs" "wire/holder.rs" "operation/put_maps/builders.rs",
    mixins_and_apply: "types/thing.rs" "operation/put_mixed/input.rs",
    odd_names: "lib.rs" "operation.rs" "operation/gen.rs" "operation/gen/input.rs" "operation/gen/error.rs"
        "operation/get_item/builders.rs" "types.rs" "types/_4_sided.rs" "types/operator.rs" "types/mode.rs"
        "config/service_settings/endpoint.rs" "config/endpoint/rules.rs",
    odd_roles: "operation/build/paginator.rs" "types/choice.rs",
    operation_context_params: "operation/get_choices/wire.rs" "operation/get_keys/wire.rs"
        "operation/get_names/wire.rs" "operation/get_nested/wire.rs" "operation/get_several/wire.rs",
    own_service: "meta.rs" "config/endpoint/rules.rs" "config/endpoint/params.rs",
    odd_texts: "lib.rs" "operation/say.rs" "operation/say/input.rs" "operation/say/wire.rs" "types/words.rs"
        "types/kind.rs" "types/choice.rs" "types/error/odd.rs" "config/service_settings/endpoint.rs" "config/endpoint/params.rs"
        "config/endpoint/rules.rs",
    pagination: "operation/list_things/paginator.rs" "operation/list_names/paginator.rs"
        "operation/list_nfc_kinds/paginator.rs",
    prelude_names: "types/option.rs" "types/result.rs" "types/vec.rs" "types/string.rs" "types/self_value.rs"
        "wire/option.rs" "wire/vec.rs" "operation/option.rs" "operation/option/error.rs" "operation/option/wire.rs"
        "types/error/error_.rs",
    presigned_query: "operation/synthesize_speech/wire.rs" "operation/synthesize_speech/builders.rs",
    presigned_unsigned: "operation/get_object/wire.rs" "operation/head_object/wire.rs" "operation/put_object/wire.rs",
    protocol_aws_json: "codec.rs" "operation/put_parts/wire.rs",
    protocol_aws_query: "codec.rs" "operation/put_parts/wire.rs",
    protocol_ec2_query: "codec.rs" "operation/put_parts/wire.rs",
    protocol_rest_xml: "codec.rs" "operation/put_parts/wire.rs" "wire/part.rs",
    protocol_rpc_v2_cbor: "codec.rs" "operation/put_parts/wire.rs",
    recursion_diamond: "types/criteria.rs",
    recursion_deep: "lib.rs",
    recursion_direct: "types/criteria.rs" "wire/criteria.rs",
    recursion_errors: "types/error/failure.rs" "types/error/batch.rs" "types/error/cause.rs" "types/detail.rs"
        "types/link.rs" "types/choice.rs" "types/request.rs" "operation/fail/input.rs",
    recursion_list: "types/criteria.rs" "wire/criteria.rs",
    recursion_map: "types/criteria.rs" "wire/criteria.rs",
    recursion_mutual: "types/criteria.rs" "types/other.rs" "wire/criteria.rs" "wire/other.rs",
    recursion_union: "types/criteria.rs" "types/choice.rs" "wire/criteria.rs" "wire/choice.rs",
    rename: "types.rs" "types/other_widget.rs" "wire/other_widget.rs",
    request_checksums: "operation/put_letter/wire.rs" "operation/seal_letter/wire.rs" "operation/stamp_letter/wire.rs"
        "config/service_settings.rs" "runtime.rs",
    request_extras: "operation/put_extras/wire.rs" "types/error/redirected.rs" "wire/error/redirected.rs",
    reserved_names: "types.rs" "types/match.rs" "types/async.rs" "types/type.rs" "wire.rs"
        "operation/type.rs" "operation/type/output.rs" "operation/type/wire.rs",
    resources: "operation.rs" "operation/pave_streets.rs",
    response_checksums: "operation/get_letter/wire.rs" "config/service_settings.rs" "runtime.rs",
    sensitive: "types/inner.rs" "types/choice.rs" "types/secret_kind.rs" "operation/put_secret/input.rs"
        "operation/put_secret/output.rs",
    serde_keys: "operation/put_hook/wire.rs",
    sigv4a: "meta.rs" "runtime.rs",
    smithy_1_0: "types/thing.rs" "types/status.rs" "wire/thing.rs",
    sparse: "types/holder.rs" "wire/holder.rs",
    streaming: "primitives.rs" "operation/put_bytes/wire.rs" "operation/put_bytes/output.rs",
    structure: "types/thing.rs" "wire/thing.rs" "operation/put_thing/input.rs" "operation/put_thing/output.rs"
        "operation/put_thing/wire.rs",
    timestamps: "types/times.rs" "wire/times.rs" "operation/put_times/wire.rs",
    union: "types/choice.rs" "wire/choice.rs" "operation/put_choice/input.rs" "operation/put_choice/output.rs",
    waiters: "client/waiters.rs" "waiters.rs" "waiters/thing_exists.rs" "waiters/thing_not_exists.rs"
        "waiters/thing_renamed.rs" "waiters/groups_stable.rs" "waiters/group_members.rs" "waiters/group_conditions.rs"
        "waiters/numbers_reached.rs",
}

/// The files of the Connect crate that show most of what the generator does.
const CONNECT: [&str; 9] = [
    "src/types/agent_status_search_criteria.rs",
    "src/wire/agent_status.rs",
    "src/operation/search_agent_statuses.rs",
    "src/operation/search_agent_statuses/builders.rs",
    "src/operation/search_agent_statuses/paginator.rs",
    "src/operation/search_agent_statuses/wire.rs",
    "src/config/endpoint/rules.rs",
    "src/lib.rs",
    "Cargo.toml",
];

#[test]
fn connect() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/connect.json");
    let text = fs::read_to_string(path).expect("the model is in the repository");
    let generated = generate_all("models/connect.json", "connect-slim", &text);
    compare("connect", &generated, &CONNECT.map(str::to_owned));
}

#[test]
fn every_fixture_has_a_snapshot() {
    let covered: BTreeSet<String> = COVERED
        .iter()
        .map(|name| name.trim_start_matches("r#").to_owned())
        .collect();
    assert_eq!(covered, fixtures().into_iter().collect());
}

fn check(fixture_name: &str, files: &[&str]) {
    let name = fixture_name.trim_start_matches("r#");
    let source = format!("{name}.json");
    let generated = generate_all(&source, "fixture", &fixture(name));
    let paths: Vec<String> = files.iter().map(|file| format!("src/{file}")).collect();
    compare(name, &generated, &paths);
}

/// Compares these files, one after the other, with the snapshot of this name.
fn compare(name: &str, generated: &Crate, paths: &[String]) {
    let texts: Vec<String> = paths.iter().map(|path| shown(generated, path)).collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, texts.join("\n")));
}

/// A file under a line with its path, without the header that all files share.
fn shown(generated: &Crate, path: &str) -> String {
    let all = || generated.files.keys().collect::<Vec<_>>();
    let text = generated
        .files
        .get(Path::new(path))
        .unwrap_or_else(|| panic!("no {path} among {:#?}", all()));
    let is_header = |line: &&str| line.contains("@generated") || line.is_empty();
    let lines: Vec<&str> = text.lines().skip_while(is_header).collect();
    format!("==== {path} ====\n{}\n", lines.join("\n"))
}
