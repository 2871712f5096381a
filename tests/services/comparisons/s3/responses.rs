// Responses of Amazon S3.

/// Headers with values that are right and values that are odd.
const HEADERS: [(&str, &[&str], &[&str]); 42] = [
    ("accept-ranges", &["bytes"], &["", "a, b"]),
    ("cache-control", &["no-cache", "a, b"], &[""]),
    (
        "content-disposition",
        &["attachment; filename=\"a, b\""],
        &["\""],
    ),
    ("content-encoding", &["gzip"], &["aws-chunked"]),
    ("content-language", &["en, de"], &[""]),
    (
        "content-length",
        &["5", "0"],
        &["-1", "x", "99999999999999999999"],
    ),
    ("content-range", &["bytes 0-4/10"], &[""]),
    ("content-type", &["text/plain; charset=utf-8"], &[""]),
    (
        "etag",
        &["\"5d41402abc4b2a76b9719d911017c592\""],
        &["", "W/\"a\""],
    ),
    (
        "expires",
        &["Tue, 29 Apr 2014 18:30:38 GMT"],
        &[
            "0",
            "soon",
            "2014-04-29T18:30:38Z",
            "Tue, 29 Apr 2014 18:30:38.5 GMT",
        ],
    ),
    (
        "last-modified",
        &["Tue, 29 Apr 2014 18:30:38 GMT"],
        &[
            "soon",
            "",
            "2014-04-29T18:30:38Z",
            "Tue, 29 Apr 2014 18:30:38.5 GMT",
        ],
    ),
    ("x-amz-archive-status", &["ARCHIVE_ACCESS"], &["NEW"]),
    (
        "x-amz-checksum-crc32",
        &["NhCmhg=="],
        &["AAAAAA==", "NhCmhg==-3", "NhCmhg", "%", ""],
    ),
    (
        "x-amz-checksum-crc32c",
        &["mnG7TA=="],
        &["AAAAAA==", "mnG7TA==-2", ""],
    ),
    (
        "x-amz-checksum-crc64nvme",
        &["M3eFcAZSQlc="],
        &["AAAAAAAAAAA=", "AAAA"],
    ),
    (
        "x-amz-checksum-sha1",
        &["qvTGHdzF6KLavt4PO0gs2a6pQ00="],
        &["AAAA", "a, b"],
    ),
    (
        "x-amz-checksum-sha256",
        &["LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="],
        &["AAAA", "-1"],
    ),
    (
        "x-amz-checksum-type",
        &["COMPOSITE", "FULL_OBJECT"],
        &["NEW"],
    ),
    (
        "x-amz-delete-marker",
        &["true", "false"],
        &["True", "1", "", " true"],
    ),
    (
        "x-amz-expiration",
        &["expiry-date=\"Fri, 21 Dec 2012 00:00:00 GMT\", rule-id=\"a\""],
        &[""],
    ),
    ("x-amz-meta-a", &["1", "a, b"], &["", "\u{e9}"]),
    ("x-amz-meta-B", &["=?UTF-8?Q?caf=C3=A9?="], &[" spaces "]),
    ("x-amz-meta-", &["nameless"], &[""]),
    ("x-amz-missing-meta", &["0", "7"], &["x", "", "1.5"]),
    ("x-amz-mp-parts-count", &["3"], &["2147483648", "+1"]),
    ("x-amz-object-lock-legal-hold", &["ON"], &["NEW"]),
    ("x-amz-object-lock-mode", &["COMPLIANCE"], &["NEW"]),
    (
        "x-amz-object-lock-retain-until-date",
        &["2030-01-02T03:04:05Z", "2030-01-02T03:04:05.678Z"],
        &[
            "Tue, 29 Apr 2014 18:30:38 GMT",
            "2030-01-02T03:04:05+01:00",
            "",
        ],
    ),
    ("x-amz-id-2", &["a+b/c="], &[""]),
    ("x-amz-object-size", &["5"], &["9223372036854775808"]),
    ("x-amz-replication-status", &["COMPLETED"], &["NEW"]),
    ("x-amz-request-charged", &["requester"], &["NEW"]),
    ("x-amz-request-id", &["6f2c"], &[""]),
    (
        "x-amz-restore",
        &["ongoing-request=\"false\", expiry-date=\"a\""],
        &[""],
    ),
    ("x-amz-server-side-encryption", &["aws:kms"], &["NEW"]),
    (
        "x-amz-server-side-encryption-aws-kms-key-id",
        &["arn:aws:kms:eu-west-2:1:key/a"],
        &[""],
    ),
    (
        "x-amz-server-side-encryption-bucket-key-enabled",
        &["true"],
        &["TRUE"],
    ),
    ("x-amz-server-side-encryption-context", &["e30="], &[""]),
    (
        "x-amz-server-side-encryption-customer-algorithm",
        &["AES256"],
        &[""],
    ),
    (
        "x-amz-server-side-encryption-customer-key-md5",
        &["rL0Y20zC+Fzt72VPzMSk2A=="],
        &[""],
    ),
    ("x-amz-storage-class", &["GLACIER"], &["NEW"]),
    ("x-amz-version-id", &["null"], &[""]),
];

