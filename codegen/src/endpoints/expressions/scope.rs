//! Resolves the names in expressions of endpoint rules.

use std::collections::{BTreeMap, BTreeSet};

use super::functions;
use super::string_template::{self, Piece};
use crate::endpoints::error::EndpointError;
use crate::endpoints::model::Expression;
use crate::endpoints::parameters;
use crate::ir::endpoints::Parameter;
use crate::ir::endpoints::program::{Base, Expr, Kind};
use crate::lower::names;

/// The expressions that names refer to at one place of the rules.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    bindings: BTreeMap<String, Expr>,
}

impl Scope {
    /// Creates the scope at the start of the rules, which contains only the parameters.
    pub(crate) fn new(parameters: &[Parameter]) -> Self {
        let bindings = parameters
            .iter()
            .map(|parameter| (parameter.name.clone(), parameters::expr(parameter)));
        Self {
            bindings: bindings.collect(),
        }
    }

    /// Binds a name of the rules to an expression.
    pub(crate) fn bind(&mut self, name: &str, value: Expr) {
        self.bindings.insert(name.to_owned(), value);
    }

    /// Makes up a name for a local variable that shadows no other variable in use.
    pub(crate) fn fresh_local(&self, name: &str) -> String {
        let taken: BTreeSet<&str> = self
            .bindings
            .iter()
            .filter(|(bound, _)| *bound != name)
            .filter_map(|(_, value)| match &value.kind {
                Kind::Local(local) => Some(local.as_str()),
                _ => None,
            })
            .collect();
        unique(&local_name(name), |candidate| {
            taken.contains(candidate) || functions::RESERVED.contains(&candidate)
        })
    }

    /// Lowers an expression; `at` is its place, for errors.
    pub(crate) fn expression(&self, value: &Expression, at: &str) -> Result<Expr, EndpointError> {
        match value {
            Expression::Bool(value) => Ok(Expr::set(Kind::Bool(*value), Base::Bool)),
            Expression::Int(value) => Ok(Expr::set(Kind::Int(*value), Base::Int)),
            Expression::String(text) => self.template(text, at),
            Expression::Reference { name } => self.reference(name, at),
            Expression::Call { function, argv } => functions::call(self, function, argv, at),
        }
    }

    /// Returns the expression that a name refers to.
    pub(crate) fn reference(&self, name: &str, at: &str) -> Result<Expr, EndpointError> {
        self.bindings
            .get(name)
            .cloned()
            .ok_or_else(|| EndpointError::UnknownReference {
                name: name.to_owned(),
                at: at.to_owned(),
            })
    }

    /// Lowers a string, which can refer to values: `https://{Region}.{PartitionResult#dnsSuffix}`.
    pub(crate) fn template(&self, text: &str, at: &str) -> Result<Expr, EndpointError> {
        let mut pieces = Vec::new();
        for piece in string_template::parse(text, at)? {
            pieces.push(match piece {
                Piece::Literal(text) => Expr::set(Kind::Text(text), Base::Str),
                Piece::Reference { name, path } => {
                    let value = self.reference(&name, at)?;
                    path.map_or(Ok(value.clone()), |path| {
                        functions::attribute(value, &path, at)
                    })?
                }
            });
        }
        if let Some(piece) = pieces.iter().find(|piece| !piece.is_text()) {
            let reason = format!("`{text}` contains a value of type {:?}", piece.ty.base);
            return Err(EndpointError::Type {
                reason,
                at: at.to_owned(),
            });
        }
        Ok(match pieces.len() {
            0 => Expr::set(Kind::Text(String::new()), Base::Str),
            1 => pieces.remove(0),
            _ => functions::lift(pieces, |pieces| {
                Expr::set(Kind::Template(pieces), Base::String)
            }),
        })
    }

    /// Lowers a string that must be set, such as the URL of an endpoint.
    pub(crate) fn text(&self, value: &Expression, at: &str) -> Result<Expr, EndpointError> {
        let text = self.expression(value, at)?;
        let reason = match (text.is_text(), text.ty.optional) {
            (true, false) => return Ok(text),
            (true, true) => "the value can be unset here".to_owned(),
            (false, _) => format!("a string is needed, but this is {:?}", text.ty.base),
        };
        Err(EndpointError::Type {
            reason,
            at: at.to_owned(),
        })
    }
}

/// Converts the name of a variable in the rules into a Rust name such as `partition_result`.
pub(crate) fn local_name(name: &str) -> String {
    names::snake(name).to_string()
}

/// Returns the name or, if it is taken, the name with the first number that makes it unique.
pub(crate) fn unique(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let mut candidates = std::iter::once(name.to_owned()).chain(numbered);
    candidates
        .find(|candidate| !is_taken(candidate))
        .expect("there are enough numbers")
}
