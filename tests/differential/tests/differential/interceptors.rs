//! Compares interceptors and retry classifiers with their order, overrides of the configuration, and the user agent.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry as _;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;
use aws_types::app_name::AppName;

use crate::harness::{Clients, assert_same};
use crate::harness::input::Input;
use crate::harness::observation::Observation;
use crate::harness::setup::Setup;
use crate::harness::transport::Answer;
use crate::{official, slim};

/// Records the components of calls.
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
        let mut recorded = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        recorded.extend(interceptors.chain(classifiers));
        Ok(())
    }
}

impl Probe {
    fn recorded(&self) -> Vec<String> {
        let recorded = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Our interceptor is the same for all operations, so its name contains no operation.
        let bare = |name: &String| match name.ends_with("EndpointParamsInterceptor") {
            true => "EndpointParamsInterceptor".to_owned(),
            false => name.clone(),
        };
        recorded.iter().map(bare).collect()
    }
}

#[test]
fn interceptors_have_the_same_order() {
    for input in Input::samples() {
        let of_slim = Probe::default();
        let setup = |probe: &Probe| Setup {
            interceptors: vec![SharedInterceptor::new(probe.clone())],
            ..Setup::fixed()
        };
        slim::caller::Caller::new(&setup(&of_slim)).call(&input, vec![]);
        let of_official = Probe::default();
        official::caller::Caller::new(&setup(&of_official)).call(&input, vec![]);
        assert_eq!(
            of_slim.recorded(),
            of_official.recorded(),
            "left: ours, right: official"
        );
        assert!(of_slim.recorded().len() > 12, "{:?}", of_slim.recorded());
        // The same with a probe in the override of the configuration.
        let (with_slim, with_official) = (Probe::default(), Probe::default());
        let over = |probe: &Probe| Setup {
            interceptors: vec![SharedInterceptor::new(probe.clone())],
            ..Setup::default()
        };
        slim::caller::Caller::new(&Setup::fixed()).call_with(&input, &over(&with_slim), vec![]);
        official::caller::Caller::new(&Setup::fixed()).call_with(
            &input,
            &over(&with_official),
            vec![],
        );
        assert_eq!(with_slim.recorded(), with_official.recorded());
    }
}

/// Settings of a call that override the client's.
#[test]
fn config_overrides_have_the_same_effect() {
    let clients = Clients::new(&Setup::fixed());
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
            retry: Some(
                RetryConfig::standard()
                    .with_max_attempts(2)
                    .with_use_static_exponential_base(true),
            ),
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
        Setup {
            unset_region: true,
            ..Setup::default()
        },
        Setup::default(),
    ];
    for setting in settings {
        for input in Input::samples() {
            clients.assert_same_with(
                &input,
                &setting,
                &[Answer::json(503, "{}"), Answer::json(200, "{}")],
            );
        }
    }
}

/// User agents differ only in the version of the crate.
#[test]
fn user_agents_differ_only_in_the_version() {
    let setup = Setup {
        app_name: AppName::new("app").ok(),
        interceptors: Vec::new(),
        ..Setup::fixed()
    };
    for input in Input::samples() {
        let ours = slim::caller::Caller::new(&setup).call(&input, vec![]);
        let official = official::caller::Caller::new(&setup).call(&input, vec![]);
        let version = format!("api/connect/{}", connect_slim::meta::PKG_VERSION);
        assert_same(
            without_api(ours, &version),
            without_api(official, "api/connect/1.119.0"),
            &input,
        );
    }
}

/// Removes the API part of the user agent, and the signature, which depends on it.
fn without_api(mut seen: Observation, api: &str) -> Observation {
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
    assert_eq!(found, 2, "both headers contain the API: {:?}", seen.requests);
    seen
}
