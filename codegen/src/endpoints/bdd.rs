//! Lowers the decision diagram of `smithy.rules#endpointBdd` into blocks of statements.
//!
//! A node to which several edges lead becomes a function, any other node an `if` in place. Variables are computed before
//! the first decision, because they depend only on parameters and on each other.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait>

mod nodes;

use std::collections::{BTreeMap, BTreeSet};

use self::nodes::{Node, Target};
use super::error::EndpointError;
use super::expressions::{Scope, functions, local_name, string_template};
use super::model::{Condition, Diagram, Expression, Rule};
use super::rule_set;
use crate::ir::endpoints::program::{
    Base, Block, Exhausted, Expr, Kind, Outcome, Program, Statement, Test, Type,
};

/// Lowers the diagram; `scope` contains the parameters.
pub(crate) fn lower(diagram: &Diagram, scope: &Scope) -> Result<Program, EndpointError> {
    let mut scope = scope.clone();
    let variables = variables(&diagram.conditions, &mut scope)?;
    let tests = diagram.conditions.iter().enumerate();
    let tests = tests.map(|(index, condition)| truth(condition, &scope, &place(index)));
    let mut lowering = Lowering {
        results: &diagram.results,
        tests: tests.collect::<Result<_, _>>()?,
        nodes: nodes::read(diagram)?,
        shared: BTreeSet::new(),
        functions: BTreeMap::new(),
        scope,
    };
    let root = lowering.nodes.target(diagram.root)?;
    lowering.shared = lowering.nodes.shared(root)?;
    let main = lowering.block(root)?;
    let functions = lowering.functions.into_values().flatten().collect();
    Ok(Program {
        variables,
        functions,
        main,
        exhausted: Exhausted::Diagram,
    })
}

fn place(index: usize) -> String {
    format!("conditions[{index}]")
}

/// Lowers the variables that conditions assign. A condition can use a variable that a later one assigns, so conditions
/// with unknown names are tried again.
fn variables(
    conditions: &[Condition],
    scope: &mut Scope,
) -> Result<Vec<(String, Expr)>, EndpointError> {
    let assigns =
        |(index, condition): (usize, &'_ Condition)| condition.assign.is_some().then_some(index);
    let mut pending: Vec<usize> = conditions.iter().enumerate().filter_map(assigns).collect();
    let mut variables: Vec<(String, Expr)> = Vec::new();
    while !pending.is_empty() {
        let mut unmet = None;
        let mut remaining = Vec::new();
        for index in pending.iter().copied() {
            let condition = &conditions[index];
            match functions::call(scope, &condition.function, &condition.argv, &place(index)) {
                Ok(value) => variables.push(variable(condition, value, &variables, scope)?),
                Err(error @ EndpointError::UnknownReference { .. }) => {
                    unmet.get_or_insert(error);
                    remaining.push(index);
                }
                Err(error) => return Err(error),
            }
        }
        match unmet {
            Some(error) if remaining.len() == pending.len() => return Err(error),
            _ => pending = remaining,
        }
    }
    Ok(variables)
}

fn variable(
    condition: &Condition,
    value: Expr,
    known: &[(String, Expr)],
    scope: &mut Scope,
) -> Result<(String, Expr), EndpointError> {
    let name = condition.assign.as_deref().unwrap_or_default();
    let field = local_name(name);
    if field == "params" || known.iter().any(|(taken, _)| *taken == field) {
        return Err(EndpointError::Bdd(format!(
            "variable `{name}` is assigned more than once"
        )));
    }
    let (kind, base) = match value.ty.base {
        Base::String => (Kind::OwnedVariable(field.clone()), Base::Str),
        base => (Kind::Variable(field.clone()), base),
    };
    scope.bind(
        name,
        Expr {
            kind,
            ty: Type { base, ..value.ty },
        },
    );
    Ok((field, value))
}

/// Returns the boolean expression that a node tests.
fn truth(condition: &Condition, scope: &Scope, at: &str) -> Result<Expr, EndpointError> {
    let value = match &condition.assign {
        Some(name) => scope.reference(name, at)?,
        None => functions::call(scope, &condition.function, &condition.argv, at)?,
    };
    Ok(value.into_truth())
}

struct Lowering<'a> {
    results: &'a [Rule],
    tests: Vec<Expr>,
    nodes: nodes::Nodes,
    /// The targets that become functions.
    shared: BTreeSet<Target>,
    /// The functions that have been lowered; `None` while one is being lowered.
    functions: BTreeMap<Target, Option<(String, Block)>>,
    scope: Scope,
}

