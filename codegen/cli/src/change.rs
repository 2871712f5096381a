//! Writes a new state of a model file with all that follows from it: crates, codegen.toml and changelogs, all or nothing.

use std::path::{Path, PathBuf};

use anyhow::Result;
use smithy_slim_codegen::Operations;
use smithy_slim_codegen::diff::{Diff, Verdict};

use crate::changelog;
use crate::config::{self, Repository, edit};
use crate::crate_spec::{Changelog, CrateSpec};
use crate::diff::compare;
use crate::generate::{Generated, generate};
use crate::invocation::Invocation;
use crate::model_file::{ModelFile, Rewritten, wanted};
use crate::progress::Progress;
use crate::sync::{self, Changes, Force, Loose};
use crate::version;

/// What becomes of one crate.
#[derive(Debug)]
pub struct CrateChange {
    /// The name of the package.
    pub package: String,
    /// What changes in its API.
    pub diff: Diff,
    /// The package's version.
    pub version: Version,
}

/// The version of a package before and after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The version in codegen.toml. `None` if the package inherits it from its workspace.
    pub now: Option<String>,
    /// The version that the change asks for.
    pub next: Option<String>,
    /// Whether that version is written.
    pub is_written: bool,
}

/// Whether the proposed versions are written to codegen.toml.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteVersion {
    /// They are proposed only.
    No,
    /// They are written.
    Yes,
}

/// A change that is ready to be written.
#[derive(Debug)]
pub struct Change {
    /// The crates on the model, and what becomes of them.
    pub crates: Vec<CrateChange>,
    generated: Vec<Generated>,
    loose: Loose,
}

impl Change {
    /// Prepares the change of `file` to `rewritten` and of codegen.toml to `text`. `new_source` names the new state in
    /// reports.
    ///
    /// # Errors
    ///
    /// What the library finds wrong with the new model, and if a crate's directory can't be used.
    pub fn prepare(
        invocation: &Invocation,
        repository: &Repository,
        file: &ModelFile,
        rewritten: &Rewritten,
        (new_source, text): (&str, String),
        write_version: WriteVersion,
    ) -> Result<Self> {
        let progress = Progress::new(invocation, 0);
        progress.begin("comparing the models");
        let new = Repository::parse(&repository.root, text, None)?;
        let old_specs = repository.specs_on(&file.path);
        let mut crates = Vec::new();
        for spec in new.specs_on(&file.path) {
            let before = old_specs
                .iter()
                .find(|it| it.config.package == spec.config.package);
            let choice = match before {
                Some(before) => wanted(&[before, spec]),
                None => spec.config.operations.clone(),
            };
            let new_model = rewritten.named(new_source);
            crates.push(crate_change(
                file,
                spec,
                &choice,
                &new_model,
                before,
                write_version,
            )?);
        }
        let text = with_versions(new.text, &crates)?;
        let new = Repository::parse(&repository.root, text, None)?;
        progress.begin("generating");
        let mut generated = Vec::new();
        for spec in new.specs_on(&file.path) {
            generated.push(generate(
                invocation,
                spec,
                &rewritten.model,
                Some(rewritten.origin()),
            )?);
        }
        let mut loose = Loose::from([
            (file.path.clone(), rewritten.text.clone()),
            (new.root.join(config::FILE), new.text.clone()),
        ]);
        add_changelogs(&mut loose, &new, file, &crates, new_source)?;
        Ok(Self {
            crates,
            generated,
            loose,
        })
    }

    /// Writes everything. Returns the paths, relative to the repository where they are in it.
    ///
    /// # Errors
    ///
    /// If a file of the user is in the way, or something can't be written. Everything is then as it was.
    pub fn write(self, root: &Path) -> Result<Vec<PathBuf>> {
        let changes: Vec<Changes> = self.generated.into_iter().map(|one| one.changes).collect();
        let written = sync::write(&changes, &self.loose, Force::No)?;
        let relative = |path: PathBuf| path.strip_prefix(root).map_or(path.clone(), Path::to_owned);
        Ok(written.into_iter().map(relative).collect())
    }
}

fn crate_change(
    file: &ModelFile,
    spec: &CrateSpec,
    choice: &Operations,
    new_model: &smithy_slim_codegen::Model,
    before: Option<&&CrateSpec>,
    write_version: WriteVersion,
) -> Result<CrateChange> {
    // What the crate no longer has isn't in its part of the new model, whatever other crates need.
    let new_model = match &spec.config.operations {
        Operations::All => new_model.clone(),
        named @ Operations::Named(_) => new_model
            .pruned(named)
            .map_err(|errors| crate::diff::problems(&errors))?,
    };
    let old_model = match before.map(|it| &it.config.operations) {
        Some(named @ Operations::Named(_)) => file
            .model
            .pruned(named)
            .unwrap_or_else(|_| file.model.clone()),
        Some(Operations::All) | None => file.model.clone(),
    };
    let diff = compare(&old_model, &new_model, choice)?;
    let inherits = spec.manifest.inherits_version();
    let now = (!inherits).then(|| spec.config.version.clone());
    let next = now
        .as_deref()
        .map(|now| version::next(now, diff.verdict))
        .transpose()?;
    Ok(CrateChange {
        package: spec.config.package.clone(),
        version: Version {
            is_written: write_version == WriteVersion::Yes && next != now,
            now,
            next,
        },
        diff,
    })
}

fn with_versions(mut text: String, crates: &[CrateChange]) -> Result<String> {
    for one in crates {
        if let (true, Some(next)) = (one.version.is_written, &one.version.next) {
            text = edit::with_version(&text, &one.package, next)?;
        }
    }
    Ok(text)
}

fn add_changelogs(
    loose: &mut Loose,
    repository: &Repository,
    file: &ModelFile,
    crates: &[CrateChange],
    source: &str,
) -> Result<()> {
    for (spec, one) in repository.specs_on(&file.path).into_iter().zip(crates) {
        let Changelog::File(path) = &spec.changelog else {
            continue;
        };
        if one.diff.verdict == Verdict::None {
            continue;
        }
        let text = match loose.get(path) {
            Some(text) => text.clone(),
            None => changelog::read(path)?,
        };
        let heading = match &one.version.next {
            Some(next) => format!("{} {next}", one.package),
            None => one.package.clone(),
        };
        loose.insert(
            path.clone(),
            changelog::with_entry(&text, &heading, source, &one.diff),
        );
    }
    Ok(())
}

impl Version {
    /// The sentence for people.
    pub fn sentence(&self) -> String {
        match (&self.now, &self.next) {
            (Some(now), Some(next)) if now == next => format!("version: stays {now}"),
            (Some(now), Some(next)) if self.is_written => {
                format!("version: {now} → {next}, written to {}", config::FILE)
            }
            (Some(now), Some(next)) => {
                format!("version: {now} → {next} proposed; --write-version writes it")
            }
            (_, _) => "version: inherited from the workspace".to_owned(),
        }
    }
}
