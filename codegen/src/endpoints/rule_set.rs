//! Lowers the rules of `smithy.rules#endpointRuleSet` into blocks of statements.
//!
//! Rules are tried in order, and the first rule whose conditions match decides. If it is a tree, one of its inner rules
//! must match, or resolution fails; later siblings aren't tried.

use std::collections::BTreeSet;

use serde_json::Value;

use super::error::EndpointError;
use super::expressions::{Scope, functions, string_template};
use super::model::{self, Condition, Expression, Rule};
use crate::ir::endpoints::program::{
    Base, Block, Endpoint, Exhausted, Expr, Kind, Outcome, Program, Property, Statement, Test,
};
use crate::ir::endpoints::visit;

/// Lowers the rules; `scope` contains the parameters.
pub(crate) fn lower(rules: &[Rule], scope: &Scope) -> Result<Program, EndpointError> {
    Ok(Program {
        variables: Vec::new(),
        functions: Vec::new(),
        main: block(rules, scope, "rules")?,
        exhausted: Exhausted::RuleSet,
    })
}

fn block(rules: &[Rule], scope: &Scope, at: &str) -> Result<Block, EndpointError> {
    let mut statements = Vec::new();
    for (index, rule) in rules.iter().enumerate() {
        statements.extend(self::rule(rule, scope, &format!("{at}[{index}]"))?);
        // Rules after one without conditions are never reached.
        if matches!(statements.last(), Some(Statement::Finish(_))) {
            return Ok(statements);
        }
    }
    statements.push(Statement::Finish(Outcome::Exhausted));
    Ok(statements)
}

fn rule(rule: &Rule, scope: &Scope, at: &str) -> Result<Block, EndpointError> {
    let mut scope = scope.clone();
    let mut guards = Vec::new();
    for (index, condition) in rule.conditions().iter().enumerate() {
        guards.extend(guard(
            condition,
            &mut scope,
            &format!("{at}.conditions[{index}]"),
        )?);
    }
    let body = match rule {
        Rule::Tree { rules, .. } => block(rules, &scope, &format!("{at}.rules"))?,
        Rule::Endpoint { .. } | Rule::Error { .. } => {
            vec![Statement::Finish(outcome(rule, &scope, at)?)]
        }
    };
    Ok(guarded(guards, body))
}

/// Lowers the endpoint or the error of a rule.
pub(crate) fn outcome(rule: &Rule, scope: &Scope, at: &str) -> Result<Outcome, EndpointError> {
    match rule {
        Rule::Endpoint { endpoint, .. } => {
            let endpoint = self::endpoint(endpoint, scope, &format!("{at}.endpoint"))?;
            Ok(Outcome::Endpoint(Box::new(endpoint)))
        }
        Rule::Error { error, .. } => Ok(Outcome::Error(scope.text(error, &format!("{at}.error"))?)),
        Rule::Tree { .. } => Err(EndpointError::Bdd(format!("{at} is a tree"))),
    }
}

/// A lowered condition.
enum Guard {
    Test(Test),
    /// A variable that is always set.
    Let(String, Expr),
}

/// Lowers a condition, and adds to `scope` the names that it binds or proves to be set.
fn guard(condition: &Condition, scope: &mut Scope, at: &str) -> Result<Vec<Guard>, EndpointError> {
    if let ("isSet", [Expression::Reference { name }], None) = (
        condition.function.as_str(),
        condition.argv.as_slice(),
        &condition.assign,
    ) {
        let value = scope.reference(name, at)?;
        return Ok(if value.ty.optional {
            vec![bind(name, value, scope)]
        } else {
            Vec::new()
        });
    }
    let mut guards = Vec::new();
    for name in needed(&condition.function, &condition.argv, at)? {
        let value = scope.reference(&name, at)?;
        if value.ty.optional {
            guards.push(bind(&name, value, scope));
        }
    }
    let value = functions::call(scope, &condition.function, &condition.argv, at)?;
    let tested = match &condition.assign {
        Some(name) => {
            guards.push(bind(name, value, scope));
            scope.reference(name, at)?
        }
        None => value,
    };
    // Without a boolean there is nothing left to test, since a bound variable is set.
    match tested.into_truth() {
        Expr {
            kind: Kind::Bool(true),
            ..
        } => {}
        test => guards.push(Guard::Test(Test::Holds(test))),
    }
    Ok(guards)
}

