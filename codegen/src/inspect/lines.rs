//! Counts the lines of a crate, and of each operation and type in it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Size;
use crate::error::Errors;
use crate::ir::Usage;
use crate::model::{Model, ShapeId};
use crate::select::EmptySelection;
use crate::{Config, Operations, emit, format, ir};

/// The number of files that are generated between two reports of progress, which is enough to keep all cores busy.
const BATCH: usize = 128;

/// The lines of a crate.
pub(super) struct Lines {
    /// The whole crate.
    pub size: Size,
    /// The lines that belong to each operation and type.
    by_shape: BTreeMap<ShapeId, ShapeLines>,
}

/// The lines of the files of one shape, depending on whether its values are sent, received, or both.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ShapeLines {
    written: usize,
    read: usize,
    both: usize,
}

impl Lines {
    /// Returns the lines of the shape's own files.
    pub(super) fn of(&self, shape: &ShapeId) -> ShapeLines {
        self.by_shape.get(shape).copied().unwrap_or_default()
    }
}

impl ShapeLines {
    /// Returns the lines that are needed for this usage.
    pub(super) fn of(&self, usage: Usage) -> usize {
        match usage {
            Usage {
                written: true,
                read: false,
            } => self.written,
            Usage {
                written: false,
                read: true,
            } => self.read,
            Usage { .. } => self.both,
        }
    }
}

/// Generates the crate of these operations and counts its lines.
pub(super) fn count(
    model: &Model,
    service: &ShapeId,
    operations: &[ShapeId],
    watch: &mut dyn FnMut(usize, usize),
) -> Result<Lines, Errors> {
    let names = operations.iter().map(|id| id.name().to_owned()).collect();
    let mut config = Config::new("inspected", Operations::Named(names));
    config.service = Some(service.clone());
    let (lowered, _) = crate::lower_selected(model, &config, EmptySelection::Reject)?;
    let files = crate::write(model, &lowered, BATCH, watch)?;
    let written = one_way(model, &lowered, WRITTEN)?;
    let read = one_way(model, &lowered, READ)?;
    let mut lines = Lines {
        size: Size {
            files: files.len(),
            lines: 0,
            apart: 0,
        },
        by_shape: BTreeMap::new(),
    };
    let owners = emit::owners(&lowered);
    for (path, text) in &files {
        let both = length(text);
        let here = ShapeLines {
            written: written.get(path).map_or(both, |text| length(text)),
            read: read.get(path).map_or(both, |text| length(text)),
            both,
        };
        lines.add(owners.get(path).copied(), here);
    }
    Ok(lines)
}

const WRITTEN: Usage = Usage {
    written: true,
    read: false,
};

const READ: Usage = Usage {
    written: false,
    read: true,
};

/// Emits the files of the types that are both sent and received as if they were only the one or the other.
fn one_way(
    model: &Model,
    lowered: &ir::Crate,
    usage: Usage,
) -> Result<BTreeMap<PathBuf, String>, Errors> {
    let is_both = |usage: Usage| usage.written && usage.read;
    let structures = lowered.structures.iter().filter(|one| is_both(one.usage));
    let structures: Vec<ir::Structure> = structures
        .map(|one| ir::Structure {
            usage,
            ..one.clone()
        })
        .collect();
    let unions = lowered.unions.iter().filter(|one| is_both(one.usage));
    let unions: Vec<ir::Union> = unions
        .map(|one| ir::Union {
            usage,
            ..one.clone()
        })
        .collect();
    let files = emit::wire_files(lowered.codec, &structures, &unions);
    format::format_files(files, &emit::header(lowered))
        .map_err(|errors| crate::broken(model, errors))
}

fn length(text: &str) -> usize {
    text.lines().count()
}

impl Lines {
    fn add(&mut self, owner: Option<&ShapeId>, lines: ShapeLines) {
        self.size.lines += lines.both;
        let Some(owner) = owner else {
            self.size.apart += lines.both;
            return;
        };
        let sum = self.by_shape.entry(owner.clone()).or_default();
        sum.written += lines.written;
        sum.read += lines.read;
        sum.both += lines.both;
    }
}
