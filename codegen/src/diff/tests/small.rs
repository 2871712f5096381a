//! Tests of single changes with their paths and verdicts, and of models that can't be compared.

use super::*;

/// Creates a structure.
fn structure(members: Value) -> Value {
    json!({ "type": "structure", "members": members })
}

fn string(traits: Value) -> Value {
    json!({ "target": "smithy.api#String", "traits": traits })
}

#[test]
fn verdicts_of_single_changes() {
    let and = json!({ "target": "a#Filters" });
    let filter = |name: Value| structure(json!({ "and": and, "name": name }));
    let text = || json!({ "target": "smithy.api#String" });
    let kind = |values: &[&str]| {
        let member = |value: &&str| {
            let traits = json!({ "smithy.api#enumValue": value });
            (
                value.to_string(),
                json!({ "target": "smithy.api#Unit", "traits": traits }),
            )
        };
        let members: serde_json::Map<String, Value> = values.iter().map(member).collect();
        json!({ "a#Kind": { "type": "enum", "members": members } })
    };
    let out = |member: Value| json!({ "a#Out": structure(json!({ "count": member })) });
    let table: Vec<(&str, Value, &[&str], Verdict)> = vec![
        ("nothing", json!({}), &[], Verdict::None),
        (
            "an added member",
            json!({ "a#Filter": structure(json!({ "and": and, "name": text(), "more": text() })) }),
            &["input filter.more added"],
            Verdict::Minor,
        ),
        (
            "a removed member, also below a cycle",
            json!({ "a#Filter": structure(json!({ "and": and })) }),
            &["input filter.name removed!"],
            Verdict::Major,
        ),
        (
            "another type",
            out(json!({ "target": "smithy.api#Long" })),
            &["output count type-changed!"],
            Verdict::Major,
        ),
        (
            "another shape of the same Rust type",
            json!({ "a#Filter": filter(json!({ "target": "a#Name" })), "a#Name": { "type": "string" } }),
            &[],
            Verdict::None,
        ),
        (
            "required below the input",
            json!({ "a#Filter": filter(string(json!({ "smithy.api#required": {} }))) }),
            &[
                "input filter.name requiredness-changed!",
                "input filter requiredness-changed!",
            ],
            Verdict::Major,
        ),
        (
            "required in the input",
            json!({ "a#In": structure(json!({
                "filter": { "target": "a#Filter", "traits": { "smithy.api#required": {} } },
                "kind": { "target": "a#Kind" },
            })) }),
            &["input filter requiredness-changed"],
            Verdict::Patch,
        ),
        (
            "an added value",
            kind(&["A", "B", "C"]),
            &["input kind enum-value-added"],
            Verdict::Minor,
        ),
        (
            "a removed value",
            kind(&["A"]),
            &["input kind enum-value-removed!"],
            Verdict::Major,
        ),
        (
            "deprecated",
            json!({ "a#Filter": filter(string(json!({ "smithy.api#deprecated": {} }))) }),
            &["input filter.name deprecated"],
            Verdict::Minor,
        ),
        (
            "another wire name",
            json!({ "a#Filter": filter(string(json!({ "smithy.api#jsonName": "n" }))) }),
            &["input filter.name wire-changed"],
            Verdict::Patch,
        ),
        (
            "documentation",
            json!({ "a#Filter": filter(string(json!({ "smithy.api#documentation": "d" }))) }),
            &[],
            Verdict::Patch,
        ),
        (
            "constraints",
            json!({ "a#Filter": filter(string(json!({ "smithy.api#length": { "min": 1 } }))) }),
            &[],
            Verdict::Patch,
        ),
    ];
    for (name, shapes, changes, verdict) in table {
        let diff = changed(shapes);
        assert_eq!(short(&diff), changes, "{name}");
        assert_eq!(diff.verdict, verdict, "{name}");
    }
}

