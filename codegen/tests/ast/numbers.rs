//! Numbers of the model, which are kept exactly.

use serde_json::Value;
use smithy_slim_codegen::model::Model;

use super::{read, shape};

/// Reads a model that has these numbers as literals, which no `Value` of this test has touched.
fn with_numbers(default: &str, min: &str, custom: &str) -> Model {
    let text = format!(
        r#"{{ "smithy": "2.0", "shapes": {{
            "example#Holder": {{ "type": "structure", "members": {{ "Big": {{
                "target": "smithy.api#BigDecimal",
                "traits": {{ "smithy.api#default": {default}, "example#custom": {{ "n": [{custom}] }} }}
            }} }} }},
            "example#Big": {{ "type": "bigInteger", "traits": {{ "smithy.api#range": {{ "min": {min} }} }} }}
        }} }}"#
    );
    read(&text).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn numbers_of_any_size_and_precision_are_kept() {
    let numbers = [
        "123456789012345678901234567890",
        "-123456789012345678901234567890",
        "0.1234567890123456789012345678901234567890",
        "1e+400",
        "-1e-400",
        "18446744073709551616",
        "1.0",
        "0",
    ];
    for number in numbers {
        let model = with_numbers(number, number, number);
        let members = shape(&model, "Holder").members();
        let traits = &members[0].traits;
        let default = traits.default.as_ref().map(Value::to_string);
        assert_eq!(default.as_deref(), Some(number));
        let range = shape(&model, "Big").traits.range.as_ref();
        let min = range
            .and_then(|range| range.min.as_ref())
            .map(ToString::to_string);
        assert_eq!(min.as_deref(), Some(number));
        let custom = traits.other["example#custom"].to_string();
        assert_eq!(custom, format!(r#"{{"n":[{number}]}}"#));
        let written = model.to_ast();
        let again = Model::from_ast("again.json", written.as_bytes());
        let again = again.unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(again.to_ast(), written);
        assert!(
            written.contains(&format!("\"min\": {number}\n")),
            "{written}"
        );
    }
}

#[test]
fn exponents_may_be_written_in_any_way() {
    for number in ["1e400", "1E400", "1E+400"] {
        let model = with_numbers(number, number, number);
        assert_eq!(model.to_ast().matches("1e+400").count(), 3, "{number}");
    }
}
