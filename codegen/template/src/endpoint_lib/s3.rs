//! The function `aws.isVirtualHostableS3Bucket`, which checks whether the name of a bucket can be part of a host name.

use super::host::is_valid_host_label;

/// Whether the bucket can be addressed as `https://<bucket>.s3.amazonaws.com`.
pub(crate) fn is_virtual_hostable_s3_bucket(bucket: &str, allow_subdomains: bool) -> bool {
    is_valid_host_label(bucket, allow_subdomains) && bucket.split('.').all(is_bucket_label)
}

/// Whether the label has 3 to 63 characters, no upper-case letters, and a letter or digit at both ends. As in the
/// official crates, these limits apply to each label, not to the whole name.
fn is_bucket_label(text: &str) -> bool {
    let alphanumeric = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = text.as_bytes();
    (3..=63).contains(&bytes.len())
        && bytes.iter().all(|&byte| alphanumeric(byte) || byte == b'-')
        && alphanumeric(bytes[0])
        && alphanumeric(bytes[bytes.len() - 1])
}
