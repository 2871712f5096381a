//! Compares errors: variants, texts, codes, request IDs and sources.

use crate::harness::Clients;
use crate::harness::input::{Input, Metrics, Search};
use crate::harness::setup::Setup;
use crate::harness::transport::Answer;

const CODES: &[&str] = &[
    "AccessDeniedException",
    "InternalServiceException",
    "InvalidParameterException",
    "InvalidRequestException",
    "ResourceNotFoundException",
    "ThrottlingException",
    "SomethingNew",
];

/// Each operation reads each modeled error, and one that isn't modeled, from every form of an error response.
#[test]
fn error_codes_are_read_the_same() {
    let clients = Clients::new(&Setup::once());
    for input in Input::samples() {
        for code in CODES {
            let reason =
                r#""Reason":{"AttachedFileInvalidRequestExceptionReason":"INVALID_FILE_SIZE"}"#;
            let answers = [
                Answer::json(
                    400,
                    format!(r#"{{"__type":"{code}","Message":"oh","x":1}}"#),
                ),
                Answer::json(500, format!(r#"{{"code":"ns#{code}","message":"oh"}}"#)),
                Answer::json(400, r#"{"message":"oh"}"#)
                    .with_header("x-amzn-errortype", format!("{code}:http://x/")),
                Answer::json(404, "").with_header("x-amzn-errortype", *code),
                Answer::json(404, "{}").with_header("x-amzn-errortype", *code),
                Answer::json(400, format!(r#"{{"__type":"{code}",{reason}}}"#)),
                Answer::json(
                    400,
                    format!(r#"{{"__type":"{code}","Message":"a","message":"b"}}"#),
                ),
                Answer::json(400, format!(r#"{{"__type":"{code}","Message":7}}"#)),
                Answer::json(400, format!("<{code}/>")).with_header("x-amzn-errortype", *code),
                Answer::json(200, format!(r#"{{"__type":"{code}"}}"#)),
            ];
            let [first, ..] = answers.map(|answer| clients.assert_same(&input, &[answer]));
            let failure = first.result.expect_err("status 400");
            assert_eq!(failure.code.as_deref(), Some(*code));
            assert_eq!(failure.request_id.as_deref(), Some("6f2c"));
        }
    }
}

/// Outputs and errors return the same request ID.
#[test]
fn request_ids_are_read_the_same() {
    let clients = Clients::new(&Setup::once());
    for names in [
        &["x-amzn-requestid"][..],
        &["x-amz-request-id"],
        &["x-amz-request-id", "x-amzn-requestid"],
        &[],
    ] {
        for status in [200, 400] {
            let headers = names.iter().map(|name| (*name, format!("by {name}")));
            let answer = Answer::Response {
                status,
                headers: headers.collect(),
                body: br#"{"__type":"ThrottlingException"}"#.to_vec(),
            };
            clients.assert_same(&Input::samples()[1], &[answer]);
        }
    }
}

/// Failures of the connection, and unreadable bodies.
#[test]
fn transport_errors_are_the_same() {
    let clients = Clients::new(&Setup::once());
    for input in Input::samples() {
        for answer in [Answer::Io, Answer::Timeout, Answer::User, Answer::Other] {
            let failure = clients
                .assert_same(&input, &[answer])
                .result
                .expect_err("no response");
            assert_eq!(failure.kind, "DispatchFailure");
        }
        for body in ["", "{", "[]", "null", "<html>", "\u{feff}{}", "{}{}"] {
            clients.assert_same(&input, &[Answer::json(200, body)]);
            clients.assert_same(&input, &[Answer::json(502, body)]);
        }
    }
}

/// Required members that are missing or empty.
#[test]
fn missing_members_are_rejected_the_same() {
    let clients = Clients::new(&Setup::once());
    let texts = [None, Some(String::new()), Some("id".to_owned())];
    let mut sent = 0;
    for instance_id in &texts {
        for contact_id in &texts {
            for metrics in [None, Some(vec![]), Some(vec![None])] {
                let input = Input::Metrics(Metrics {
                    instance_id: instance_id.clone(),
                    contact_id: contact_id.clone(),
                    metrics,
                });
                sent += clients.assert_same(&input, &[]).requests.len();
            }
        }
        for search in [Input::Statuses, Input::Groups] {
            let input = search(Search {
                instance_id: instance_id.clone(),
                ..Search::default()
            });
            sent += clients.assert_same(&input, &[]).requests.len();
        }
    }
    assert!(sent > 0);
}

/// Clients without credentials, region, sleep, behavior version or retries.
#[test]
fn incomplete_clients_fail_the_same() {
    let setups = [
        Setup {
            credentials: None,
            ..Setup::once()
        },
        Setup {
            credentials: None,
            region: None,
            ..Setup::once()
        },
        Setup {
            region: None,
            ..Setup::once()
        },
        Setup {
            sleep: None,
            ..Setup::once()
        },
        Setup {
            behavior_version: None,
            ..Setup::once()
        },
        Setup {
            retry: None,
            timeouts: None,
            ..Setup::once()
        },
    ];
    for setup in setups {
        let clients = Clients::new(&setup);
        let seen = clients.assert_same(&Input::samples()[2], &[Answer::json(503, "{}")]);
        assert!(seen.result.is_err());
    }
}
