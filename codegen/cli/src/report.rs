//! What a command prints: standard output, standard error and the exit code.

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::invocation::Verbosity;

/// The result of a command that had usable arguments and input.
#[derive(Debug, Default)]
pub struct Report {
    /// The text for standard output.
    pub text: String,
    /// What `text` is, which decides whether `--quiet` hides it.
    pub role: Role,
    /// Facts about the input that the user should look at, for standard error.
    pub warnings: Vec<String>,
    /// Remarks for standard error.
    pub notes: Vec<String>,
    /// What a check found, for standard error; it makes the exit code 1.
    pub found: Option<String>,
}

/// What the text of a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// What the command was called for.
    #[default]
    Answer,
    /// The same, with lines that begin with `+` and `-`.
    Diff,
    /// A summary of work done.
    Summary,
}

/// Everything that is wrong with the arguments or the input, found in one run.
#[derive(Debug)]
pub struct Problems(pub Vec<String>);

impl Problems {
    /// Returns `value` if nothing is wrong, and all problems otherwise.
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

/// What a run prints, and its exit code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// 0 if the work is done, 1 if a check found something, 2 for bad usage or bad input.
    pub code: u8,
    /// The text for standard output.
    pub stdout: String,
    /// The text for standard error.
    pub stderr: String,
    /// Whether the text for standard output is a diff.
    is_diff: bool,
}

/// Turns the result of a command into what it prints.
pub(crate) fn outcome(result: anyhow::Result<Report>, verbosity: Verbosity) -> Outcome {
    let report = match result {
        Ok(report) => report,
        Err(error) => {
            return Outcome {
                code: 2,
                stderr: lines("error", &Problems::of(error)),
                ..Outcome::default()
            };
        }
    };
    let is_quiet = verbosity == Verbosity::Quiet;
    let is_hidden = is_quiet && report.role == Role::Summary && report.found.is_none();
    let mut stderr = String::new();
    if !is_quiet {
        stderr += &lines("warning", &report.warnings);
        stderr += &lines("note", &report.notes);
    }
    stderr += &lines("error", report.found.as_slice());
    Outcome {
        code: report.found.is_some().into(),
        stdout: if is_hidden {
            String::new()
        } else {
            report.text
        },
        stderr,
        is_diff: report.role == Role::Diff,
    }
}

/// Turns what clap says about the arguments into an outcome. Help and the version go to standard output.
pub(crate) fn usage(error: &clap::Error) -> Outcome {
    let text = error.render().to_string();
    let (stdout, stderr) = match error.use_stderr() {
        true => (String::new(), text),
        false => (text, String::new()),
    };
    Outcome {
        code: if error.use_stderr() { 2 } else { 0 },
        stdout,
        stderr,
        is_diff: false,
    }
}

/// Prints the outcome, in color where that is wanted, and returns the exit code.
pub(crate) fn print(outcome: &Outcome, color: clap::ColorChoice) -> ExitCode {
    let choice = match color {
        clap::ColorChoice::Auto => ColorChoice::Auto,
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
    };
    // The reader may have closed the pipe (`| head`), which doesn't change the result.
    let _ = painted(
        &mut AutoStream::new(io::stderr(), choice),
        &outcome.stderr,
        label_style,
    );
    let style = if outcome.is_diff { diff_style } else { plain };
    let _ = painted(
        &mut AutoStream::new(io::stdout(), choice),
        &outcome.stdout,
        style,
    );
    ExitCode::from(outcome.code)
}

/// Writes the lines, each in its style.
fn painted(to: &mut impl Write, text: &str, style: fn(&str) -> (Style, usize)) -> io::Result<()> {
    for line in text.split_inclusive('\n') {
        let (style, end) = style(line);
        let (styled, rest) = line.split_at(end);
        match end {
            0 => write!(to, "{rest}")?,
            _ => write!(to, "{style}{styled}{style:#}{rest}")?,
        }
    }
    to.flush()
}

/// `error:`, `warning:` and `note:` at the beginning of a line.
fn label_style(line: &str) -> (Style, usize) {
    let labels = [
        ("error:", AnsiColor::Red),
        ("warning:", AnsiColor::Yellow),
        ("note:", AnsiColor::Cyan),
    ];
    let label = labels
        .into_iter()
        .find(|(label, _)| line.starts_with(label));
    label.map_or((Style::new(), 0), |(label, color)| {
        (color.on_default().bold(), label.len())
    })
}

fn plain(_: &str) -> (Style, usize) {
    (Style::new(), 0)
}

/// Lines of diffs, and of lists of changes such as `  - removed`.
fn diff_style(line: &str) -> (Style, usize) {
    let end = line.trim_end_matches(['\n', '\r']).len();
    let color = match line.trim_start().as_bytes() {
        [b'+', ..] => AnsiColor::Green,
        [b'-', ..] => AnsiColor::Red,
        [b'@', b'@', ..] => AnsiColor::Cyan,
        _ => return (Style::new(), 0),
    };
    (color.on_default(), end)
}

fn lines(label: &str, messages: &[String]) -> String {
    let lines = messages.iter();
    lines
        .map(|message| format!("{label}: {message}\n"))
        .collect()
}
