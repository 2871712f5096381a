//! Sorts the entries of maps in `Debug` texts.

/// Sorts the entries of all maps in the text of `{:#?}`, since a `HashMap` has no order.
pub(crate) fn sorted(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut rest = &lines[..];
    let mut blocks = Vec::new();
    while !rest.is_empty() {
        blocks.push(block(&mut rest));
    }
    blocks.concat()
}

/// Takes a line from `lines`, with the lines that are indented below it and the line that closes them, and returns them
/// sorted.
fn block(lines: &mut &[&str]) -> String {
    let (first, rest) = lines.split_first().expect("a block has a line");
    *lines = rest;
    let mut blocks = Vec::new();
    while let Some(next) = lines.first()
        && indentation(next) > indentation(first)
    {
        blocks.push(block(lines));
    }
    if blocks.is_empty() {
        return format!("{first}\n");
    }
    if opens_map(first) {
        blocks.sort();
    }
    let mut text = format!("{first}\n") + &blocks.concat();
    if let Some((last, rest)) = lines.split_first() {
        text.push_str(&format!("{last}\n"));
        *lines = rest;
    }
    text
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a map begins in this line. A structure has its name before the brace.
fn opens_map(line: &str) -> bool {
    line.trim() == "{" || line.ends_with(": {")
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::sorted;

    #[test]
    fn maps_are_sorted_and_lists_are_not() {
        let numbers = (0..100).map(|number| (number.to_string(), vec![3, 1, 2]));
        let maps = vec![Some(numbers.collect::<HashMap<_, _>>()); 2];
        let text = sorted(&format!("{maps:#?}"));
        let again: Vec<Option<HashMap<_, _>>> = maps
            .iter()
            .map(|map| map.as_ref().map(|map| map.clone().into_iter().collect()))
            .collect();
        assert_eq!(text, sorted(&format!("{again:#?}")));
        assert!(
            text.contains("3,\n                1,\n                2"),
            "{text}"
        );
    }
}
