//! Compares endpoints: the test cases of the model, a grid of regions and options, and the endpoints of calls.

use serde_json::Value;

use crate::harness::Clients;
use crate::harness::input::Input;
use crate::harness::response_text::{MODEL, shape_id};
use crate::harness::setup::Setup;
use crate::{official, slim};

/// Both crates resolve the test cases of the model as expected.
#[tokio::test]
async fn model_cases_resolve_as_expected() {
    let traits = &MODEL["shapes"][shape_id("AmazonConnectService")]["traits"];
    let cases = traits["smithy.rules#endpointTests"]["testCases"].as_array();
    let cases = cases.expect("the model has endpoint tests");
    assert_eq!(cases.len(), 36);
    for case in cases {
        let params = &case["params"];
        let resolved = resolve(
            params["Region"].as_str(),
            params["UseFIPS"].as_bool(),
            params["UseDualStack"].as_bool(),
            params["Endpoint"].as_str(),
        );
        assert_eq!(resolved.await, expected(&case["expect"]), "{case}");
    }
}

/// Returns the expected URL or error.
fn expected(expect: &Value) -> Result<String, String> {
    match expect["error"].as_str() {
        Some(error) => Err(error.to_owned()),
        None => Ok(expect["endpoint"]["url"]
            .as_str()
            .unwrap_or_default()
            .to_owned()),
    }
}

const REGIONS: &[Option<&str>] = &[
    None,
    Some("us-east-1"),
    Some("eu-west-2"),
    Some("il-central-1"),
    Some("cn-north-1"),
    Some("cn-northwest-1"),
    Some("us-gov-west-1"),
    Some("us-gov-east-1"),
    Some("us-iso-east-1"),
    Some("us-iso-west-1"),
    Some("us-isob-east-1"),
    Some("eu-isoe-west-1"),
    Some("us-isof-south-1"),
    Some("eusc-de-east-1"),
    Some("aws-global"),
    Some("aws-cn-global"),
    Some("aws-us-gov-global"),
    Some("us-new-9"),
    Some("cn-new-9"),
    Some("xx-nowhere-1"),
    Some(""),
    Some("us east 1"),
    Some("us-east-1.example.com"),
    Some("US-EAST-1"),
    Some("ü"),
];

const ENDPOINTS: &[Option<&str>] = &[
    None,
    Some("https://example.com"),
    Some("http://localhost:8080/with/path"),
    Some("http://[::1]:8080"),
    Some("not a url"),
];

const OPTIONS: [Option<bool>; 3] = [None, Some(false), Some(true)];

/// Both crates resolve every region with every option and endpoint to the same URL.
#[tokio::test]
async fn all_regions_and_options_resolve_the_same() {
    let mut urls = 0;
    for region in REGIONS {
        for endpoint in ENDPOINTS {
            for fips in OPTIONS {
                for dual_stack in OPTIONS {
                    let resolved = resolve(*region, fips, dual_stack, *endpoint);
                    urls += usize::from(resolved.await.is_ok());
                }
            }
        }
    }
    assert!(urls > 300, "only {urls} have an endpoint");
}

/// Calls are sent to the same host and signed for the same region.
#[test]
fn calls_use_the_same_endpoint() {
    for &region in REGIONS {
        for &endpoint_url in ENDPOINTS {
            for options in [
                (None, None),
                (Some(true), None),
                (None, Some(true)),
                (Some(true), Some(true)),
            ] {
                let clients = Clients::new(&Setup {
                    region,
                    endpoint_url,
                    use_fips: options.0,
                    use_dual_stack: options.1,
                    ..Setup::once()
                });
                clients.assert_same(&Input::samples()[1], &[]);
            }
        }
    }
}

/// An empty endpoint URL panics in the runtime's own builder.
#[test]
fn empty_endpoint_urls_panic() {
    let setup = || Setup {
        endpoint_url: Some(""),
        ..Setup::once()
    };
    let input = &Input::samples()[1];
    let ours = std::panic::catch_unwind(|| {
        slim::caller::Caller::new(&setup()).call(input, vec![]);
    });
    let official = std::panic::catch_unwind(|| {
        official::caller::Caller::new(&setup()).call(input, vec![]);
    });
    assert!(ours.is_err() && official.is_err());
}

/// Asserts that both crates resolve the same, and returns the URL.
async fn resolve(
    region: Option<&str>,
    fips: Option<bool>,
    dual_stack: Option<bool>,
    endpoint: Option<&str>,
) -> Result<String, String> {
    let ours = slim::endpoint::resolve(region, fips, dual_stack, endpoint).await;
    let official = official::endpoint::resolve(region, fips, dual_stack, endpoint).await;
    assert_eq!(ours, official, "{:?}", (region, fips, dual_stack, endpoint));
    ours.map(|endpoint| endpoint.split(' ').next().unwrap_or_default().to_owned())
}
