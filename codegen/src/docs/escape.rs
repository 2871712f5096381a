//! Text in, Markdown out which shows exactly that text: escapes for rustdoc's dialect and its lints.

/// What a run of text without white space consists of.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Escaped text.
    Text(String),
    /// A URL, to be made a link: rustdoc warns about bare ones.
    Url(String),
    /// A URL with a placeholder in it, to be shown as code.
    Template(String),
}

/// Whether a run of text, as most are, holds nothing that [`parts`] would change.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b".,;()/'\"?!".contains(&byte))
}

/// Splits a run of text at the URLs in it, and escapes the rest.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = find_url(rest) {
        let (before, url) = rest.split_at(start);
        let (part, length) = url_part(url);
        if !before.is_empty() {
            parts.push(Part::Text(escape(before)));
        }
        parts.push(part);
        rest = &url[length..];
    }
    if !rest.is_empty() {
        parts.push(Part::Text(escape(rest)));
    }
    parts
}

/// Escapes what Markdown would take for markup anywhere in a line.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = None;
    for (at, c) in text.char_indices() {
        if needs_escape(before, c, &text[at + c.len_utf8()..]) {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}

/// Escapes what Markdown would take for markup at the beginning of a line: lists, headings, quotes, underlines.
pub(super) fn escape_line_start(word: &str) -> Option<String> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let all = |c: char| word.chars().all(|other| other == c);
    if digits > 0 && matches!(&word[digits..], "." | ")") {
        Some(format!("{}\\{}", &word[..digits], &word[digits..]))
    } else if word.starts_with('>') || all('#') || all('+') || all('-') || all('=') {
        Some(format!("\\{word}"))
    } else {
        None
    }
}

/// Code between as many backticks as it takes.
pub(super) fn code_span(code: &str) -> String {
    let fence = "`".repeat(longest_run(code) + 1);
    let padding = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{padding}{code}{padding}{fence}")
}

/// The longest row of backticks in a text.
pub(super) fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default()
}

/// A URL as the target of `[label](target)`.
pub(super) fn link_target(url: &str) -> String {
    let mut target = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '\\' => target.push_str("%5C"),
            '&' if is_entity(&url[at + 1..]) => target.push_str("&amp;"),
            c => target.push(c),
        }
    }
    target
}

fn needs_escape(before: Option<char>, c: char, after: &str) -> bool {
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
        // Inside of a word it is no emphasis, and names are easier to read without.
        '_' => {
            !(before.is_some_and(char::is_alphanumeric)
                && after.chars().next().is_some_and(char::is_alphanumeric))
        }
        '&' => is_entity(after),
        // rustdoc makes a dash of two, which would spoil command line options.
        '-' => before == Some('-') || after.starts_with('-'),
        _ => false,
    }
}

/// Whether what follows an ampersand makes it an entity.
fn is_entity(after: &str) -> bool {
    after.split_once(';').is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}

/// Where the next URL with a host begins.
fn find_url(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text[from..].find("http") {
        let start = from + found;
        let rest = &text[start + 4..];
        let host = rest
            .strip_prefix("://")
            .or_else(|| rest.strip_prefix("s://"));
        if host.is_some_and(|host| host[..url_length(host)].trim_end_matches('.').contains('.')) {
            return Some(start);
        }
        from = start + 4;
    }
    None
}

/// The URL that a text begins with, and how much of the text it takes.
fn url_part(text: &str) -> (Part, usize) {
    let length = url_length(text);
    if text[length..].starts_with(['{', '[', '<', '$', '|', '\\', '^', '`']) {
        let template = trim_sentence(text);
        return (Part::Template(template.to_owned()), template.len());
    }
    let url = trim_sentence(&text[..length]);
    (Part::Url(url.to_owned()), url.len())
}

fn url_length(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || "-._~:/?#@!&'()*+,;=%".contains(c)))
        .unwrap_or(text.len())
}

/// Takes the punctuation off which belongs to the sentence around a URL.
fn trim_sentence(url: &str) -> &str {
    let mut url = url;
    while let Some(shorter) = url.strip_suffix(['.', ',', ';', ':', '!', '?', '\'', '"', ')', '*'])
    {
        if url.ends_with(')') && shorter.matches('(').count() > shorter.matches(')').count() {
            break;
        }
        url = shorter;
    }
    url
}
