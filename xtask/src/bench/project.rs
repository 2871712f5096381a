//! Creates a project that uses one of the crates: the README's example, and crates with many calls.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::rustc_wrapper;
use super::subject::Subject;

/// The numbers of calls for which there is a crate.
pub const CALLS: [usize; 3] = [1, 10, 50];

/// The version of the official crate, which is that of the differential tests.
const OFFICIAL: &str = "=1.119.0";

/// A cargo workspace with the crates `example`, `calls-1`, `calls-10` and `calls-50`, and a target directory of its own.
pub struct Project {
    directory: PathBuf,
    subject: Subject,
    /// The source of the example.
    example: String,
}

impl Project {
    /// Writes the project. What an earlier run compiled stays.
    pub fn create(repository: &Path, subject: Subject, features: Features) -> Result<Self> {
        let name = match features {
            Features::Https => subject.name().replace(", ", "-"),
            Features::NoHttps => "counts".to_owned(),
        };
        let directory = repository.join("target/bench").join(name);
        let project = Self {
            directory,
            subject,
            example: example(repository, subject)?,
        };
        project.write(
            "Cargo.toml",
            &workspace(&dependency(repository, subject, features)),
        )?;
        fs::copy(repository.join("Cargo.lock"), project.path("Cargo.lock"))?;
        project.write("example/Cargo.toml", &manifest("example"))?;
        project.write("example/src/main.rs", &project.example)?;
        for calls in CALLS {
            let name = calls_package(calls);
            project.write(&format!("{name}/Cargo.toml"), &manifest(&name))?;
            project.write(&format!("{name}/src/lib.rs"), &calls_source(calls))?;
        }
        Ok(project)
    }

    /// Removes everything that was compiled.
    pub fn clean(&self) -> Result<()> {
        match self.path("target").exists() {
            true => fs::remove_dir_all(self.path("target"))
                .context("the target directory can't be removed"),
            false => Ok(()),
        }
    }

    /// Runs cargo; `measured` is the package whose compilation is logged.
    pub fn cargo(&self, measured: &str, args: &[&str]) -> Result<()> {
        let _ = fs::remove_file(self.path("log"));
        let mut command = self.command(args);
        command
            .env("RUSTC_WRAPPER", std::env::current_exe()?)
            .env(rustc_wrapper::CRATE, measured.replace('-', "_"))
            .env(rustc_wrapper::LOG, self.path("log"));
        if let Some(flag) = self.subject.rustc_flag() {
            command.env(rustc_wrapper::FLAG, flag);
        }
        ensure!(
            command.status()?.success(),
            "cargo {} failed",
            args.join(" ")
        );
        Ok(())
    }

    /// The seconds that the compiler took for the measured package in the last run.
    pub fn logged(&self) -> Result<f64> {
        let log =
            fs::read_to_string(self.path("log")).context("cargo didn't compile the package")?;
        Ok(log.lines().next().unwrap_or_default().parse()?)
    }

    /// Runs cargo and returns its output.
    pub fn output(&self, args: &[&str]) -> Result<String> {
        let output = self.command(args).output()?;
        if !output.status.success() {
            bail!(
                "cargo {} failed: {}",
                args.join(" "),
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// The newest file in this directory of `target` whose name begins and ends so.
    pub fn newest(&self, directory: &str, prefix: &str, suffix: &str) -> Result<PathBuf> {
        let directory = self.path("target").join(directory);
        let entries = fs::read_dir(&directory)?.filter_map(Result::ok);
        let matching = entries.filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with(prefix) && name.ends_with(suffix)
        });
        let newest =
            matching.max_by_key(|entry| entry.metadata().and_then(|it| it.modified()).ok());
        let newest =
            newest.with_context(|| format!("{}: no {prefix}…{suffix}", directory.display()))?;
        Ok(newest.path())
    }

    /// Changes a line of the example.
    pub fn edit_example(&self, run: usize) -> Result<()> {
        let edited = self
            .example
            .replace("\"Lunch\"", &format!("\"Lunch {run}\""));
        ensure!(
            edited != self.example,
            "the example no longer has the line to change"
        );
        self.write("example/src/main.rs", &edited)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command
            .current_dir(&self.directory)
            .args(args)
            .env("CARGO_TARGET_DIR", self.path("target"))
            .env_remove("CARGO_INCREMENTAL")
            .env_remove("CARGO_PROFILE_DEV_DEBUG");
        command
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.directory.join(inside)
    }

    fn write(&self, path: &str, text: &str) -> Result<()> {
        let path = self.path(path);
        let directory = path.parent().context("the path has a directory")?;
        fs::create_dir_all(directory)?;
        // A file with a new time stamp would be compiled again.
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return Ok(());
        }
        fs::write(&path, text).with_context(|| path.display().to_string())
    }
}

