//! Visits all expressions of a program, to find out what it uses.

use super::program::{Block, Endpoint, Expr, Kind, Outcome, Program, Property, Statement, Test};

/// Visits every expression of the program, including nested ones.
pub(crate) fn program<'a>(program: &'a Program, visit: &mut dyn FnMut(&'a Expr)) {
    for (_, value) in &program.variables {
        expr(value, visit);
    }
    blocks(program).for_each(|body| block(body, visit));
}

/// Returns the bodies of all functions.
pub(crate) fn blocks(program: &Program) -> impl Iterator<Item = &Block> {
    program
        .functions
        .iter()
        .map(|(_, body)| body)
        .chain([&program.main])
}

/// Whether the block refers to a local variable.
pub(crate) fn mentions(body: &Block, local: &str) -> bool {
    let mut found = false;
    block(body, &mut |expr| {
        found |= matches!(&expr.kind, Kind::Local(name) if name == local);
    });
    found
}

/// Whether the block reads parameters or variables of the program.
pub(crate) fn reads_values(body: &Block) -> bool {
    let mut found = false;
    block(body, &mut |expr| {
        found |= matches!(
            expr.kind,
            Kind::Parameter(_) | Kind::Variable(_) | Kind::OwnedVariable(_)
        );
    });
    found
}

/// Visits every outcome of the block.
pub(crate) fn outcomes<'a>(body: &'a Block, visit: &mut dyn FnMut(&'a Outcome)) {
    for step in body {
        match step {
            Statement::Let(..) => {}
            Statement::If(_, then) => outcomes(then, visit),
            Statement::Finish(outcome) => visit(outcome),
        }
    }
}

/// Visits every expression of the block.
pub(crate) fn block<'a>(body: &'a Block, visit: &mut dyn FnMut(&'a Expr)) {
    for step in body {
        match step {
            Statement::Let(_, value) => expr(value, visit),
            Statement::If(tests, then) => {
                for test in tests {
                    match test {
                        Test::Holds(value) | Test::Binds(_, value) => expr(value, visit),
                    }
                }
                block(then, visit);
            }
            Statement::Finish(Outcome::Endpoint(endpoint)) => self::endpoint(endpoint, visit),
            Statement::Finish(Outcome::Error(message)) => expr(message, visit),
            Statement::Finish(Outcome::Exhausted | Outcome::Call(_)) => {}
        }
    }
}

fn endpoint<'a>(endpoint: &'a Endpoint, visit: &mut dyn FnMut(&'a Expr)) {
    expr(&endpoint.url, visit);
    endpoint
        .properties
        .iter()
        .for_each(|(_, value)| property(value, visit));
    let values = endpoint.headers.iter().flat_map(|(_, values)| values);
    values.for_each(|value| expr(value, visit));
}

fn property<'a>(value: &'a Property, visit: &mut dyn FnMut(&'a Expr)) {
    match value {
        Property::Bool(_) | Property::Int(_) => {}
        Property::Text(text) => expr(text, visit),
        Property::List(values) => values.iter().for_each(|value| property(value, visit)),
        Property::Object(members) => members.iter().for_each(|(_, value)| property(value, visit)),
    }
}

/// Visits the expression and its operands.
pub(crate) fn expr<'a>(value: &'a Expr, visit: &mut dyn FnMut(&'a Expr)) {
    visit(value);
    match &value.kind {
        Kind::Bool(_)
        | Kind::Int(_)
        | Kind::Text(_)
        | Kind::Local(_)
        | Kind::Parameter(_)
        | Kind::Variable(_)
        | Kind::OwnedVariable(_) => {}
        Kind::Attribute(inner, _)
        | Kind::Element(inner, _)
        | Kind::Not(inner)
        | Kind::IsSet(inner)
        | Kind::IsTrue(inner) => expr(inner, visit),
        Kind::Template(values) | Kind::Call(_, values) | Kind::Coalesce(values) => {
            values.iter().for_each(|value| expr(value, visit));
        }
        Kind::Equal(left, right) => {
            expr(left, visit);
            expr(right, visit);
        }
        Kind::If(condition, then, otherwise) => {
            expr(condition, visit);
            expr(then, visit);
            expr(otherwise, visit);
        }
        Kind::Map(arguments, body) => {
            arguments
                .iter()
                .for_each(|(_, argument)| expr(argument, visit));
            expr(body, visit);
        }
    }
}