/// Returns the names without whose values the call has no result. If it has one, they are set.
fn needed(
    function: &str,
    argv: &[Expression],
    at: &str,
) -> Result<BTreeSet<String>, EndpointError> {
    let strict = match function {
        "isSet" | "coalesce" => &[],
        "ite" => argv.get(..1).unwrap_or_default(),
        _ => argv,
    };
    let mut names = BTreeSet::new();
    for argument in strict {
        match argument {
            Expression::Bool(_) | Expression::Int(_) => {}
            Expression::String(text) => names.extend(string_template::names(text, at)?),
            Expression::Reference { name } => {
                names.insert(name.clone());
            }
            Expression::Call { function, argv } => names.extend(needed(function, argv, at)?),
        }
    }
    Ok(names)
}

fn bind(name: &str, value: Expr, scope: &mut Scope) -> Guard {
    let local = scope.fresh_local(name);
    scope.bind(name, Expr::set(Kind::Local(local.clone()), value.ty.base));
    if value.ty.optional {
        Guard::Test(Test::Binds(local, value))
    } else {
        Guard::Let(local, value)
    }
}

/// Wraps the body in the conditions, from the last one to the first.
fn guarded(guards: Vec<Guard>, body: Block) -> Block {
    let mut block = body;
    for guard in guards.into_iter().rev() {
        match guard {
            Guard::Let(local, value) => {
                if visit::mentions(&block, &local) {
                    block.insert(0, Statement::Let(local, value));
                }
            }
            Guard::Test(test) => block = tested(unused_removed(test, &block), block),
        }
    }
    block
}

fn unused_removed(test: Test, block: &Block) -> Test {
    match test {
        Test::Binds(local, value) if !visit::mentions(block, &local) => {
            Test::Holds(Expr::set(Kind::IsSet(Box::new(value)), Base::Bool))
        }
        test => test,
    }
}

/// Every block ends with an outcome, so a block that is only an `if` belongs to the same rule.
fn tested(test: Test, mut block: Block) -> Block {
    if let [Statement::If(tests, _)] = block.as_mut_slice() {
        tests.insert(0, test);
        return block;
    }
    vec![Statement::If(vec![test], block)]
}

fn endpoint(
    endpoint: &model::Endpoint,
    scope: &Scope,
    at: &str,
) -> Result<Endpoint, EndpointError> {
    let url = scope.text(&endpoint.url, &format!("{at}.url"))?;
    let properties = endpoint
        .properties
        .0
        .iter()
        .map(|(name, value)| (name, value));
    let properties = members(properties, scope, &format!("{at}.properties"))?;
    let mut headers = Vec::new();
    for (name, values) in &endpoint.headers.0 {
        let at = format!("{at}.headers.{name}");
        let values = values
            .iter()
            .map(|value| scope.text(value, &at))
            .collect::<Result<_, _>>()?;
        headers.push((name.clone(), values));
    }
    Ok(Endpoint {
        url,
        properties,
        headers,
    })
}

fn members<'a>(
    members: impl IntoIterator<Item = (&'a String, &'a Value)>,
    scope: &Scope,
    at: &str,
) -> Result<Vec<(String, Property)>, EndpointError> {
    let lowered = members.into_iter().map(|(name, value)| {
        Ok((
            name.clone(),
            property(value, scope, &format!("{at}.{name}"))?,
        ))
    });
    lowered.collect()
}

fn property(value: &Value, scope: &Scope, at: &str) -> Result<Property, EndpointError> {
    let wrong = |reason: &str| EndpointError::Type {
        reason: reason.to_owned(),
        at: at.to_owned(),
    };
    match value {
        Value::Null => Err(wrong("null is not supported in properties")),
        Value::Bool(value) => Ok(Property::Bool(*value)),
        Value::Number(value) => value
            .as_i64()
            .map(Property::Int)
            .ok_or_else(|| wrong("only integers are supported in properties")),
        Value::String(text) => {
            let text = scope.text(&Expression::String(text.clone()), at)?;
            Ok(Property::Text(text))
        }
        Value::Array(values) => {
            let values = values.iter().map(|value| property(value, scope, at));
            Ok(Property::List(values.collect::<Result<_, _>>()?))
        }
        Value::Object(object) => Ok(Property::Object(members(object, scope, at)?)),
    }
}
