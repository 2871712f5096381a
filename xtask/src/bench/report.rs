//! Prints the measurements as Markdown tables.

use std::fmt::Write as _;

use super::project::CALLS;
use super::subject::Subject;
use super::times::Times;

/// A row: what it shows, and how to print it for a subject.
type Row = (String, Box<dyn Fn(&Times) -> Option<String>>);

/// Returns the tables, with a column for each subject.
pub fn markdown(measured: &[(Subject, Times)]) -> String {
    let calls = CALLS.iter().enumerate().map(|(index, calls)| -> Row {
        let row = move |times: &Times| Some(seconds(times.calls[index]));
        (
            format!("dev build of a crate with {calls} calls"),
            Box::new(row),
        )
    });
    let crate_alone: Vec<Row> = vec![
        row("`cargo check`", |times| Some(seconds(times.check))),
        row("dev build", |times| Some(seconds(times.dev))),
        row("release build", |times| {
            Some(seconds(times.release.as_ref()?.alone))
        }),
        row("library, dev", |times| Some(megabytes(times.dev_library))),
        row("library, release", |times| {
            Some(megabytes(times.release.as_ref()?.library))
        }),
    ];
    let mut program: Vec<Row> = vec![
        row("clean dev build", |times| Some(seconds(times.clean))),
        row("after a changed line", |times| {
            Some(seconds(times.incremental))
        }),
        row("binary, release", |times| {
            Some(megabytes(times.release.as_ref()?.binary))
        }),
    ];
    program.extend(calls);
    let mut text = table("the crate alone", crate_alone, measured);
    text.push('\n');
    text.push_str(&table(
        "the README's example and other users",
        program,
        measured,
    ));
    text
}

fn row(what: &str, show: impl Fn(&Times) -> Option<String> + 'static) -> Row {
    (what.to_owned(), Box::new(show))
}

fn table(title: &str, rows: Vec<Row>, measured: &[(Subject, Times)]) -> String {
    let names = measured.iter().map(|(subject, _)| subject.name());
    let mut text = line(title, names);
    let _ = writeln!(text, "|---|{}", "---:|".repeat(measured.len()));
    let is_measured = |(_, show): &Row| measured.iter().any(|(_, times)| show(times).is_some());
    for (what, show) in rows.into_iter().filter(is_measured) {
        let cells = measured
            .iter()
            .map(|(_, times)| show(times).unwrap_or_default());
        text.push_str(&line(&what, cells));
    }
    text
}

fn line(first: &str, cells: impl Iterator<Item = impl AsRef<str>>) -> String {
    let mut text = format!("| {first} |");
    for cell in cells {
        let _ = write!(text, " {} |", cell.as_ref());
    }
    text + "\n"
}

/// Prints a time with two significant digits or more.
pub fn seconds(seconds: f64) -> String {
    match seconds {
        ..10.0 => format!("{seconds:.2} s"),
        _ => format!("{seconds:.1} s"),
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
