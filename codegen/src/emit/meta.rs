//! Emits what the model says about the service as a whole.

use proc_macro2::TokenStream;
use quote::quote;

use super::auth;
use crate::ir::Crate;

/// Emits the file `meta.rs`.
pub(super) fn emit(lowered: &Crate) -> TokenStream {
    let service = &lowered.service;
    let sdk_id = &service.sdk_id;
    let signing_name = &service.signing_name;
    let layer = &service.shape_name;
    let module = service.module_name();
    let scope = format!("aws-sdk-{module}");
    let schemes = auth::emit_ids(&service.auth);
    let overrides = lowered.operations.iter().filter_map(|operation| {
        let (name, schemes) = (
            operation.shape.name(),
            auth::emit_ids(operation.auth.as_ref()?),
        );
        Some(quote!((#name, #schemes)))
    });
    let implementations = auth::emit_implementations(lowered);
    quote! {
        //! Contains the constants of the service, and the version of this crate.

        use aws_smithy_runtime_api::client::auth::{AuthSchemeId, SharedAuthScheme};

        /// The version of this crate.
        pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");

        /// The name of the service in the user agent.
        pub(crate) static API_METADATA: aws_runtime::user_agent::ApiMetadata =
            aws_runtime::user_agent::ApiMetadata::new(#module, PKG_VERSION);

        /// The name of the service in spans, metrics and service-specific settings.
        pub(crate) const SERVICE_ID: &str = #sdk_id;

        /// The name of the service in signatures and retry partitions.
        pub(crate) const SIGNING_NAME: &str = #signing_name;

        /// The name of the service in the names of configuration layers.
        pub(crate) const SERVICE_LAYER: &str = #layer;

        /// The scope of metrics.
        pub(crate) const CRATE_SCOPE: &str = #scope;

        /// The auth schemes of the service, in order of preference.
        pub(crate) const AUTH_SCHEMES: &[AuthSchemeId] = #schemes;

        /// The auth schemes of operations whose schemes differ from those of the service.
        pub(crate) const OPERATION_AUTH_SCHEMES: &[(&str, &[AuthSchemeId])] = &[#(#overrides),*];

        #implementations
    }
}
