//! Rewrites the model files that a repository keeps: what several crates need of a service, and where it comes from.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::model::{DocumentationSource, Format, Provenance, Undocumented};
use smithy_slim_codegen::{Model, Operations, Origin};

use crate::config::Repository;
use crate::crate_spec::CrateSpec;
use crate::diff::problems;
use crate::model_source::Source;
use crate::{output_dir, read_model};

/// A model file, and the crates that are generated from it.
#[derive(Debug)]
pub struct ModelFile {
    /// The file, resolved.
    pub path: PathBuf,
    /// The file's name in messages and in the headers of generated files.
    pub source: String,
    /// What is in the file.
    pub model: Model,
    /// Whether the file has the whole service, and has to keep it.
    pub is_whole: bool,
}

/// The new contents of a model file.
#[derive(Debug)]
pub struct Rewritten {
    /// The model as it is in the file, which is what crates must be generated from.
    pub model: Model,
    /// The text of the file.
    pub text: String,
    /// What has no documentation now, though the source has some.
    pub lacking: Undocumented,
}

/// How to treat documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Documentation {
    /// Keep the current texts; leave new shapes undocumented
    Keep,
    /// Use the new model's texts
    Take,
}

impl ModelFile {
    /// Reads the model file of a crate.
    ///
    /// # Errors
    ///
    /// If it can't be read, or isn't a Smithy JSON AST.
    pub fn read(repository: &Repository, spec: &CrateSpec) -> Result<Self> {
        let path = output_dir::resolve(&read_model::main_file(&spec.model)?)?;
        let model = read_model::model(&path, &spec.source)?;
        if model.format == Format::Botocore {
            bail!(
                "{}: only a Smithy JSON AST can be rewritten, and this is a botocore model; replace its files by newer ones and \
                 run `codegen`, or remove the crate from codegen.toml and create it with `init`",
                spec.source
            );
        }
        if model.services().nth(1).is_some() {
            bail!(
                "{}: has several services; only a file with one can be rewritten",
                spec.source
            );
        }
        let wanted = wanted(&repository.specs_on(&path));
        Ok(Self {
            is_whole: is_whole(&model, &wanted),
            path,
            source: spec.source.clone(),
            model,
        })
    }

    /// The operations that the model has.
    pub fn operations(&self) -> Vec<String> {
        operations_of(&self.model)
    }

    /// Whether the file has all of these operations.
    pub fn has(&self, wanted: &Operations) -> bool {
        let present = self.operations();
        match wanted {
            Operations::Named(names) => names.iter().all(|name| present.contains(name)),
            Operations::All => true,
        }
    }

    /// Whether the file was taken from this origin.
    pub fn is_from(&self, origin: &Origin) -> bool {
        let provenance = self.model.provenance();
        provenance.is_some_and(|it| it.sha256 == origin.sha256)
    }

    /// The file's text with what `wanted` needs of a new state of the service.
    ///
    /// # Errors
    ///
    /// What the library finds wrong with the operations.
    pub fn rewritten(
        &self,
        new: &Source,
        wanted: &Operations,
        documentation: Option<Documentation>,
    ) -> Result<Rewritten> {
        let documentation = documentation.unwrap_or(match self.model.documentation_source() {
            DocumentationSource::Aws => Documentation::Take,
            DocumentationSource::Own => Documentation::Keep,
        });
        let operations = match self.is_whole {
            true => None,
            false => Some(wanted),
        };
        rewrite(
            Some(&self.model),
            new,
            operations,
            documentation,
            &self.source,
        )
    }

    /// The file as it is.
    ///
    /// # Errors
    ///
    /// If it can't be read.
    pub fn unchanged(&self) -> Result<Rewritten> {
        let text = std::fs::read_to_string(&self.path);
        Ok(Rewritten {
            model: self.model.clone(),
            text: text.with_context(|| self.path.display().to_string())?,
            lacking: Undocumented::new(),
        })
    }

    /// The file's text with no more than what `wanted` needs.
    ///
    /// # Errors
    ///
    /// What the library finds wrong with the operations.
    pub fn cut(&self, wanted: &Operations) -> Result<Rewritten> {
        if self.is_whole {
            return self.unchanged();
        }
        let mut model = reduced(&self.model, wanted)?;
        if let Some(mut provenance) = self.model.provenance() {
            provenance.operations = Some(operations_of(&model));
            model.set_provenance(&provenance);
        }
        finished(&model, &self.source, Undocumented::new())
    }
}

