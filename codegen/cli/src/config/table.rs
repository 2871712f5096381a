//! Typed reading of a TOML table. In: a table with spans. Out: values; what doesn't fit becomes a problem with its place.

use std::ops::Range;

use anyhow::Result;
use toml::de::{DeTable, DeValue};

use super::Found;

/// One table and the list to add its problems to.
pub struct Table<'f, 't, 'i> {
    table: &'t DeTable<'i>,
    /// The table's header.
    span: Range<usize>,
    /// What the table is called in messages.
    name: &'static str,
    found: &'f mut Found,
}

impl<'f, 't, 'i> Table<'f, 't, 'i> {
    /// Reads `table`, whose header stands at `span`.
    pub fn new(
        table: &'t DeTable<'i>,
        span: Range<usize>,
        name: &'static str,
        found: &'f mut Found,
    ) -> Self {
        Self {
            table,
            span,
            name,
            found,
        }
    }

    /// Notes a problem.
    pub fn problem(&mut self, span: Range<usize>, message: String) {
        self.found.add(span, message);
    }

    /// The value of a result; an error becomes a problem at `span`.
    pub fn checked<T>(&mut self, span: &Range<usize>, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.problem(span.clone(), format!("{error:#}"));
                None
            }
        }
    }

    /// All keys but these are problems.
    pub fn only(&mut self, known: &[&str]) {
        for key in self.table.keys() {
            let name = key.get_ref();
            if !known.contains(&name.as_ref()) {
                let keys = known.join(", ");
                let message = format!("unknown key `{name}`; {} has: {keys}", self.name);
                self.found.add(key.span(), message);
            }
        }
    }

    /// The value of a key that must be there.
    pub fn required(&mut self, key: &str) -> Option<(&'t DeValue<'i>, Range<usize>)> {
        let value = self.optional(key);
        if value.is_none() {
            let message = format!("{} needs the key `{key}`", self.name);
            self.problem(self.span.clone(), message);
        }
        value
    }

    fn optional(&self, key: &str) -> Option<(&'t DeValue<'i>, Range<usize>)> {
        let value = self.table.get(key)?;
        Some((value.get_ref(), value.span()))
    }

    /// A string that must be there and that `problem` has nothing against.
    pub fn string(
        &mut self,
        key: &str,
        problem: impl Fn(&str) -> Option<String>,
    ) -> Option<(String, Range<usize>)> {
        let (value, span) = self.required(key)?;
        let Some(text) = value.as_str() else {
            let found = value.type_str();
            self.problem(span, format!("`{key}` is a string, not of type {found}"));
            return None;
        };
        let problem = match text {
            "" => Some(format!("`{key}` is empty")),
            text => problem(text),
        };
        match problem {
            None => Some((text.to_owned(), span)),
            Some(message) => {
                self.problem(span, message);
                None
            }
        }
    }

    /// A boolean, `false` if it isn't there.
    pub fn flag(&mut self, key: &str) -> Option<bool> {
        let Some((value, span)) = self.optional(key) else {
            return Some(false);
        };
        if value.as_bool().is_none() {
            let found = value.type_str();
            self.problem(
                span,
                format!("`{key}` is true or false, not of type {found}"),
            );
        }
        value.as_bool()
    }

    /// The tables of an array that must be there and not be empty, with the place of each.
    pub fn tables(&mut self, key: &str) -> Vec<(&'t DeTable<'i>, Range<usize>)> {
        let Some((value, span)) = self.required(key) else {
            return Vec::new();
        };
        let items: Vec<_> = value
            .as_array()
            .into_iter()
            .flat_map(|a| a.iter())
            .collect();
        let tables: Vec<_> = items
            .iter()
            .filter_map(|item| Some((item.get_ref().as_table()?, item.span())))
            .collect();
        if tables.is_empty() || tables.len() < items.len() {
            self.problem(
                span,
                format!("write `{key}` as one or more [[{key}]] tables"),
            );
        }
        tables
    }
}
