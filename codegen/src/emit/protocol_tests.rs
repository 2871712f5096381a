//! The conformance cases of the model as tests of the generated crate: a request is sent and compared, or a response
//! is read and its members are compared. <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>

mod case;
mod request;
mod response;
mod value;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::error::{Problem, ProblemKind};
use crate::ir::{Crate, Operation, RustName};
use crate::lower::names::snake;
use crate::model::ShapeId;

/// The files that all tests share, real Rust that is compiled and linted in the template.
pub(super) const SUPPORT: [(&str, &str); 4] = [
    (
        "tests/protocol_tests/support.rs",
        include_str!("../../template/src/protocol_support.rs"),
    ),
    (
        "tests/protocol_tests/support/body.rs",
        include_str!("../../template/src/protocol_support/body.rs"),
    ),
    (
        "tests/protocol_tests/support/cbor.rs",
        include_str!("../../template/src/protocol_support/cbor.rs"),
    ),
    (
        "tests/protocol_tests/support/tree.rs",
        include_str!("../../template/src/protocol_support/tree.rs"),
    ),
];

/// The functions that tests call by these names.
const RESERVED: [&str; 6] = [
    "assert_same",
    "assert_same_stream",
    "client",
    "not_null",
    "read",
    "response",
];

/// The cases that can't be tested; the tests of their names fail.
pub(super) fn warnings(lowered: &Crate) -> Vec<Problem> {
    let (_, requests) = requests(lowered);
    let (_, responses) = responses(lowered);
    requests.into_iter().chain(responses).collect()
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

fn requests(lowered: &Crate) -> (Vec<TokenStream>, Vec<Problem>) {
    let mut tests = Tests::new(lowered);
    for operation in &lowered.operations {
        for case in &operation.request_tests {
            tests.add(operation, case, request::emit(lowered, operation, case));
        }
    }
    (tests.tests, tests.problems)
}

/// A case of an error stands on the error, and is tested with the first operation that returns it.
fn responses(lowered: &Crate) -> (Vec<TokenStream>, Vec<Problem>) {
    let mut tested = BTreeSet::new();
    let mut tests = Tests::new(lowered);
    for operation in &lowered.operations {
        for (error, cases) in &operation.response_tests {
            if error.is_some() && !tested.insert(error) {
                continue;
            }
            for case in cases {
                let test = response::emit(lowered, operation, error.as_ref(), case);
                tests.add(operation, case, test);
            }
        }
    }
    (tests.tests, tests.problems)
}

/// The statements of a test, or none for a case that isn't meant for clients of this protocol.
type Emitted = Option<TokenStream>;

/// The tests of one file, and the cases that can't be tested.
struct Tests<'a> {
    lowered: &'a Crate,
    tests: Vec<TokenStream>,
    problems: Vec<Problem>,
    names: BTreeSet<RustName>,
}

impl<'a> Tests<'a> {
    fn new(lowered: &'a Crate) -> Self {
        Self {
            lowered,
            tests: Vec::new(),
            problems: Vec::new(),
            names: RESERVED.iter().copied().map(RustName::new).collect(),
        }
    }

    /// Adds the test of a case. One that can't be tested fails, so that it isn't missed among the results.
    fn add(&mut self, operation: &Operation, case: &Value, emitted: Result<Emitted, ProblemKind>) {
        let body = match emitted {
            Ok(None) => return,
            Ok(Some(body)) => body,
            Err(what) => {
                let reason = what.to_string();
                let problem = problem(self.lowered, Some(&operation.shape), what);
                self.problems.push(problem);
                quote!(panic!(#reason);)
            }
        };
        let name = self.name(case);
        self.tests.push(quote! {
            #[tokio::test]
            async fn #name() {
                #body
            }
        });
    }

    /// The name of a test, after the ID of its case. IDs that only differ in their case are told apart by a number.
    fn name(&mut self, case: &Value) -> RustName {
        let name = snake(case::id(case));
        let numbered = (2..).map(|number| RustName::new(format!("{name}_{number}")));
        let mut names = [name.clone()].into_iter().chain(numbered);
        let unique = names.find(|name| self.names.insert(name.clone()));
        unique.expect("there are endless numbers")
    }
}

fn problem(lowered: &Crate, shape: Option<&ShapeId>, kind: ProblemKind) -> Problem {
    Problem {
        file: lowered.package.model.clone(),
        shape: shape.cloned(),
        kind,
    }
}