/// Whether the project can send requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Features {
    /// The default features of the subject, and an HTTPS client.
    Https,
    /// No HTTPS client, which is enough to count.
    NoHttps,
}

/// The name of the crate with this number of calls.
pub fn calls_package(calls: usize) -> String {
    format!("calls-{calls}")
}

/// The dependency on the crate, and on a version of `aws-config` that fits it.
fn dependency(repository: &Path, subject: Subject, features: Features) -> String {
    let source = match subject {
        Subject::Slim | Subject::SlimLight => {
            format!("path = {:?}", repository.join("generated"))
        }
        Subject::Official | Subject::OfficialHint => format!("version = {OFFICIAL:?}"),
    };
    let chosen = match (features, subject) {
        (Features::NoHttps, _) => r#", default-features = false, features = ["rt-tokio"]"#,
        (Features::Https, Subject::SlimLight) => {
            r#", default-features = false, features = ["ring-https-client", "rt-tokio"]"#
        }
        (Features::Https, Subject::Slim | Subject::Official | Subject::OfficialHint) => "",
    };
    let config = match (features, subject) {
        (Features::Https, Subject::Slim | Subject::Official | Subject::OfficialHint) => "",
        (Features::Https, Subject::SlimLight) | (Features::NoHttps, _) => {
            r#", default-features = false, features = ["rt-tokio"]"#
        }
    };
    let package = subject.package();
    format!(
        "aws-config = {{ version = \"1\"{config} }}\n\
         aws-sdk-connect = {{ package = {package:?}, {source}{chosen} }}\n"
    )
}

fn workspace(dependencies: &str) -> String {
    let calls = CALLS.map(|calls| format!("{:?}", calls_package(calls)));
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"example\", {}]\n\n[workspace.dependencies]\n{dependencies}\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n",
        calls.join(", ")
    )
}

fn manifest(package: &str) -> String {
    let mut text = format!(
        "[package]\nname = {package:?}\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         aws-sdk-connect.workspace = true\n"
    );
    if package == "example" {
        text.push_str("aws-config.workspace = true\ntokio.workspace = true\n");
    }
    text
}

/// Returns the example of the README, with the HTTPS client that the subject has.
fn example(repository: &Path, subject: Subject) -> Result<String> {
    let readme = fs::read_to_string(repository.join("README.md"))?;
    let mut blocks = readme.split("```rust\n").skip(1);
    let block = blocks.find(|block| block.contains("search_agent_statuses().instance_id"));
    let block = block.context("README.md no longer has the example")?;
    let code = block.split("```").next().unwrap_or_default();
    Ok(match subject {
        Subject::Slim | Subject::Official | Subject::OfficialHint => code.to_owned(),
        Subject::SlimLight => code.replace(
            "aws_config::load_defaults(BehaviorVersion::latest()).await",
            "aws_config::defaults(BehaviorVersion::latest())\
             .http_client(aws_sdk_connect::config::ring_https_client()).load().await",
        ),
    })
}

/// Returns a crate with this number of functions, each of which makes a call.
fn calls_source(calls: usize) -> String {
    const OPERATIONS: [&str; 3] = [
        "search_agent_statuses().instance_id(\"1a2b\")",
        "search_user_hierarchy_groups().instance_id(\"1a2b\")",
        "get_contact_metrics().instance_id(\"1a2b\").contact_id(\"3c4d\")",
    ];
    let mut text = "use aws_sdk_connect::{Client, Error};\n".to_owned();
    let mut all = String::new();
    for (index, operation) in (0..calls).zip(OPERATIONS.iter().cycle()) {
        let _ = write!(
            text,
            "\nasync fn call_{index}(client: &Client) -> Result<String, Error> {{\n    \
             let output = client.{operation}.send().await?;\n    Ok(format!(\"{{output:?}}\"))\n}}\n"
        );
        let _ = writeln!(all, "        call_{index}(&client).await?;");
    }
    // The box makes sure that the functions are compiled here.
    let _ = write!(
        text,
        "\npub fn all(client: Client) -> std::pin::Pin<Box<dyn Future<Output = Result<(), Error>> + Send>> {{\n    \
         Box::pin(async move {{\n{all}        Ok(())\n    }})\n}}\n"
    );
    text
}
