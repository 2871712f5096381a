//! Measures times and sizes of one subject.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::project::{CALLS, Features, Project, calls_package};
use super::subject::Subject;

/// How much to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    All,
    /// Nothing that needs a release build.
    WithoutRelease,
}

/// What was measured of a subject. Times are in seconds, sizes in bytes.
#[derive(Clone, Debug)]
pub struct Times {
    /// `cargo check` of the crate alone.
    pub check: f64,
    /// The dev build of the crate alone.
    pub dev: f64,
    /// A dev build of the README's example from nothing.
    pub clean: f64,
    /// The build of the example after a changed line.
    pub incremental: f64,
    /// The dev build of a crate with 1, 10 and 50 calls.
    pub calls: [f64; CALLS.len()],
    /// The library of the dev build.
    pub dev_library: u64,
    /// What only release builds have.
    pub release: Option<Release>,
}

/// What was measured of release builds.
#[derive(Clone, Debug)]
pub struct Release {
    /// The build of the crate alone.
    pub alone: f64,
    /// The library.
    pub library: u64,
    /// The example's binary.
    pub binary: u64,
}

/// How often the example is edited; the shortest time counts.
const EDITS: usize = 3;

/// Measures a subject, beginning from nothing.
pub fn measure(repository: &Path, subject: Subject, extent: Extent) -> Result<Times> {
    let project = Project::create(repository, subject, Features::Https)?;
    project.clean()?;
    project.output(&["fetch"])?;
    let started = Instant::now();
    project.cargo(subject.package(), &["build", "--quiet", "-p", "example"])?;
    let clean = started.elapsed().as_secs_f64();
    let incremental = incremental(&project, subject)?;
    let dev = alone(&project, subject, &["build"])?;
    let mut calls = [0.0; CALLS.len()];
    for (seconds, number) in calls.iter_mut().zip(CALLS) {
        let package = calls_package(number);
        project.cargo(&package, &["build", "--quiet", "-p", &package])?;
        *seconds = project.logged()?;
    }
    let dev_library = library(&project, subject, "debug/deps")?;
    Ok(Times {
        check: alone(&project, subject, &["check"])?,
        dev,
        clean,
        incremental,
        calls,
        dev_library,
        release: match extent {
            Extent::All => Some(release(&project, subject)?),
            Extent::WithoutRelease => None,
        },
    })
}

fn incremental(project: &Project, subject: Subject) -> Result<f64> {
    let mut shortest = f64::INFINITY;
    // The first build after an edit fills the caches.
    for run in 0..=EDITS {
        project.edit_example(run)?;
        let started = Instant::now();
        project.cargo(subject.package(), &["build", "--quiet", "-p", "example"])?;
        if run > 0 {
            shortest = shortest.min(started.elapsed().as_secs_f64());
        }
    }
    Ok(shortest)
}

/// Compiles the crate when its dependencies are already compiled, and returns the shortest time of the compiler.
fn alone(project: &Project, subject: Subject, command: &[&str]) -> Result<f64> {
    let package = subject.package();
    let arguments = [command, &["--quiet", "-p", package]].concat();
    project.cargo(package, &arguments)?;
    let profile = match command.contains(&"--release") {
        true => "release",
        false => "dev",
    };
    let mut shortest = f64::INFINITY;
    for _ in 0..subject.runs() {
        project.output(&["clean", "--quiet", "--profile", profile, "-p", package])?;
        project.cargo(package, &arguments)?;
        shortest = shortest.min(project.logged()?);
    }
    Ok(shortest)
}

fn release(project: &Project, subject: Subject) -> Result<Release> {
    project.cargo(
        subject.package(),
        &["build", "--release", "--quiet", "-p", "example"],
    )?;
    let name = format!("example{}", std::env::consts::EXE_SUFFIX);
    let binary = project.newest("release", &name, &name)?;
    Ok(Release {
        binary: binary.metadata()?.len(),
        alone: alone(project, subject, &["build", "--release"])?,
        library: library(project, subject, "release/deps")?,
    })
}

/// The size of the compiled library.
fn library(project: &Project, subject: Subject, directory: &str) -> Result<u64> {
    let prefix = format!("lib{}-", subject.package().replace('-', "_"));
    let library = project.newest(directory, &prefix, ".rlib")?;
    Ok(library.metadata()?.len())
}
