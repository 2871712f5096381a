//! Reports an update as text, Markdown or JSON.

use std::path::PathBuf;

use serde_json::{Value, json};
use smithy_slim_codegen::Origin;
use smithy_slim_codegen::diff::Diff;

use crate::change::{Change, Version};
use crate::diff::{Format, render, warnings};
use crate::model_file::ModelFile;
use crate::report::Report;

/// What there is to report.
#[derive(Debug)]
pub struct Facts {
    /// Whether the new model differs from the current one.
    pub is_newer: bool,
    /// Whether nothing was to be written.
    pub is_dry_run: bool,
    /// The files that were written or removed.
    pub written: Vec<PathBuf>,
    diff: Diff,
    crates: Vec<(String, Version, String)>,
    model: String,
    now: Option<String>,
    origin: Origin,
    lacking: Vec<String>,
}

impl Facts {
    /// The facts before anything is written.
    pub fn new(
        file: &ModelFile,
        change: &Change,
        diff: Diff,
        origin: &Origin,
        lacking: Vec<String>,
    ) -> Self {
        let crates = change.crates.iter();
        let crates = crates.map(|it| {
            (
                it.package.clone(),
                it.version.clone(),
                it.diff.verdict.to_string(),
            )
        });
        Self {
            is_newer: false,
            is_dry_run: false,
            written: Vec::new(),
            diff,
            crates: crates.collect(),
            model: file.source.clone(),
            now: file.model.provenance().map(|it| it.origin),
            origin: origin.clone(),
            lacking,
        }
    }

    /// The report in a format.
    pub fn report(&self, format: Format) -> Report {
        let text = match format {
            Format::Text => format!("{}\n{}", render(&self.diff, format), self.list("")),
            Format::Markdown => {
                format!(
                    "{}\n## Update\n\n{}",
                    render(&self.diff, format),
                    self.list("- ")
                )
            }
            Format::Github => render(&self.diff, format),
            Format::Json => self.json(),
        };
        Report {
            text,
            role: format.role(),
            warnings: warnings(&self.diff),
            ..Report::default()
        }
    }

    /// One line per fact.
    fn list(&self, mark: &str) -> String {
        let mut lines = vec![self.origin_line()];
        for (package, version, _) in &self.crates {
            let name = if self.crates.len() == 1 {
                String::new()
            } else {
                format!("{package}: ")
            };
            lines.push(name + &version.sentence());
        }
        lines.push(self.files_line());
        lines.extend(
            self.lacking
                .iter()
                .map(|place| format!("lacks documentation: {place}")),
        );
        lines.iter().map(|line| format!("{mark}{line}\n")).collect()
    }

    fn origin_line(&self) -> String {
        let new = &self.origin.name;
        match &self.now {
            Some(now) if now == new => format!("model: {}, from {new}", self.model),
            Some(now) => format!("model: {}, from {now} → {new}", self.model),
            None => format!("model: {}, from {new}", self.model),
        }
    }

    fn files_line(&self) -> String {
        match (self.is_newer, self.is_dry_run, self.written.as_slice()) {
            (false, _, _) => "nothing to write: the model is up to date".to_owned(),
            (true, true, _) => "nothing written: only checked".to_owned(),
            (true, false, [one]) => format!("written: {}", one.display()),
            (true, false, more) => format!("written: {} files", more.len()),
        }
    }

    /// The object of `diff --format json` with more keys.
    fn json(&self) -> String {
        let mut object: Value = serde_json::from_str(&self.diff.to_json()).unwrap_or_default();
        let version = |version: &Version| json!({"now": version.now, "next": version.next, "written": version.is_written});
        let crates: Vec<Value> = self
            .crates
            .iter()
            .map(|(package, it, verdict)| json!({"package": package, "verdict": verdict, "version": version(it)}))
            .collect();
        object["model"] = json!({"file": self.model, "now": self.now, "next": self.origin.name, "newer": self.is_newer});
        object["version"] = match self.crates.as_slice() {
            [(_, only, _)] => version(only),
            _ => Value::Null,
        };
        object["crates"] = crates.into();
        let files = self.written.iter().map(|path| path.display().to_string());
        object["files"] = files.collect::<Vec<_>>().into();
        object["lacksDocumentation"] = self.lacking.clone().into();
        format!("{object:#}\n")
    }
}
