//! Aligns rows of cells in columns.

/// On which side the cells of a column end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// For words.
    Left,
    /// For numbers.
    Right,
}

/// The rows as lines, two spaces between the columns, as wide as the widest cell. There is nothing but spaces, so that the
/// lines can be read on a terminal, searched and cut alike.
pub(super) fn lines<const N: usize>(columns: [Align; N], rows: &[[String; N]]) -> Vec<String> {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; N] = std::array::from_fn(|column| width(column).unwrap_or(0));
    rows.iter().map(|row| line(columns, widths, row)).collect()
}

fn line<const N: usize>(columns: [Align; N], widths: [usize; N], row: &[String; N]) -> String {
    let cells = columns.iter().zip(widths).zip(row);
    let cells = cells
        // A column without anything in it needs no room.
        .filter(|((_, width), _)| *width > 0)
        .map(|((align, width), cell)| match align {
            Align::Left => format!("{cell:<width$}"),
            Align::Right => format!("{cell:>width$}"),
        });
    let cells: Vec<String> = cells.collect();
    cells.join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned);
        let rows = [row(["a", "1", "", "→"]), row(["bcd", "10,000", "", ""])];
        let columns = [Align::Left, Align::Right, Align::Left, Align::Left];
        assert_eq!(lines(columns, &rows), ["a         1  →", "bcd  10,000"]);
    }
}
