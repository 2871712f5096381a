//! Parses string templates of endpoint rules, such as `{url#scheme}://{Bucket}.com`.

use crate::endpoints::error::EndpointError;

/// A piece of a string template.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    Literal(String),
    /// `{name}` or `{name#path}`
    Reference {
        name: String,
        path: Option<String>,
    },
}

/// Splits a template into its pieces; a doubled brace is a literal brace.
pub(crate) fn parse(template: &str, at: &str) -> Result<Vec<Piece>, EndpointError> {
    let unbalanced = || EndpointError::Template {
        template: template.to_owned(),
        at: at.to_owned(),
    };
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = template;
    while let Some(start) = rest.find(['{', '}']) {
        literal.push_str(&rest[..start]);
        let (brace, after) = rest[start..].split_at(1);
        if let Some(after) = after.strip_prefix(brace) {
            literal.push_str(brace);
            rest = after;
            continue;
        }
        let (reference, after) = after
            .split_once('}')
            .filter(|_| brace == "{")
            .ok_or_else(unbalanced)?;
        if reference.is_empty() || reference.contains('{') {
            return Err(unbalanced());
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
        }
        pieces.push(self::reference(reference));
        rest = after;
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok(pieces)
}

/// Returns the names that a template refers to.
pub(crate) fn names(template: &str, at: &str) -> Result<Vec<String>, EndpointError> {
    let pieces = parse(template, at)?.into_iter();
    let names = pieces.filter_map(|piece| match piece {
        Piece::Literal(_) => None,
        Piece::Reference { name, .. } => Some(name),
    });
    Ok(names.collect())
}

fn reference(text: &str) -> Piece {
    match text.split_once('#') {
        Some((name, path)) => Piece::Reference {
            name: name.to_owned(),
            path: Some(path.to_owned()),
        },
        None => Piece::Reference {
            name: text.to_owned(),
            path: None,
        },
    }
}
