//! Renders the details of operations: the shapes that each one needs, what they share, and the largest contributors.

use std::cmp::Reverse;

use smithy_slim_codegen::inspect::{Contributor, Cost, Inspection, Kinds, OperationCost, Together};

use super::{indented, lines};
use crate::generate::{counted, grouped};
use crate::inspect::table::{self, Align};

/// Lists the shapes that one operation needs and the largest contributors.
pub(super) fn operation(one: &OperationCost) -> Vec<String> {
    let mut text = vec![
        one.shape.name().to_owned(),
        format!("  {}", kinds(&one.shapes)),
    ];
    if let (Some(all), Some(own)) = (one.lines, one.own_lines) {
        let [all, own, types] = [all, own, all - own].map(grouped);
        text.push(format!(
            "  {all} lines: {own} of the operation, {types} of types"
        ));
    }
    let title = "largest contributors";
    text.extend(contributors(title, &one.contributors, |one| {
        through(&one.path, one)
    }));
    text
}

/// Lists the cost of several operations together and the largest contributors.
pub(super) fn together(inspection: &Inspection) -> Vec<Vec<String>> {
    let Together {
        shapes,
        shared_through,
        contributors: others,
        ..
    } = &inspection.together;
    let shares = shares(inspection);
    if shares.len() < 2 {
        return Vec::new();
    }
    let mut costs = vec!["Together".to_owned(), format!("  {}", kinds(shapes))];
    costs.extend(indented(2, share_table(inspection, shares)));
    let shared = contributors("shared", shared_through, |one| {
        format!("{} ({} operations)", one.shape.name(), one.operations)
    });
    let below = contributors("largest contributors", others, |one| {
        through(&format!("{} → {}", one.operation, one.path), one)
    });
    let blocks = [costs, shared, below].into_iter();
    blocks.filter(|block| !block.is_empty()).collect()
}

/// Renders `19 shapes: 8 structures, 4 enums, 7 lists`.
fn kinds(kinds: &Kinds) -> String {
    let counts = [
        (kinds.structures, "structure"),
        (kinds.unions, "union"),
        (kinds.enums, "enum"),
        (kinds.int_enums, "intEnum"),
        (kinds.lists, "list"),
        (kinds.maps, "map"),
        (kinds.simple, "simple type"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, noun)| counted(count, noun)).collect();
    let total = counted(kinds.total(), "shape");
    match counts.as_slice() {
        [] => total,
        counts => format!("{total}: {}", counts.join(", ")),
    }
}

/// Renders a table of contributors; empty if there are none.
fn contributors(
    title: &str,
    contributors: &[Contributor],
    describe: impl Fn(&Contributor) -> String,
) -> Vec<String> {
    if contributors.is_empty() {
        return Vec::new();
    }
    let head = ["shapes", "lines", title].map(str::to_owned);
    let row = |one: &Contributor| {
        [
            grouped(one.cost.shapes),
            lines(one.cost.lines),
            describe(one),
        ]
    };
    let rows: Vec<_> = [head]
        .into_iter()
        .chain(contributors.iter().map(row))
        .collect();
    let columns = [Align::Right, Align::Right, Align::Left];
    indented(2, table::lines(columns, &rows)).collect()
}

/// Renders `input.Filters[] → Filter (3 ways, 2 operations)`.
fn through(path: &str, one: &Contributor) -> String {
    let name = one.shape.name();
    let several = [(one.ways, "way"), (one.operations, "operation")];
    let several = several.into_iter().filter(|(count, _)| *count > 1);
    let several: Vec<String> = several.map(|(count, noun)| counted(count, noun)).collect();
    match several.as_slice() {
        [] => format!("{path} → {name}"),
        several => format!("{path} → {name} ({})", several.join(", ")),
    }
}

/// Returns what each operation adds to the others, in descending order.
fn shares(inspection: &Inspection) -> Vec<(&str, Cost)> {
    let operations = inspection.operations.iter();
    let mut shares: Vec<_> = operations
        .filter_map(|one| Some((one.shape.name(), one.alone?)))
        .collect();
    shares.sort_by_key(|(_, cost)| Reverse((cost.lines, cost.shapes)));
    shares
}

fn share_table(inspection: &Inspection, shares: Vec<(&str, Cost)>) -> Vec<String> {
    let row = |name: &str, cost: Cost| [name.to_owned(), grouped(cost.shapes), lines(cost.lines)];
    let together = &inspection.together;
    let total = Cost {
        shapes: together.shapes.total(),
        lines: together.lines,
    };
    let mut rows = vec![
        ["needed by", "shapes", "lines"].map(str::to_owned),
        row("several", together.shared),
    ];
    let shares = shares.into_iter();
    rows.extend(shares.map(|(name, cost)| row(&format!("{name} alone"), cost)));
    rows.push(row("all of it", total));
    table::lines([Align::Left, Align::Right, Align::Right], &rows)
}
