//! How a configuration becomes the runtime plugins of a client, and a configuration override that of a call.

use std::borrow::Cow;

use aws_runtime::{
    invocation_id::InvocationIdInterceptor, recursion_detection::RecursionDetectionInterceptor,
    request_info::RequestInfoInterceptor, service_clock_skew::ServiceClockSkewInterceptor,
    user_agent::UserAgentInterceptor,
};
use aws_smithy_runtime::client::defaults::{DefaultPluginParams, default_plugins};
use aws_smithy_runtime::client::{
    auth::no_auth::NoAuthRuntimePlugin, config_override::Resolver,
    http::connection_poisoning::ConnectionPoisoningInterceptor, metrics::MetricsRuntimePlugin,
    orchestrator::AuthSchemeAndEndpointOrchestrationV2, retries::classifiers::HttpStatusCodeClassifier,
};
use aws_smithy_runtime_api::client::runtime_plugin::{Order, RuntimePlugins, StaticRuntimePlugin};
use aws_types::region::SigningRegion;

use super::auth::{DefaultAuthSchemeResolver, ResolveAuthScheme as _};
use super::endpoint::{DefaultResolver, ResolveEndpoint as _};
use super::{BehaviorVersion, Builder, Config, Layer, Region, RuntimeComponentsBuilder, SharedHttpClient};
use crate::meta;
use crate::runtime::{features::Feature, idempotency_token::IdempotencyTokenProvider};

/// The plugins of a client: the runtime's defaults, the user's configuration, and what every client needs.
pub(crate) fn client_plugins(config: Config) -> RuntimePlugins {
    let defaults = DefaultPluginParams::new()
        .with_retry_partition_name(retry_partition(config.region()))
        .with_behavior_version(behavior_version(&config));
    let metrics = MetricsRuntimePlugin::builder()
        .with_scope(meta::CRATE_SCOPE)
        .with_time_source(config.builder.components.time_source().unwrap_or_default())
        .build()
        .expect("scope and time source are set");
    let user = StaticRuntimePlugin::new()
        .with_config(config.config)
        .with_runtime_components(config.builder.components);
    RuntimePlugins::new()
        .with_client_plugins(default_plugins(defaults))
        .with_client_plugin(user)
        .with_client_plugin(service_plugin())
        .with_client_plugin(NoAuthRuntimePlugin::new())
        .with_client_plugin(metrics)
}

/// Clients of one service and region share their retry tokens.
fn retry_partition(region: Option<&Region>) -> Cow<'static, str> {
    match region {
        Some(region) => format!("{}-{region}", meta::SIGNING_NAME).into(),
        None => meta::SIGNING_NAME.into(),
    }
}

fn behavior_version(config: &Config) -> BehaviorVersion {
    let default = cfg!(feature = "behavior-version-latest").then(BehaviorVersion::latest);
    config.builder.behavior_version.or(default).expect(
        "Invalid client configuration: A behavior major version must be set when sending a \
         request or constructing a client. You must set it during client construction or by \
         enabling the `behavior-version-latest` cargo feature.",
    )
}

fn service_plugin() -> StaticRuntimePlugin {
    let mut layer = Layer::new(meta::SERVICE_LAYER);
    layer.store_put(IdempotencyTokenProvider::random());
    layer.store_put(AuthSchemeAndEndpointOrchestrationV2);
    let resolver = DefaultAuthSchemeResolver::default().into_shared_resolver();
    let mut components = RuntimeComponentsBuilder::new("ServiceRuntimePlugin")
        .with_http_client(default_http_client())
        .with_auth_scheme_option_resolver(Some(resolver))
        .with_endpoint_resolver(Some(DefaultResolver::new().into_shared_resolver()))
        .with_interceptor(ConnectionPoisoningInterceptor::new())
        .with_retry_classifier(HttpStatusCodeClassifier::default())
        .with_interceptor(Feature::RetryMode)
        .with_interceptor(ServiceClockSkewInterceptor::new())
        .with_interceptor(RequestInfoInterceptor::new())
        .with_interceptor(UserAgentInterceptor::new())
        .with_interceptor(InvocationIdInterceptor::new())
        .with_interceptor(RecursionDetectionInterceptor::new());
    for scheme in meta::auth_schemes() {
        components.push_auth_scheme(scheme);
    }
    StaticRuntimePlugin::new()
        .with_order(Order::Defaults)
        .with_config(layer.freeze())
        .with_runtime_components(components)
}

/// Returns the HTTP client of this crate's own features. If it is `None`, the runtime's default is used.
fn default_http_client() -> Option<SharedHttpClient> {
    #[cfg(all(feature = "ring-https-client", not(feature = "default-https-client")))]
    return Some(super::ring_https_client());
    #[cfg(not(all(feature = "ring-https-client", not(feature = "default-https-client"))))]
    None
}

/// The plugin which lays `config_override` over the configuration of the client.
pub(crate) fn override_plugin(config_override: Builder, client: &Config) -> StaticRuntimePlugin {
    let mut layer = config_override.config;
    let mut components = config_override.components;
    // Puts in what the changed settings entail, such as an identity cache for new credentials.
    let mut resolver =
        Resolver::overrid(client.config.clone(), &client.builder.components, &mut layer, &mut components);
    let layer_of_call = resolver.config_mut();
    if let Some(region) = layer_of_call.load::<Region>().cloned() {
        layer_of_call.store_put(SigningRegion::from(region));
    }
    let layer = Layer::from(layer).with_name(concat!(module_path!(), "::override_plugin"));
    StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(components)
}
