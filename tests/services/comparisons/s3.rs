// The calls of Amazon S3: restXml with streams, checksums, and buckets in hosts.

use std::collections::HashMap;

use sdk::config::{RequestChecksumCalculation, ResponseChecksumValidation};
use sdk::primitives::ByteStream;
use sdk::types::{
    ChecksumAlgorithm, ChecksumMode, EncodingType, ObjectCannedAcl, ObjectLockLegalHoldStatus,
    ObjectLockMode, OptionalObjectAttributes, RequestPayer, ServerSideEncryption, StorageClass,
};
use services_differential::{Length, stream, xml_text};

include!("s3/inputs.rs");
include!("s3/responses.rs");

// Not compared, because they differ on purpose:
//
// - An algorithm that a call chooses although checksums are only calculated when required: the official crate ignores it.
// - An algorithm that the crates don't know, together with a checksum that the caller has calculated: the official crate
//   rejects the call.
// - A stream without a length, whose length the call sets: the official crate rejects it if it gets a checksum.
// - Streams of more than 64 KiB: the official crate of this version sends one chunk, but with the runtime crates of today it
//   announces the length of several.
// - A custom endpoint whose path doesn't end with `/`: the official crate appends the bucket to the last part of the path.
// - CDATA sections, and white space around numbers, booleans and times: the official crate ignores or rejects them.
// - The algorithm MD5: the official crate calculates CRC-32 instead, and the generated one refuses it.
// - Access points of several regions, whose signatures are random, and the sessions of directory buckets.

pub(crate) fn calls() -> Vec<Call> {
    vec![
        Call::new("GetObject", get_object, objects),
        Call::new("PutObject", put_object, put_objects),
        Call::new("ListObjectsV2", list_objects, lists),
        Call::new("HeadObject", head_object, heads),
    ]
}

/// Removes a member of HeadObject that only the official crate has: the published model is too old for it.
fn common(output: &str) -> String {
    output.replace("    tag_count: None,\n", "")
}

async fn get_object(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .get_object()
        .set_bucket(bucket(values))
        .set_key(key(values))
        .set_if_match(header(values))
        .set_if_modified_since(values.option(Values::time))
        .set_if_none_match(header(values))
        .set_if_unmodified_since(values.option(Values::time))
        .set_range(header(values))
        .set_response_cache_control(values.option(Values::text))
        .set_response_content_disposition(values.option(Values::text))
        .set_response_content_encoding(values.option(Values::text))
        .set_response_content_language(values.option(Values::text))
        .set_response_content_type(values.option(Values::text))
        .set_response_expires(values.option(Values::time))
        .set_version_id(values.option(Values::text))
        .set_sse_customer_algorithm(header(values))
        .set_sse_customer_key(header(values))
        .set_sse_customer_key_md5(header(values))
        .set_request_payer(payer(values))
        .set_part_number(values.option(Values::integer))
        .set_expected_bucket_owner(header(values))
        .set_checksum_mode(checksum_mode(values));
    let mut result = call.send().await;
    let body = result
        .as_mut()
        .ok()
        .map(|output| std::mem::take(&mut output.body));
    let body = read(body.unwrap_or_default()).await;
    let key_id = result
        .as_ref()
        .ok()
        .map(|output| output.ssekms_key_id.clone());
    outcome(result).map(|output| format!("{} {body} {key_id:?}", common(&output)))
}

/// Returns the bytes of a body, or that it can't be read.
async fn read(body: ByteStream) -> String {
    match body.collect().await {
        Ok(bytes) => bytes.into_bytes().escape_ascii().to_string(),
        Err(_) => "unreadable".to_owned(),
    }
}

