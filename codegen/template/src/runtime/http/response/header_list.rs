//! Headers that hold lists: items between commas, in quotes if need be.

use std::borrow::Cow;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use super::invalid::invalid;

/// Reads the items of a header, which may occur more than once, by `parse`; no items are no list.
pub(crate) fn header_list<T, E: Into<BoxError>>(
    response: &HttpResponse,
    name: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<Vec<T>>, BoxError> {
    let mut items = Vec::new();
    for value in response.headers().get_all(name) {
        let mut rest = value;
        while !rest.is_empty() {
            let (item, behind) = next_item(rest).map_err(|error| invalid(name, error))?;
            items.push(parse(&item).map_err(|error| invalid(name, error))?);
            rest = behind;
        }
    }
    Ok((!items.is_empty()).then_some(items))
}

/// The first item of a list, and what is behind its comma.
fn next_item(list: &str) -> Result<(Cow<'_, str>, &str), &'static str> {
    let list = list.trim_start();
    if let Some(quoted) = list.strip_prefix('"') {
        return next_quoted(quoted);
    }
    let (item, rest) = list.split_once(',').unwrap_or((list, ""));
    Ok((Cow::Borrowed(item.trim_end()), rest))
}

/// As [`next_item`], behind the opening quote.
fn next_quoted(list: &str) -> Result<(Cow<'_, str>, &str), &'static str> {
    let mut item = String::new();
    let mut characters = list.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return behind_comma(&list[at + 1..]).map(|rest| (Cow::Owned(item), rest)),
            '\\' => item.extend(characters.next().map(|(_, escaped)| escaped)),
            plain => item.push(plain),
        }
    }
    Err("an item has no closing quote")
}

fn behind_comma(list: &str) -> Result<&str, &'static str> {
    let list = list.trim_start();
    match list.strip_prefix(',') {
        Some(rest) => Ok(rest),
        None if list.is_empty() => Ok(list),
        None => Err("there is no comma behind a quoted item"),
    }
}
