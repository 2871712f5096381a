//! Points at a place in a text file: `file:line:column: message`, and below it the line with the place marked.

use std::ops::Range;

/// A text file that messages point into.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The file's name in messages.
    pub name: &'a str,
    /// The file's text.
    pub text: &'a str,
}

impl Text<'_> {
    /// `message` with its place in front and the marked line below.
    ///
    /// ```text
    /// codegen.toml:4:1: unknown key `modle`
    ///   |
    /// 4 | modle = "models/connect.json"
    ///   | ^^^^^
    /// ```
    pub fn message(&self, span: Range<usize>, message: &str) -> String {
        let start = floor_char_boundary(self.text, span.start);
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[line_start..].lines().next().unwrap_or_default();
        let number = self.text[..line_start].matches('\n').count() + 1;
        let indent = self.text[line_start..start].chars().count();
        let end = floor_char_boundary(self.text, span.end.min(line_start + line.len()));
        let width = self.text[start..end.max(start)].chars().count().max(1);

        let name = self.name;
        let column = indent + 1;
        let gutter = " ".repeat(number.to_string().len());
        let spaces = " ".repeat(indent);
        let carets = "^".repeat(width);
        format!(
            "{name}:{number}:{column}: {message}\n{gutter} |\n{number} | {line}\n{gutter} | {spaces}{carets}"
        )
    }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_marked() {
        let file = Text {
            name: "a.toml",
            text: "x = 1\nä = \"böse\" # c\n",
        };
        let at = file.text.find("\"b").unwrap();
        assert_eq!(
            file.message(at..at + "\"böse\"".len(), "bad"),
            "a.toml:2:5: bad\n  |\n2 | ä = \"böse\" # c\n  |     ^^^^^^"
        );
    }

    #[test]
    fn marks_stay_on_the_first_line_and_inside_the_text() {
        let file = Text {
            name: "a.toml",
            text: "abc\ndef",
        };
        assert_eq!(
            file.message(2..6, "bad"),
            "a.toml:1:3: bad\n  |\n1 | abc\n  |   ^"
        );
        assert_eq!(
            file.message(99..120, "end"),
            "a.toml:2:4: end\n  |\n2 | def\n  |    ^"
        );
    }
}
