//! Tests of endpoints: the hosts of regions, and settings that override them.

use std::sync::{Arc, Mutex};

use aws_config::SdkConfig;
use aws_types::origin::Origin;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use connect_slim::Client;
use connect_slim::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use connect_slim::config::interceptors::BeforeTransmitInterceptorContextRef;
use connect_slim::config::{
    BehaviorVersion, Builder, Config, ConfigBag, Credentials, Intercept, Region, RuntimeComponents,
    SharedCredentialsProvider,
};
use connect_slim::error::{BoxError, DisplayErrorContext};

/// Records the request and returns an error instead of sending it.
#[derive(Debug, Clone, Default)]
struct Stop(Arc<Mutex<Option<(String, String)>>>);

impl Intercept for Stop {
    fn name(&self) -> &'static str {
        "Stop"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request();
        let authorization = request.headers().get("authorization").unwrap_or_default();
        let sent = (request.uri().to_owned(), authorization.to_owned());
        *self.0.lock().unwrap() = Some(sent);
        Err("this is as far as it goes".into())
    }
}

/// Returns the URL and the signature of a call with this configuration, or the error.
async fn target(config: Builder) -> Result<(String, String), String> {
    let stop = Stop::default();
    let config = config.interceptor(stop.clone()).build();
    let call = Client::from_conf(config).search_agent_statuses();
    let error = call.send().await.unwrap_err();
    let sent = stop.0.lock().unwrap().take();
    sent.ok_or_else(|| DisplayErrorContext(error).to_string())
}

async fn url(config: Builder) -> String {
    target(config).await.unwrap().0
}

fn in_region(region: &'static str) -> Builder {
    Config::builder()
        .behavior_version_latest()
        .region(Region::new(region))
        .credentials_provider(credentials())
}

fn credentials() -> Credentials {
    Credentials::new("key", "secret", None, None, "tests")
}

#[tokio::test]
async fn regions_resolve_to_their_hosts() {
    let table = [
        ("us-west-2", "connect.us-west-2.amazonaws.com"),
        ("eu-central-1", "connect.eu-central-1.amazonaws.com"),
        ("cn-north-1", "connect.cn-north-1.amazonaws.com.cn"),
        ("us-gov-west-1", "connect.us-gov-west-1.amazonaws.com"),
        ("xx-nowhere-9", "connect.xx-nowhere-9.amazonaws.com"),
    ];
    for (region, host) in table {
        let (url, authorization) = target(in_region(region)).await.unwrap();
        assert_eq!(url, format!("https://{host}/search-agent-statuses"));
        let scope = format!("/{region}/connect/aws4_request");
        assert!(authorization.contains(&scope), "{authorization}");
    }
}

#[tokio::test]
async fn fips_and_dual_stack_resolve_to_other_hosts() {
    let table = [
        (
            "us-west-2",
            true,
            false,
            "connect-fips.us-west-2.amazonaws.com",
        ),
        ("us-west-2", false, true, "connect.us-west-2.api.aws"),
        ("us-west-2", true, true, "connect-fips.us-west-2.api.aws"),
        (
            "us-gov-west-1",
            true,
            false,
            "connect.us-gov-west-1.amazonaws.com",
        ),
        (
            "us-gov-west-1",
            true,
            true,
            "connect-fips.us-gov-west-1.api.aws",
        ),
        (
            "cn-north-1",
            false,
            true,
            "connect.cn-north-1.api.amazonwebservices.com.cn",
        ),
    ];
    for (region, fips, dual_stack, host) in table {
        let config = in_region(region).use_fips(fips).use_dual_stack(dual_stack);
        assert_eq!(
            url(config).await,
            format!("https://{host}/search-agent-statuses")
        );
    }
}

#[tokio::test]
async fn unsupported_combinations_are_errors() {
    let custom = || in_region("us-west-2").endpoint_url("https://example.com");
    let table = [
        (
            custom().use_fips(true),
            "FIPS and custom endpoint are not supported",
        ),
        (
            custom().use_dual_stack(true),
            "Dualstack and custom endpoint are not supported",
        ),
        (
            in_region("us-iso-east-1").use_dual_stack(true),
            "DualStack is enabled but this partition does not support DualStack",
        ),
        (in_region("us-west-2").region(None), "Missing Region"),
        (in_region("not a host"), "endpoint is not a valid URI"),
    ];
    for (config, expected) in table {
        let error = target(config).await.unwrap_err();
        assert!(error.contains(expected), "{expected}: {error}");
    }
}

#[tokio::test]
async fn endpoint_path_is_kept() {
    for base in ["http://localhost:1/a/b", "http://localhost:1/a/b/"] {
        let config = in_region("us-west-2").endpoint_url(base);
        assert_eq!(
            url(config).await,
            "http://localhost:1/a/b/search-agent-statuses"
        );
    }
}

#[derive(Debug)]
struct Fixed;

impl ResolveEndpoint for Fixed {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let region = params.region().unwrap_or("none");
        let url = format!("http://{region}.example.com");
        EndpointFuture::ready(Ok(Endpoint::builder().url(url).build()))
    }
}

#[tokio::test]
async fn custom_resolver_is_used() {
    let config = in_region("us-west-2")
        .endpoint_url("http://localhost:1")
        .endpoint_resolver(Fixed);
    assert_eq!(
        url(config).await,
        "http://us-west-2.example.com/search-agent-statuses"
    );
}

/// Service-specific configuration, as from the environment or a profile: the service ID and a URL.
#[derive(Debug)]
struct ServiceConfig(&'static str, &'static str);

impl LoadServiceConfig for ServiceConfig {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let names = (key.env(), key.profile());
        assert_eq!(names, ("AWS_ENDPOINT_URL", "endpoint_url"));
        (key.service_id() == self.0).then(|| self.1.to_owned())
    }
}

#[tokio::test]
async fn endpoint_precedence_is_code_service_shared() {
    let default = "https://connect.us-west-2.amazonaws.com";
    let ours = || Some(ServiceConfig("Connect", "http://c"));
    let other = Some(ServiceConfig("S3", "http://s3"));
    let table = [
        (Origin::unknown(), "", None, default),
        (Origin::unknown(), "", ours(), "http://c"),
        (
            Origin::shared_profile_file(),
            "http://all",
            None,
            "http://all",
        ),
        (
            Origin::shared_profile_file(),
            "http://all",
            ours(),
            "http://c",
        ),
        (
            Origin::shared_profile_file(),
            "http://all",
            other,
            "http://all",
        ),
        (
            Origin::shared_environment_variable(),
            "http://all",
            ours(),
            "http://c",
        ),
        (Origin::shared_config(), "http://all", ours(), "http://all"),
    ];
    for (origin, all, service, expected) in table {
        let mut shared = shared(all);
        shared.insert_origin("endpoint_url", origin);
        if let Some(service) = service {
            shared = shared.service_config(service);
        }
        let url = url(Builder::from(&shared.build())).await;
        assert_eq!(url, format!("{expected}/search-agent-statuses"));
    }
    // A setting of this client takes precedence over the shared one.
    let config = Builder::from(&shared("http://all").build()).endpoint_url("http://mine");
    assert_eq!(url(config).await, "http://mine/search-agent-statuses");
}

/// Returns the shared configuration, with an endpoint URL unless it is empty.
fn shared(endpoint_url: &str) -> aws_types::sdk_config::Builder {
    let mut shared = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(SharedCredentialsProvider::new(credentials()));
    let endpoint_url = (!endpoint_url.is_empty()).then(|| endpoint_url.to_owned());
    shared.set_endpoint_url(endpoint_url);
    shared
}
