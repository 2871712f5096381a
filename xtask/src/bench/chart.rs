//! Draws the times of the crate alone as a bar chart, in colors for light and dark backgrounds.

use std::fmt::Write as _;

use super::report::seconds;
use super::subject::Subject;
use super::times::Times;

/// A group of bars: its title, and the value of a subject.
type Group = (&'static str, fn(&Times) -> Option<f64>);

const WIDTH: f64 = 760.0;
const LABELS: f64 = 230.0;
/// The place for the number behind the longest bar.
const NUMBERS: f64 = 70.0;
const BAR: f64 = 18.0;
const GAP: f64 = 26.0;

const STYLE: &str = "text { font: 13px system-ui, sans-serif; fill: #1f2328 } .title { font-weight: 600 } \
                     .slim { fill: #0969da } .official { fill: #8c959f } \
                     @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .slim { fill: #4493f8 } \
                     .official { fill: #6e7681 } }";

/// Returns the chart: a group of bars for each way of compiling, each with its own scale.
pub fn svg(measured: &[(Subject, Times)]) -> String {
    let groups: [Group; 4] = [
        ("cargo check, the crate alone", |times| Some(times.check)),
        ("dev build, the crate alone", |times| Some(times.dev)),
        ("release build, the crate alone", |times| {
            Some(times.release.as_ref()?.alone)
        }),
        ("clean dev build of a program", |times| Some(times.clean)),
    ];
    let mut bars = String::new();
    let mut y = 0.0;
    for (title, value) in groups {
        y += GAP;
        let _ = writeln!(bars, r#"<text class="title" x="0" y="{y}">{title}</text>"#);
        y += 8.0;
        let longest = measured
            .iter()
            .filter_map(|(_, times)| value(times))
            .fold(0.0, f64::max);
        for (subject, times) in measured {
            let Some(value) = value(times) else { continue };
            let length = (WIDTH - LABELS - NUMBERS) * value / longest;
            bars.push_str(&bar(*subject, value, length, y));
            y += BAR + 4.0;
        }
    }
    let height = y + 4.0;
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-label="Compile times">
<style>{STYLE}</style>
{bars}</svg>
"#
    )
}

fn bar(subject: Subject, value: f64, length: f64, y: f64) -> String {
    let class = match subject {
        Subject::Slim | Subject::SlimLight => "slim",
        Subject::Official | Subject::OfficialHint => "official",
    };
    let (name, number, middle) = (subject.name(), seconds(value), y + 13.0);
    let end = LABELS + length + 6.0;
    format!(
        r#"<text x="0" y="{middle}">{name}</text><rect class="{class}" x="{LABELS}" y="{y}" width="{length:.1}" height="{BAR}" rx="2"/><text x="{end:.1}" y="{middle}">{number}</text>
"#
    )
}
