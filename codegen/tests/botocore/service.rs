//! The service shape: names, protocols, auth.

use serde_json::{Value, json};
use smithy_slim_codegen::model::{Model, ShapeId, Traits};

use super::{read, service};

/// A service with these keys of metadata instead of the usual ones.
fn with_metadata(metadata: Value) -> Model {
    let mut main = service("rest-json", json!({}), json!({}));
    for (key, value) in metadata.as_object().expect("an object") {
        main["metadata"][key] = value.clone();
    }
    read(&main)
}

fn id_and_traits(model: &Model) -> (ShapeId, Traits) {
    let (id, shape, _) = model.services().next().expect("a service");
    (id.clone(), shape.traits.clone())
}

#[test]
fn identity() {
    let model = with_metadata(json!({ "signingName": "tiny-signing", "serviceId": "Tiny V2" }));
    let (id, traits) = id_and_traits(&model);
    assert_eq!(id.as_str(), "com.amazonaws.tinyv2#AmazonTiny");
    assert_eq!(traits.title.as_deref(), Some("Amazon Tiny"));
    let aws = traits.aws_service.expect("the service trait");
    assert_eq!(
        (aws.sdk_id.as_str(), aws.endpoint_prefix.as_deref()),
        ("Tiny V2", Some("tiny"))
    );
    assert_eq!(
        traits.sigv4.map(|sigv4| sigv4.name).as_deref(),
        Some("tiny-signing")
    );
    assert!(traits.auth.is_none());
    let (_, _, service) = model.services().next().expect("a service");
    assert_eq!(service.version, "2020-01-01");
}

#[test]
fn names_of_the_service_shape() {
    let cases = [
        (json!({}), "AmazonTiny"),
        (json!({ "targetPrefix": "Tiny_20200101" }), "Tiny_20200101"),
        (
            json!({ "targetPrefix": "com.amazonaws.tiny.Tiny_2" }),
            "Tiny_2",
        ),
        (json!({ "serviceFullName": null }), "Tiny"),
    ];
    for (metadata, expected) in cases {
        assert_eq!(
            id_and_traits(&with_metadata(metadata.clone())).0.name(),
            expected,
            "{metadata}"
        );
    }
    let model = read(&service(
        "rest-json",
        json!({}),
        json!({ "AmazonTiny": { "type": "string" } }),
    ));
    assert_eq!(
        id_and_traits(&model).0.name(),
        "AmazonTinyService",
        "the name was taken"
    );
}

#[test]
fn protocols() {
    let cases: [(Value, &[&str]); 8] = [
        (
            json!({ "protocol": "rest-json", "protocols": ["rest-json"] }),
            &["aws.protocols#restJson1"],
        ),
        (
            json!({ "protocol": "rest-xml" }),
            &["aws.protocols#restXml"],
        ),
        (
            json!({ "protocol": "json", "jsonVersion": "1.1" }),
            &["aws.protocols#awsJson1_1"],
        ),
        (json!({ "protocol": "json" }), &["aws.protocols#awsJson1_0"]),
        (json!({ "protocol": "query" }), &["aws.protocols#awsQuery"]),
        (json!({ "protocol": "ec2" }), &["aws.protocols#ec2Query"]),
        (
            json!({ "protocol": "smithy-rpc-v2-cbor", "protocols": ["smithy-rpc-v2-cbor", "json"] }),
            &["aws.protocols#awsJson1_0", "smithy.protocols#rpcv2Cbor"],
        ),
        (
            json!({ "protocol": "carrier-pigeon" }),
            &["aws.protocols#carrier-pigeon"],
        ),
    ];
    for (metadata, expected) in cases {
        let (_, traits) = id_and_traits(&with_metadata(metadata.clone()));
        let found: Vec<&str> = traits
            .ids()
            .filter(|id| id.contains("protocols#"))
            .collect();
        assert_eq!(found, expected, "{metadata}");
    }
}

#[test]
fn http_versions() {
    let (_, traits) = id_and_traits(&with_metadata(
        json!({ "protocolSettings": { "h2": "eventstream" } }),
    ));
    let expected = json!({ "http": ["http/1.1", "h2"], "eventStreamHttp": ["h2"] });
    assert_eq!(traits.rest_json_1, Some(expected));
}

#[test]
fn auth_schemes_by_preference() {
    let cases: [(Value, Option<&[&str]>, bool); 5] = [
        (json!({ "auth": ["aws.auth#sigv4"] }), None, true),
        (
            json!({ "auth": ["smithy.api#httpBearerAuth"] }),
            Some(&["smithy.api#httpBearerAuth"]),
            false,
        ),
        (
            json!({ "signatureVersion": "bearer" }),
            Some(&["smithy.api#httpBearerAuth"]),
            false,
        ),
        (
            json!({ "signatureVersion": "v2" }),
            Some(&["aws.auth#sigv2"]),
            false,
        ),
        (
            json!({ "auth": ["aws.auth#sigv4a", "aws.auth#sigv4"] }),
            Some(&["aws.auth#sigv4a", "aws.auth#sigv4"]),
            true,
        ),
    ];
    for (metadata, expected, has_sigv4) in cases {
        let (_, traits) = id_and_traits(&with_metadata(metadata.clone()));
        let auth: Option<Vec<&str>> = traits
            .auth
            .as_ref()
            .map(|ids| ids.iter().map(ShapeId::as_str).collect());
        assert_eq!(auth.as_deref(), expected, "{metadata}");
        assert_eq!(traits.sigv4.is_some(), has_sigv4, "{metadata}");
    }
}

#[test]
fn endpoint_discovery_names_its_operation() {
    let http = json!({ "method": "POST", "requestUri": "/" });
    let model = read(&service(
        "json",
        json!({ "Find": { "http": http, "endpointoperation": true }, "Use": { "http": http } }),
        json!({}),
    ));
    let (_, traits) = id_and_traits(&model);
    let discovery = traits.client_endpoint_discovery;
    assert_eq!(
        discovery.map(|discovery| discovery.operation),
        Some(ShapeId::from("com.amazonaws.tiny#Find"))
    );
}

#[test]
fn context_params_and_deprecation() {
    let mut main = service("rest-json", json!({}), json!({}));
    let params = json!({ "UseArnRegion": { "type": "boolean" } });
    main["clientContextParams"] = params.clone();
    main["deprecated"] = json!(true);
    main["documentation"] = json!("<p>Tiny.</p>");
    let (_, traits) = id_and_traits(&read(&main));
    assert_eq!(traits.client_context_params, Some(params));
    assert!(traits.deprecated.is_some());
    assert_eq!(traits.documentation.as_deref(), Some("<p>Tiny.</p>"));
}
