//! What is wrong with waiters and their paths, and which paths aren't supported.

use serde_json::{Value, json};

use super::{changed, check, errors, traits};

/// A change that gives the operation a waiter with this definition.
fn waiter(name: &str, definition: Value) -> Value {
    traits(json!({ "smithy.waiters#waitable": { name: definition } }))
}

/// A change that gives the operation a waiter that compares the value of a path.
fn path(path: &str, comparator: &str) -> Value {
    let expected = if comparator == "booleanEquals" {
        "true"
    } else {
        "x"
    };
    let matcher = json!({ "path": path, "comparator": comparator, "expected": expected });
    waiter(
        "Done",
        json!({ "acceptors": [{ "state": "success", "matcher": { "output": matcher } }] }),
    )
}

fn success() -> Value {
    json!([{ "state": "success", "matcher": { "success": true } }])
}

#[test]
fn definitions() {
    check(&[
        (
            waiter("Done", json!({ "acceptors": success() })),
            "no errors",
        ),
        (
            waiter("done", json!({ "acceptors": success() })),
            "tiny.json: a#ListThings: waiter `done`: a name must begin with a capital and consist of letters and digits",
        ),
        (
            waiter("Done", json!({ "acceptors": [] })),
            "tiny.json: a#ListThings: waiter `Done`: it has no acceptors",
        ),
        (
            waiter("Done", json!({ "acceptors": success(), "minDelay": 0 })),
            "tiny.json: a#ListThings: waiter `Done`: `minDelay` must be at least 1",
        ),
        (
            waiter(
                "Done",
                json!({ "acceptors": success(), "minDelay": 5, "maxDelay": 4 }),
            ),
            "tiny.json: a#ListThings: waiter `Done`: `maxDelay` must be at least `minDelay`",
        ),
        (
            waiter(
                "Done",
                json!({ "acceptors": [{ "state": "success", "matcher": { "output":
                { "path": "length(Things) > `0`", "comparator": "booleanEquals", "expected": "yes" } } }] }),
            ),
            "tiny.json: a#ListThings: waiter `Done`: path `length(Things) > `0``: the expected value is `yes`, not `true` or `false`",
        ),
    ]);
}

#[test]
fn names() {
    let twice = json!({ "acceptors": success() });
    check(&[
        (
            traits(json!({ "smithy.waiters#waitable": { "DBReady": twice, "DbReady": twice } })),
            "tiny.json: a#ListThings: the waiter `DbReady` has the same name in Rust as another one, of a#ListThings; \
             rename one of them in the model",
        ),
        (
            json!({
                "a#ListThings": { "traits": { "smithy.waiters#waitable": { "Done": twice } } },
                "a#In": { "members": { "Wait": { "target": "smithy.api#String" } } },
            }),
            "tiny.json: a#In$Wait: the member has the same name as the method `wait` of waiters; rename it in the model",
        ),
    ]);
}

/// Checks what is said about a path, after the name of the waiter.
fn check_paths(comparator: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let found = errors(&changed(&path(text, comparator)), &["ListThings"]);
        let unsupported = "tiny.json: a#ListThings: unsupported: waiter `Done`: path";
        let wrong = "tiny.json: a#ListThings: waiter `Done`: path";
        let found = found.replace(unsupported, "unsupported");
        assert_eq!(
            found.replace(wrong, "wrong"),
            format!("{expected}"),
            "{text}"
        );
    }
}

