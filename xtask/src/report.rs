//! What a command says. In: its result. Out: standard output, standard error and the exit code.

use std::fmt;
use std::io::Write;
use std::process::ExitCode;

/// The result of a command that had usable arguments and input.
#[derive(Debug, Default)]
pub struct Report {
    /// The text for standard output.
    pub text: String,
    /// What the user should know, for standard error.
    pub warnings: Vec<String>,
    /// What a check found, for standard error; it makes the exit code 1.
    pub found: Option<String>,
}

/// Everything that is wrong with the arguments or the input, found in one run.
#[derive(Debug)]
pub struct Problems(pub Vec<String>);

impl Problems {
    /// `value` if nothing is wrong, all problems otherwise.
    pub fn check<T>(problems: Vec<String>, value: T) -> anyhow::Result<T> {
        if problems.is_empty() {
            Ok(value)
        } else {
            Err(Self(problems).into())
        }
    }

    /// The problems in an error: its list if it is one, its chain of causes on one line otherwise.
    pub fn of(error: anyhow::Error) -> Vec<String> {
        match error.downcast::<Self>() {
            Ok(Self(problems)) => problems,
            Err(error) => vec![format!("{error:#}")],
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for Problems {}

/// Prints the result and tells the exit code.
pub fn print(result: anyhow::Result<Report>) -> ExitCode {
    match result {
        Ok(report) => print_report(&report),
        Err(error) => {
            print_lines("error", &Problems::of(error));
            ExitCode::from(2)
        }
    }
}

fn print_report(report: &Report) -> ExitCode {
    print_lines("warning", &report.warnings);
    // The reader may have closed the pipe (`| head`), which changes nothing about the result.
    let _ = std::io::stdout().write_all(report.text.as_bytes());
    match &report.found {
        None => ExitCode::SUCCESS,
        Some(found) => {
            print_lines("error", std::slice::from_ref(found));
            ExitCode::from(1)
        }
    }
}

fn print_lines(label: &str, messages: &[String]) {
    let text: String = messages
        .iter()
        .map(|message| format!("{label}: {message}\n"))
        .collect();
    let _ = std::io::stderr().write_all(text.as_bytes());
}
