//! Tests how requests are authenticated.

use aws_smithy_runtime_api::client::auth::http::{
    HTTP_API_KEY_AUTH_SCHEME_ID, HTTP_BASIC_AUTH_SCHEME_ID, HTTP_BEARER_AUTH_SCHEME_ID,
};
use aws_smithy_runtime_api::client::auth::{AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture};

use super::runtime_support::{Replay, block_on};
use crate::Client;
use crate::config::auth::{Params, ResolveAuthScheme};
use crate::config::http::HttpRequest;
use crate::config::{Builder, ConfigBag, Login, RuntimeComponents, SharedTokenProvider, Token};
use crate::runtime::api_key_header::ApiKeyHeader;

/// Chooses the same scheme for all operations.
#[derive(Debug)]
struct Always(AuthSchemeId);

impl ResolveAuthScheme for Always {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _params: &'a Params,
        _cfg: &'a ConfigBag,
        _runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::ready(Ok(vec![AuthSchemeOption::from(self.0.clone())]))
    }
}

/// Sends a request that is authenticated by the scheme, or returns the error.
fn send(scheme: AuthSchemeId, configure: impl FnOnce(Builder) -> Builder) -> Result<HttpRequest, String> {
    let replay = Replay::new([(200, "{}")]);
    let config = configure(replay.config().auth_scheme_resolver(Always(scheme)));
    let client = Client::from_conf(config.build());
    match block_on(client.list_things().thing_id("1").send()) {
        Ok(_) => Ok(replay.requests().remove(0)),
        Err(error) => Err(format!("{error:?}")),
    }
}

fn authorization(request: &HttpRequest) -> Option<&str> {
    request.headers().get("authorization")
}

#[test]
fn bearer_tokens_are_sent() {
    let token = || Token::new("abc", None);
    let request = send(HTTP_BEARER_AUTH_SCHEME_ID, |config| config.bearer_token(token())).unwrap();
    assert_eq!(authorization(&request), Some("Bearer abc"));
    let request = send(HTTP_BEARER_AUTH_SCHEME_ID, |config| config.token_provider(token())).unwrap();
    assert_eq!(authorization(&request), Some("Bearer abc"));
}

#[test]
fn bearer_tokens_of_the_shared_configuration_are_sent() {
    let shared = aws_types::SdkConfig::builder()
        .token_provider(SharedTokenProvider::new(Token::new("shared", None)))
        .build();
    let request = send(HTTP_BEARER_AUTH_SCHEME_ID, |mut config| {
        config.set_token_provider(shared.token_provider());
        config
    });
    assert_eq!(authorization(&request.unwrap()), Some("Bearer shared"));
}

#[test]
fn logins_are_sent() {
    let login = Login::new("me", "secret", None);
    let request = send(HTTP_BASIC_AUTH_SCHEME_ID, |config| config.basic_auth_login(login)).unwrap();
    assert_eq!(authorization(&request), Some("Basic bWU6c2VjcmV0"));
}

#[test]
fn api_keys_are_sent_in_the_query() {
    let key = Token::new("a&b", None);
    let request = send(HTTP_API_KEY_AUTH_SCHEME_ID, |config| config.api_key(key)).unwrap();
    assert!(request.uri().ends_with("key=a%26b"), "{}", request.uri());
}

#[test]
fn api_keys_are_sent_in_a_header() {
    for (prefix, expected) in [("", "abc"), ("Key ", "Key abc")] {
        let request = send(HTTP_API_KEY_AUTH_SCHEME_ID, |config| {
            let scheme = ApiKeyHeader { name: "x-key", prefix };
            config.push_auth_scheme(scheme).api_key(Token::new("abc", None))
        });
        assert_eq!(request.unwrap().headers().get("x-key"), Some(expected));
    }
}

#[test]
fn requests_without_the_required_credentials_are_not_sent() {
    for scheme in [HTTP_API_KEY_AUTH_SCHEME_ID, HTTP_BASIC_AUTH_SCHEME_ID, HTTP_BEARER_AUTH_SCHEME_ID] {
        let error = send(scheme, |config| config).unwrap_err();
        assert!(
            error.contains("no suitable auth scheme") || error.contains("NoMatchingAuthScheme"),
            "{error}"
        );
    }
}

#[test]
fn keys_that_headers_cannot_contain_are_errors() {
    let error = send(HTTP_API_KEY_AUTH_SCHEME_ID, |config| {
        let scheme = ApiKeyHeader { name: "x-key", prefix: "" };
        config.push_auth_scheme(scheme).api_key(Token::new("a\nb", None))
    });
    assert!(error.unwrap_err().contains("can't be sent in a header"));
}
