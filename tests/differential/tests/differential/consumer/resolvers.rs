//! A consumer with custom resolvers for endpoints and auth schemes. Returns a log of the requests and of the calls of the
//! resolvers.

use std::sync::{Arc, Mutex, PoisonError};

use aws_runtime::auth::sigv4::SigV4AuthScheme;
use aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::{AuthSchemeOption, AuthSchemeOptionsFuture};

use super::config;
use super::sdk::config::auth::{Params as AuthParams, ResolveAuthScheme};
use super::sdk::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use super::sdk::config::{Builder, Config, ConfigBag, RuntimeComponents};
use super::sdk::{Client, meta};
use crate::harness::setup::Setup;
use crate::harness::transport::Script;

/// Calls operations with each resolver, set by value and by setter, on the client and on the call.
pub(crate) async fn resolvers() -> Vec<String> {
    let own = Own::default();
    let mut log = Vec::new();
    let fixed = || config::builder(&Setup::once()).push_auth_scheme(SigV4AuthScheme::new());
    let mut set = fixed();
    set.set_endpoint_resolver(Some(own.clone().into_shared_endpoint()))
        .set_auth_scheme_resolver(own.clone());
    let by_value = fixed()
        .endpoint_resolver(own.clone())
        .auth_scheme_resolver(own.clone());
    for builder in [
        fixed(),
        set,
        by_value,
        fixed().auth_scheme_resolver(own.clone()),
    ] {
        log.extend(call(builder, Config::builder()).await);
    }
    let of_call = Config::builder().endpoint_resolver(own.clone());
    log.extend(call(fixed(), of_call).await);
    let of_call = Config::builder().auth_scheme_resolver(own.clone());
    log.extend(call(fixed(), of_call).await);
    log.append(&mut own.0.lock().unwrap_or_else(PoisonError::into_inner));
    params(&mut log);
    log.push(format!("{}", meta::PKG_VERSION.split('.').count()));
    log
}

async fn call(of_client: Builder, of_call: Builder) -> Vec<String> {
    let script = Script::default();
    let config = of_client.http_client(script.http_client()).build();
    let client = Client::from_conf(config);
    let call = client.search_agent_statuses().instance_id("i").customize();
    let result = call.config_override(of_call).send().await;
    vec![
        format!("{result:?}"),
        format!("{:?}", script.take_requests()),
    ]
}

fn params(log: &mut Vec<String>) {
    let builder = AuthParams::builder().operation_name("A");
    let set = AuthParams::builder().set_operation_name(Some("A".into()));
    for built in [builder.build(), set.build(), AuthParams::builder().build()] {
        let told = built.map(|params| params.operation_name().to_owned());
        log.push(format!("{:?}", told.map_err(|error| error.to_string())));
    }
}

/// Resolves to a fixed address without signing, and records its arguments.
#[derive(Debug, Clone, Default)]
struct Own(Arc<Mutex<Vec<String>>>);

impl Own {
    fn into_shared_endpoint(self) -> super::sdk::config::endpoint::SharedEndpointResolver {
        ResolveEndpoint::into_shared_resolver(self)
    }

    fn note(&self, asked: String) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(asked);
    }
}

impl ResolveEndpoint for Own {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        self.note(format!(
            "{:?} {:?} {:?}",
            params.region(),
            params.use_fips(),
            params.endpoint()
        ));
        let endpoint = Endpoint::builder()
            .url("http://own.example/base")
            .header("x-own", "1");
        EndpointFuture::ready(Ok(endpoint.build()))
    }
}

impl ResolveAuthScheme for Own {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a AuthParams,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        self.note(params.operation_name().to_owned());
        let none = AuthSchemeOption::from(NO_AUTH_SCHEME_ID);
        AuthSchemeOptionsFuture::ready(Ok(vec![none]))
    }
}
