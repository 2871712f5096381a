// Clients of Amazon S3 and values of their inputs.

const BUCKETS: [&str; 14] = [
    "bucket",
    "my-bucket",
    "my.bucket",
    "My_Bucket",
    "b",
    "a..b",
    "192.168.1.1",
    "with/slash",
    "with space",
    "arn:aws:s3:eu-west-2:123456789012:accesspoint/name",
    "arn:aws:s3:us-east-1:123456789012:accesspoint:name",
    "arn:aws:s3-object-lambda:eu-west-2:123456789012:accesspoint/name",
    "arn:aws:s3-outposts:eu-west-2:123456789012:outpost/op-01234567890123456/accesspoint/name",
    "bucket--euw2-az1--x-s3",
];

fn client(session: &mut Session) -> Client {
    client_with(session, RequestChecksumCalculation::WhenSupported)
}

/// Returns a client that addresses buckets in one of many ways.
fn client_with(session: &mut Session, calculation: RequestChecksumCalculation) -> Client {
    let settings = settings(session);
    let values = &mut session.values;
    let validation = *values.pick(&[
        ResponseChecksumValidation::WhenSupported,
        ResponseChecksumValidation::WhenRequired,
    ]);
    let endpoints = [
        "http://localhost:9000",
        "https://example.com/a/b/",
        "https://s3.example.com?a=b",
        "no URL",
    ];
    let endpoint = values.rarely(|values| values.pick(&endpoints).to_string());
    let settings = settings
        .request_checksum_calculation(calculation)
        .response_checksum_validation(validation)
        .disable_s3_express_session_auth(true);
    let mut settings = settings;
    settings
        .set_endpoint_url(endpoint)
        .set_force_path_style(values.option(Values::flag))
        .set_accelerate(values.rarely(Values::flag))
        .set_use_arn_region(values.option(Values::flag))
        .set_use_dual_stack(values.rarely(Values::flag))
        .set_use_fips(values.rarely(Values::flag));
    Client::from_conf(settings.build())
}

/// Returns the name of a bucket, which is rarely missing, empty or odd.
fn bucket(values: &mut Values) -> Option<String> {
    let usual = values.pick(&BUCKETS).to_string();
    let odd = values.rarely(|values| values.rarely(Values::text));
    odd.unwrap_or(Some(usual))
}

/// Returns a key, which is rarely missing or empty. The official crate rejects keys that are nothing but white space, because
/// endpoint rules use them. S3 allows them, and the generated crate sends them.
fn key(values: &mut Values) -> Option<String> {
    let beginning = *values.pick(&["", "", "/", "//a", "..", "./", "a/../b", "a//", "%2F"]);
    let key = format!("{beginning}{}", values.text());
    let key = if key.trim().is_empty() {
        "a".into()
    } else {
        key
    };
    let odd = values.rarely(|values| values.option(|_| String::new()));
    odd.unwrap_or(Some(key))
}

/// Returns the value of a header, which is rarely one that isn't allowed.
fn header(values: &mut Values) -> Option<String> {
    let value = |values: &mut Values| {
        let text = values.text();
        let is_odd = values.rarely(|values| values.rarely(|values| values.rarely(|_| ())));
        match is_odd.flatten().flatten() {
            Some(()) => text,
            None => text.replace(|character: char| character.is_control(), "-"),
        }
    };
    values.option(value)
}

fn payer(values: &mut Values) -> Option<RequestPayer> {
    values.option(|values| RequestPayer::from(*values.pick(&["requester", "somebody"])))
}

fn checksum_mode(values: &mut Values) -> Option<ChecksumMode> {
    values.option(|values| ChecksumMode::from(*values.pick(&["ENABLED", "LATER"])))
}

fn algorithm(values: &mut Values) -> ChecksumAlgorithm {
    let algorithms = [
        "CRC32",
        "CRC32C",
        "CRC64NVME",
        "SHA1",
        "SHA256",
        "sha256",
        "LATER",
    ];
    ChecksumAlgorithm::from(*values.pick(&algorithms))
}

/// Returns up to 12 bytes, and rarely enough of them for several parts.
fn payload(values: &mut Values) -> Vec<u8> {
    let many = values.rarely(|values| vec![b'a'; *values.pick(&[30_000, 65_536])]);
    many.unwrap_or_else(|| values.blob().into_inner())
}

/// Returns a body in memory or a stream.
fn body(values: &mut Values, bytes: Vec<u8>) -> ByteStream {
    match *values.pick(&[
        Some(Length::Known),
        Some(Length::Known),
        Some(Length::Unknown),
        None,
    ]) {
        Some(length) => stream(bytes, length),
        None => ByteStream::from(bytes),
    }
}

/// Returns metadata of at most one entry, whose name is rarely one that isn't allowed.
fn metadata(values: &mut Values) -> HashMap<String, String> {
    let name = values.word();
    let odd = values
        .rarely(|values| values.rarely(Values::text))
        .flatten();
    let value = header(values);
    value
        .map(|value| (odd.unwrap_or(name), value))
        .into_iter()
        .collect()
}
