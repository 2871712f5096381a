//! Tests of the functions of `endpoint_lib` that look at strings.

use aws_smithy_types::Document;

use crate::endpoint_lib::arn::parse_arn;
use crate::endpoint_lib::document::{list, object};
use crate::endpoint_lib::host::is_valid_host_label;
use crate::endpoint_lib::s3::is_virtual_hostable_s3_bucket;
use crate::endpoint_lib::split::split;
use crate::endpoint_lib::substring::substring;
use crate::endpoint_lib::uri_encode::uri_encode;

#[test]
fn host_labels() {
    let cases = [
        ("", false, false),
        ("", true, false),
        ("a", false, true),
        ("a-b.foo", true, true),
        ("a.b", false, false),
        ("a.b.", true, false),
        (".", true, false),
        ("-foo", false, false),
        ("foo.-bar", true, false),
        ("foo-", false, true),
        ("a_b", true, false),
        ("café", false, false),
    ];
    for (text, allow_subdomains, expected) in cases {
        assert_eq!(is_valid_host_label(text, allow_subdomains), expected, "{text} {allow_subdomains}");
    }
    assert!(is_valid_host_label(&"a".repeat(63), false));
    assert!(!is_valid_host_label(&"a".repeat(64), false));
}

#[test]
fn virtual_hostable_buckets() {
    let cases = [
        ("bucket", false, true),
        ("a--b--x-s3", false, true),
        ("my.bucket", false, false),
        ("my.bucket", true, false),
        ("mine.bucket", true, true),
        ("Bucket", false, false),
        ("ab", false, false),
        ("bucket-", false, false),
        ("a-.b-.c", true, false),
        ("192.168.1.1", true, false),
    ];
    for (bucket, allow_subdomains, expected) in cases {
        assert_eq!(is_virtual_hostable_s3_bucket(bucket, allow_subdomains), expected, "{bucket}");
    }
}

#[test]
fn arns() {
    let arn = parse_arn("arn:aws:s3:us-east-2:012345678:outpost/op-1234").expect("a valid ARN");
    assert_eq!((arn.partition, arn.service), ("aws", "s3"));
    assert_eq!((arn.region, arn.account_id), ("us-east-2", "012345678"));
    assert_eq!(arn.resource_id, ["outpost", "op-1234"]);

    let arn = parse_arn("arn:aws:s3:::bucket:a/*").expect("region and account may be empty");
    assert_eq!((arn.region, arn.account_id), ("", ""));
    assert_eq!(arn.resource_id, ["bucket", "a", "*"]);

    for text in [
        "",
        "arn:aws:s3:us-east-2:1",
        "arn:aws:s3:us-east-2:1:",
        "arn::s3:r:1:x",
        "arn:aws::r:1:x",
        "ARN:a:b:c:d:e",
    ] {
        assert_eq!(parse_arn(text), None, "{text}");
    }
}

#[test]
fn substrings() {
    let cases = [
        (0, 2, false, Some("he")),
        (0, 5, false, Some("hello")),
        (0, 6, false, None),
        (0, 0, false, None),
        (3, 2, false, None),
        (0, 2, true, Some("lo")),
        (1, 4, true, Some("ell")),
        (0, 6, true, None),
        (2, 2, true, None),
    ];
    for (start, stop, reverse, expected) in cases {
        assert_eq!(substring("hello", start, stop, reverse), expected, "{start} {stop} {reverse}");
    }
    assert_eq!(substring("héllo", 0, 1, false), None);
}

#[test]
fn uri_encoding() {
    assert_eq!(uri_encode("AZaz09-_.~"), "AZaz09-_.~");
    assert_eq!(
        uri_encode("/:,?#[]{}|@! $&'()*+;=%<>\"^`\\"),
        "%2F%3A%2C%3F%23%5B%5D%7B%7D%7C%40%21%20%24%26%27%28%29%2A%2B%3B%3D%25%3C%3E%22%5E%60%5C"
    );
    assert_eq!(uri_encode("é\n"), "%C3%A9%0A");
}

#[test]
fn splitting() {
    let cases: [(&str, usize, &[&str]); 7] = [
        ("a--b--c", 0, &["a", "b", "c"]),
        ("a--b--c", 1, &["a--b--c"]),
        ("a--b--c", 2, &["a", "b--c"]),
        ("--x-s3--azid--suffix", 0, &["", "x-s3", "azid", "suffix"]),
        ("----", 0, &["", "", ""]),
        ("", 0, &[""]),
        ("abc", 2, &["abc"]),
    ];
    for (text, limit, expected) in cases {
        assert_eq!(split(text, "--", limit), expected, "{text} {limit}");
    }
}

#[test]
fn objects_and_lists() {
    let scheme = object([("name", "sigv4".into()), ("disableDoubleEncoding", true.into())]);
    let members = scheme.as_object().expect("an object");
    assert_eq!(members.len(), 2);
    assert_eq!(members["name"], Document::from("sigv4"));
    assert_eq!(members["disableDoubleEncoding"], Document::Bool(true));

    let schemes = list([scheme.clone()]);
    assert_eq!(schemes.as_array(), Some(&vec![scheme]));
}
