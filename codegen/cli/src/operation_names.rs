//! Reads lists of operations from the command line.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

/// The names, without spaces around them.
///
/// # Errors
///
/// If a name is empty, or is there twice.
pub fn parse(names: &[String]) -> Result<Vec<String>> {
    let mut seen = BTreeSet::new();
    for name in names {
        let name = name.trim();
        if name.is_empty() {
            bail!("the name of an operation is empty; write them as A,B");
        }
        if !seen.insert(name) {
            bail!("the operation `{name}` is listed twice");
        }
    }
    Ok(names.iter().map(|name| name.trim().to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_trimmed_and_mistakes_named() {
        let parse = |text: &str| {
            let names: Vec<String> = text.split(',').map(str::to_owned).collect();
            parse(&names).map_err(|error| error.to_string())
        };
        assert_eq!(
            parse("Invoke, ListFunctions"),
            Ok(vec!["Invoke".to_owned(), "ListFunctions".to_owned()])
        );
        assert_eq!(
            parse("A,A").unwrap_err(),
            "the operation `A` is listed twice"
        );
        assert!(parse("A,").unwrap_err().contains("is empty"));
    }
}
