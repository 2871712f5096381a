//! Tests of the values that operations give to parameters.

use serde_json::json;

use super::pretty;
use crate::emit::endpoints::{emit_bindings, emit_params};
use crate::endpoints::{
    self, EndpointError, EndpointTraits, InputMember, InputPath, InputValue, OperationTraits,
};
use crate::ir::endpoints::EndpointRules;
use crate::ir::jmespath::{Access, Expression, List, Literal, MemberOf, PathValue, Read, Source};
use crate::ir::{RustName, Step};

fn member(field: &str, value: InputValue) -> InputMember {
    InputMember {
        field: RustName::new(field),
        value,
    }
}

fn rules() -> EndpointRules {
    let parameter = |ty: &str| json!({"type": ty});
    let rule_set = json!({
        "version": "1.0",
        "parameters": {
            "Arn": parameter("string"),
            "Arns": parameter("stringArray"),
            "Control": parameter("boolean"),
            "PathStyle": {"type": "boolean", "builtIn": "AWS::S3::ForcePathStyle", "required": true},
            "Region": {"type": "string", "builtIn": "AWS::Region"},
        },
        "rules": [],
    });
    let client = json!({"PathStyle": {"type": "boolean", "documentation": "Paths."}});
    endpoints::lower(EndpointTraits {
        rule_set: Some(&rule_set),
        client_context_params: Some(&client),
        bdd: None,
    })
    .expect("the rule set is valid")
}

/// Emits the setter of a parameter for a path into the input.
fn path(parameter: &str, value: PathValue) -> Result<String, EndpointError> {
    let traits = OperationTraits {
        static_params: None,
        members: Vec::new(),
        paths: vec![InputPath {
            parameter,
            path: "a.path",
            value,
        }],
    };
    let bindings = endpoints::bindings(&rules(), &traits)?;
    Ok(emit_bindings(&bindings).to_string())
}

/// An optional field of the input.
fn field(name: &str, read: Read) -> Expression {
    Expression::Member(Box::new(MemberOf {
        of: Expression::Input,
        access: Access::Field,
        member: Step {
            field: RustName::new(name),
            optional: true,
        },
        read,
    }))
}

fn keys() -> List {
    List::new(Source::Keys(field("requests", Read::Borrowed)))
}

#[test]
fn static_values_and_members() {
    let statics = json!({"Arns": {"value": ["a", "b"]}, "Control": {"value": true}});
    let traits = OperationTraits {
        static_params: Some(&statics),
        members: vec![
            ("Arn", member("kind", InputValue::Enum)),
            ("Control", member("hidden", InputValue::Bool)),
            ("Region", member("region", InputValue::String)),
        ],
        paths: Vec::new(),
    };
    let bindings = endpoints::bindings(&rules(), &traits).expect("the bindings fit");
    let values = emit_bindings(&bindings);
    insta::assert_snapshot!(values.to_string());
}

#[test]
fn paths_into_the_input() {
    let text = PathValue::Text(field("name", Read::Text));
    insta::assert_snapshot!(path("Arn", text).expect("a text"), @"params . set_arn (input . name . as_deref () . map (str :: to_owned))");
    let boolean = PathValue::Boolean(field("hidden", Read::Copied));
    insta::assert_snapshot!(path("Control", boolean).expect("a boolean"), @"params . set_control (input . hidden)");
    let texts = PathValue::Texts(keys());
    insta::assert_snapshot!(path("Arns", texts).expect("texts"), @"params . set_arns (Some (input . requests . as_ref () . into_iter () . flat_map (| map | map . keys ()) . map (| key | key . as_str ()) . map (str :: to_owned) . collect ()))");
}

#[test]
fn paths_that_do_not_fit_the_parameter() {
    let contains = Expression::ListContains(
        Box::new(keys()),
        Box::new(Expression::Literal(Literal::Text("a".to_owned()))),
    );
    let cases = [
        (
            "Nobody",
            PathValue::Texts(keys()),
            "endpoint parameter `Nobody`: there is no such parameter",
        ),
        (
            "Arn",
            PathValue::Texts(keys()),
            "endpoint parameter `Arn`: path `a.path` leads to another type",
        ),
        (
            "Control",
            PathValue::Boolean(contains),
            "endpoint parameter `Control`: path `a.path` calls a function that fails without a value",
        ),
    ];
    for (parameter, value, message) in cases {
        let error = path(parameter, value).expect_err(message);
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn client_settings_are_read_from_the_configuration() {
    let params = pretty(emit_params(&rules()));
    assert!(params.contains("path_style: cfg"), "{params}");
    assert!(
        params.contains("crate::config::service_settings::endpoint::PathStyle"),
        "{params}"
    );
    assert_eq!(rules().client_params[0].setter, "path_style");
}
