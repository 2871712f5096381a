//! Renders an inspection of a sample service in both formats, so that the figures don't change with the generator.

use smithy_slim_codegen::Problem;
use smithy_slim_codegen::error::ProblemKind;
use smithy_slim_codegen::inspect::{
    Contributor, Cost, Endpoints, Facts, Inspection, Kinds, OperationCost, Refusal, Size, Together,
};
use smithy_slim_codegen::model::Format;
use smithy_slim_codegen::model::traits::Http;

use super::{Detail, json, text};

fn id(name: &str) -> smithy_slim_codegen::model::ShapeId {
    smithy_slim_codegen::model::ShapeId::new("example.books", name)
}

fn cost(shapes: usize, lines: usize) -> Cost {
    Cost {
        shapes,
        lines: Some(lines),
    }
}

fn problem(shape: &str, kind: ProblemKind) -> Problem {
    Problem {
        file: "books.json".to_owned(),
        shape: Some(id(shape)),
        kind,
    }
}

fn place(operation: &str, path: &str, shape: &str, cost: Cost) -> Contributor {
    Contributor {
        operation: operation.to_owned(),
        path: path.to_owned(),
        shape: id(shape),
        member: Some(id("SearchBooksRequest$Filter")),
        ways: 1,
        operations: 1,
        cost,
    }
}

fn operation(name: &str, method: &str, uri: &str, shapes: usize) -> OperationCost {
    OperationCost {
        shape: id(name),
        http: Some(Http {
            method: method.to_owned(),
            uri: uri.to_owned(),
            code: 200,
        }),
        is_paginated: false,
        is_streaming: false,
        is_deprecated: false,
        refused: Vec::new(),
        shapes: Kinds {
            structures: shapes,
            ..Kinds::default()
        },
        lines: None,
        own_lines: None,
        alone: None,
        contributors: Vec::new(),
    }
}

fn search_books() -> OperationCost {
    OperationCost {
        is_paginated: true,
        is_deprecated: true,
        shapes: Kinds {
            structures: 140,
            unions: 1,
            lists: 2,
            ..Kinds::default()
        },
        lines: Some(4120),
        own_lines: Some(600),
        alone: Some(cost(100, 3020)),
        contributors: vec![
            place("SearchBooks", "input.Filter", "BookFilter", cost(120, 3000)),
            Contributor {
                member: None,
                ways: 5,
                ..place("SearchBooks", "input.Filter.Or[]", "Condition", cost(9, 80))
            },
        ],
        ..operation("SearchBooks", "POST", "/search-books", 0)
    }
}

fn get_book() -> OperationCost {
    OperationCost {
        lines: Some(1500),
        own_lines: Some(400),
        alone: Some(cost(2, 400)),
        ..operation("GetBook", "GET", "/books/{Id}", 45)
    }
}

fn read_aloud() -> OperationCost {
    let what =
        ProblemKind::Unsupported("an event stream (smithy.api#streaming on a union)".to_owned());
    OperationCost {
        is_streaming: true,
        refused: vec![Refusal {
            problem: problem("Sounds", what),
            path: Some("output.Sounds".to_owned()),
        }],
        ..operation("ReadAloud", "POST", "/read-aloud", 3)
    }
}

fn books() -> Inspection {
    let shared = Contributor {
        member: None,
        ways: 2,
        operations: 2,
        ..place("GetBook", "output.Book", "Book", cost(40, 1000))
    };
    Inspection {
        source: "books.json".to_owned(),
        format: Format::Smithy2,
        service: Facts {
            shape: id("Books"),
            title: Some("Example Books".to_owned()),
            sdk_id: Some("Books".to_owned()),
            version: "2020-01-01".to_owned(),
            protocols: vec!["aws.protocols#restJson1".to_owned()],
            auth: vec![
                "aws.auth#sigv4".to_owned(),
                "smithy.api#httpBearerAuth".to_owned(),
            ],
            endpoints: Endpoints::DecisionDiagram,
            missing_adjustment: Some("sorting of books"),
        },
        refused: Vec::new(),
        available: 1003,
        supported: 1001,
        size: Some(Size {
            files: 150,
            lines: 8620,
            apart: 4100,
        }),
        operations: vec![get_book(), read_aloud(), search_books()],
        together: Together {
            shapes: Kinds {
                structures: 143,
                int_enums: 1,
                ..Kinds::default()
            },
            lines: Some(4520),
            shared: cost(41, 1100),
            shared_through: vec![shared],
            contributors: vec![place(
                "SearchBooks",
                "input.Filter",
                "BookFilter",
                cost(90, 2200),
            )],
        },
    }
}

/// The same service in a protocol that isn't supported.
fn refused() -> Inspection {
    let what = ProblemKind::Protocol("example.books#xmlOverFtp".to_owned());
    let mut books = books();
    books.refused = vec![problem("Books", what)];
    books.supported = 0;
    books.size = None;
    books.operations = vec![operation("GetBook", "GET", "/books/{Id}", 45)];
    books
}

#[test]
fn overview() {
    insta::assert_snapshot!(text::render(&books(), Detail::Overview));
}

#[test]
fn all_operations_together() {
    insta::assert_snapshot!(text::render(&books(), Detail::Together));
}

#[test]
fn each_operation() {
    insta::assert_snapshot!(text::render(&books(), Detail::Each));
}

#[test]
fn for_programs() {
    insta::assert_snapshot!(json::render(&books()));
}

#[test]
fn refused_as_a_whole() {
    insta::assert_snapshot!(text::render(&refused(), Detail::Each));
}
