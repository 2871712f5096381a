//! Reads a bearer token from the environment variable `AWS_BEARER_TOKEN_…`, which ends with the name of the service in
//! signatures.

use aws_credential_types::Token;
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::config_bag::Layer;
use aws_types::sdk_config::SdkConfig;
use aws_types::service_config::ServiceConfigKey;

use crate::config::Builder;
use crate::meta;

/// Uses the token if there is one. What was set in code is preferred.
pub(super) fn copy(builder: &mut Builder, input: &SdkConfig) {
    let key = ServiceConfigKey::builder()
        .service_id(meta::SIGNING_NAME)
        .env("AWS_BEARER_TOKEN")
        .profile("")
        .build()
        .expect("all fields are set");
    let Some(token) = input.service_config().and_then(|config| config.load_config(key)) else {
        return;
    };
    if !input.get_origin("auth_scheme_preference").is_client_config() {
        builder.set_auth_scheme_preference(Some([HTTP_BEARER_AUTH_SCHEME_ID].into()));
    }
    if !input.get_origin("token_provider").is_client_config() {
        builder.components.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, identity(token));
    }
}

/// Creates the identity, which says in the user agent where it comes from.
fn identity(token: String) -> Identity {
    let mut layer = Layer::new("EnvironmentToken");
    layer.store_append(AwsCredentialFeature::BearerServiceEnvVars);
    Identity::builder()
        .data(Token::new(token, None))
        .property(layer.freeze())
        .build()
        .expect("all fields are set")
}