fn operation(more: Value) -> Value {
    let mut operation = json!({
        "type": "operation", "input": { "target": "a#In" }, "output": { "target": "a#Out" },
        "errors": [{ "target": "a#Bad" }],
        "traits": { "smithy.api#http": { "method": "POST", "uri": "/get" } },
    });
    if let (Value::Object(operation), Value::Object(more)) = (&mut operation, more) {
        operation.extend(more);
    }
    operation
}

#[test]
fn changes_of_operations() {
    let worse =
        json!({ "type": "structure", "members": {}, "traits": { "smithy.api#error": "server" } });
    let table: Vec<(Value, &[&str], Verdict)> = vec![
        (
            json!({ "a#Get": operation(json!({ "errors": [] })) }),
            &["operation Bad error-removed!"],
            Verdict::Major,
        ),
        (
            json!({
                "a#Get": operation(json!({ "errors": [{ "target": "a#Bad" }, { "target": "a#Worse" }] })),
                "a#Worse": worse,
            }),
            &["operation Worse error-added"],
            Verdict::Minor,
        ),
        (
            json!({ "a#Get": operation(json!({
                "traits": { "smithy.api#http": { "method": "PUT", "uri": "/get" } },
            })) }),
            &["operation  wire-changed"],
            Verdict::Patch,
        ),
        (
            json!({ "a#Bad": { "type": "structure", "members": {
                "message": { "target": "smithy.api#String" }, "code": { "target": "smithy.api#String" },
            }, "traits": { "smithy.api#error": "client" } } }),
            &["error Bad.code added"],
            Verdict::Minor,
        ),
    ];
    for (shapes, changes, verdict) in table {
        let diff = changed(shapes);
        assert_eq!(short(&diff), changes);
        assert_eq!(diff.verdict, verdict);
    }
}

/// A member that is reached directly and through a list is shown twice; one that is reached through a cycle, once.
#[test]
fn changes_are_shown_on_every_path() {
    let shared = |members: Value| {
        json!({
            "a#Out": structure(json!({
                "one": { "target": "a#Part" }, "many": { "target": "a#Parts" },
            })),
            "a#Parts": { "type": "list", "member": { "target": "a#Part" } },
            "a#Part": structure(members),
        })
    };
    let old = model(shared(json!({ "own": { "target": "a#Parts" } })));
    let new = model(shared(
        json!({ "own": { "target": "a#Parts" }, "more": { "target": "a#Kind" } }),
    ));
    let diff = diff(&old, &new, &Operations::All).unwrap();
    assert_eq!(
        short(&diff),
        ["output one.more added", "output many.more added"]
    );
    assert_eq!(diff.changes[0].outline, Some(json!("A | B")));
    assert_eq!(diff.items.len(), 1);
}

#[test]
fn waiters_are_added_removed_and_changed() {
    let get = |waiters: Value| {
        json!({ "a#Get": {
            "type": "operation", "input": { "target": "a#In" }, "output": { "target": "a#Out" },
            "errors": [{ "target": "a#Bad" }],
            "traits": {
                "smithy.api#http": { "method": "POST", "uri": "/get" },
                "smithy.waiters#waitable": waiters,
            },
        } })
    };
    let waiter = |state: &str, delay: u32, deprecated: bool| {
        let acceptor = json!({ "state": state, "matcher": { "success": true } });
        json!({ "acceptors": [acceptor], "minDelay": delay, "deprecated": deprecated })
    };
    let old = json!({ "Done": waiter("success", 2, false) });
    let compared = |new: Value| {
        let [old, new] = [&old, &new].map(|waiters| model(get(waiters.clone())));
        let items = diff(&old, &new, &Operations::All).unwrap().items;
        let line = |item: &super::super::Item| {
            let (kind, severity) = (item.kind.as_str(), item.severity);
            format!("{} {kind} {severity} {}", item.path, item.detail)
        };
        items.iter().map(line).collect::<Vec<_>>()
    };
    assert!(compared(old.clone()).is_empty());
    assert_eq!(compared(json!({})), ["waiters::done removed major "]);
    assert_eq!(
        compared(
            json!({ "Done": waiter("success", 2, false), "Gone": waiter("success", 2, false) })
        ),
        ["waiters::gone added minor "]
    );
    assert_eq!(
        compared(json!({ "Done": waiter("failure", 3, true) })),
        [
            "waiters::done deprecated minor ",
            "waiters::done wire-changed patch delays: 2 to 120 seconds → 3 to 120 seconds",
            "waiters::done wire-changed patch acceptors: before → changed",
        ]
    );
}

