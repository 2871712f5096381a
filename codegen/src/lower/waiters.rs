//! Lowers waiters: sorts their acceptors into those of outputs and those of errors.

use super::{Context, jmespath, names};
use crate::ir::jmespath::PathValue;
use crate::ir::{
    AcceptorState, Comparison, Condition, Docs, ErrorAcceptor, OutputAcceptor, Path, Waiter,
};
use crate::model::waiters::{self, Matcher, PathComparator, PathMatcher};
use crate::select::operation::Operation;
use crate::select::waiters as selected;

/// Lowers the waiters of an operation.
pub(super) fn lower<'a>(context: &mut Context<'a>, operation: &'a Operation<'a>) -> Vec<Waiter> {
    let waiters = operation.waiters.iter();
    waiters
        .map(|waiter| lower_waiter(context, operation, waiter))
        .collect()
}

fn lower_waiter<'a>(
    context: &mut Context<'a>,
    operation: &'a Operation<'a>,
    waiter: &selected::Waiter<'a>,
) -> Waiter {
    let definition = waiter.definition;
    let mut lowered = Waiter {
        name: names::type_name(waiter.name),
        module: names::waiter(waiter.name),
        docs: Docs {
            html: definition.documentation.clone().unwrap_or_default(),
            ..Docs::default()
        },
        deprecated: definition.deprecated,
        min_delay: definition.min_delay,
        max_delay: definition.max_delay,
        paths: Vec::new(),
        outputs: Vec::new(),
        other_outputs: None,
        errors: Vec::new(),
        other_errors: None,
    };
    for (acceptor, value) in definition.acceptors.iter().zip(&waiter.values) {
        let state = state(acceptor.state);
        match (&acceptor.matcher, value) {
            (Matcher::Success(true), _) => {
                lowered.other_outputs.get_or_insert(state);
            }
            (Matcher::Success(false), _) => {
                lowered.other_errors.get_or_insert(state);
            }
            (Matcher::ErrorType(name), _) => {
                let codes = error_codes(context, operation, name);
                lowered.accept_errors(codes, state);
            }
            (Matcher::Output(matcher) | Matcher::InputOutput(matcher), Some(value)) => {
                let value = jmespath::lower(context, value);
                lowered.accept_outputs(matcher, value, state);
            }
            (Matcher::Output(_) | Matcher::InputOutput(_), None) => {}
        }
    }
    lowered
}

fn state(state: waiters::AcceptorState) -> AcceptorState {
    match state {
        waiters::AcceptorState::Success => AcceptorState::Success,
        waiters::AcceptorState::Failure => AcceptorState::Failure,
        waiters::AcceptorState::Retry => AcceptorState::Retry,
    }
}

/// Returns the codes of an error that an acceptor names: the name, which can be a code itself, and the code of the error
/// with this name, which differs in the Query protocols. The official SDK compares only the first.
fn error_codes<'a>(context: &Context<'a>, operation: &Operation<'a>, name: &str) -> Vec<String> {
    let name = name.rsplit('#').next().unwrap_or(name);
    let mut codes = vec![name.to_owned()];
    let mut errors = operation.errors.iter();
    if let Some(error) = errors.find(|error| error.id().name() == name) {
        let traits = context.selection.shapes[*error].traits;
        let service = context.selection.service.traits;
        let code = context.rules.error_code(service, *error, traits);
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Acceptors are added in the order of the model. One whose results are all matched by earlier acceptors is dropped.
impl Waiter {
    fn accept_outputs(&mut self, matcher: &PathMatcher, value: PathValue, state: AcceptorState) {
        if self.other_outputs.is_some() {
            return;
        }
        let path = Path {
            text: matcher.path.clone(),
            value,
        };
        let known = self.paths.iter().position(|other| *other == path);
        let index = known.unwrap_or_else(|| {
            self.paths.push(path);
            self.paths.len() - 1
        });
        let condition = Condition {
            path: index,
            comparison: comparison(matcher),
        };
        match self.outputs.last_mut() {
            Some(last) if last.state == state => last.conditions.push(condition),
            Some(_) | None => self.outputs.push(OutputAcceptor {
                conditions: vec![condition],
                state,
            }),
        }
    }

    fn accept_errors(&mut self, mut codes: Vec<String>, state: AcceptorState) {
        let accepted = |code: &String| {
            let mut acceptors = self.errors.iter();
            acceptors.any(|acceptor| acceptor.codes.contains(code))
        };
        codes.retain(|code| !accepted(code));
        if self.other_errors.is_some() || codes.is_empty() {
            return;
        }
        match self.errors.last_mut() {
            Some(last) if last.state == state => last.codes.extend(codes),
            Some(_) | None => self.errors.push(ErrorAcceptor { codes, state }),
        }
    }
}

fn comparison(matcher: &PathMatcher) -> Comparison {
    let expected = matcher.expected.clone();
    match matcher.comparator {
        PathComparator::StringEquals => Comparison::Text(expected),
        PathComparator::BooleanEquals => Comparison::Boolean(expected == "true"),
        PathComparator::AllStringEquals => Comparison::All(expected),
        PathComparator::AnyStringEquals => Comparison::Any(expected),
    }
}
