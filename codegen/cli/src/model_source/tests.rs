//! Finds models in wheels made here.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A wheel with these entries.
fn wheel(name: &str, entries: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut zip = ZipWriter::new(File::create(dir.path().join(name)).unwrap());
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    dir
}

const METADATA: (&str, &str) = (
    "botocore-1.2.3.dist-info/METADATA",
    "Name: botocore\nVersion: 1.2.3\n",
);

/// A botocore model of the service `id`.
fn service(id: &str) -> String {
    let metadata = format!(
        r#"{{"serviceId": "{id}", "endpointPrefix": "s", "protocol": "rest-json", "apiVersion": "1", "signatureVersion": "v4"}}"#
    );
    format!(r#"{{"version": "2.0", "metadata": {metadata}, "operations": {{}}, "shapes": {{}}}}"#)
}

fn find_in(from: &Path, service: &str) -> Result<Source> {
    find(
        &Invocation::new("smithy-slim", "."),
        from.to_str().unwrap(),
        service,
    )
}

#[test]
fn the_newest_model_of_the_service_is_found_in_a_wheel() {
    let (other, wanted) = (service("Lex"), service("Lex Runtime V2"));
    let dir = wheel(
        "b.whl",
        &[
            METADATA,
            ("botocore/data/lex/2020-01-01/service-2.json", &other),
            (
                "botocore/data/lexv2-runtime/2019-01-01/service-2.json",
                "old",
            ),
            (
                "botocore/data/lexv2-runtime/2020-08-07/service-2.json",
                &wanted,
            ),
        ],
    );
    let path = dir.path().join("b.whl");
    for name in ["Lex Runtime V2", "lex-runtime-v2", "lexv2-runtime"] {
        let source = find_in(&path, name).unwrap();
        assert_eq!(source.origin.name, "botocore 1.2.3");
        assert_eq!(again(&source.origin.name), Some("1.2.3"));
        assert_eq!(source.origin.sha256, read_model::sha256(wanted.as_bytes()));
        assert_eq!(sdk_id(&source.model).as_deref(), Some("Lex Runtime V2"));
    }
    let error = find_in(&path, "lexv2-runtim").unwrap_err();
    assert_eq!(
        format!("{error:#}"),
        "botocore 1.2.3 has no service `lexv2-runtim`; did you mean `lexv2-runtime` or `lex`?"
    );
}

#[test]
fn what_is_not_a_source_is_explained() {
    let other = wheel(
        "o.whl",
        &[("o-1.dist-info/METADATA", "Name: boto3\nVersion: 1\n")],
    );
    let empty = wheel("e.whl", &[]);
    let table = [
        (
            other.path().join("o.whl"),
            "is a wheel of `boto3`, not of botocore",
        ),
        (empty.path().join("e.whl"), "not a wheel: has no METADATA"),
        (empty.path().join("no.whl"), "there is no such file"),
        (
            PathBuf::from("newest"),
            "neither a botocore version such as 1.40.6, nor `latest`",
        ),
    ];
    for (path, expected) in table {
        let message = format!("{:#}", find_in(&path, "S").unwrap_err());
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn hashes_do_not_depend_on_packing_or_line_ends() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"{\n}\n").unwrap();
    let packed = packed.finish().unwrap();
    let hash = read_model::sha256(b"{\n}\n");
    assert_eq!(hash.len(), 64);
    assert_eq!(read_model::sha256(&packed), hash);
    assert_eq!(read_model::sha256(b"{\r\n}\r\n"), hash);
}
