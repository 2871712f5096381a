//! Tests of string templates and of names.

use crate::endpoints::expressions::string_template::{Piece, parse};
use crate::endpoints::expressions::{local_name, unique};

fn reference(name: &str, path: Option<&str>) -> Piece {
    Piece::Reference {
        name: name.to_owned(),
        path: path.map(str::to_owned),
    }
}

fn literal(text: &str) -> Piece {
    Piece::Literal(text.to_owned())
}

#[test]
fn string_templates() {
    let cases = [
        ("", vec![]),
        ("https://example.com", vec![literal("https://example.com")]),
        ("{Region}", vec![reference("Region", None)]),
        (
            "a{b#c.d[0]}e",
            vec![literal("a"), reference("b", Some("c.d[0]")), literal("e")],
        ),
        ("{a}{b}", vec![reference("a", None), reference("b", None)]),
        ("{{a}}", vec![literal("{a}")]),
        (
            "{{{a}}}",
            vec![literal("{"), reference("a", None), literal("}")],
        ),
    ];
    for (template, pieces) in cases {
        assert_eq!(parse(template, "").expect(template), pieces, "{template}");
    }
    for template in ["{", "}", "{}", "{a", "a}", "{a{b}}"] {
        parse(template, "").expect_err(template);
    }
}

#[test]
fn local_names() {
    let cases = [
        ("PartitionResult", "partition_result"),
        ("UseFIPS", "use_fips"),
        (
            "s3expressAvailabilityZoneId",
            "s3express_availability_zone_id",
        ),
        ("_effective_arn_region", "effective_arn_region"),
        ("2nd", "_2_nd"),
        ("Self", "self_"),
    ];
    for (name, expected) in cases {
        assert_eq!(local_name(name), expected);
    }
    assert_eq!(unique("url", |name| name != "url_3"), "url_3");
}
