//! `aws.isVirtualHostableS3Bucket`: the name of a bucket goes in, whether it can stand in a host
//! name comes out.

use super::host::is_valid_host_label;

/// Whether the bucket's name is fit for `https://<bucket>.s3.amazonaws.com`.
pub(crate) fn is_virtual_hostable_s3_bucket(bucket: &str, allow_subdomains: bool) -> bool {
    is_valid_host_label(bucket, allow_subdomains) && bucket.split('.').all(is_bucket_label)
}

/// Lower case only, 3 to 63 characters, a letter or digit at both ends. As in the official crates,
/// these limits hold for each label, not for the whole name.
fn is_bucket_label(text: &str) -> bool {
    let alphanumeric = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = text.as_bytes();
    (3..=63).contains(&bytes.len())
        && bytes.iter().all(|&byte| alphanumeric(byte) || byte == b'-')
        && alphanumeric(bytes[0])
        && alphanumeric(bytes[bytes.len() - 1])
}
