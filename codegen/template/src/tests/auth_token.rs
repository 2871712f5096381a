//! Tokens for databases. The signatures are those that the tests of smithy-rs expect for the same configurations.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_types::SdkConfig;
use aws_types::region::Region;

use super::runtime_support::block_on;
use crate::auth_token::{dsql, rds};

/// Returns a configuration without a region, at this second.
fn sdk_config(second: u64) -> SdkConfig {
    let time = StaticTimeSource::new(UNIX_EPOCH + Duration::from_secs(second));
    let credentials = Credentials::new("akid", "secret", None, None, "test");
    SdkConfig::builder()
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .time_source(SharedTimeSource::new(time))
        .build()
}

fn rds_builder() -> rds::ConfigBuilder {
    rds::Config::builder().hostname("prod-instance.us-east-1.rds.amazonaws.com").port(3306)
}

fn rds_token(builder: rds::ConfigBuilder, config: &SdkConfig) -> String {
    let generator = rds::AuthTokenGenerator::new(builder.build().unwrap());
    block_on(generator.auth_token(config)).unwrap().to_string()
}

fn dsql_generator() -> dsql::AuthTokenGenerator {
    let builder = dsql::Config::builder().hostname("peccy.dsql.us-east-1.on.aws").expires_in(450);
    dsql::AuthTokenGenerator::new(builder.region(Region::new("us-east-1")).build().unwrap())
}

#[test]
fn a_token_of_rds_is_a_signed_request() {
    let builder = rds_builder().region(Region::new("us-east-1")).username("peccy");
    assert_eq!(
        rds_token(builder, &sdk_config(1_724_709_600)),
        "prod-instance.us-east-1.rds.amazonaws.com:3306/?Action=connect&DBUser=peccy&X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=akid%2F20240826%2Fus-east-1%2Frds-db%2Faws4_request&X-Amz-Date=20240826T220000Z\
         &X-Amz-Expires=900&X-Amz-SignedHeaders=host\
         &X-Amz-Signature=dd0cba843009474347af724090233265628ace491ea17ce3eb3da098b983ad89"
    );
}

#[test]
fn tokens_of_dsql_differ_for_the_administrator() {
    let config = sdk_config(1_724_716_800);
    let token = |action, signature| {
        format!(
            "peccy.dsql.us-east-1.on.aws/?Action={action}&X-Amz-Algorithm=AWS4-HMAC-SHA256\
             &X-Amz-Credential=akid%2F20240827%2Fus-east-1%2Fdsql%2Faws4_request&X-Amz-Date=20240827T000000Z\
             &X-Amz-Expires=450&X-Amz-SignedHeaders=host&X-Amz-Signature={signature}"
        )
    };
    let user = block_on(dsql_generator().db_connect_auth_token(&config)).unwrap();
    let signature = "f5f2ad764ca5df44045d4ab6ccecba0eef941b0007e5765885a0b6ed3702a3f8";
    assert_eq!(user.as_str(), token("DbConnect", signature));
    let administrator = block_on(dsql_generator().db_connect_admin_auth_token(&config)).unwrap();
    let signature = "267cf8d04d84444f7a62d5bdb40c44bfc6cb13dd6c64fa7f772df6bbaa90fff1";
    assert_eq!(administrator.as_str(), token("DbConnectAdmin", signature));
}

#[test]
fn names_of_users_are_encoded() {
    let token = rds_token(rds_builder().username("a&b=c +é"), &sdk_config(0));
    assert!(token.contains("&DBUser=a%26b%3Dc%20%2B%C3%A9&X-Amz-Algorithm"), "{token}");
}

#[test]
fn tokens_of_rds_are_valid_for_at_most_a_quarter_of_an_hour() {
    let seconds = |expires_in| rds_token(rds_builder().username("a").expires_in(expires_in), &sdk_config(0));
    assert!(seconds(901).contains("&X-Amz-Expires=900&"));
    assert!(seconds(60).contains("&X-Amz-Expires=60&"));
}

#[test]
fn the_region_is_that_of_the_generator_or_of_the_configuration() {
    let config = sdk_config(0).into_builder().region(Region::new("eu-central-1")).build();
    let own = rds_token(rds_builder().username("a").region(Region::new("us-west-2")), &config);
    assert!(own.contains("%2Fus-west-2%2Frds-db%2F"), "{own}");
    let shared = rds_token(rds_builder().username("a"), &config);
    assert!(shared.contains("%2Feu-central-1%2Frds-db%2F"), "{shared}");
}

#[test]
fn what_is_missing_is_an_error() {
    let error = rds_builder().build().unwrap_err();
    assert_eq!(error.to_string(), "username was not set");
    let config = dsql::Config::builder().hostname("peccy.dsql.us-east-1.on.aws").build().unwrap();
    let generator = dsql::AuthTokenGenerator::new(config);
    let error = block_on(generator.db_connect_auth_token(&sdk_config(0))).unwrap_err();
    assert_eq!(error.to_string(), "no region is set");
    let error = block_on(dsql_generator().db_connect_auth_token(&SdkConfig::builder().build())).unwrap_err();
    assert_eq!(error.to_string(), "there are no credentials to sign the token with");
}

#[test]
fn the_debug_text_of_a_token_hides_it() {
    let token = block_on(dsql_generator().db_connect_auth_token(&sdk_config(0))).unwrap();
    assert_eq!(format!("{token:?}"), "AuthToken { .. }");
}
