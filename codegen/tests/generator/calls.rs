//! Which crate compiles the calls of operations.

use std::collections::BTreeSet;

use smithy_slim_codegen::Operations;

use crate::{fixture, generate_from};

#[test]
fn operations_chosen_by_name_are_compiled_in_the_crate() {
    for (name, operation) in [
        ("pagination", "ListThings"),
        ("presigned_unsigned", "GetObject"),
    ] {
        let operations = Operations::Named(vec![operation.to_owned()]);
        assert_eq!(inlined(name, operations), BTreeSet::new(), "{name}");
    }
}

#[test]
fn operations_of_a_whole_service_are_compiled_where_they_are_called() {
    let of_pagination = inlined("pagination", Operations::All);
    for name in [
        "ListThings",
        "ListThingsError",
        "deserialize",
        "send",
        "serialize",
        "span",
        "stream",
    ] {
        assert!(of_pagination.contains(name), "{name}: {of_pagination:?}");
    }
    let of_presigning = inlined("presigned_unsigned", Operations::All);
    assert!(of_presigning.contains("presign"), "{of_presigning:?}");
}

/// The functions of operations, and the arguments of macros, that are `#[inline]`.
fn inlined(name: &str, operations: Operations) -> BTreeSet<String> {
    let generated = generate_from("model.json", "fixture", &fixture(name), operations);
    let generated = generated.unwrap_or_else(|errors| panic!("{errors}"));
    let operations = generated
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("src/operation"));
    operations
        .flat_map(|(_, text)| text.split("#[inline]").skip(1))
        .map(|rest| {
            let words = rest.split(|c: char| !c.is_alphanumeric() && c != '_');
            let mut names = words.filter(|word| !["", "pub", "fn"].contains(word));
            names.next().unwrap_or_default().to_owned()
        })
        .collect()
}
