//! Converts the model's documentation to Markdown for rustdoc, with links between the items of the crate.

use std::collections::BTreeMap;

use crate::docs::Docs;
use crate::ir::{self, Structure};
use crate::model::{DocumentationSource, ShapeId};

/// Fills in the Markdown and the summary of everything that has documentation.
pub(super) fn run(lowered: &mut ir::Crate) {
    let links = Links::of(lowered);
    links.convert(&mut lowered.service.docs, None);
    for operation in &mut lowered.operations {
        links.convert(&mut operation.docs, None);
        links.convert_structure(&mut operation.input);
        links.convert_structure(&mut operation.output);
        for waiter in &mut operation.waiters {
            links.convert(&mut waiter.docs, None);
        }
    }
    for structure in lowered.structures.iter_mut().chain(&mut lowered.errors) {
        links.convert_structure(structure);
    }
    for union in &mut lowered.unions {
        links.convert(&mut union.docs, Some(&union.shape));
        for variant in &mut union.variants {
            links.convert(&mut variant.docs, Some(&union.shape));
        }
    }
    for enumeration in &mut lowered.enums {
        links.convert(&mut enumeration.docs, Some(&enumeration.shape));
        for value in &mut enumeration.values {
            links.convert(&mut value.docs, Some(&enumeration.shape));
        }
    }
}

/// What documentation is converted with.
struct Links {
    source: DocumentationSource,
    /// The paths of items that documentation may name, by the names of their shapes.
    paths: BTreeMap<String, String>,
}

impl Links {
    /// Operations link to the client's method.
    fn of(lowered: &ir::Crate) -> Self {
        let structures = lowered
            .structures
            .iter()
            .map(|item| (&item.shape, &item.name));
        let unions = lowered.unions.iter().map(|item| (&item.shape, &item.name));
        let enums = lowered.enums.iter().map(|item| (&item.shape, &item.name));
        let types = structures.chain(unions).chain(enums);
        let types = types.map(|(shape, name)| (shape, format!("crate::types::{name}")));
        let errors = lowered.errors.iter();
        let errors =
            errors.map(|item| (&item.shape, format!("crate::types::error::{}", item.name)));
        let operations = lowered.operations.iter();
        let operations =
            operations.map(|item| (&item.shape, format!("crate::Client::{}", item.module)));
        let all = types.chain(errors).chain(operations);
        Self {
            source: lowered.package.documentation,
            paths: all
                .map(|(shape, path)| (shape.name().to_owned(), path))
                .collect(),
        }
    }

    /// A type doesn't link to itself: in its own file, rustdoc calls the path redundant.
    fn convert(&self, docs: &mut ir::Docs, own: Option<&ShapeId>) {
        let link = |name: &str| {
            let is_own = own.is_some_and(|own| own.name() == name);
            self.paths.get(name).filter(|_| !is_own).cloned()
        };
        let converted = match self.source {
            DocumentationSource::Aws => Docs::from_html(&docs.html, &link),
            DocumentationSource::Own => Docs::from_commonmark(&docs.html, &link),
        };
        docs.summary = converted.summary().to_owned();
        docs.markdown = converted.markdown;
    }

    fn convert_structure(&self, structure: &mut Structure) {
        self.convert(&mut structure.docs, Some(&structure.shape));
        for field in &mut structure.fields {
            self.convert(&mut field.docs, Some(&structure.shape));
        }
    }
}
