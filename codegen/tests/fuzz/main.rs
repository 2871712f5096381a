//! Mutates models and checks that the generator returns a crate or a named error, quickly and without a panic.
//!
//! The short test always runs the same mutations. The long one is ignored by default; it also compiles the crates:
//!
//! ```text
//! FUZZ_SECONDS=3600 FUZZ_SEED=7 cargo test -p smithy-slim-codegen --test fuzz -- --ignored --nocapture
//! ```
//!
//! A model that fails is written to `target/tmp/fuzz/failed`, and its number repeats it: `FUZZ_ONLY=12345`. If the process
//! is aborted, the last number is in `target/tmp/fuzz/current`.

mod compile;
mod models;
mod mutate;
mod odd;
mod places;
mod random;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;
use smithy_slim_codegen::error::ProblemKind;
use smithy_slim_codegen::{Config, Crate, Errors, Model, Operations, generate};

use compile::Batch;
use models::Models;
use random::Random;

/// The generator needs some milliseconds for a model of this size; a debug build on a busy machine needs more.
const TOO_LONG: Duration = Duration::from_secs(60);

/// The models of the short test.
const SHORT: u64 = 300;

/// The crates that are compiled together.
const BATCH: usize = 24;

#[test]
fn mutated_models_give_a_crate_or_a_named_error() {
    let models = Models::fixtures();
    let failures: Vec<String> = (0..SHORT)
        .filter_map(|number| run(&models, number).err())
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
#[ignore = "runs for as long as FUZZ_SECONDS says"]
fn mutated_models_give_crates_that_compile() {
    compile::download_dependencies();
    let models = Models::fixtures_and_services();
    let seed = setting("FUZZ_SEED").unwrap_or(1);
    let numbers = match setting("FUZZ_ONLY") {
        Some(number) => number..number + 1,
        None => seed << 32..u64::MAX,
    };
    let end = Instant::now() + Duration::from_secs(setting("FUZZ_SECONDS").unwrap_or(60));
    let mut tally = Tally::default();
    let mut batch = Batch::default();
    for number in numbers {
        match run(&models, number) {
            Ok(Some(generated)) => batch.add(number, generated),
            Ok(None) => tally.refused += 1,
            Err(failure) => tally.fail(number, &failure),
        }
        if batch.len() == BATCH {
            tally.compile(&mut batch);
        }
        if Instant::now() > end {
            break;
        }
    }
    tally.compile(&mut batch);
    println!("{} refused, {} compiled", tally.refused, tally.compiled);
    assert!(tally.failures.is_empty(), "{}", tally.failures.join("\n"));
}

/// The results of a long run.
#[derive(Default)]
struct Tally {
    refused: usize,
    compiled: usize,
    failures: Vec<String>,
}

impl Tally {
    fn compile(&mut self, batch: &mut Batch) {
        self.compiled += batch.len();
        for (number, report) in batch.compile() {
            self.fail(number, &report);
        }
        println!("{} refused, {} compiled", self.refused, self.compiled);
    }

    fn fail(&mut self, number: u64, failure: &str) {
        println!("{number}: {failure}");
        self.failures.push(format!("{number}: {failure}"));
    }
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Generates a mutated model. Returns `None` if the model was refused in the right way.
fn run(models: &Models, number: u64) -> Result<Option<Crate>, String> {
    let mut random = Random::new(number);
    let mut model = models.pick(&mut random);
    let mutations = mutate::mutate(&mut model, &mut random);
    let text = model.to_string();
    write(&folder().join("current"), &number.to_string());
    let start = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| generate_text(number, &text)));
    let checked = match outcome {
        Err(_) => Err("panics".to_owned()),
        Ok(_) if start.elapsed() > TOO_LONG => Err(format!("takes {:?}", start.elapsed())),
        Ok(Err(errors)) => check_errors(&errors).map(|()| None),
        Ok(Ok(generated)) => Ok(Some(generated)),
    };
    if checked.is_err() || setting("FUZZ_ONLY").is_some() {
        save(number, &model);
    }
    checked.map_err(|failure| format!("model {number} ({}): {failure}", mutations.join(", ")))
}

fn generate_text(number: u64, text: &str) -> Result<Crate, Errors> {
    let model = Model::from_ast("fuzz.json", text.as_bytes())?;
    generate(
        &model,
        &Config::new(compile::package(number), Operations::All),
    )
}

/// An error names the shape, unless the file as a whole can't be read or has no service.
fn check_errors(errors: &Errors) -> Result<(), String> {
    for problem in errors.problems() {
        let is_named = match &problem.kind {
            ProblemKind::Format(_) => false,
            ProblemKind::Unreadable(_) | ProblemKind::ServiceCount(_) => true,
            _ => problem.shape.is_some(),
        };
        if !is_named {
            return Err(problem.to_string());
        }
    }
    Ok(())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz")
}

fn save(number: u64, model: &Value) {
    let text = serde_json::to_string_pretty(model).unwrap_or_default();
    write(&folder().join(format!("failed/{number}.json")), &text);
}

fn write(path: &Path, text: &str) {
    let parent = path.parent().expect("the path is below a folder");
    fs::create_dir_all(parent).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}
