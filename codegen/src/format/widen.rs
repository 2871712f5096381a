//! Joins what prettyplease broke at its fixed margin of 89 columns, where a line of ours has room for it.

/// The width of a generated line.
const WIDTH: usize = 110;

/// Goes through formatted text; nothing but line breaks, indentation and trailing commas changes.
pub(super) fn widen(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines() {
        if !line.trim_start().starts_with('.') {
            join_chain(&mut out);
        }
        out.push(line.to_owned());
        join_group(&mut out);
        join_arm(&mut out);
    }
    out.join("\n") + "\n"
}

/// If the last line closes a group, joins the group's lines if they fit.
fn join_group(out: &mut Vec<String>) {
    let Some(last) = out.last() else { return };
    let indent = indent_of(last);
    let Some(close) = last
        .trim_start()
        .chars()
        .next()
        .filter(|close| ")]>}".contains(*close))
    else {
        return;
    };
    let Some(open) = out[..out.len() - 1]
        .iter()
        .rposition(|line| indent_of(line) <= indent)
    else {
        return;
    };
    if indent_of(&out[open]) != indent || !opens(&out[open], close) {
        return;
    }
    let inner = &out[open + 1..out.len() - 1];
    if inner.is_empty() || !inner.iter().all(|line| is_plain(line)) || !is_plain(last) {
        return;
    }
    let inner: Vec<&str> = inner.iter().map(|line| line.trim()).collect();
    let mut inner = inner.join(" ");
    if inner.ends_with(',') {
        inner.pop();
    }
    let space = if close == '}' { " " } else { "" };
    let joined = format!("{}{space}{inner}{space}{}", out[open], last.trim_start());
    if joined.len() <= WIDTH {
        out.truncate(open);
        out.push(joined);
    }
}

/// Whether the line ends with an opening bracket of a call, signature, list of types or value of a structure.
///
/// A tuple of one needs its comma, a macro may, and a block is no group.
fn opens(line: &str, close: char) -> bool {
    if !is_plain(line) {
        return false;
    }
    let before = &line[..line.len().saturating_sub(1)];
    let last = before.chars().next_back();
    match (line.chars().next_back(), close) {
        (Some('('), ')') => {
            last.is_some_and(|last| last.is_alphanumeric() || last == '_' || last == '>')
        }
        (Some('<'), '>') => true,
        (Some('['), ']') => last != Some('!') && last != Some('#'),
        (Some('{'), '}') => {
            let name = before
                .trim_end()
                .rsplit(['(', ' ', ':'])
                .next()
                .unwrap_or_default();
            let is_value = before
                .trim_start()
                .split(' ')
                .all(|word| word.is_empty() || is_value_word(word));
            is_value && name.starts_with(|first: char| first.is_ascii_uppercase())
        }
        _ => false,
    }
}

/// Whether a word can stand before the brace of a structure's value, as in `Ok(Self {` or `let x = Self {`.
fn is_value_word(word: &str) -> bool {
    ![
        "struct", "enum", "impl", "trait", "mod", "for", "if", "match", "while", "loop", "else",
        "fn", "use", "->", "unsafe",
    ]
    .contains(&word)
        && !word.starts_with("pub")
}

/// If the last lines are an arm of a match whose block is one expression or assignment, takes the block away.
fn join_arm(out: &mut Vec<String>) {
    let [.., open, body, close] = out.as_slice() else {
        return;
    };
    let is_arm =
        open.ends_with(" => {") && close.trim_start() == "}" && indent_of(open) == indent_of(close);
    let is_assignment = body.trim_start().starts_with("self.") && body.contains(" = ");
    let expression = if is_assignment {
        body.trim().trim_end_matches(';')
    } else {
        body.trim()
    };
    let is_expression = !expression.ends_with([';', '{', '}']) && is_plain(open) && is_plain(body);
    let joined = format!("{}{expression},", open.trim_end_matches('{'));
    if is_arm && is_expression && joined.len() <= WIDTH {
        out.truncate(out.len() - 3);
        out.push(joined);
    }
}

/// If the last line is the only link of a method chain, joins it with the line that the chain begins on.
fn join_chain(out: &mut Vec<String>) {
    let [.., first, last] = out.as_slice() else {
        return;
    };
    let is_link = last.trim_start().starts_with('.') && !last.ends_with(['(', '{', '|', '[', '<']);
    let is_only = indent_of(last) == indent_of(first) + 4 && !first.trim_start().starts_with('.');
    let joined = format!("{first}{}", last.trim_start());
    if is_link && is_only && is_plain(first) && is_plain(last) && joined.len() <= WIDTH {
        out.truncate(out.len() - 2);
        out.push(joined);
    }
}

fn indent_of(line: &str) -> usize {
    if line.is_empty() {
        usize::MAX / 2
    } else {
        line.len() - line.trim_start().len()
    }
}

/// Neither comment nor attribute, and no string that goes on over the line's end.
fn is_plain(line: &str) -> bool {
    let quotes = line.replace("\\\"", "").matches('"').count();
    !line.is_empty()
        && !line.contains("//")
        && !line.trim_start().starts_with('#')
        && quotes.is_multiple_of(2)
}
