//! `split`: a string goes in, the parts between its delimiters come out.

/// Splits into at most `limit` parts; 0 means all.
pub(crate) fn split<'a>(text: &'a str, delimiter: &str, limit: usize) -> Vec<&'a str> {
    match limit {
        0 => text.split(delimiter).collect(),
        limit => text.splitn(limit, delimiter).collect(),
    }
}