/// Adds the headers of an object. Some responses have one that is odd or given twice.
fn object_headers(values: &mut Values, mut response: Response) -> Response {
    for (name, usual, _) in HEADERS {
        if values.flag() {
            response = response.header(name, *values.pick(usual));
        }
    }
    let odd = values.option(|values| *values.pick(&HEADERS));
    match odd {
        Some((name, _, odd)) => response.header(name, *values.pick(odd)),
        None => response,
    }
}

fn objects(values: &mut Values) -> Vec<Response> {
    let range = Response::new(206, "ell").header("content-range", "bytes 1-3/5");
    let bytes = values.blob().into_inner();
    let hello = Response::new(200, "hello");
    let tags = *values.pick(&["1", "2", "3", "true"]);
    let mut responses = vec![
        object_headers(values, hello.clone()).header("x-amz-tagging-count", tags),
        object_headers(values, hello),
        object_headers(values, Response::new(200, bytes)),
        range.header("x-amz-checksum-crc32", "NhCmhg=="),
        Response::new(200, "<Error><Code>NoSuchKey</Code></Error>"),
    ];
    let codes = [
        "NoSuchKey",
        "InvalidObjectState",
        "AccessDenied",
        "SlowDown",
    ];
    responses.extend(errors(values, &codes));
    responses
}

fn put_objects(values: &mut Values) -> Vec<Response> {
    let mut responses = vec![
        object_headers(values, Response::new(200, "")),
        object_headers(values, Response::new(200, "")),
        Response::new(200, "<PutObjectOutput/>"),
    ];
    let codes = [
        "EncryptionTypeMismatch",
        "InvalidRequest",
        "InvalidWriteOffset",
        "TooManyParts",
        "BadDigest",
        "InternalError",
    ];
    responses.extend(errors(values, &codes));
    responses
}

fn heads(values: &mut Values) -> Vec<Response> {
    let mut responses = vec![
        object_headers(values, Response::new(200, "")),
        object_headers(values, Response::new(200, "")),
        object_headers(values, Response::new(206, "")),
    ];
    responses.extend(errors(values, &["NotFound", "NoSuchKey", "Forbidden"]));
    responses
}

fn lists(values: &mut Values) -> Vec<Response> {
    let body = list(values);
    let success = Response::new(200, body).header("x-amz-request-charged", "requester");
    let mut responses = Vec::from(success.and_truncated_xml(values));
    responses.push(Response::new(200, list(values)));
    responses.push(Response::new(200, ""));
    responses.push(Response::new(200, "<ListBucketResult/>"));
    responses.push(Response::new(
        200,
        "<ListBucketResult><A/><A><B>1</B></A></ListBucketResult>",
    ));
    responses.extend(errors(
        values,
        &["NoSuchBucket", "AccessDenied", "InternalError"],
    ));
    responses
}

