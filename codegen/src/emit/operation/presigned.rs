//! Emits the methods and the trait implementation that presign requests of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::inline;
use crate::emit::docs::{doc_lines, wrapped};
use crate::emit::http;
use crate::emit::imports::Imports;
use crate::ir::{Checksums, Codec, Crate, Operation, Payload, RequestChecksum};

/// Emits the method `presigned` of the fluent builder.
///
/// ```ignore
/// pub async fn presigned(self, presigning_config: PresigningConfig) -> Result<PresignedRequest, SdkError<GetObjectError>> {
///     presign::presign::<super::GetObject>(&self.handle, self.inner.build(), None, presigning_config).await
/// }
/// ```
pub(super) fn emit_method(operation: &Operation) -> Option<TokenStream> {
    operation.presigned.as_ref()?;
    let name = &operation.name;
    let error = name.suffixed("Error");
    let expiry = doc_lines(&wrapped(
        "Anyone who has the presigned request can send it until it expires, without credentials. It expires with the \
         credentials that it is signed with, if that is earlier than `presigning_config` says.",
    ));
    Some(quote! {
        /// Presigns the request instead of sending it.
        ///
        #expiry
        ///
        /// # Errors
        ///
        /// Returns an error if the request can't be built or signed.
        pub async fn presigned(
            self,
            presigning_config: crate::presigning::PresigningConfig,
        ) -> Result<crate::presigning::PresignedRequest, crate::error::SdkError<#error>> {
            presign::presign::<super::#name>(&self.handle, self.inner.build(), None, presigning_config).await
        }
    })
}

/// Emits the import and the implementation of `CustomizablePresigned` for the fluent builder.
///
/// ```ignore
/// impl CustomizablePresigned<GetObjectError> for GetObjectFluentBuilder {
///     fn presign(…) -> BoxFuture<SendResult<PresignedRequest, GetObjectError>> { … }
/// }
/// ```
pub(super) fn emit_customizable(
    lowered: &Crate,
    operation: &Operation,
) -> Option<[TokenStream; 2]> {
    operation.presigned.as_ref()?;
    let inline = inline(lowered);
    let name = &operation.name;
    let (error, fluent) = (name.suffixed("Error"), name.suffixed("FluentBuilder"));
    let import = quote!(
        use crate::runtime::presign::{self, CustomizablePresigned};
    );
    let customizable = quote! {
        impl CustomizablePresigned<#error> for #fluent {
            #inline
            fn presign(
                self,
                config_override: crate::config::Builder,
                presigning_config: crate::presigning::PresigningConfig,
            ) -> BoxFuture<SendResult<crate::presigning::PresignedRequest, #error>> {
                let (input, config) = (self.inner.build(), Some(config_override));
                presign::presign::<super::#name>(&self.handle, input, config, presigning_config)
            }
        }
    };
    Some([import, customizable])
}

/// Emits the implementation of `Presign` for the operation.
///
/// ```ignore
/// impl Presign for super::SynthesizeSpeech {
///     fn payload() -> PayloadSigningOverride { … }
///     fn disable_interceptors(layer: &mut Layer) { … }
///     fn serialize_presigned(input: SynthesizeSpeechInput, _: &mut ConfigBag) -> Result<HttpRequest, BoxError> { … }
/// }
/// ```
pub(super) fn emit_wire(
    imports: &mut Imports,
    codec: Codec,
    operation: &Operation,
) -> Option<TokenStream> {
    let presigned = operation.presigned.as_ref()?;
    let name = &operation.name;
    let trait_name = imports.item("crate::runtime::presign", "Presign");
    let payload = match presigned.payload {
        Payload::Unsigned => None,
        Payload::Empty => Some(quote! {
            fn payload() -> aws_runtime::auth::PayloadSigningOverride {
                aws_runtime::auth::PayloadSigningOverride::Precomputed(#EMPTY_SHA_256.to_owned())
            }
        }),
    };
    let interceptors = emit_disabled_interceptors(imports, &operation.checksums);
    let request = presigned.request.as_ref();
    let serialize = request.map(|request| http::request::emit_presigned(imports, codec, request));
    Some(quote!(impl #trait_name for super::#name { #payload #interceptors #serialize }))
}

/// Emits the function that disables checksums: the body of a presigned request is unknown, and so is who receives the
/// response.
///
/// ```ignore
/// fn disable_interceptors(layer: &mut Layer) {
///     layer.store_put(disable_interceptor::<crate::runtime::request_checksum::RequestChecksum>("presigning"));
/// }
/// ```
fn emit_disabled_interceptors(imports: &mut Imports, checksums: &Checksums) -> Option<TokenStream> {
    let request = checksums.request.as_ref().map(|checksum| match checksum {
        RequestChecksum::Md5 => quote!(crate::runtime::checksum::Md5Checksum),
        RequestChecksum::Flexible { .. } => {
            quote!(crate::runtime::request_checksum::RequestChecksum)
        }
    });
    let response = checksums
        .response
        .as_ref()
        .map(|_| quote!(crate::runtime::response_checksum::ResponseChecksum));
    let interceptors: Vec<_> = request.into_iter().chain(response).collect();
    (!interceptors.is_empty()).then(|| {
        let layer = imports.item("crate::config", "Layer");
        let disable = imports.item(
            "aws_smithy_runtime_api::client::interceptors",
            "disable_interceptor",
        );
        quote! {
            fn disable_interceptors(layer: &mut #layer) {
                #(layer.store_put(#disable::<#interceptors>("presigning"));)*
            }
        }
    })
}

/// The SHA-256 of an empty body.
const EMPTY_SHA_256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
