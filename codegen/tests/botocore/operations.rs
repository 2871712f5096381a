//! Operations: HTTP, auth, endpoint parameters, inputs and outputs, paginators.

use serde_json::{Value, json};
use smithy_slim_codegen::model::traits::{Http, Paginated, Traits};
use smithy_slim_codegen::model::{Model, ModelFiles};

use super::{files, operation, read, service, shape};

fn operations(operations: Value, shapes: Value) -> Model {
    read(&service("rest-json", operations, shapes))
}

/// The traits of an operation with these keys beside `http`.
fn traits(mut entry: Value) -> Traits {
    entry["http"] = json!({ "method": "POST", "requestUri": "/" });
    let model = operations(json!({ "Do": entry }), json!({}));
    operation(&model, "Do").1.clone()
}

#[test]
fn http_and_targets() {
    let entry = json!({
        "http": { "method": "PUT", "requestUri": "/a/{Id}?x", "responseCode": 204 },
        "input": { "shape": "DoRequest" },
        "errors": [{ "shape": "Zebra" }, { "shape": "apple" }, { "shape": "Bear" }],
        "documentation": "<p>Does.</p>",
    });
    let model = operations(
        json!({ "Do": entry }),
        json!({ "DoRequest": { "type": "structure" } }),
    );
    let (operation, traits) = operation(&model, "Do");
    let http = Http {
        method: "PUT".to_owned(),
        uri: "/a/{Id}?x".to_owned(),
        code: 204,
    };
    assert_eq!(traits.http, Some(http));
    assert_eq!(operation.input.as_str(), "com.amazonaws.tiny#DoRequest");
    assert!(operation.output.is_unit());
    let errors: Vec<&str> = operation
        .errors
        .iter()
        .map(smithy_slim_codegen::model::ShapeId::name)
        .collect();
    assert_eq!(errors, ["apple", "Bear", "Zebra"]);
    assert_eq!(traits.documentation.as_deref(), Some("<p>Does.</p>"));
}

#[test]
fn other_protocols_have_no_http_trait() {
    let do_it = json!({ "Do": { "http": { "method": "POST", "requestUri": "/" } } });
    let model = read(&service("json", do_it, json!({})));
    assert!(operation(&model, "Do").1.http.is_none());
}

#[test]
fn labels_are_called_like_their_members() {
    let label = |name| json!({ "shape": "Text", "location": "uri", "locationName": name });
    let members =
        json!({ "restApiId": label("restapi_id"), "Key": label("key"), "same": label("same") });
    let uri = "/restapis/{restapi_id}/{same}/{other}/{key+}?fixed";
    let entry =
        json!({ "http": { "method": "GET", "requestUri": uri }, "input": { "shape": "In" } });
    let shapes =
        json!({ "In": { "type": "structure", "members": members }, "Text": { "type": "string" } });
    let model = operations(json!({ "Do": entry }), shapes);
    let http = operation(&model, "Do")
        .1
        .http
        .clone()
        .expect("an http trait");
    assert_eq!(
        http.uri,
        "/restapis/{restApiId}/{same}/{other}/{Key+}?fixed"
    );
}