async fn put_object(session: &mut Session) -> CallResult {
    let calculation = *session.values.pick(&[
        RequestChecksumCalculation::WhenSupported,
        RequestChecksumCalculation::WhenRequired,
    ]);
    let client = client_with(session, calculation);
    let values = &mut session.values;
    let bytes = payload(values);
    let length = values.rarely(|values| *values.pick(&[bytes.len() as i64, 0, 3, -1]));
    let body = values.option(|values| body(values, bytes));
    let length = length.filter(|_| {
        body.as_ref()
            .is_none_or(|body| body.size_hint().1.is_some())
    });
    let checksums = [(); 5].map(|()| values.rarely(Values::word));
    let algorithm = match calculation {
        RequestChecksumCalculation::WhenSupported => values.option(algorithm),
        _ => None,
    };
    let has_checksum = checksums.iter().any(Option::is_some);
    let algorithm = algorithm.filter(|algorithm| !has_checksum || algorithm.as_str() != "LATER");
    let [crc32, crc32_c, crc64_nvme, sha1, sha256] = checksums;
    let call = client
        .put_object()
        .set_acl(values.option(|_| ObjectCannedAcl::BucketOwnerFullControl))
        .set_body(body)
        .set_bucket(bucket(values))
        .set_cache_control(header(values))
        .set_content_disposition(header(values))
        .set_content_encoding(header(values))
        .set_content_language(header(values))
        .set_content_length(length)
        .set_content_md5(header(values))
        .set_content_type(header(values))
        .set_checksum_algorithm(algorithm)
        .set_checksum_crc32(crc32)
        .set_checksum_crc32_c(crc32_c)
        .set_checksum_crc64_nvme(crc64_nvme)
        .set_checksum_sha1(sha1)
        .set_checksum_sha256(sha256)
        .set_expires(values.option(Values::time))
        .set_if_match(header(values))
        .set_if_none_match(header(values))
        .set_grant_full_control(header(values))
        .set_grant_read(header(values))
        .set_grant_read_acp(header(values))
        .set_grant_write_acp(header(values))
        .set_key(key(values))
        .set_write_offset_bytes(values.option(|values| values.integer().into()))
        .set_metadata(values.option(metadata))
        .set_server_side_encryption(values.option(|_| ServerSideEncryption::AwsKmsDsse))
        .set_storage_class(values.option(|_| StorageClass::from("NEW_CLASS")))
        .set_website_redirect_location(header(values))
        .set_sse_customer_algorithm(header(values))
        .set_sse_customer_key(header(values))
        .set_sse_customer_key_md5(header(values))
        .set_ssekms_key_id(header(values))
        .set_ssekms_encryption_context(header(values))
        .set_bucket_key_enabled(values.option(Values::flag))
        .set_request_payer(payer(values))
        .set_tagging(header(values))
        .set_object_lock_mode(values.option(|_| ObjectLockMode::Governance))
        .set_object_lock_retain_until_date(values.option(Values::time))
        .set_object_lock_legal_hold_status(values.option(|_| ObjectLockLegalHoldStatus::Off))
        .set_expected_bucket_owner(header(values));
    let result = call.send().await;
    // These are hidden in `Debug` texts.
    let hidden = result.as_ref().ok().map(|output| {
        let context = output.ssekms_encryption_context.clone();
        (output.ssekms_key_id.clone(), context)
    });
    outcome(result).map(|output| format!("{} {hidden:?}", common(&output)))
}

async fn list_objects(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let attributes = [
        OptionalObjectAttributes::RestoreStatus,
        OptionalObjectAttributes::from("a, b"),
        OptionalObjectAttributes::from("\"c\""),
    ];
    let call = client
        .list_objects_v2()
        .set_bucket(bucket(values))
        .set_delimiter(values.option(Values::text))
        .set_encoding_type(values.option(|_| EncodingType::Url))
        .set_max_keys(values.option(Values::integer))
        .set_prefix(values.option(Values::text))
        .set_continuation_token(values.option(Values::text))
        .set_fetch_owner(values.option(Values::flag))
        .set_start_after(values.option(Values::text))
        .set_request_payer(payer(values))
        .set_expected_bucket_owner(header(values))
        .set_optional_object_attributes(
            values.option(|values| values.list(|values| values.pick(&attributes).clone())),
        );
    let result = outcome(call.send().await);
    result.map(|output| common(&output))
}

async fn head_object(session: &mut Session) -> CallResult {
    let client = client(session);
    let values = &mut session.values;
    let call = client
        .head_object()
        .set_bucket(bucket(values))
        .set_key(key(values))
        .set_if_match(header(values))
        .set_if_modified_since(values.option(Values::time))
        .set_if_none_match(header(values))
        .set_if_unmodified_since(values.option(Values::time))
        .set_range(header(values))
        .set_response_cache_control(values.option(Values::text))
        .set_response_content_disposition(values.option(Values::text))
        .set_response_content_encoding(values.option(Values::text))
        .set_response_content_language(values.option(Values::text))
        .set_response_content_type(values.option(Values::text))
        .set_response_expires(values.option(Values::time))
        .set_version_id(values.option(Values::text))
        .set_sse_customer_algorithm(header(values))
        .set_sse_customer_key(header(values))
        .set_sse_customer_key_md5(header(values))
        .set_request_payer(payer(values))
        .set_part_number(values.option(Values::integer))
        .set_expected_bucket_owner(header(values))
        .set_checksum_mode(checksum_mode(values));
    let result = call.send().await;
    let key_id = result
        .as_ref()
        .ok()
        .map(|output| output.ssekms_key_id.clone());
    outcome(result).map(|output| format!("{} {key_id:?}", common(&output)))
}
