//! Emits the files of a crate. This file is the table of contents: one line per file.

mod auth;
mod auth_token;
mod builder;
mod codec;
mod docs;
mod endpoint_discovery;
mod endpoints;
mod enumeration;
mod error_structure;
mod extended_request_ids;
mod files;
mod http;
mod imports;
mod jmespath;
mod literal;
mod manifest;
mod meta;
mod operation;
mod protocol_tests;
mod redact;
mod root;
mod runtime_files;
mod setters;
mod structure;
mod ty;
mod types;
mod union;
mod waiters;
mod wire;

use std::collections::BTreeMap;
use std::path::PathBuf;

use quote::format_ident;

use crate::error::Problem;
use crate::format::Emit;
use crate::ir;
use crate::model::{DocumentationSource, ShapeId};
use runtime_files::RuntimeFiles;

pub(crate) use files::{Files, header};

/// Emits all files of the crate.
#[rustfmt::skip] // One line per file.
pub(crate) fn emit(lowered: &ir::Crate) -> Files<'_> {
    let mut files = Files::default();
    files.text("Cargo.toml", manifest::emit(lowered));
    files.text("README.md", manifest::emit_readme(lowered));
    if lowered.package.documentation == DocumentationSource::Aws {
        files.text("NOTICE", manifest::NOTICE.to_owned());
    }
    files.text("rustfmt.toml", manifest::RUSTFMT.to_owned());
    emit_runtime(&mut files, lowered);
    files.rust("src/lib.rs", || root::emit(lowered));
    files.rust("src/meta.rs", || meta::emit(lowered));
    files.rust("src/error_meta.rs", || operation::errors::emit_service(lowered));
    files.rust("src/operation.rs", || root::emit_operations(lowered));
    files.rust("src/primitives.rs", || root::emit_primitives(lowered));
    files.rust("src/types.rs", || types::emit_module(lowered));
    files.rust("src/types/builders.rs", || types::emit_builders(&lowered.structures));
    files.rust("src/types/error.rs", || types::emit_error_module(lowered));
    files.rust("src/types/error/builders.rs", || types::emit_builders(&lowered.errors));
    files.rust("src/wire.rs", || types::emit_wire_module(lowered));
    if lowered.package.protocol_tests {
        emit_tests(&mut files, lowered);
    }
    for operation in &lowered.operations {
        emit_operation(&mut files, lowered, operation);
    }
    files.optional("src/auth_token.rs", lowered.service.auth_tokens.is_some(), || auth_token::emit(lowered).unwrap_or_default());
    files.optional("src/endpoint_discovery.rs", lowered.service.endpoint_discovery.is_some(), || endpoint_discovery::emit(lowered).unwrap_or_default());
    files.optional("src/extended_request_ids.rs", lowered.has_extended_request_ids(), || extended_request_ids::emit(lowered));
    emit_types(&mut files, lowered);
    emit_waiters(&mut files, lowered);
    emit_endpoints(&mut files, lowered);
    files
}

/// Returns the conformance cases that can't be tested, if tests are requested.
pub(crate) fn warnings(lowered: &ir::Crate) -> Vec<Problem> {
    if lowered.package.protocol_tests {
        protocol_tests::warnings(lowered)
    } else {
        Vec::new()
    }
}

/// Emits the runtime: the files that are copied, and the lists of their modules.
fn emit_runtime<'a>(files: &mut Files<'a>, lowered: &'a ir::Crate) {
    let runtime = RuntimeFiles::needed_by(lowered);
    runtime.add_to(&mut files.text, &header(lowered));
    files.rust("src/codec.rs", || codec::emit_file(lowered));
    for (path, emit) in runtime_files::LISTS {
        if !runtime.has_modules(path) {
            continue;
        }
        let runtime = runtime.clone();
        files.rust(format!("src/{path}"), move || emit(lowered, &runtime));
    }
}

#[rustfmt::skip] // One line per file.
fn emit_operation<'a>(files: &mut Files<'a>, lowered: &'a ir::Crate, operation: &'a ir::Operation) {
    let module = operation.module.as_str();
    files.rust(format!("src/operation/{module}.rs"), || operation::emit(lowered, operation));
    files.rust(format!("src/operation/{module}/builders.rs"), || operation::fluent::emit(lowered, operation));
    files.rust(format!("src/operation/{module}/error.rs"), || operation::errors::emit(lowered, operation));
    files.rust(format!("src/operation/{module}/input.rs"), || structure::emit(&operation.input));
    files.rust(format!("src/operation/{module}/output.rs"), || structure::emit(&operation.output));
    files.rust(format!("src/operation/{module}/wire.rs"), || operation::wire::emit(lowered, operation));
    if let Some(paginator) = &operation.paginator {
        files.rust(format!("src/operation/{module}/paginator.rs"), || operation::paginator::emit(lowered, operation, paginator));
    }
}

/// Emits the waiters of all operations, if there are any.
#[rustfmt::skip] // One line per file.
fn emit_waiters<'a>(files: &mut Files<'a>, lowered: &'a ir::Crate) {
    if !waiters::exist(lowered) {
        return;
    }
    files.append("src/client.rs", waiters::EXPORT);
    files.rust("src/client/waiters.rs", || waiters::emit_trait(lowered));
    files.rust("src/waiters.rs", || waiters::emit_module(lowered));
    for operation in &lowered.operations {
        for waiter in &operation.waiters {
            files.rust(format!("src/waiters/{}.rs", waiter.module.as_str()), || waiters::emit(operation, waiter));
        }
    }
}