#[test]
fn auth_schemes() {
    let schemes = |entry| {
        let auth = traits(entry).auth?;
        Some(
            auth.iter()
                .map(|id| id.as_str().to_owned())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(schemes(json!({})), None);
    assert_eq!(schemes(json!({ "authtype": "none" })), Some(vec![]));
    assert_eq!(
        schemes(json!({ "auth": ["smithy.api#noAuth"] })),
        Some(vec![])
    );
    let sigv4 = "aws.auth#sigv4";
    assert_eq!(
        schemes(json!({ "auth": [sigv4] })),
        Some(vec![sigv4.to_owned()])
    );
    for entry in [
        json!({ "authtype": "v4-unsigned-body" }),
        json!({ "unsignedPayload": true }),
    ] {
        let traits = traits(entry);
        assert!(traits.unsigned_payload.is_some() && traits.auth.is_none());
    }
}

#[test]
fn traits_of_operations() {
    let params = json!({ "Kind": { "value": "control" } });
    let found = traits(json!({
        "deprecated": true,
        "idempotent": true,
        "readonly": true,
        "endpoint": { "hostPrefix": "api." },
        "httpChecksumRequired": true,
        "httpChecksum": { "requestAlgorithmMember": "A" },
        "requestcompression": { "encodings": ["gzip"] },
        "staticContextParams": params,
        "operationContextParams": params,
        "endpointdiscovery": { "required": true },
        "novelty": [],
    }));
    assert!(found.deprecated.is_some() && found.http_checksum_required.is_some());
    assert_eq!(
        found
            .http_checksum
            .and_then(|checksum| checksum.request_algorithm_member)
            .as_deref(),
        Some("A")
    );
    assert_eq!(
        found
            .endpoint
            .map(|endpoint| endpoint.host_prefix)
            .as_deref(),
        Some("api.")
    );
    assert_eq!(
        found.request_compression.map(|it| it.encodings),
        Some(vec!["gzip".to_owned()])
    );
    assert_eq!(found.static_context_params.as_ref(), Some(&params));
    assert_eq!(found.operation_context_params.as_ref(), Some(&params));
    let discovered = found.client_discovered_endpoint;
    assert!(discovered.is_some_and(|endpoint| endpoint.required));
    let expected = [
        ("botocore#novelty", json!([])),
        ("smithy.api#idempotent", json!({})),
        ("smithy.api#readonly", json!({})),
    ];
    let other: Vec<_> = found
        .other
        .iter()
        .map(|(id, value)| (id.as_str(), value.clone()))
        .collect();
    assert_eq!(other, expected);
}

#[test]
fn inputs_and_outputs_are_marked_if_they_serve_for_nothing_else() {
    let http = || json!({ "method": "POST", "requestUri": "/" });
    let entry = |input, output| json!({ "http": http(), "input": { "shape": input }, "output": { "shape": output } });
    let list = json!({ "A": entry("OwnIn", "OwnOut"), "B": entry("SharedIn", "Nested"), "C": entry("SharedIn", "Both"), "D": entry("Both", "OwnOut2") });
    let structure = json!({ "type": "structure", "members": {} });
    let shapes = json!({
        "OwnIn": { "type": "structure", "members": { "nested": { "shape": "Nested" } } },
        "OwnOut": structure, "OwnOut2": structure, "SharedIn": structure, "Nested": structure, "Both": structure,
    });
    let model = operations(list, shapes);
    let marks = |name| {
        let traits = &shape(&model, name).traits;
        (traits.input.is_some(), traits.output.is_some())
    };
    assert_eq!(marks("OwnIn"), (true, false));
    assert_eq!(marks("OwnOut"), (false, true));
    assert_eq!(marks("SharedIn"), (false, false));
    assert_eq!(marks("Nested"), (false, false));
    assert_eq!(marks("Both"), (false, false));
}

#[test]
fn a_shape_yields_its_name_to_an_operation() {
    let entry =
        json!({ "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "Create" } });
    let model = operations(
        json!({ "Create": entry }),
        json!({ "Create": { "type": "structure" } }),
    );
    let (operation, _) = operation(&model, "Create");
    assert_eq!(operation.input.name(), "CreateShape");
    assert!(model.get(&operation.input).is_some());
}

fn paginated(paginator: Value) -> Traits {
    let list = json!({ "List": { "http": { "method": "GET", "requestUri": "/" } } });
    let paginators = json!({ "pagination": { "List": paginator, "Unknown": paginator } });
    let files = ModelFiles {
        paginators: Some(paginators.to_string().into_bytes()),
        ..files(&service("rest-json", list, json!({})))
    };
    let model = Model::read(&files).unwrap_or_else(|errors| panic!("{errors}"));
    operation(&model, "List").1.clone()
}

#[test]
fn paginators() {
    let text = |text: &str| Some(text.to_owned());
    let page = |items: Option<&str>| Paginated {
        input_token: text("Next"),
        output_token: text("Page.Next"),
        items: items.map(str::to_owned),
        page_size: text("Max"),
    };
    let cases = [
        (json!("Page.Items"), page(Some("Page.Items"))),
        (json!(["Items"]), page(Some("Items"))),
        (json!(["Items", "Others"]), page(None)),
        (json!("Items[]"), page(None)),
        (Value::Null, page(None)),
    ];
    for (result_key, expected) in cases {
        let paginator = json!({ "input_token": "Next", "output_token": "Page.Next", "limit_key": "Max", "result_key": result_key });
        assert_eq!(
            paginated(paginator).paginated,
            Some(expected),
            "{result_key}"
        );
    }
}

/// botocore puts the texts and structures of all pages together, which paginators of Smithy don't.
#[test]
fn items_are_lists_or_maps() {
    let shapes = json!({
        "Out": { "type": "structure", "members": {
            "Text": { "shape": "Text" },
            "Items": { "shape": "Items" },
            "Page": { "shape": "Page" },
        } },
        "Page": { "type": "structure", "members": { "Items": { "shape": "Items" }, "Text": { "shape": "Text" } } },
        "Items": { "type": "list", "member": { "shape": "Text" } },
        "Text": { "type": "string" },
    });
    let http = json!({ "method": "GET", "requestUri": "/" });
    let list = json!({ "List": { "http": http, "output": { "shape": "Out" } } });
    let items = |result_key: &str| {
        let entry =
            json!({ "input_token": "Next", "output_token": "Next", "result_key": result_key });
        let paginators = json!({ "pagination": { "List": entry } });
        let model = Model::read(&ModelFiles {
            paginators: Some(paginators.to_string().into_bytes()),
            ..files(&service("rest-json", list.clone(), shapes.clone()))
        });
        let model = model.unwrap_or_else(|errors| panic!("{errors}"));
        let paginated = operation(&model, "List").1.paginated.clone();
        paginated.expect("the operation has pages").items
    };
    for path in ["Items", "Page.Items", "Unknown"] {
        assert_eq!(items(path).as_deref(), Some(path));
    }
    for path in ["Text", "Page", "Page.Text"] {
        assert_eq!(items(path), None, "{path}");
    }
}

#[test]
fn paginators_that_smithy_cannot_express_are_kept_aside() {
    let cases = [
        json!({ "input_token": "Marker", "output_token": "NextMarker || Contents[-1].Key" }),
        json!({ "input_token": ["A", "B"], "output_token": ["C", "D"] }),
    ];
    for paginator in cases {
        let traits = paginated(paginator.clone());
        assert!(traits.paginated.is_none(), "{paginator}");
        assert!(
            traits.other.contains_key("botocore#paginator"),
            "{paginator}"
        );
    }
}
