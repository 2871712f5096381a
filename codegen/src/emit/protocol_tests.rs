//! The conformance cases of the model as tests of the generated crate: a request is sent and compared, or a response
//! is read and its members are compared. <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>

mod case;
mod request;
mod response;
mod value;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::error::{Problem, What};
use crate::ir::{Crate, Operation};

/// What all tests share, real Rust that is compiled and linted in the template.
pub(super) const SUPPORT: &str = include_str!("../../template/src/protocol_support.rs");

/// Everything that keeps a case, or a case of the endpoint rules, from becoming a test.
pub(super) fn problems(lowered: &Crate) -> Vec<Problem> {
    let (_, requests) = requests(lowered);
    let (_, responses) = responses(lowered);
    let endpoints = emit_endpoints(lowered)
        .and_then(Result::err)
        .map(|what| Problem {
            file: lowered.package.model.clone(),
            shape: None,
            what,
        });
    requests
        .into_iter()
        .chain(responses)
        .chain(endpoints)
        .collect()
}

/// Whether there are cases at all.
pub(super) fn exist(lowered: &Crate) -> bool {
    let has_cases = |operation: &Operation| {
        !operation.request_tests.is_empty() || !operation.response_tests.is_empty()
    };
    lowered.operations.iter().any(has_cases)
}

/// The file `main.rs` of the tests.
pub(super) fn emit_main() -> TokenStream {
    quote! {
        //! The conformance cases of the model.

        mod requests;
        mod responses;
        mod support;
    }
}

/// The tests of requests.
pub(super) fn emit_requests(lowered: &Crate) -> TokenStream {
    request::emit_file(lowered, &requests(lowered).0)
}

/// The tests of responses.
pub(super) fn emit_responses(lowered: &Crate) -> TokenStream {
    response::emit_file(lowered, &responses(lowered).0)
}

/// The tests of the endpoint rules, if the model has cases.
pub(super) fn emit_endpoints(lowered: &Crate) -> Option<Result<TokenStream, What>> {
    let service = &lowered.service;
    let cases = service.endpoint_tests.as_ref()?;
    let lib = format_ident!("{}", lowered.package.lib_name());
    let tests = service.endpoints.emit_tests(cases, &lib);
    Some(tests.map_err(|error| What::Endpoint(error.to_string())))
}

fn requests(lowered: &Crate) -> (Vec<TokenStream>, Vec<Problem>) {
    let cases = lowered.operations.iter().flat_map(|operation| {
        let cases = operation.request_tests.iter();
        cases.map(move |case| {
            request::emit(lowered, operation, case)
                .map_err(|what| problem(lowered, operation, what))
        })
    });
    unique(lowered, cases)
}

/// A case of an error stands on the error, and is tested with the first operation that returns it.
fn responses(lowered: &Crate) -> (Vec<TokenStream>, Vec<Problem>) {
    let mut tested = BTreeSet::new();
    let mut cases = Vec::new();
    for operation in &lowered.operations {
        for (error, tests) in &operation.response_tests {
            if error.is_some() && !tested.insert(error) {
                continue;
            }
            for case in tests {
                let test = response::emit(lowered, operation, error.as_ref(), case);
                cases.push(test.map_err(|what| problem(lowered, operation, what)));
            }
        }
    }
    unique(lowered, cases)
}

/// A test, or none for a case that isn't meant for clients of this protocol.
type Emitted = Option<(case::TestName, TokenStream)>;

/// The tests, and the problems: those of the cases, and IDs that come twice.
fn unique(
    lowered: &Crate,
    cases: impl IntoIterator<Item = Result<Emitted, Problem>>,
) -> (Vec<TokenStream>, Vec<Problem>) {
    let (mut tests, mut problems, mut names) = (Vec::new(), Vec::new(), BTreeSet::new());
    for case in cases {
        match case {
            Ok(Some((name, test))) if names.insert(name.snake.clone()) => tests.push(test),
            Ok(Some((name, _))) => problems.push(Problem {
                file: lowered.package.model.clone(),
                shape: None,
                what: What::ProtocolTest {
                    id: name.id,
                    reason: "another case has the same ID".to_owned(),
                },
            }),
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    (tests, problems)
}

fn problem(lowered: &Crate, operation: &Operation, what: What) -> Problem {
    Problem {
        file: lowered.package.model.clone(),
        shape: Some(operation.shape.clone()),
        what,
    }
}
