//! Compares versions of Connect around 2025-08-08 with what AWS published about them. Skipped with a message if the models
//! are missing.

use std::path::{Path, PathBuf};

use super::*;
use crate::model::ModelFiles;

const THREE: [&str; 3] = [
    "GetContactMetrics",
    "SearchAgentStatuses",
    "SearchUserHierarchyGroups",
];

/// Returns the folder of models beside the repository.
fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.parent()?;
    let folder = root.join("shared/models");
    if !folder.is_dir() {
        eprintln!("skipped: there is no ../shared/models beside the repository");
        return None;
    }
    Some(folder)
}

fn botocore(folder: &Path, version: &str) -> Model {
    let dir = folder.join(format!("botocore-{version}"));
    let read = |name: &str| std::fs::read(dir.join(name)).unwrap();
    Model::read(&ModelFiles {
        source: format!("botocore {version}"),
        main: read("service-2.json.gz"),
        paginators: Some(read("paginators-1.json")),
        endpoint_rules: Some(read("endpoint-rule-set-1.json.gz")),
    })
    .unwrap()
}

fn three() -> Operations {
    Operations::Named(THREE.map(str::to_owned).to_vec())
}

#[test]
fn changes_of_2025_08_08_match_the_published_page() {
    let Some(folder) = shared() else { return };
    let [old, new] = ["1.40.5", "1.40.6"].map(|version| botocore(&folder, version));
    let diff = diff(&old, &new, &Operations::All).unwrap();
    assert_eq!(diff.operations.new, ["GetContactMetrics"]);
    assert_eq!(
        diff.operations.updated,
        ["SearchAgentStatuses", "SearchUserHierarchyGroups"]
    );
    assert!(diff.operations.removed.is_empty());
    assert_eq!(diff.verdict, Verdict::Minor);
    let page = std::fs::read_to_string(folder.join("api-changes-2025-08-08.txt")).unwrap();
    let expected: Vec<Value> = page
        .lines()
        .filter(|line| line.starts_with("{'Search"))
        .map(page_tree)
        .collect();
    let ours: Vec<Value> = diff
        .operations
        .updated
        .iter()
        .map(|name| tree(&diff, name))
        .collect();
    assert_eq!(ours, expected);
}

/// Parses a line of the page, which is Python with strings in pieces: `'EXACT ' '| ' 'WITH_CHILD_GROUPS'`.
fn page_tree(line: &str) -> Value {
    let json = line.replace("' '", "").replace('\'', "\"");
    serde_json::from_str(&json).unwrap()
}

/// Nests the changes of an operation as the page does.
fn tree(diff: &Diff, operation: &str) -> Value {
    let mut root = json!({});
    for change in diff
        .changes
        .iter()
        .filter(|change| change.operation == operation)
    {
        assert_eq!(change.kind, Kind::Added);
        let (last, above) = change.path.split_last().unwrap();
        let mut at = &mut root;
        for name in above {
            at = &mut at[name];
        }
        at[last] = change.outline.clone().unwrap();
    }
    root
}

#[test]
fn removed_member_is_reported_on_every_path() {
    let Some(folder) = shared() else { return };
    let [old, new] = ["1.40.6", "1.40.7"].map(|version| botocore(&folder, version));
    let diff = diff(&old, &new, &three()).unwrap();
    let condition = "HierarchyGroupCondition removed!";
    let filter = |step: &str| format!("input SearchFilter.AttributeFilter.{step}.{condition}");
    let both = [filter("OrConditions"), filter("AndCondition")];
    let expected: Vec<String> = both.iter().chain(&both).cloned().collect();
    let criteria = format!("input SearchCriteria.{condition}");
    assert_eq!(short(&diff), [expected, vec![criteria]].concat());
    assert_eq!(diff.verdict, Verdict::Major);
    let removed: Vec<&str> = diff.items.iter().map(|item| item.path.as_str()).collect();
    assert_eq!(
        removed,
        [
            "types::CommonAttributeAndCondition::hierarchy_group_condition",
            "types::HierarchyGroupCondition",
            "types::HierarchyGroupMatchType",
            "types::UserHierarchyGroupSearchCriteria::hierarchy_group_condition",
        ]
    );
}

#[test]
fn reversed_and_equal_models() {
    let Some(folder) = shared() else { return };
    let [old, new] = ["1.40.7", "1.40.6"].map(|version| botocore(&folder, version));
    let back = diff(&old, &new, &three()).unwrap();
    assert_eq!(back.verdict, Verdict::Minor);
    let same = diff(&new, &new, &Operations::All).unwrap();
    assert_eq!(same.verdict, Verdict::None);
    assert!(same.changes.is_empty() && same.items.is_empty());
}

#[test]
fn formats() {
    let Some(folder) = shared() else { return };
    let [old, new] = ["1.40.6", "1.40.7"].map(|version| botocore(&folder, version));
    let removed = diff(&old, &new, &three()).unwrap();
    insta::assert_snapshot!("removed_text", removed.to_text());
    insta::assert_snapshot!("removed_markdown", removed.to_markdown());
    insta::assert_snapshot!("removed_json", removed.to_json());
    let old = botocore(&folder, "1.40.5");
    let added = diff(&old, &botocore(&folder, "1.40.6"), &three()).unwrap();
    insta::assert_snapshot!("added_text", added.to_text());
}

#[test]
fn connect_model_round_trips() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/connect.json");
    let text = std::fs::read_to_string(path).unwrap();
    let model = Model::from_ast("models/connect.json", text.as_bytes()).unwrap();
    assert_eq!(model.to_ast(), text);
    let mut cut = model.pruned(&three()).unwrap();
    cut.set_provenance(&model.provenance().unwrap());
    assert_eq!(cut.to_ast(), text);
}
