//! CBOR: what is written can be read, every encoding of a value is read alike, and hostile bodies are errors.

use std::collections::HashMap;

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::{Blob, DateTime};
use proptest::prelude::*;

use crate::cbor::*;

#[derive(Debug, Default, Clone, PartialEq)]
struct Thing {
    name: Option<String>,
    count: Option<i64>,
    ratio: Option<f64>,
    active: Option<bool>,
    data: Option<Blob>,
    created: Option<DateTime>,
    parts: Option<Vec<Thing>>,
    sizes: Option<HashMap<String, Option<i32>>>,
}

impl Members for Thing {
    const MEMBERS: &'static [&'static str] =
        &["name", "count", "ratio", "active", "data", "created", "parts", "sizes"];
}

impl ReadStructure for Thing {
    type Value = Self;

    fn read_member(&mut self, member: usize, cbor: &mut CborReader<'_>) -> Result<(), CborError> {
        match member {
            0 => self.name = cbor.string()?,
            1 => self.count = cbor.long()?,
            2 => self.ratio = cbor.double()?,
            3 => self.active = cbor.boolean()?,
            4 => self.data = cbor.blob()?,
            5 => self.created = cbor.epoch_seconds()?,
            6 => self.parts = cbor.list(CborReader::structure::<Thing>)?,
            7 => self.sizes = cbor.sparse_map(CborReader::integer)?,
            _ => cbor.skip()?,
        }
        Ok(())
    }

    fn finish(self) -> Self {
        self
    }
}

impl WriteStructure for Thing {
    fn write_members(&self, cbor: &mut CborWriter) {
        cbor.member(key!("name"), self.name.as_ref(), CborWriter::string);
        cbor.member(key!("count"), self.count.as_ref(), CborWriter::integer);
        cbor.member(key!("ratio"), self.ratio.as_ref(), CborWriter::double);
        cbor.member(key!("active"), self.active.as_ref(), CborWriter::boolean);
        cbor.member(key!("data"), self.data.as_ref(), CborWriter::blob);
        cbor.member(key!("created"), self.created.as_ref(), CborWriter::epoch_seconds);
        cbor.member(key!("parts"), self.parts.as_ref(), |cbor, value| {
            cbor.list(value, CborWriter::structure)
        });
        cbor.member(key!("sizes"), self.sizes.as_ref(), |cbor, value| {
            cbor.sparse_map(value, CborWriter::integer)
        });
    }
}

fn read(bytes: &[u8]) -> Result<Thing, CborError> {
    let mut thing = Thing::default();
    CborReader::new(bytes).read_members_into(&mut thing)?;
    Ok(thing)
}

fn write(thing: &Thing) -> Vec<u8> {
    let mut cbor = CborWriter::new();
    cbor.structure(thing);
    cbor.finish().expect("a thing can be written")
}

#[test]
fn written_values_are_read_again() {
    let part = Thing { count: Some(i64::MIN), created: Some(DateTime::from_secs(-7)), ..Thing::default() };
    let thing = Thing {
        name: Some("größe".to_owned()),
        count: Some(i64::MAX),
        ratio: Some(0.1),
        active: Some(false),
        data: Some(Blob::new([0, 255])),
        created: Some(DateTime::from_secs_and_nanos(1, 500_000_000)),
        parts: Some(vec![part, Thing::default()]),
        sizes: Some(HashMap::from([("a".to_owned(), Some(-300)), ("b".to_owned(), None)])),
    };
    assert_eq!(read(&write(&thing)).expect("what was written"), thing);
}

#[test]
fn integers_are_written_in_as_few_bytes_as_possible() {
    let written = |count| write(&Thing { count: Some(count), ..Thing::default() })[7..].to_vec();
    assert_eq!(written(23), [0x17, 0xff]);
    assert_eq!(written(24), [0x18, 24, 0xff]);
    assert_eq!(written(-1), [0x20, 0xff]);
    assert_eq!(written(-500), [0x39, 0x01, 0xf3, 0xff]);
    assert_eq!(written(65_536), [0x1a, 0, 1, 0, 0, 0xff]);
}

