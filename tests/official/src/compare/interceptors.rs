//! What the runtime is made of for a call: interceptors and retry classifiers, in their order; and overrides of it.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry as _;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;
use aws_types::app_name::AppName;

use super::{Both, assert_same};
use crate::input::Input;
use crate::setup::Setup;
use crate::transport::Answer;
use crate::{official, ours};

/// Notes the components of the calls it is part of.
#[derive(Debug, Clone, Default)]
struct Probe(Arc<Mutex<Vec<String>>>);

impl Intercept for Probe {
    fn name(&self) -> &'static str {
        "Probe"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let interceptors = components.interceptors().map(|each| each.name().to_owned());
        let classifiers = components.retry_classifiers();
        let classifiers = classifiers.map(|each| format!("{} {:?}", each.name(), each.priority()));
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.extend(interceptors.chain(classifiers));
        Ok(())
    }
}

impl Probe {
    fn noted(&self) -> Vec<String> {
        let noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Ours is one interceptor for all operations, so its name has no operation in it.
        let bare = |name: &String| match name.ends_with("EndpointParamsInterceptor") {
            true => "EndpointParamsInterceptor".to_owned(),
            false => name.clone(),
        };
        noted.iter().map(bare).collect()
    }
}

#[test]
fn names_and_order() {
    for input in Input::samples() {
        let of_ours = Probe::default();
        let setup = |probe: &Probe| Setup {
            interceptors: vec![SharedInterceptor::new(probe.clone())],
            ..Setup::fixed()
        };
        ours::wire::Caller::new(&setup(&of_ours)).call(&input, vec![]);
        let of_official = Probe::default();
        official::wire::Caller::new(&setup(&of_official)).call(&input, vec![]);
        assert_eq!(
            of_ours.noted(),
            of_official.noted(),
            "left is ours, right the official"
        );
        assert!(of_ours.noted().len() > 12, "{:?}", of_ours.noted());
        // The same for a probe that comes with the call.
        let (with_ours, with_official) = (Probe::default(), Probe::default());
        let over = |probe: &Probe| Setup {
            interceptors: vec![SharedInterceptor::new(probe.clone())],
            ..Setup::default()
        };
        ours::wire::Caller::new(&Setup::fixed()).call_with(&input, &over(&with_ours), vec![]);
        official::wire::Caller::new(&Setup::fixed()).call_with(
            &input,
            &over(&with_official),
            vec![],
        );
        assert_eq!(with_ours.noted(), with_official.noted());
    }
}

/// Settings of a call that override the client's.
#[test]
fn config_override() {
    let both = Both::new(&Setup::fixed());
    let settings = [
        Setup {
            region: Some("cn-north-1"),
            ..Setup::default()
        },
        Setup {
            endpoint_url: Some("http://localhost:9/x"),
            ..Setup::default()
        },
        Setup {
            use_fips: Some(true),
            ..Setup::default()
        },
        Setup {
            use_dual_stack: Some(true),
            region: Some("us-east-1"),
            ..Setup::default()
        },
        Setup {
            app_name: AppName::new("app").ok(),
            ..Setup::default()
        },
        Setup {
            retry: Some(RetryConfig::disabled()),
            ..Setup::default()
        },
        Setup {
            retry: Some(RetryConfig::standard().with_max_attempts(2)),
            ..Setup::default()
        },
        Setup {
            credentials: Setup::fixed().credentials,
            ..Setup::default()
        },
        Setup {
            time: Setup::fixed().time,
            sleep: Setup::fixed().sleep,
            ..Setup::default()
        },
        Setup::default(),
    ];
    for setting in settings {
        for input in Input::samples() {
            both.same_with(
                &input,
                &setting,
                &[Answer::json(503, "{}"), Answer::json(200, "{}")],
            );
        }
    }
}

/// The user agent tells the crate's name and version in its API part. Nothing else of it differs.
#[test]
fn user_agent() {
    let setup = Setup {
        app_name: AppName::new("app").ok(),
        interceptors: Vec::new(),
        ..Setup::fixed()
    };
    for input in Input::samples() {
        let ours = ours::wire::Caller::new(&setup).call(&input, vec![]);
        let official = official::wire::Caller::new(&setup).call(&input, vec![]);
        let version = format!("api/connect/{}", connect_slim::meta::PKG_VERSION);
        assert_same(
            api_taken_out(ours, &version),
            api_taken_out(official, "api/connect/1.119.0"),
            &input,
        );
    }
}

/// The same without the API part of the user agent, and the signature over it.
fn api_taken_out(mut seen: crate::seen::Seen, api: &str) -> crate::seen::Seen {
    let headers = seen
        .requests
        .iter_mut()
        .flat_map(|request| &mut request.headers);
    let mut found = 0;
    for (name, value) in headers {
        if name.ends_with("user-agent") && value.contains(api) {
            *value = value.replace(api, "api");
            found += 1;
        }
        if name == "authorization" {
            let end = value.find("Signature=").unwrap_or_default();
            value.truncate(end);
        }
    }
    assert_eq!(
        found, 1,
        "x-amz-user-agent names the API, user-agent doesn't: {:?}",
        seen.requests
    );
    seen
}
