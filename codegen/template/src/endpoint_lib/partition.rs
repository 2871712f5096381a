//! The function `aws.partition`, which finds the partition of a region.
//!
//! The partitions are those of version 1.119.0 of the official crates. The environment variable
//! `SMITHY_CLIENT_SDK_CUSTOM_PARTITION`, which replaces them in the official crates, is not supported.

/// A partition, with the attributes that endpoint rules can use.
#[derive(Debug, PartialEq)]
#[allow(dead_code, reason = "which facts are read depends on the rules")]
pub(crate) struct Partition {
    pub(crate) name: &'static str,
    pub(crate) dns_suffix: &'static str,
    pub(crate) dual_stack_dns_suffix: &'static str,
    pub(crate) supports_fips: bool,
    pub(crate) supports_dual_stack: bool,
    pub(crate) implicit_global_region: &'static str,
    regions: Regions,
}

/// The regions of a partition: its global pseudo-region, and every name that consists of one of the prefixes and
/// `-<word>-<digits>`, such as `-west-2`. All known regions have that form, so they aren't listed.
#[derive(Debug, PartialEq)]
struct Regions {
    global: Option<&'static str>,
    prefixes: &'static [&'static str],
}

/// Returns the partition of a region. Unknown names belong to the partition `aws`.
pub(crate) fn resolve_partition(region: &str) -> &'static Partition {
    let by_name = PARTITIONS.iter().find(|partition| partition.regions.global == Some(region));
    let by_form = || PARTITIONS.iter().find(|partition| partition.regions.have_form_of(region));
    by_name.or_else(by_form).unwrap_or(&PARTITIONS[0])
}

impl Regions {
    fn have_form_of(&self, region: &str) -> bool {
        self.prefixes.iter().any(|prefix| {
            region
                .strip_prefix(prefix)
                .and_then(|rest| rest.strip_prefix('-'))
                .and_then(|rest| rest.split_once('-'))
                .is_some_and(|(word, number)| is_word(word) && is_number(number))
        })
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// All partitions. The first one is the default.
static PARTITIONS: [Partition; 8] = [
    Partition {
        name: "aws",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-east-1",
        regions: Regions {
            global: Some("aws-global"),
            prefixes: &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
        },
    },
    Partition {
        name: "aws-cn",
        dns_suffix: "amazonaws.com.cn",
        dual_stack_dns_suffix: "api.amazonwebservices.com.cn",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "cn-northwest-1",
        regions: Regions { global: Some("aws-cn-global"), prefixes: &["cn"] },
    },
    Partition {
        name: "aws-us-gov",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-gov-west-1",
        regions: Regions { global: Some("aws-us-gov-global"), prefixes: &["us-gov"] },
    },
    Partition {
        name: "aws-iso",
        dns_suffix: "c2s.ic.gov",
        dual_stack_dns_suffix: "c2s.ic.gov",
        supports_fips: true,
        supports_dual_stack: false,
        implicit_global_region: "us-iso-east-1",
        regions: Regions { global: Some("aws-iso-global"), prefixes: &["us-iso"] },
    },
    Partition {
        name: "aws-iso-b",
        dns_suffix: "sc2s.sgov.gov",
        dual_stack_dns_suffix: "sc2s.sgov.gov",
        supports_fips: true,
        supports_dual_stack: false,
        implicit_global_region: "us-isob-east-1",
        regions: Regions { global: Some("aws-iso-b-global"), prefixes: &["us-isob"] },
    },
    Partition {
        name: "aws-iso-e",
        dns_suffix: "cloud.adc-e.uk",
        dual_stack_dns_suffix: "cloud.adc-e.uk",
        supports_fips: true,
        supports_dual_stack: false,
        implicit_global_region: "eu-isoe-west-1",
        regions: Regions { global: Some("aws-iso-e-global"), prefixes: &["eu-isoe"] },
    },
    Partition {
        name: "aws-iso-f",
        dns_suffix: "csp.hci.ic.gov",
        dual_stack_dns_suffix: "csp.hci.ic.gov",
        supports_fips: true,
        supports_dual_stack: false,
        implicit_global_region: "us-isof-south-1",
        regions: Regions { global: Some("aws-iso-f-global"), prefixes: &["us-isof"] },
    },
    Partition {
        name: "aws-eusc",
        dns_suffix: "amazonaws.eu",
        dual_stack_dns_suffix: "amazonaws.eu",
        supports_fips: true,
        supports_dual_stack: false,
        implicit_global_region: "eusc-de-east-1",
        regions: Regions { global: None, prefixes: &["eusc-de"] },
    },
];