/// A retryable error has a method that other errors don't have.
#[test]
fn retryable_errors_have_a_method() {
    let with = |traits: Value| {
        model(json!({
            "a#Get": operation(json!({ "errors": [{ "target": "a#Busy" }] })),
            "a#Busy": { "type": "structure", "members": {}, "traits": traits },
        }))
    };
    let error = "smithy.api#error";
    let retryable = "smithy.api#retryable";
    let never = with(json!({ error: "client" }));
    let retried = with(json!({ error: "client", retryable: {} }));
    let throttled = with(json!({ error: "client", retryable: { "throttling": true } }));
    let verdict = |old, new| diff(old, new, &Operations::All).unwrap().verdict;
    assert_eq!(verdict(&never, &retried), Verdict::Minor);
    assert_eq!(verdict(&retried, &throttled), Verdict::Patch);
    assert_eq!(verdict(&throttled, &never), Verdict::Major);
    assert_eq!(verdict(&never, &never), Verdict::None);
}

#[test]
fn operations_of_only_one_model() {
    let two = json!({
        "a#Put": operation(json!({ "errors": [] })),
        "a#S": {
            "type": "service", "version": "1",
            "operations": [{ "target": "a#Get" }, { "target": "a#Put" }],
            "traits": {
                "aws.protocols#restJson1": {}, "aws.auth#sigv4": { "name": "s" },
                "aws.api#service": { "sdkId": "S" },
            },
        },
    });
    let (old, new) = (model(json!({})), model(two));
    let put = Operations::Named(vec!["Put".to_owned()]);
    let there = diff(&old, &new, &put).unwrap();
    assert_eq!(there.operations.new, ["Put"]);
    assert_eq!(there.verdict, Verdict::Minor);
    let back = diff(&new, &old, &put).unwrap();
    assert_eq!(back.operations.removed, ["Put"]);
    assert_eq!(back.verdict, Verdict::Major);
    let neither = Operations::Named(vec!["Gett".to_owned()]);
    let error = diff(&old, &new, &neither).unwrap_err().to_string();
    assert_eq!(
        error,
        "model.json: a#S: the service has no operation `Gett`; did you mean Get?"
    );
}

#[test]
fn different_services_are_rejected() {
    let other = model(json!({ "a#S": {
        "type": "service", "version": "1", "operations": [{ "target": "a#Get" }],
        "traits": {
            "aws.protocols#restJson1": {}, "aws.auth#sigv4": { "name": "t" },
            "aws.api#service": { "sdkId": "T" },
        },
    } }));
    let error = diff(&model(json!({})), &other, &Operations::All)
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "model.json: a#S: the models describe different services (S and T); compare two states of one service"
    );
}

/// Text of a model must not become markup.
#[test]
fn markdown_escapes_backticks() {
    let diff = changed(json!({ "a#Filter": structure(json!({
        "and": { "target": "a#Filters" },
        "name": string(json!({ "smithy.api#deprecated": { "message": "use `x`\n# not a heading" } })),
    })) }));
    let markdown = diff.to_markdown();
    assert!(
        markdown.contains("`` deprecated: use `x` # not a heading ``"),
        "{markdown}"
    );
    assert_eq!(diff.items[0].kind, Kind::Deprecated);
}
