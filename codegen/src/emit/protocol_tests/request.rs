//! Cases of requests as tests.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::case::{self, ClientConfig, Request};
use super::{Emitted, value};
use crate::error::ProblemKind;
use crate::ir::{Crate, Operation};

/// The host to which requests of cases go that name none.
const HOST: &str = "example.com";

/// Emits the file of all tests.
pub(super) fn emit_file(lowered: &Crate, tests: &[TokenStream]) -> TokenStream {
    let lib = format_ident!("{}", lowered.package.lib_name());
    let setup = (!tests.is_empty()).then(|| {
        quote! {
            use #lib as service;
            use service::config::{Credentials, Region, retry::RetryConfig};
            use service::{Client, Config};

            use crate::support::Capture;

            fn client(http: &Capture, host: &str) -> Client {
                let config = Config::builder()
                    .http_client(http.clone())
                    .endpoint_url(format!("https://{host}"))
                    .region(Region::from_static("us-east-1"))
                    .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
                    .idempotency_token_provider("00000000-0000-4000-8000-000000000000")
                    .retry_config(RetryConfig::disabled())
                    .behavior_version_latest()
                    .build();
                Client::from_conf(config)
            }
        }
    });
    quote! {
        //! The requests that inputs become.

        #setup

        #(#tests)*
    }
}

/// The statements of a test.
///
/// ```ignore
/// let http = Capture::default();
/// let result = client(&http, "example.com").put_thing().set_name(Some("a".to_owned())).send().await;
/// let request = http.request(&result).await;
/// request.assert_method("PUT");
/// request.assert_path("/things");
/// request.assert_body("application/json", "{\"name\":\"a\"}");
/// ```
pub(super) fn emit(
    lowered: &Crate,
    operation: &Operation,
    case: &Value,
) -> Result<Emitted, ProblemKind> {
    let case: Request = case::read(case)?;
    if !case.message.applies(lowered.protocol) {
        return Ok(None);
    }
    let context = value::Context {
        lowered,
        side: value::Side::Exact,
    };
    let setters = value::setters(context, &operation.input, &case.message.params)
        .map_err(|reason| case.message.error(reason))?;
    let method = &operation.module;
    let host = case.host.as_deref().unwrap_or(HOST);
    let config = case.config()?;
    let assertions = emit_assertions(&case, config.as_ref());
    let settings = config
        .as_ref()
        .map(|config| emit_settings(lowered, config).map_err(|reason| case.message.error(reason)))
        .transpose()?;
    let customize = config
        .as_ref()
        .map(|_| quote!(.customize().config_override(config)));
    Ok(Some(quote! {
        let http = Capture::default();
        #settings
        let result = client(&http, #host).#method() #setters #customize .send().await;
        let request = http.request(&result).await;
        #assertions
    }))
}

/// Emits the configuration of a call, whose endpoint is that of the region.
///
/// ```ignore
/// let mut config = Config::builder().region(Region::from_static("us-west-2")).force_path_style(true);
/// config.set_endpoint_url(None);
/// ```
fn emit_settings(lowered: &Crate, config: &ClientConfig) -> Result<TokenStream, String> {
    let own = &lowered.service.endpoints.client_params;
    let exists = |name: &str| own.iter().any(|param| param.setter == name);
    let region = config.region.as_ref();
    let region = region.map(|region| quote!(.region(Region::from_static(#region))));
    let mut setters = Vec::new();
    for (name, value) in [
        ("force_path_style", config.s3.is_path_style()),
        ("accelerate", config.s3.use_accelerate_endpoint),
    ] {
        if value.is_some() && !exists(name) {
            return Err(format!("clients of the service have no setting `{name}`"));
        }
        setters.push((name, value));
    }
    setters.push(("use_dual_stack", config.s3.use_dualstack_endpoint));
    let setters = setters.into_iter().filter_map(|(name, value)| {
        let name = format_ident!("{name}");
        value.map(|value| quote!(.#name(#value)))
    });
    Ok(quote! {
        let mut config = Config::builder() #region #(#setters)*;
        config.set_endpoint_url(None);
    })
}

fn emit_assertions(case: &Request, config: Option<&ClientConfig>) -> TokenStream {
    let (method, path) = (&case.method, path(case, config));
    let host = case
        .resolved_host
        .as_ref()
        .map(|host| quote!(request.assert_host(#host);));
    let headers = case
        .message
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let headers = (!case.message.headers.is_empty())
        .then(|| quote!(request.assert_headers(&[#(#headers),*]);));
    let lists = [
        ("assert_query", &case.query_params),
        ("assert_query_has", &case.require_query_params),
        ("assert_query_lacks", &case.forbid_query_params),
        ("assert_headers_have", &case.require_headers),
        ("assert_headers_lack", &case.forbid_headers),
    ];
    let lists = lists
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(method, names)| {
            let method = format_ident!("{method}");
            quote!(request.#method(&[#(#names),*]);)
        });
    let body = case.message.body.as_ref().map(|body| {
        let media_type = case.message.media_type();
        quote!(request.assert_body(#media_type, #body);)
    });
    quote! {
        request.assert_method(#method);
        request.assert_path(#path);
        #host
        #headers
        #(#lists)*
        #body
    }
}

/// Returns the path of the request. The runtime puts a slash between the path of the endpoint, which is the bucket, and
/// that of the operation, also if the latter is empty.
fn path(case: &Request, config: Option<&ClientConfig>) -> String {
    let is_path_style = config.is_some_and(|config| config.s3.is_path_style() == Some(true));
    let is_bucket = case.uri.matches('/').count() == 1;
    let slash = if is_path_style && is_bucket { "/" } else { "" };
    format!("{}{slash}", case.uri)
}
