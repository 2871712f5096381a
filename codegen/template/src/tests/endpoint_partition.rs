//! Tests of `endpoint_lib::partition`.

use crate::endpoint_lib::partition::resolve_partition;

#[test]
fn regions_of_each_partition() {
    let cases: [(&str, &[&str]); 8] = [
        (
            "aws",
            &[
                "aws-global",
                "us-east-1",
                "us-west-2",
                "eu-central-1",
                "ap-southeast-7",
                "sa-east-1",
                "ca-west-1",
                "me-central-1",
                "af-south-1",
                "il-central-1",
                "mx-central-1",
                "us-new_word-12",
            ],
        ),
        ("aws-cn", &["aws-cn-global", "cn-north-1", "cn-northwest-1"]),
        ("aws-us-gov", &["aws-us-gov-global", "us-gov-east-1", "us-gov-west-1"]),
        ("aws-iso", &["aws-iso-global", "us-iso-east-1", "us-iso-west-1"]),
        ("aws-iso-b", &["aws-iso-b-global", "us-isob-east-1"]),
        ("aws-iso-e", &["aws-iso-e-global", "eu-isoe-west-1"]),
        ("aws-iso-f", &["aws-iso-f-global", "us-isof-south-1", "us-isof-east-1"]),
        ("aws-eusc", &["eusc-de-east-1"]),
    ];
    for (name, regions) in cases {
        for region in regions {
            assert_eq!(resolve_partition(region).name, name, "{region}");
        }
    }
}

#[test]
fn names_without_partition_fall_back_to_aws() {
    for region in
        ["", "local", "mars-east-1", "cn-north", "cn-north-1a", "cn--1", "cn-north-x-1", "xcn-north-1"]
    {
        assert_eq!(resolve_partition(region).name, "aws", "{region}");
    }
}

#[test]
fn facts_of_a_partition() {
    let partition = resolve_partition("cn-north-1");
    assert_eq!(partition.dns_suffix, "amazonaws.com.cn");
    assert_eq!(partition.dual_stack_dns_suffix, "api.amazonwebservices.com.cn");
    assert_eq!(partition.implicit_global_region, "cn-northwest-1");
    assert!(partition.supports_fips && partition.supports_dual_stack);
    assert!(!resolve_partition("us-iso-east-1").supports_dual_stack);
}