fn emit_types<'a>(files: &mut Files<'a>, lowered: &'a ir::Crate) {
    for structure in &lowered.structures {
        emit_structure(files, lowered.codec, structure);
    }
    for union in &lowered.unions {
        emit_union(files, lowered.codec, union);
    }
    for enumeration in &lowered.enums {
        emit_enum(files, enumeration);
    }
    for error in &lowered.errors {
        emit_error(files, lowered.codec, error);
    }
}

#[rustfmt::skip] // One line per file.
fn emit_structure<'a>(files: &mut Files<'a>, codec: ir::Codec, structure: &'a ir::Structure) {
    let file = types::file_stem(&structure.name);
    files.rust(format!("src/types/{file}.rs"), || structure::emit(structure));
    files.rust(format!("src/wire/{file}.rs"), move || wire::emit_structure(codec, structure));
}

#[rustfmt::skip] // One line per file.
fn emit_union<'a>(files: &mut Files<'a>, codec: ir::Codec, union: &'a ir::Union) {
    let file = types::file_stem(&union.name);
    files.rust(format!("src/types/{file}.rs"), || union::emit(union));
    files.rust(format!("src/wire/{file}.rs"), move || wire::emit_union(codec, union));
}

#[rustfmt::skip] // One line per file.
fn emit_enum<'a>(files: &mut Files<'a>, enumeration: &'a ir::Enum) {
    let file = types::file_stem(&enumeration.name);
    files.rust(format!("src/types/{file}.rs"), || enumeration::emit(enumeration));
}

#[rustfmt::skip] // One line per file.
fn emit_error<'a>(files: &mut Files<'a>, codec: ir::Codec, error: &'a ir::Structure) {
    let file = types::file_stem(&error.name);
    files.rust(format!("src/types/error/{file}.rs"), || structure::emit(error));
    files.rust(format!("src/wire/error/{file}.rs"), move || wire::emit_error(codec, error));
}

/// Returns the files that exist because of one shape, with that shape: an operation or a type.
pub(crate) fn owners<'a>(lowered: &'a ir::Crate) -> BTreeMap<PathBuf, &'a ShapeId> {
    let mut owners = BTreeMap::new();
    let mut own = |shape, emit: &dyn Fn(&mut Files<'a>)| {
        let mut files = Files::default();
        emit(&mut files);
        owners.extend(files.rust.into_keys().map(|path| (path, shape)));
    };
    for one in &lowered.operations {
        own(&one.shape, &|files| emit_operation(files, lowered, one));
    }
    for one in &lowered.structures {
        own(&one.shape, &|files| {
            emit_structure(files, lowered.codec, one)
        });
    }
    for one in &lowered.unions {
        own(&one.shape, &|files| emit_union(files, lowered.codec, one));
    }
    for one in &lowered.enums {
        own(&one.shape, &|files| emit_enum(files, one));
    }
    for one in &lowered.errors {
        own(&one.shape, &|files| emit_error(files, lowered.codec, one));
    }
    owners
}

/// Returns the files of `wire` for these types.
pub(crate) fn wire_files<'a>(
    codec: ir::Codec,
    structures: &'a [ir::Structure],
    unions: &'a [ir::Union],
) -> BTreeMap<PathBuf, Emit<'a>> {
    let mut files = Files::default();
    for structure in structures {
        emit_structure(&mut files, codec, structure);
    }
    for union in unions {
        emit_union(&mut files, codec, union);
    }
    files.rust.retain(|path, _| path.starts_with("src/wire"));
    files.rust
}

/// Emits the conformance cases of the model as tests.
#[rustfmt::skip] // One line per file.
fn emit_tests<'a>(files: &mut Files<'a>, lowered: &'a ir::Crate) {
    if protocol_tests::exist(lowered) {
        for (path, text) in protocol_tests::SUPPORT {
            files.text(path, format!("{}\n{text}", header(lowered)));
        }
        files.rust("tests/protocol_tests/main.rs", protocol_tests::emit_main);
        files.rust("tests/protocol_tests/requests.rs", || protocol_tests::emit_requests(lowered));
        files.rust("tests/protocol_tests/responses.rs", || protocol_tests::emit_responses(lowered));
    }
    let cases = &lowered.service.endpoint_tests;
    files.optional("tests/endpoint_tests.rs", !cases.is_empty(), || endpoints::emit_tests(cases, &format_ident!("{}", lowered.package.lib_name())));
}

#[rustfmt::skip] // One line per file.
fn emit_endpoints<'a>(files: &mut Files<'a>, lowered: &'a ir::Crate) {
    let rules = &lowered.service.endpoints;
    files.rust("src/config/endpoint/params.rs", || endpoints::emit_params(rules));
    files.rust("src/config/endpoint/rules.rs", || endpoints::emit_rules(rules));
    files.optional("src/config/service_settings/endpoint.rs", endpoints::has_settings(rules), || endpoints::emit_settings(rules).unwrap_or_default());
    files.optional("src/endpoint_lib.rs", endpoints::emit_library(rules).is_some(), || endpoints::emit_library(rules).unwrap_or_default());
}
