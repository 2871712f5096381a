//! What only single services need: signatures, retries, tokens of the environment.

use aws_runtime::auth::{SigV4OperationSigningConfig, sigv4};
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Input, InterceptorContext};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
use aws_smithy_types::error::ErrorMetadata;
use aws_types::SdkConfig;
use aws_types::origin::Origin;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use crate::Config;
use crate::config::Layer;
use crate::operation::list_things::ListThingsError;
use crate::runtime::signing::Signing;
use crate::runtime::transient_errors;

#[test]
fn signing_options_are_stored() {
    let options = |literal_path, body_hash| {
        let mut layer = Layer::new("test");
        Signing { literal_path, body_hash }.store_in(&mut layer);
        let config = layer.load::<SigV4OperationSigningConfig>().expect("it is stored");
        let options = &config.signing_options;
        (options.double_uri_encode, options.normalize_uri_path, options.content_sha256_header)
    };
    assert_eq!(options(true, true), (false, false, true));
    assert_eq!(options(true, false), (false, false, false));
    assert_eq!(options(false, true), (true, true, true));
}

#[test]
fn further_codes_are_transient() {
    let action = |classifier: &AwsErrorCodeClassifier<ListThingsError>, code| {
        let error = ListThingsError::generic(ErrorMetadata::builder().code(code).build());
        let mut context = InterceptorContext::new(Input::erase(()));
        context.set_output_or_error(Err(OrchestratorError::operation(Error::erase(error))));
        classifier.classify_retry(&context)
    };
    let (usual, special) = (AwsErrorCodeClassifier::new(), transient_errors::classifier(&["Odd"]));
    assert_eq!(action(&usual, "Odd"), RetryAction::NoActionIndicated);
    assert_eq!(action(&special, "Odd"), RetryAction::transient_error());
    for code in ["RequestTimeout", "SlowDown", "Other"] {
        assert_eq!(action(&special, code), action(&usual, code), "{code}");
    }
}

#[derive(Debug)]
struct Environment;

impl LoadServiceConfig for Environment {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let asked = (key.service_id(), key.env(), key.profile());
        (asked == ("things", "AWS_BEARER_TOKEN", "")).then(|| "token".to_owned())
    }
}

#[test]
fn a_token_of_the_environment_is_preferred_to_credentials() {
    let preference = |builder: aws_types::sdk_config::Builder| {
        let config = Config::new(&builder.build());
        config.auth_scheme_preference().map(|preference| format!("{preference:?}"))
    };
    assert_eq!(preference(SdkConfig::builder()), None);
    let bearer = preference(SdkConfig::builder().service_config(Environment)).expect("it is set");
    assert!(bearer.contains("httpBearerAuth"), "{bearer}");

    let mut in_code = SdkConfig::builder().service_config(Environment);
    in_code.set_auth_scheme_preference(Some([sigv4::SCHEME_ID]));
    in_code.insert_origin("auth_scheme_preference", Origin::shared_config());
    let own = preference(in_code).expect("it is set");
    assert!(own.contains("sigv4") && !own.contains("Bearer"), "{own}");
}
