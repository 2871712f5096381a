//! Selects the files of the runtime that the operations and types of a crate need.

mod codec;
mod request;
mod response;
mod types;

use std::collections::BTreeSet;

use super::RuntimeFile as File;
use crate::emit::endpoints;
use crate::ir::{
    Adjustments, ApiKey, AuthScheme, AuthTokens, Checksums, Crate, Operation, RequestChecksum,
    Signing,
};

pub(in crate::emit) use types::{member_types, uses};

/// The files that every crate has.
const ALWAYS: [File; 25] = [
    File::Client,
    File::ClientCustomize,
    File::Config,
    File::ConfigAuth,
    File::ConfigBuilder,
    File::ConfigEndpoint,
    File::ConfigRingClient,
    File::ConfigSdkConfig,
    File::ConfigService,
    File::ConfigTestDefaults,
    File::Error,
    File::ErrorModeled,
    File::ErrorUnhandled,
    File::EventStream,
    File::Features,
    File::Http,
    File::RequestBuilder,
    File::ResponseBody,
    File::ResponseRequestId,
    File::IdempotencyToken,
    File::Operation,
    File::OperationErased,
    File::Serde,
    File::SerdeTree,
    File::SerdeValue,
];

/// Returns the files that the crate needs.
pub(super) fn select(lowered: &Crate) -> BTreeSet<File> {
    let mut selection = Selection(BTreeSet::from(ALWAYS));
    selection.add_endpoint_functions(lowered);
    selection.add_codec(lowered);
    selection.add_types(lowered);
    selection.add_auth_schemes(lowered);
    if lowered.service.endpoint_discovery.is_some() {
        selection.add(&[File::EndpointDiscovery]);
    }
    match lowered.service.auth_tokens {
        None => {}
        Some(AuthTokens::Dsql) => selection.add(&[File::AuthToken, File::AuthTokenDsql]),
        Some(AuthTokens::Rds) => selection.add(&[File::AuthToken, File::AuthTokenRds]),
    }
    if lowered.has_extended_request_ids() {
        selection.add(&[File::ExtendedRequestId]);
    }
    for operation in &lowered.operations {
        selection.add_operation(operation);
        selection.add_request(lowered.codec, operation);
        let presigned = operation.presigned.as_ref();
        if let Some(request) = presigned.and_then(|presigned| presigned.request.as_ref()) {
            selection.add_request(lowered.codec, request);
        }
        selection.add_response(lowered.codec, &operation.output);
    }
    for error in &lowered.errors {
        selection.add_response(lowered.codec, error);
    }
    selection.0
}

struct Selection(BTreeSet<File>);

impl Selection {
    fn add(&mut self, files: &[File]) {
        self.0.extend(files);
    }

    /// Adds the functions of the rules engine that the endpoint rules call.
    fn add_endpoint_functions(&mut self, lowered: &Crate) {
        let called = endpoints::library_modules(&lowered.service.endpoints);
        let functions = File::ALL.iter().filter(|file| {
            let name = super::modules::module_in("endpoint_lib", file.path());
            name.is_some_and(|name| called.contains(name))
        });
        self.0.extend(functions);
    }

    /// Adds the settings of the auth schemes, and those schemes that the runtime crates don't have.
    fn add_auth_schemes(&mut self, lowered: &Crate) {
        for scheme in lowered.auth_schemes() {
            self.add(match scheme {
                AuthScheme::SigV4 | AuthScheme::NoAuth => &[],
                AuthScheme::SigV4a => &[File::SigV4a],
                AuthScheme::Bearer => &[File::BearerTokenSettings],
                AuthScheme::Basic => &[File::BasicAuthSettings],
                AuthScheme::ApiKey(ApiKey::Header { .. }) => {
                    &[File::ApiKeySettings, File::ApiKeyHeader]
                }
                AuthScheme::ApiKey(ApiKey::Query { .. }) => &[File::ApiKeySettings],
            });
        }
        if lowered.service.token_in_environment {
            self.add(&[File::EnvironmentTokenSettings]);
        }
    }

    /// Adds what the adjustments of an operation need.
    fn add_adjustments(&mut self, adjustments: &Adjustments) {
        if adjustments.signing != Signing::default() {
            self.add(&[File::Signing]);
        }
        if adjustments.error_in_success {
            self.add(&[File::ResponseErrorBody]);
        }
        if !adjustments.transient_errors.is_empty() {
            self.add(&[File::TransientErrors]);
        }
        if !adjustments.endpoint_fields.is_empty() {
            self.add(&[File::RequestRequired]);
        }
    }

    /// Adds what an operation needs besides its messages.
    fn add_operation(&mut self, operation: &Operation) {
        if operation.paginator.is_some() {
            self.add(&[File::Paginator]);
        }
        if !operation.waiters.is_empty() {
            self.add(&[File::Waiter]);
        }
        self.add_checksums(&operation.checksums);
        if operation.presigned.is_some() {
            self.add(&[File::Presigning, File::Presign]);
        }
        if operation.tree_hash {
            self.add(&[File::TreeHash]);
        }
        self.add_adjustments(&operation.adjustments);
        if operation.compressed {
            self.add(&[File::Compression, File::CompressionSettings]);
        }
    }

    fn add_checksums(&mut self, checksums: &Checksums) {
        match checksums.request {
            None => {}
            Some(RequestChecksum::Md5) => self.add(&[File::Checksum]),
            Some(RequestChecksum::Flexible { .. }) => {
                self.add(&[File::RequestChecksum, File::RequestChecksumChunked]);
            }
        }
        if checksums.response.is_some() {
            self.add(&[File::ResponseChecksum]);
        }
        if checksums.are_flexible() {
            self.add(&[File::ChecksumAlgorithm, File::ChecksumSettings]);
        }
    }
}