/// Returns errors in all forms in which S3 and servers in front of it send them.
fn errors(values: &mut Values, codes: &[&str]) -> Vec<Response> {
    let code = *values.pick(codes);
    let message = xml_text(&values.text());
    let error = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message>\
         <StorageClass>GLACIER</StorageClass><AccessTier>NEW</AccessTier><Key>a</Key>\
         <RequestId>4442587FB7D0A2F9</RequestId><HostId>host</HostId></Error>"
    );
    let status = *values.pick(&[400, 403, 404, 409, 500, 503]);
    let named = |response: Response| response.header("x-amz-request-id", "6f2c");
    let mut responses = Vec::new();
    responses.extend(named(Response::new(status, error.clone())).and_truncated_xml(values));
    responses.push(Response::new(200, error));
    let empty = *values.pick(&[301, 304, 400, 403, 404, 412, 416, 500, 503]);
    responses.push(named(Response::new(empty, "")));
    responses.push(named(Response::new(404, "")));
    responses.push(Response::new(status, "<Error/>"));
    responses.push(Response::new(
        status,
        "<Error><Code/><Message>a</Message></Error>",
    ));
    responses.push(Response::new(503, "<html>busy</html>"));
    responses.push(Response::new(200, "<html>log in</html>"));
    responses
}

/// Returns a page of a bucket. Some have values that aren't allowed.
fn list(values: &mut Values) -> String {
    let contents = values.list(object).concat();
    let prefixes = values.list(|values| {
        let prefix = xml_text(&values.text());
        format!("<CommonPrefixes><Prefix>{prefix}</Prefix></CommonPrefixes>")
    });
    let count = *values.pick(&["0", "2", "1000", "+7"]);
    let count = values.rarely(|_| "x").unwrap_or(count);
    let is_truncated = *values.pick(&["true", "false"]);
    let is_truncated = values.rarely(|_| "True").unwrap_or(is_truncated);
    let [name, prefix, token] = [(); 3].map(|()| xml_text(&values.text()));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>{name}</Name><Prefix>{prefix}</Prefix>\
         <KeyCount>{count}</KeyCount><MaxKeys>{count}</MaxKeys><Delimiter>%2F</Delimiter>\
         <EncodingType>url</EncodingType><IsTruncated>{is_truncated}</IsTruncated>{contents}<Other><Key>1</Key></Other>{}\
         <NextContinuationToken>{token}</NextContinuationToken><StartAfter/></ListBucketResult>",
        prefixes.concat()
    )
}

fn object(values: &mut Values) -> String {
    let key = xml_text(&values.text());
    let key = values
        .pick(&[key.clone(), key, "a%20b%2Fc".into(), "&#x41;".into()])
        .clone();
    let times = [
        "2030-01-02T03:04:05Z",
        "2030-01-02T03:04:05.678Z",
        "2009-10-12T17:50:30.000Z",
    ];
    let time = *values.pick(&times);
    let time = values.rarely(|_| "soon").unwrap_or(time);
    let size = *values.pick(&["0", "434234", "5497558138880"]);
    let size = values.rarely(|_| "1.5").unwrap_or(size);
    let algorithms = values.list(|values| *values.pick(&["CRC32", "CRC64NVME", "NEW", ""]));
    let algorithms: String = algorithms
        .iter()
        .map(|name| format!("<ChecksumAlgorithm>{name}</ChecksumAlgorithm>"))
        .collect();
    let owner = values.option(|_| "<Owner><ID>7</ID><DisplayName> a b </DisplayName></Owner>");
    let restore = values.option(|_| {
        "<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress>\
         <RestoreExpiryDate>2030-01-02T03:04:05Z</RestoreExpiryDate></RestoreStatus>"
    });
    let class = values.option(|_| "<StorageClass>STANDARD</StorageClass><!-- a -->");
    let rest = [owner, restore, class]
        .map(Option::unwrap_or_default)
        .concat();
    format!(
        "<Contents>\n  <Key>{key}</Key><LastModified>{time}</LastModified><ETag>&quot;a&quot;</ETag>{algorithms}\
         <ChecksumType>COMPOSITE</ChecksumType><Size>{size}</Size>{rest}</Contents>"
    )
}