impl Lowering<'_> {
    /// Returns the statements for a target: in place, or as a call.
    fn block(&mut self, target: Target) -> Result<Block, EndpointError> {
        if !self.shared.contains(&target) {
            return self.body(target);
        }
        let name = target.name();
        if !self.functions.contains_key(&target) {
            self.functions.insert(target, None);
            let body = self.body(target)?;
            self.functions.insert(target, Some((name.clone(), body)));
        }
        Ok(vec![Statement::Finish(Outcome::Call(name))])
    }

    fn body(&mut self, target: Target) -> Result<Block, EndpointError> {
        match target {
            Target::Exhausted => Ok(vec![Statement::Finish(Outcome::Exhausted)]),
            Target::Result(index) => self.result(index),
            Target::Node { index, flipped } => {
                let Node {
                    condition,
                    high,
                    low,
                } = self.nodes.node(index, flipped)?;
                self.decision(condition, high, low)
            }
        }
    }

    /// Returns `if test { high } low`, or the reverse if that nests less.
    fn decision(
        &mut self,
        condition: usize,
        high: Target,
        low: Target,
    ) -> Result<Block, EndpointError> {
        let test = self.tests.get(condition).cloned();
        let test =
            test.ok_or_else(|| EndpointError::Bdd(format!("there is no condition {condition}")))?;
        if high == low || matches!(test.kind, Kind::Bool(true)) {
            return self.block(high);
        }
        let (high, low) = (self.block(high)?, self.block(low)?);
        let (test, then, mut otherwise) = if weight(&high) <= weight(&low) {
            (test, high, low)
        } else {
            (test.negated(), low, high)
        };
        otherwise.insert(0, Statement::If(vec![Test::Holds(test)], then));
        Ok(otherwise)
    }

    /// Lowers a result. The conditions before it prove that the values it refers to are set, but the compiler can't see
    /// that, so the values are matched again.
    fn result(&self, index: usize) -> Result<Block, EndpointError> {
        let at = format!("results[{index}]");
        let rule = &self.results[index];
        if !rule.conditions().is_empty() {
            return Err(EndpointError::Bdd(format!("{at} has conditions")));
        }
        let mut scope = self.scope.clone();
        let mut tests = Vec::new();
        for name in references(rule, &at)? {
            let value = scope.reference(&name, &at)?;
            if value.ty.optional {
                let local = scope.fresh_local(&name);
                scope.bind(&name, Expr::set(Kind::Local(local.clone()), value.ty.base));
                tests.push(Test::Binds(local, value));
            }
        }
        let finish = Statement::Finish(rule_set::outcome(rule, &scope, &at)?);
        Ok(match tests.is_empty() {
            true => vec![finish],
            false => vec![
                Statement::If(tests, vec![finish]),
                Statement::Finish(Outcome::Exhausted),
            ],
        })
    }
}

/// Counts the statements of a block, including nested ones.
fn weight(block: &Block) -> usize {
    let inner = block.iter().map(|step| match step {
        Statement::If(_, then) => weight(then),
        Statement::Let(..) | Statement::Finish(_) => 0,
    });
    block.len() + inner.sum::<usize>()
}

/// Returns the names that an endpoint or an error refers to.
fn references(rule: &Rule, at: &str) -> Result<BTreeSet<String>, EndpointError> {
    let mut names = BTreeSet::new();
    match rule {
        Rule::Endpoint { endpoint, .. } => {
            in_expression(&endpoint.url, at, &mut names)?;
            for (_, value) in &endpoint.properties.0 {
                in_property(value, at, &mut names)?;
            }
            for value in endpoint.headers.0.iter().flat_map(|(_, values)| values) {
                in_expression(value, at, &mut names)?;
            }
        }
        Rule::Error { error, .. } => in_expression(error, at, &mut names)?,
        Rule::Tree { .. } => return Err(EndpointError::Bdd(format!("{at} is a tree"))),
    }
    Ok(names)
}

fn in_expression(
    value: &Expression,
    at: &str,
    names: &mut BTreeSet<String>,
) -> Result<(), EndpointError> {
    match value {
        Expression::Bool(_) | Expression::Int(_) => Ok(()),
        Expression::String(text) => in_template(text, at, names),
        Expression::Reference { name } => {
            names.insert(name.clone());
            Ok(())
        }
        Expression::Call { argv, .. } => argv
            .iter()
            .try_for_each(|value| in_expression(value, at, names)),
    }
}

fn in_property(
    value: &serde_json::Value,
    at: &str,
    names: &mut BTreeSet<String>,
) -> Result<(), EndpointError> {
    use serde_json::Value;
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
        Value::String(text) => in_template(text, at, names),
        Value::Array(values) => values
            .iter()
            .try_for_each(|value| in_property(value, at, names)),
        Value::Object(members) => members
            .values()
            .try_for_each(|value| in_property(value, at, names)),
    }
}

fn in_template(text: &str, at: &str, names: &mut BTreeSet<String>) -> Result<(), EndpointError> {
    names.extend(string_template::names(text, at)?);
    Ok(())
}
