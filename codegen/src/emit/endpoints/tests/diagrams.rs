//! Tests of decision diagrams.

use serde_json::{Value, json};

use super::pretty;
use crate::emit::endpoints::{emit_rules, library_modules};
use crate::endpoints::{self, EndpointError, EndpointTraits};
use crate::ir::endpoints::EndpointRules;

fn diagram(bdd: &Value) -> Result<EndpointRules, EndpointError> {
    endpoints::lower(EndpointTraits {
        bdd: Some(bdd),
        ..EndpointTraits::default()
    })
}

/// Encodes nodes as in the trait, after the terminal node.
fn encoded(nodes: &[[i32; 3]]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bytes = [[-1, 1, -1]]
        .iter()
        .chain(nodes)
        .flatten()
        .flat_map(|number| number.to_be_bytes());
    let bytes: Vec<u8> = bytes.collect();
    let groups = bytes.chunks(3).flat_map(|group| {
        let bits = group
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        [18, 12, 6, 0].map(|shift| char::from(ALPHABET[(bits >> shift & 63) as usize]))
    });
    groups.collect()
}

fn bdd(root: i32, nodes: &[[i32; 3]]) -> Value {
    json!({
        "version": "1.1",
        "parameters": {
            "Endpoint": {"type": "string", "builtIn": "SDK::Endpoint"},
            "Region": {"type": "string", "builtIn": "AWS::Region"},
            "UseFIPS": {"type": "boolean", "builtIn": "AWS::UseFIPS", "required": true, "default": false},
        },
        "conditions": [
            {"fn": "parseURL", "argv": [{"ref": "Endpoint"}], "assign": "url"},
            {"fn": "stringEquals", "argv": [{"fn": "getAttr", "argv": [{"ref": "place"}, "name"]}, "aws"]},
            {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "place"},
            {"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, true]},
            {"fn": "uriEncode", "argv": ["{Region}"], "assign": "encoded"},
        ],
        "results": [
            {"type": "endpoint", "endpoint": {"url": "{url#scheme}://{url#authority}/{encoded}"}},
            {"type": "endpoint", "endpoint": {"url": "https://{Region}.{place#dnsSuffix}"}},
            {"type": "error", "error": "no endpoint"},
        ],
        "root": root,
        "nodeCount": nodes.len() + 1,
        "nodes": encoded(nodes),
    })
}

const RESULT: i32 = 100_000_000;

/// Node 4 and result 3 are shared, and node 5 is reached both through a plain and through a complemented edge.
#[test]
fn shared_and_complemented_nodes() {
    let nodes = [
        [0, 4, 3],
        [2, 5, RESULT + 3],
        [4, RESULT + 1, 5],
        [3, 6, -6],
        [1, RESULT + 2, RESULT + 3],
    ];
    let rules = diagram(&bdd(2, &nodes)).expect("the diagram is valid");
    insta::assert_snapshot!(pretty(emit_rules(&rules)));
    let modules: Vec<_> = library_modules(&rules).into_iter().collect();
    assert_eq!(modules, ["outcome", "partition", "uri_encode", "url"]);
}

#[test]
fn invalid_diagrams() {
    let cases: [(i32, &[[i32; 3]], &str); 6] = [
        (0, &[], "reference 0 leads nowhere"),
        (3, &[[0, 1, -1]], "reference 3 leads nowhere"),
        (RESULT + 4, &[], "reference 100000004 leads nowhere"),
        (2, &[[0, 2, 1]], "the nodes form a cycle"),
        (2, &[[-1, 1, RESULT + 1]], "node 1 has no condition"),
        (2, &[[7, 1, RESULT + 1]], "there is no condition 7"),
    ];
    for (root, nodes, message) in cases {
        let error = diagram(&bdd(root, nodes)).expect_err(message);
        assert_eq!(
            error.to_string(),
            format!("smithy.rules#endpointBdd: {message}")
        );
    }
}

#[test]
fn undecodable_nodes() {
    let mut miscounted = bdd(2, &[[0, 1, RESULT + 1]]);
    miscounted["nodeCount"] = json!(3);
    let mut garbled = bdd(2, &[[0, 1, RESULT + 1]]);
    garbled["nodes"] = json!("not Base64!");
    for (bdd, message) in [
        (miscounted, "3 nodes take 36 bytes, but there are 24"),
        (garbled, "nodes are not in Base64"),
    ] {
        let error = diagram(&bdd).expect_err(message);
        assert_eq!(
            error.to_string(),
            format!("smithy.rules#endpointBdd: {message}")
        );
    }
}