/// The text of a model file that isn't there yet.
///
/// # Errors
///
/// What the library finds wrong with the operations.
pub fn begun(
    new: &Source,
    wanted: &Operations,
    documentation: Documentation,
    source: &str,
) -> Result<Rewritten> {
    let mut taken = new.model.clone();
    if documentation == Documentation::Keep {
        // There is nothing to keep, so that all texts of the source go.
        let mut empty = new.model.clone();
        empty.shapes.clear();
        taken.carry_over_documentation(&empty);
    }
    let new = Source {
        model: taken,
        origin: new.origin.clone(),
    };
    rewrite(None, &new, Some(wanted), documentation, source)
}

/// The operations that the crates need together.
pub fn wanted(specs: &[&CrateSpec]) -> Operations {
    let mut names = Vec::new();
    for spec in specs {
        match &spec.config.operations {
            Operations::All => return Operations::All,
            Operations::Named(more) => names.extend(more.iter().cloned()),
        }
    }
    names.sort();
    names.dedup();
    Operations::Named(names)
}

/// The operations with more of them.
pub fn with_more(wanted: &Operations, more: &[String]) -> Operations {
    match wanted {
        Operations::All => Operations::All,
        Operations::Named(names) => {
            let mut names: Vec<String> = names.iter().chain(more).cloned().collect();
            names.sort();
            names.dedup();
            Operations::Named(names)
        }
    }
}

/// The names of the operations in a model, sorted.
pub fn operations_of(model: &Model) -> Vec<String> {
    let is_operation = |shape: &smithy_slim_codegen::model::Shape| {
        matches!(
            shape.kind,
            smithy_slim_codegen::model::ShapeKind::Operation(_)
        )
    };
    let operations = model.shapes.iter().filter(|(_, shape)| is_operation(shape));
    let mut names: Vec<String> = operations.map(|(id, _)| id.name().to_owned()).collect();
    names.sort();
    names
}

/// A whole model is kept on purpose: it says so, or it has operations that no crate needs.
fn is_whole(model: &Model, wanted: &Operations) -> bool {
    match (model.provenance(), wanted) {
        (Some(provenance), _) => provenance.operations.is_none(),
        (None, Operations::All) => true,
        (None, Operations::Named(names)) => operations_of(model)
            .iter()
            .any(|name| !names.contains(name)),
    }
}

fn rewrite(
    old: Option<&Model>,
    new: &Source,
    operations: Option<&Operations>,
    documentation: Documentation,
    source: &str,
) -> Result<Rewritten> {
    let mut model = match operations {
        Some(wanted @ Operations::Named(_)) => reduced(&new.model, wanted)?,
        Some(Operations::All) | None => new.model.clone(),
    };
    let mut lacking = Undocumented::new();
    if let Some(old) = old {
        model.carry_over_missing_facts(old);
        if documentation == Documentation::Keep {
            lacking = model.carry_over_documentation(old);
        }
    }
    let is_cut = matches!(operations, Some(Operations::Named(_)));
    model.set_provenance(&Provenance {
        generator: env!("CARGO_PKG_VERSION").to_owned(),
        origin: new.origin.name.clone(),
        sha256: new.origin.sha256.clone(),
        operations: is_cut.then(|| operations_of(&model)),
        documentation: match (documentation, old) {
            (Documentation::Take, _) => DocumentationSource::Aws,
            (Documentation::Keep, Some(old)) => old.documentation_source(),
            (Documentation::Keep, None) => DocumentationSource::Own,
        },
    });
    finished(&model, source, lacking)
}

fn reduced(model: &Model, wanted: &Operations) -> Result<Model> {
    model.pruned(wanted).map_err(|errors| problems(&errors))
}

fn finished(model: &Model, source: &str, lacking: Undocumented) -> Result<Rewritten> {
    let text = model.to_ast();
    let model = Model::from_ast(source, text.as_bytes()).map_err(|errors| problems(&errors))?;
    Ok(Rewritten {
        model,
        text,
        lacking,
    })
}

impl Rewritten {
    /// The model under another name, to be shown in a diff.
    pub fn named(&self, source: &str) -> Model {
        let mut model = self.model.clone();
        source.clone_into(&mut model.source);
        model
    }

    /// Whether nothing but the recorded origin differs from what is in the file.
    pub fn is_same_as(&self, old: &Model) -> bool {
        let without_origin = |model: &Model| {
            let mut model = model.clone();
            model.metadata.remove("smithy-slim");
            model.to_ast()
        };
        without_origin(&self.model) == without_origin(old)
    }

    /// Where the model comes from, for the metadata of crates.
    pub fn origin(&self) -> Origin {
        read_model::origin(&self.model, self.text.as_bytes())
    }
}
