//! Emits the options that only some operations have, such as interceptors and endpoint parameters.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::endpoints;
use crate::emit::imports::Imports;
use crate::ir::{Adjustments, Operation, Signing};

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
    let other_status = (!(200..300).contains(&code))
        .then(|| quote!(response.status().is_success() || response.status().as_u16() == #literal));
    let is_success = other_status.or_else(|| {
        let can_be_error =
            operation.adjustments.error_in_success && !operation.output.is_streaming();
        can_be_error
            .then(|| quote!(response.status().is_success() && !response::is_error_body(response)))
    })?;
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
    let setters = endpoints::emit_bindings(bindings);
    let ty = &operation.input.name;
    let reads_input = bindings.iter().any(|binding| binding.value.reads_input());
    let input = if reads_input {
        quote!(input)
    } else {
        quote!(_)
    };
    let builder = imports.item("crate::config::endpoint", "ParamsBuilder");
    Some(quote! {
        fn endpoint_params(#input: &#ty, params: #builder) -> #builder {
            params #setters
        }
    })
}

fn emit_config(imports: &mut Imports, operation: &Operation) -> Option<TokenStream> {
    let Adjustments {
        signing,
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
    let protection = responds_slowly.then(|| {
        let config = imports.item("crate::config", "StalledStreamProtectionConfig");
        quote!(layer.store_put(#config::disabled());)
    });
    let statements: Vec<_> = [signing, payload, protection]
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
    let checksum = operation
        .checksum_required
        .then(|| quote!(crate::runtime::checksum::Md5Checksum));
    let tree_hash = operation
        .tree_hash
        .then(|| quote!(crate::runtime::tree_hash::TreeHash));
    let interceptors = compression.into_iter().chain(checksum).chain(tree_hash);
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