#[test]
fn numbers_of_every_width_are_read() {
    let ratio = |bytes: &[u8]| {
        let body = [b"\xbf\x65ratio", bytes, b"\xff"].concat();
        read(&body).expect("a number").ratio.expect("a ratio")
    };
    assert_eq!(ratio(b"\x01"), 1.0);
    assert_eq!(ratio(b"\x38\x63"), -100.0);
    assert_eq!(ratio(b"\xf9\x3e\x00"), 1.5);
    assert_eq!(ratio(b"\xf9\x00\x01"), 5.960_464_477_539_063e-8);
    assert_eq!(ratio(b"\xf9\xfc\x00"), f64::NEG_INFINITY);
    assert!(ratio(b"\xf9\x7e\x00").is_nan());
    assert_eq!(ratio(b"\xfa\x47\xc3\x50\x00"), 100_000.0);
    assert_eq!(ratio(b"\xfb\x3f\xf1\x99\x99\x99\x99\x99\x9a"), 1.1);
}

#[test]
fn null_undefined_unknown_and_indefinite_items_are_read() {
    // {"name": ("a", "b"), "count": null, "ratio": undefined, "new": 1([_ {}, "x", h'00']), "active": true}
    let body = b"\xa5\x64name\x7f\x61a\x61b\xff\x65count\xf6\x65ratio\xf7\x63new\xc1\x9f\xa0\x61x\x41\0\xff\x66active\xf5";
    let expected = Thing { name: Some("ab".to_owned()), active: Some(true), ..Thing::default() };
    assert_eq!(read(body).expect("a thing"), expected);
    assert_eq!(read(b"").expect("no bytes"), Thing::default());
}

#[test]
fn what_is_no_cbor_is_an_error_that_names_the_place() {
    let cases: [(&[u8], &str); 8] = [
        (b"\xf6", "invalid CBOR at byte 0: expected a map, found null"),
        (b"\x80", "invalid CBOR at byte 0: expected a map or null, found byte 0x80"),
        (b"\xa0\x00", "invalid CBOR at byte 1: expected the end, found byte 0x00"),
        (b"\xa1\x65coun", "invalid CBOR at byte 6: expected the rest of a string, found the end"),
        (b"\xa1\x61\xff", "invalid CBOR at byte 1: expected a string in UTF-8, found other bytes"),
        (b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff", "invalid CBOR at byte 9: expected a string, found the end"),
        (b"\xa1\x65count\x1c", "invalid CBOR at byte 7: expected a value, found byte 0x1c"),
        (
            b"\xa1\x65count\xf9\x3e\x00",
            "invalid CBOR at byte 7: expected a whole number in the range of its type, found Float(1.5)",
        ),
    ];
    for (body, message) in cases {
        assert_eq!(read(body).expect_err(message).to_string(), message);
    }
}

#[test]
fn nesting_is_limited() {
    let nested =
        |levels: usize, open: &[u8]| [b"\xa1\x63new".to_vec(), open.repeat(levels), b"\0".to_vec()].concat();
    for open in [b"\x81".as_slice(), b"\xc1"] {
        assert!(read(&nested(127, open)).is_ok());
        let error = read(&nested(100_000, open)).expect_err("too deep").to_string();
        assert!(error.contains("at most 128 levels of nesting"), "{error}");
    }
}

#[test]
fn errors_have_the_code_of_the_body_without_its_namespace() {
    let mut headers = Headers::new();
    headers.insert("x-amzn-errortype", "Other");
    let body = b"\xbf\x66__type\x6cnamespace#No\x67message\x62hm\xff";
    let error = error_metadata(body, &headers).expect("an error").build();
    assert_eq!((error.code(), error.message()), (Some("No"), Some("hm")));
    assert_eq!(error_metadata(b"", &headers).expect("nothing").build().code(), None);
}

proptest! {
    #[test]
    fn damaged_bodies_are_read_or_refused(at in 0_usize..60, byte: u8, length in 0_usize..60) {
        let part = Thing { name: Some("part".to_owned()), ..Thing::default() };
        let sizes = HashMap::from([("a".to_owned(), Some(1))]);
        let thing = Thing { ratio: Some(1.5), parts: Some(vec![part]), sizes: Some(sizes), ..Thing::default() };
        let mut body = write(&thing);
        if let Some(place) = body.get_mut(at) {
            *place = byte;
        }
        body.truncate(length);
        let _ = read(&body);
    }
}
