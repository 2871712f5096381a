//! Prints macro calls as a person would: prettyplease puts spaces around every token in them and breaks lines anywhere.

/// How long a line may get before it is broken behind the names.
const WIDTH: usize = 120;

/// The call of one of our macros that begins on `line`, tidied, and how many more lines it took.
///
/// Only calls of identifiers, paths and types are touched; a string in one stops it.
pub(super) fn tidy(line: &str, after: &[&str]) -> Option<(String, usize)> {
    let indent = &line[..line.len() - line.trim_start().len()];
    let (name, first) = line.trim_start().split_once("!(")?;
    if !name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b':')
    {
        return None;
    }
    let consumed = if first.ends_with(");") {
        0
    } else {
        1 + after.iter().position(|line| line.trim() == ");")?
    };
    let tokens: Vec<&str> = [first]
        .into_iter()
        .chain(after[..consumed].iter().copied())
        .map(str::trim)
        .collect();
    let tokens = tokens.join(" ");
    let tokens = tokens.trim().strip_suffix(");")?.trim();
    if tokens.contains(['"', '{', '\'']) {
        return None;
    }
    let tokens = unspaced(tokens);
    let call = format!("{indent}{name}!({tokens});");
    let call = match tokens.split_once(": ") {
        Some((names, ty)) if call.len() > WIDTH => {
            format!("{indent}{name}!(\n{indent}    {names}:\n{indent}    {ty}\n{indent});")
        }
        _ => call,
    };
    Some((call, consumed))
}

/// The tokens without the spaces that nobody writes.
fn unspaced(tokens: &str) -> String {
    let mut text = tokens.split_whitespace().collect::<Vec<_>>().join(" ");
    for (spaced, tight) in [
        (" :: ", "::"),
        (" ::", "::"),
        (":: ", "::"),
        (" < ", "<"),
        (" <", "<"),
        ("< ", "<"),
    ] {
        text = text.replace(spaced, tight);
    }
    for (spaced, tight) in [
        (" >", ">"),
        (" ,", ","),
        (" : ", ": "),
        (" . ", "."),
        ("> ,", ">,"),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}
