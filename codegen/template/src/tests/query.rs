//! The parameters of the Query protocols: their names, their numbering and their encoding.

use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime};

use crate::query::*;

#[derive(Default)]
struct Thing {
    name: Option<String>,
    created: Option<DateTime>,
    data: Option<Blob>,
    parts: Option<Vec<Thing>>,
    flat: Option<Vec<i32>>,
    sizes: Option<HashMap<String, f64>>,
    flat_sizes: Option<HashMap<String, bool>>,
}

impl WriteStructure for Thing {
    fn write_members(&self, query: &mut QueryWriter) {
        query.member("Name", self.name.as_ref(), QueryWriter::string);
        query.member("Created", self.created.as_ref(), QueryWriter::date_time);
        query.member("Data", self.data.as_ref(), QueryWriter::blob);
        query.member("Parts", self.parts.as_ref(), |query, value| {
            query.list(value, "member", QueryWriter::structure)
        });
        query.flattened_list("Flat", self.flat.as_ref(), QueryWriter::integer);
        query.member("Sizes", self.sizes.as_ref(), |query, value| {
            query.map(value, ["key", "value"], QueryWriter::double)
        });
        query.flattened_map("FlatSizes", self.flat_sizes.as_ref(), ["K", "V"], QueryWriter::boolean);
    }
}

fn write(thing: &Thing) -> String {
    let mut query = QueryWriter::new("DoIt", "2020-01-08");
    query.structure(thing);
    query.finish().expect("a thing can be written")
}

#[test]
fn members_are_written_below_the_names_of_what_contains_them() {
    let part = Thing { name: Some("ö & =".to_owned()), ..Thing::default() };
    let thing = Thing {
        created: Some(DateTime::from_secs(1)),
        data: Some(Blob::new("a?")),
        parts: Some(vec![Thing { name: Some(String::new()), ..Thing::default() }, part]),
        flat: Some(vec![-1, 2]),
        sizes: Some(HashMap::from([("a b".to_owned(), f64::NAN)])),
        flat_sizes: Some(HashMap::from([("c".to_owned(), true)])),
        ..Thing::default()
    };
    let expected = [
        "Action=DoIt",
        "Version=2020-01-08",
        "Created=1970-01-01T00%3A00%3A01Z",
        "Data=YT8%3D",
        "Parts.member.1.Name=",
        "Parts.member.2.Name=%C3%B6%20%26%20%3D",
        "Flat.1=-1",
        "Flat.2=2",
        "Sizes.entry.1.key=a%20b",
        "Sizes.entry.1.value=NaN",
        "FlatSizes.1.K=c",
        "FlatSizes.1.V=true",
    ];
    assert_eq!(write(&thing), expected.join("&"));
}

#[test]
fn only_wrapped_lists_without_items_are_written() {
    let (sizes, flat_sizes) = (Some(HashMap::new()), Some(HashMap::new()));
    let thing =
        Thing { parts: Some(Vec::new()), flat: Some(Vec::new()), sizes, flat_sizes, ..Thing::default() };
    assert_eq!(write(&thing), "Action=DoIt&Version=2020-01-08&Parts=");
}