#[test]
fn paths_to_strings() {
    check_paths(
        "stringEquals",
        &[
            ("Next", "no errors"),
            ("Gone", "wrong `Gone`: `Gone` is not a member of Out"),
            (
                "Next.Name",
                "wrong `Next.Name`: `Name` is not a member of a structure",
            ),
            (
                "Things",
                "wrong `Things`: it leads neither to a string, nor to a boolean, nor to a list of strings",
            ),
            (
                "Things[].Name",
                "wrong `Things[].Name`: it doesn't lead to a string",
            ),
            ("'x'", "wrong `'x'`: it is a constant"),
            (
                "Things[0].Name",
                "unsupported `Things[0].Name`: it contains an index",
            ),
            (
                "Things[0:1].Name",
                "unsupported `Things[0:1].Name`: it contains a slice",
            ),
            (
                "{a: Next}.a",
                "unsupported `{a: Next}.a`: it contains an object of several values",
            ),
            (
                "join(', ', Things[].Name)",
                "unsupported `join(', ', Things[].Name)`: it contains the function `join`",
            ),
            (
                "Next | length(@)",
                "unsupported `Next | length(@)`: it contains an expression other than a name or a list after `.` or `|`",
            ),
            (
                "length(Next",
                "wrong `length(Next`: it isn't a JMESPath expression, see character 12",
            ),
        ],
    );
}

#[test]
fn paths_to_booleans() {
    check_paths(
        "booleanEquals",
        &[
            ("length(Things) > `0`", "no errors"),
            (
                "Next == `1`",
                "wrong `Next == `1``: it compares values of different types",
            ),
            (
                "Next < 'x'",
                "wrong `Next < 'x'`: it orders values that aren't numbers",
            ),
            (
                "`1` == `1`",
                "wrong ``1` == `1``: it compares two constants",
            ),
            (
                "Next == Next",
                "wrong `Next == Next`: it compares a value with itself",
            ),
            (
                "Next == `null`",
                "unsupported `Next == `null``: it contains the literal `null`",
            ),
            (
                "Next == `[]`",
                "unsupported `Next == `[]``: it contains a literal that is an array or an object",
            ),
            (
                "!Next",
                "unsupported `!Next`: it contains a condition that isn't a boolean",
            ),
            (
                "contains(Things, 'x')",
                "wrong `contains(Things, 'x')`: it searches a list for a value of another type",
            ),
            (
                "contains(Next)",
                "wrong `contains(Next)`: it calls `contains` with the wrong number of arguments, 1",
            ),
            (
                "contains(@.[Next, Next], Next)",
                "unsupported `contains(@.[Next, Next], Next)`: it contains a search for a value that can be null in a list \
                 that can contain nulls",
            ),
            (
                "length(@.[Next, Next]) == `2`",
                "unsupported `length(@.[Next, Next]) == `2``: it contains `length` of a list of several values",
            ),
            (
                "length('x') == `1`",
                "wrong `length('x') == `1``: it calls `length` with a constant",
            ),
            (
                "length(keys(Next)) == `1`",
                "unsupported `length(keys(Next)) == `1``: it contains `keys` of a value that isn't a map",
            ),
        ],
    );
}

#[test]
fn paths_to_lists() {
    check_paths(
        "anyStringEquals",
        &[
            ("Things[].Name", "no errors"),
            ("Things[?Name != 'x'].Name", "no errors"),
            (
                "Next[]",
                "wrong `Next[]`: a value is projected or flattened that isn't a list",
            ),
            (
                "Next.*",
                "wrong `Next.*`: `*` follows a value that isn't a map",
            ),
            (
                "Things[].[Name]",
                "unsupported `Things[].[Name]`: it contains a list of lists that isn't flattened",
            ),
            (
                "Things[?`true`].Name",
                "wrong `Things[?`true`].Name`: one of its conditions is a constant",
            ),
        ],
    );
}

#[test]
fn paths_to_lists_of_which_all_elements_are_compared() {
    check_paths(
        "allStringEquals",
        &[
            ("[Next, Next][]", "no errors"),
            (
                "[Next, Next]",
                "unsupported `[Next, Next]`: it leads to a list that can contain nulls, of which all are compared",
            ),
            ("@.[Next, Next][]", "no errors"),
            (
                "@.[Next, Next]",
                "unsupported `@.[Next, Next]`: it leads to a list that can contain nulls, of which all are compared",
            ),
        ],
    );
}
