//! Writes annotations that GitHub shows beside the code: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use std::path::Path;

/// An error, at a file if there is one.
pub fn error(file: Option<&Path>, title: &str, message: &str) -> String {
    command("error", file, title, message)
}

/// A remark that isn't a failure.
pub fn notice(title: &str, message: &str) -> String {
    command("notice", None, title, message)
}

fn command(level: &str, file: Option<&Path>, title: &str, message: &str) -> String {
    let file = file.map(|file| format!("file={},", property(&file.display().to_string())));
    let (file, title) = (file.unwrap_or_default(), property(title));
    format!("::{level} {file}title={title}::{}\n", data(message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            error(Some(Path::new("a,b.rs")), "50%: stale", "run:\n`x`, 100%"),
            "::error file=a%2Cb.rs,title=50%25%3A stale::run:%0A`x`, 100%25\n"
        );
        assert_eq!(notice("a", "b"), "::notice title=a::b\n");
    }
}
