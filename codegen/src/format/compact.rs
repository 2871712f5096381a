//! Puts functions whose body is a single short line on one line: a getter reads as one.
//!
//! rustfmt has the same as `fn_single_line`; prettyplease hasn't.

/// How long such a line may get.
const WIDTH: usize = 110;

/// Goes through formatted text; nothing but line breaks and indentation changes.
pub(crate) fn compact(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = lines.as_slice();
    while let [line, after @ ..] = rest {
        let (line, consumed) = match one_liner(line, after) {
            Some((line, consumed)) => (line, consumed),
            None => ((*line).to_owned(), 0),
        };
        out.push_str(&line);
        out.push('\n');
        rest = &after[consumed..];
    }
    out
}

/// The function that begins on `line` as one line, and how many more lines it took.
fn one_liner(line: &str, after: &[&str]) -> Option<(String, usize)> {
    let indent = line.len() - line.trim_start().len();
    if !is_function(line.trim_start()) || !line.ends_with(" {") {
        return None;
    }
    let is_close = |candidate: &str| candidate.len() == indent + 1 && candidate.ends_with('}');
    let (body, consumed) = match after {
        [body, close, ..] if is_close(close) => (body.trim().to_owned(), 2),
        [statement, last, close, ..] if is_close(close) && last.trim() == "self" => {
            (format!("{} self", statement.trim()), 3)
        }
        _ => return None,
    };
    let is_plain =
        !body.is_empty() && !body.contains("//") && !body.ends_with('{') && !body.contains('"');
    let joined = format!("{line} {body} }}");
    (is_plain && joined.len() <= WIDTH).then_some((joined, consumed))
}

fn is_function(line: &str) -> bool {
    let line = line
        .strip_prefix("pub ")
        .or_else(|| line.strip_prefix("pub(crate) "))
        .unwrap_or(line);
    let line = line.strip_prefix("const ").unwrap_or(line);
    line.strip_prefix("async ")
        .unwrap_or(line)
        .starts_with("fn ")
}
