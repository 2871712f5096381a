//! Emits the options that only some operations have, such as interceptors and endpoint parameters.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::endpoints;
use crate::emit::imports::Imports;
use crate::ir::{
    Adjustments, ChecksumAlgorithm, Operation, RequestChecksum, ResponseChecksum, Signing,
};

/// Emits the optional items of the operation's implementation.
///
/// ```ignore
/// const IDEMPOTENCY_TOKEN: Option<TokenMember<Self::Input>> = Some(|input| &mut input.token);
///
/// fn interceptors() -> Vec<SharedInterceptor> {
///     Vec::from([SharedInterceptor::new(crate::runtime::checksum::Md5Checksum)])
/// }
/// ```
pub(in crate::emit) fn emit(imports: &mut Imports, operation: &Operation) -> TokenStream {
    let success = emit_success(operation);
    let token = emit_idempotency_token(imports, operation);
    let endpoint_params = emit_endpoint_params(imports, operation);
    let config = emit_config(imports, operation);
    let classifier = emit_classifier(imports, operation);
    let interceptors = emit_interceptors(imports, operation);
    quote!(#success #token #endpoint_params #config #classifier #interceptors)
}

fn emit_success(operation: &Operation) -> Option<TokenStream> {
    let code = operation.response.status;
    let literal = Literal::u16_unsuffixed(code);
    let success = quote!(response.status().is_success());
    let other =
        (!(200..300).contains(&code)).then(|| quote!(response.status().as_u16() == #literal));
    let not_error = operation
        .adjustments
        .error_in_success
        .then(|| quote!(!response::is_error_body(response)));
    let is_success = match (other, not_error) {
        (None, None) => return None,
        (Some(other), None) => quote!(#success || #other),
        (None, Some(not_error)) => quote!(#success && #not_error),
        (Some(other), Some(not_error)) => quote!((#success || #other) && #not_error),
    };
    Some(quote! {
        fn is_success(response: &HttpResponse) -> bool {
            #is_success
        }
    })
}

fn emit_idempotency_token(imports: &mut Imports, operation: &Operation) -> Option<TokenStream> {
    let field = operation
        .input
        .fields
        .iter()
        .find(|field| field.idempotency_token)?;
    let name = &field.name;
    let token_member = imports.item("crate::runtime::operation", "TokenMember");
    Some(quote! {
        const IDEMPOTENCY_TOKEN: Option<#token_member<Self::Input>> = Some(|input| &mut input.#name);
    })
}

fn emit_endpoint_params(imports: &mut Imports, operation: &Operation) -> Option<TokenStream> {
    let bindings = &operation.endpoint_bindings;
    if bindings.is_empty() {
        return None;
    }
    let values = endpoints::emit_bindings(bindings);
    let ty = &operation.input.name;
    let reads_input = bindings.iter().any(|binding| binding.value.reads_input());
    let input = if reads_input {
        quote!(input)
    } else {
        quote!(_)
    };
    let mut replacing = bindings.iter().filter(|binding| binding.replaces());
    let mutable = replacing.next().map(|_| quote!(mut));
    let builder = imports.item("crate::config::endpoint", "ParamsBuilder");
    Some(quote! {
        fn endpoint_params(#input: &#ty, #mutable params: #builder) -> #builder {
            #values
        }
    })
}

fn emit_config(imports: &mut Imports, operation: &Operation) -> Option<TokenStream> {
    let Adjustments {
        signing,
        auth_by_endpoint,
        responds_slowly,
        ..
    } = &operation.adjustments;
    let signing = (*signing != Signing::default()).then(|| {
        let Signing {
            literal_path,
            body_hash,
        } = signing;
        let ty = imports.item("crate::runtime::signing", "Signing");
        quote! {
            let signing = #ty { literal_path: #literal_path, body_hash: #body_hash };
            signing.store_in(layer);
        }
    });
    let payload = operation.unsigned_payload.then(
        || quote!(layer.store_put(aws_runtime::auth::PayloadSigningOverride::UnsignedPayload);),
    );
    // Then the runtime resolves the endpoint before it chooses the auth scheme.
    let auth = auth_by_endpoint.then(|| {
        let module = quote!(aws_smithy_runtime::client::orchestrator);
        quote!(layer.unset::<#module::AuthSchemeAndEndpointOrchestrationV2>();)
    });
    let protection = responds_slowly.then(|| {
        let config = imports.item("crate::config", "StalledStreamProtectionConfig");
        quote!(layer.store_put(#config::disabled());)
    });
    let statements: Vec<_> = [signing, payload, auth, protection]
        .into_iter()
        .flatten()
        .collect();
    (!statements.is_empty()).then(|| {
        let layer = imports.item("crate::config", "Layer");
        quote! {
            fn extend_config(layer: &mut #layer) {
                #(#statements)*
            }
        }
    })
}

fn emit_classifier(imports: &mut Imports, operation: &Operation) -> Option<TokenStream> {
    let codes = operation.adjustments.transient_errors;
    (!codes.is_empty()).then(|| {
        let classifier = imports.item(
            "aws_runtime::retries::classifiers",
            "AwsErrorCodeClassifier",
        );
        quote! {
            fn error_code_classifier() -> #classifier<Self::Error> {
                crate::runtime::transient_errors::classifier(&[#(#codes),*])
            }
        }
    })
}

fn emit_interceptors(imports: &mut Imports, operation: &Operation) -> Option<TokenStream> {
    let compression = operation
        .compressed
        .then(|| quote!(crate::runtime::compression::Gzip));
    let request_checksum = operation.checksums.request.as_ref();
    let request_checksum = request_checksum.map(emit_request_checksum);
    let response_checksum = operation.checksums.response.as_ref();
    let response_checksum =
        response_checksum.map(|checksum| emit_response_checksum(imports, checksum));
    let tree_hash = operation
        .tree_hash
        .then(|| quote!(crate::runtime::tree_hash::TreeHash));
    let checksums = request_checksum.into_iter().chain(response_checksum);
    let interceptors = compression.into_iter().chain(checksums).chain(tree_hash);
    let interceptors: Vec<_> = interceptors.collect();
    (!interceptors.is_empty()).then(|| {
        let shared = imports.item("crate::config", "SharedInterceptor");
        quote! {
            fn interceptors() -> Vec<#shared> {
                Vec::from([#(#shared::new(#interceptors)),*])
            }
        }
    })
}

fn emit_request_checksum(checksum: &RequestChecksum) -> TokenStream {
    match checksum {
        RequestChecksum::Md5 => quote!(crate::runtime::checksum::Md5Checksum),
        RequestChecksum::Flexible {
            algorithm_header,
            required,
        } => quote! {
            crate::runtime::request_checksum::RequestChecksum {
                algorithm_header: #algorithm_header,
                required: #required,
            }
        },
    }
}

fn emit_response_checksum(imports: &mut Imports, checksum: &ResponseChecksum) -> TokenStream {
    let mode_header = &checksum.mode_header;
    let algorithm = imports.item("crate::runtime::checksum_algorithm", "Algorithm");
    let algorithms = checksum.algorithms.iter().map(|one| {
        let name = match one {
            ChecksumAlgorithm::Crc32 => quote!(Crc32),
            ChecksumAlgorithm::Crc32C => quote!(Crc32C),
            ChecksumAlgorithm::Crc64Nvme => quote!(Crc64Nvme),
            ChecksumAlgorithm::Sha1 => quote!(Sha1),
            ChecksumAlgorithm::Sha256 => quote!(Sha256),
        };
        quote!(#algorithm::#name)
    });
    quote! {
        crate::runtime::response_checksum::ResponseChecksum {
            mode_header: #mode_header,
            algorithms: &[#(#algorithms),*],
        }
    }
}
