//! Turns the model's HTML into Markdown for rustdoc, with links between the items of the crate.

use std::collections::BTreeMap;

use crate::docs::Docs;
use crate::ir::{self, Structure};

/// Fills in the Markdown and the summary of everything that has documentation.
pub(super) fn run(lowered: &mut ir::Crate) {
    let links = links(lowered);
    let convert = |docs: &mut ir::Docs| {
        let converted = Docs::from_html(&docs.html, &|name| links.get(name).cloned());
        docs.summary = converted.summary().to_owned();
        docs.markdown = converted.markdown;
    };
    convert(&mut lowered.service.docs);
    for operation in &mut lowered.operations {
        convert(&mut operation.docs);
        convert_structure(&mut operation.input, &convert);
        convert_structure(&mut operation.output, &convert);
    }
    for structure in lowered.structures.iter_mut().chain(&mut lowered.errors) {
        convert_structure(structure, &convert);
    }
    for union in &mut lowered.unions {
        convert(&mut union.docs);
        union
            .variants
            .iter_mut()
            .for_each(|variant| convert(&mut variant.docs));
    }
    for enumeration in &mut lowered.enums {
        convert(&mut enumeration.docs);
        enumeration
            .values
            .iter_mut()
            .for_each(|value| convert(&mut value.docs));
    }
}

fn convert_structure(structure: &mut Structure, convert: &impl Fn(&mut ir::Docs)) {
    convert(&mut structure.docs);
    structure
        .fields
        .iter_mut()
        .for_each(|field| convert(&mut field.docs));
}

/// The items that documentation may name, with their paths. Operations link to the client's method.
fn links(lowered: &ir::Crate) -> BTreeMap<String, String> {
    let structures = lowered
        .structures
        .iter()
        .map(|structure| structure.name.as_str());
    let unions = lowered.unions.iter().map(|union| union.name.as_str());
    let enums = lowered
        .enums
        .iter()
        .map(|enumeration| enumeration.name.as_str());
    let types = structures
        .chain(unions)
        .chain(enums)
        .map(|name| (name, format!("crate::types::{name}")));
    let errors = lowered.errors.iter().map(|error| {
        (
            error.name.as_str(),
            format!("crate::types::error::{}", error.name),
        )
    });
    let operations = lowered.operations.iter().map(|operation| {
        (
            operation.shape.name(),
            format!("crate::Client::{}", operation.module.ident()),
        )
    });
    types
        .chain(errors)
        .chain(operations)
        .map(|(name, path)| (name.to_owned(), path))
        .collect()
}
