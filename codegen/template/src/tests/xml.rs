//! XML: what is written, what is read, and which bodies are errors.

use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime};
use proptest::prelude::*;

use crate::xml::*;

#[derive(Debug, Default, Clone, PartialEq)]
struct Thing {
    id: Option<i32>,
    name: Option<String>,
    active: Option<bool>,
    ratio: Option<f64>,
    data: Option<Blob>,
    created: Option<DateTime>,
    parts: Option<Vec<Thing>>,
    flat: Option<Vec<String>>,
    sizes: Option<HashMap<String, i32>>,
    flat_sizes: Option<HashMap<String, i32>>,
}

impl Members for Thing {
    const MEMBERS: &'static [&'static str] =
        &["@id", "name", "active", "ratio", "data", "created", "parts", "flat", "sizes", "flatSizes"];
}

impl ReadStructure for Thing {
    type Value = Self;

    fn read_member(&mut self, member: usize, xml: &mut XmlReader<'_>) -> Result<(), XmlError> {
        match member {
            0 => self.id = xml.integer()?,
            1 => self.name = xml.string()?,
            2 => self.active = xml.boolean()?,
            3 => self.ratio = xml.double()?,
            4 => self.data = xml.blob()?,
            5 => self.created = xml.date_time()?,
            6 => self.parts = xml.list("part", XmlReader::structure::<Thing>)?,
            7 => self.flat = xml.flattened_item(self.flat.take(), XmlReader::string)?,
            8 => self.sizes = xml.map(["key", "value"], XmlReader::integer)?,
            9 => {
                self.flat_sizes =
                    xml.flattened_entry(self.flat_sizes.take(), ["k", "v"], XmlReader::integer)?
            }
            _ => xml.skip()?,
        }
        Ok(())
    }

    fn finish(self) -> Self {
        self
    }
}

impl WriteStructure for Thing {
    fn write_members(&self, xml: &mut XmlWriter) {
        xml.member("@id", self.id.as_ref(), XmlWriter::integer);
        xml.member("name xmlns:a=\"urn:a\"", self.name.as_ref(), XmlWriter::string);
        xml.member("active", self.active.as_ref(), XmlWriter::boolean);
        xml.member("ratio", self.ratio.as_ref(), XmlWriter::double);
        xml.member("data", self.data.as_ref(), XmlWriter::blob);
        xml.member("created", self.created.as_ref(), XmlWriter::date_time);
        xml.member("parts", self.parts.as_ref(), |xml, value| xml.list(value, "part", XmlWriter::structure));
        xml.flattened_list("flat", self.flat.as_ref(), XmlWriter::string);
        xml.member("sizes", self.sizes.as_ref(), |xml, value| {
            xml.map(value, ["key", "value"], XmlWriter::integer)
        });
        xml.flattened_map("flatSizes", self.flat_sizes.as_ref(), ["k", "v"], XmlWriter::integer);
    }
}

