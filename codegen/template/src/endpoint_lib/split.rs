//! The function `split`, which splits a string at a delimiter.

/// Splits the text into at most `limit` parts; 0 means no limit.
pub(crate) fn split<'a>(text: &'a str, delimiter: &str, limit: usize) -> Vec<&'a str> {
    match limit {
        0 => text.split(delimiter).collect(),
        limit => text.splitn(limit, delimiter).collect(),
    }
}