fn read_at(path: &[&'static str], body: &[u8]) -> Result<Thing, XmlError> {
    let mut thing = Thing::default();
    XmlReader::new(body)?.read_members_into(path, &mut thing)?;
    Ok(thing)
}

fn read(body: &str) -> Result<Thing, XmlError> {
    read_at(&["Thing"], body.as_bytes())
}

fn write(thing: &Thing) -> String {
    let mut xml = XmlWriter::new();
    xml.member("Thing", Some(thing), XmlWriter::structure);
    xml.finish().expect("a thing can be written")
}

/// A thing with all kinds of members.
fn thing() -> Thing {
    let part = Thing { id: Some(-1), name: Some(String::new()), ..Thing::default() };
    Thing {
        id: Some(7),
        name: Some("a<b & \"c\"\r\n".to_owned()),
        active: Some(true),
        ratio: Some(f64::NEG_INFINITY),
        data: Some(Blob::new("data")),
        created: Some(DateTime::from_secs(1_398_796_238)),
        parts: Some(vec![part, Thing::default()]),
        flat: Some(vec!["x".to_owned(), " ".to_owned()]),
        sizes: Some(HashMap::from([("a".to_owned(), 1)])),
        flat_sizes: Some(HashMap::from([("b".to_owned(), 2)])),
    }
}

const BODY: &str = "<Thing id=\"7\"><name xmlns:a=\"urn:a\">a&lt;b &amp; &quot;c&quot;&#xD;&#xA;</name><active>true</active>\
    <ratio>-Infinity</ratio><data>ZGF0YQ==</data><created>2014-04-29T18:30:38Z</created>\
    <parts><part id=\"-1\"><name xmlns:a=\"urn:a\"></name></part><part></part></parts><flat>x</flat><flat> </flat>\
    <sizes><entry><key>a</key><value>1</value></entry></sizes><flatSizes><k>b</k><v>2</v></flatSizes></Thing>";

#[test]
fn members_are_written_as_elements_and_attributes() {
    assert_eq!(write(&thing()), BODY);
    assert_eq!(write(&Thing::default()), "<Thing></Thing>");
}

#[test]
fn whitespace_in_attributes_is_escaped() {
    let mut xml = XmlWriter::new();
    let text = "a\tb\nc d";
    xml.member("Thing", Some(text), |xml, text| {
        xml.member("@name", Some(text), XmlWriter::string);
        xml.member("name", Some(text), XmlWriter::string);
    });
    let written = xml.finish().expect("a text can be written");
    assert_eq!(written, "<Thing name=\"a&#x9;b&#xA;c d\"><name>a\tb&#xA;c d</name></Thing>");
}

#[test]
fn written_members_are_read_again() {
    assert_eq!(read(BODY).expect("what was written"), thing());
}

#[test]
fn markup_prefixes_and_unknown_elements_are_skipped() {
    let body = "\u{feff}<?xml version = \"1.0\"?>\n<!-- <a> -->\n<x:Thing xmlns:x='u>' x:id = '7' >\n text <![CDATA[<no>]]>\n\
        <new a='/>'><name>no</name><new/></new><x:name>a<!-- b -->c<![CDATA[<&>]]>d</x:name ><active> true\n</active><parts/>\
        <flat/></x:Thing> <!-- end --> ";
    let expected = Thing {
        id: Some(7),
        name: Some("ac<&>d".to_owned()),
        active: Some(true),
        parts: Some(Vec::new()),
        flat: Some(vec![String::new()]),
        ..Thing::default()
    };
    assert_eq!(read(body).expect("a thing"), expected);
    assert_eq!(read("<Thing/>").expect("no members"), Thing::default());
}

#[test]
fn members_are_read_from_the_element_that_the_path_leads_to() {
    let body = b" <x:R><!-- --><A><B><name>yes</name></B></A><M/></x:R>";
    let thing = read_at(&["R", "A", "B"], body).expect("the element is there");
    assert_eq!(thing.name.as_deref(), Some("yes"));
    for (path, at) in [(&["A"][..], 0), (&["R", "B"], 6), (&["R", "A", "B", "C"], 20)] {
        let error = read_at(path, body).expect_err("another element").to_string();
        let name = path.last().expect("a name");
        assert_eq!(error, format!("invalid XML at byte {at}: expected {name}, found another element"));
    }
    assert!(read("").is_err());
    assert!(read("<html>log in</html>").is_err());
}

#[test]
fn members_are_read_from_any_outermost_element_without_a_path() {
    let thing = read_at(&[], b"<A><name>yes</name></A>").expect("any element");
    assert_eq!(thing.name.as_deref(), Some("yes"));
    assert_eq!(read_at(&[], b" ").expect("no body"), Thing::default());
}

#[test]
fn members_of_errors_are_read_below_wrappers() {
    let body = b"<R><M><name>no</name></M><A><B><name>yes</name></B></A><M/></R>";
    let name = |wrappers: &[&str]| {
        let mut thing = Thing::default();
        read_error(body, wrappers, &mut thing).expect("well-formed XML");
        thing.name
    };
    assert_eq!(name(&["A", "B"]).as_deref(), Some("yes"));
    assert_eq!(name(&["A", "C"]), None);
}

#[test]
fn errors_have_the_code_and_the_message_of_the_body() {
    let read = |body: &str, wrappers: &[&str]| {
        error_metadata(body.as_bytes(), wrappers).map(aws_smithy_types::error::metadata::Builder::build)
    };
    let error = read(
        "<ErrorResponse><Error><Type>Sender</Type><Code>No</Code><Message>hm</Message></Error></ErrorResponse>",
        &["Error"],
    )
    .expect("an error");
    assert_eq!((error.code(), error.message()), (Some("No"), Some("hm")));
    for wrappers in [&[][..], &["Error"], &["Errors", "Error"]] {
        let error = read("<Error><Code>No</Code></Error>", wrappers).expect("an error");
        assert_eq!(error.code(), Some("No"));
    }
    assert_eq!(read("", &[]).expect("no body").code(), None);
    assert!(read("{}", &[]).is_err());
}

#[test]
fn what_is_no_xml_is_an_error_that_names_the_place() {
    let cases = [
        ("{}", "invalid XML at byte 0: expected an element, found \"{}\""),
        ("<a", "invalid XML at byte 0: expected a start tag, found \"<a\""),
        ("<a>", "invalid XML at byte 3: expected a start tag, found the end"),
        ("<a></b>", "invalid XML at byte 3: expected the end tag of the element, found \"</b>\""),
        ("<a/><a/>", "invalid XML at byte 4: expected the end, found \"<a/>\""),
        ("<a><!--", "invalid XML at byte 7: expected -->, found the end"),
        ("<a><name>b", "invalid XML at byte 10: expected the end tag of the element, found the end"),
        ("<a><name><b/></name></a>", "invalid XML at byte 9: expected text, found \"<b/></name></a>\""),
        (
            "<a id='x'/>",
            "invalid XML at byte 11: expected a whole number in the range of its type, found \"x\"",
        ),
        ("<a><active>True</active></a>", "invalid XML at byte 11: expected a boolean, found \"True\""),
        ("<a><name>&nbsp;</name></a>", "invalid XML at byte 9: expected a predefined entity, found \"nbsp\""),
        (
            "<a><name>&#xD800;</name></a>",
            "invalid XML at byte 9: expected a predefined entity, found \"#xD800\"",
        ),
        (
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>",
            "invalid XML at byte 0: expected no document type definition, found \"<!DOCTYPE a [<!ENTIT\"",
        ),
    ];
    for (body, message) in cases {
        let error = read_at(&["a"], body.as_bytes()).expect_err(body);
        assert_eq!(error.to_string(), message);
    }
    let error = read_at(&["a"], b"<a>\xff</a>").expect_err("no UTF-8").to_string();
    assert_eq!(error, "invalid XML at byte 3: expected text in UTF-8, found other bytes");
}

#[test]
fn nesting_is_limited() {
    let nested = |levels| format!("<a>{}{}</a>", "<b>".repeat(levels), "</b>".repeat(levels));
    let read = |levels| read_at(&["a"], nested(levels).as_bytes());
    assert!(read(127).is_ok());
    let error = read(100_000).expect_err("too deep").to_string();
    assert!(error.contains("at most 128 levels of nesting"), "{error}");
}

proptest! {
    #[test]
    fn damaged_bodies_are_read_or_refused(at in 0..BODY.len(), byte: u8, length in 0..BODY.len()) {
        let mut body = BODY.as_bytes().to_vec();
        body[at] = byte;
        body.truncate(length);
        let _ = read_at(&["Thing"], &body);
    }

    #[test]
    fn any_text_is_read_as_it_was_written(name: String) {
        let thing = Thing { name: Some(name), ..Thing::default() };
        prop_assert_eq!(read(&write(&thing)).expect("what was written"), thing);
    }
}
