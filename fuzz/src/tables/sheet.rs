//! A table as lines of cells, to be changed.

use crate::seed;

/// A table as lines of cells; the seed's cells hold no comma that [`cells`] would not see as quoted.
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) rows: Vec<Vec<String>>,
    /// Bytes to be overwritten once it is text again.
    pub(super) bytes: Vec<(u16, [u8; 2])>,
}

/// The cells of a line, each as written.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        quoted ^= letter == '"';
        if letter == ',' && !quoted {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(letter);
        }
    }
    cells
}

impl Sheet {
    pub(super) fn bytes(&self) -> Vec<u8> {
        let lines: Vec<String> = self.rows.iter().map(|row| row.join(",") + "\n").collect();
        let mut all = lines.concat().into_bytes();
        for (at, bytes) in &self.bytes {
            let at = usize::from(*at) % all.len().max(1);
            for (place, byte) in all.iter_mut().skip(at).zip(bytes) {
                *place = *byte;
            }
        }
        all
    }

    /// Adds a row that has these values in these columns, and is empty elsewhere.
    pub(super) fn add(&mut self, values: &[(&str, String)]) {
        let Some(head) = self.rows.first() else { return };
        let value = |column: &String| values.iter().find(|(name, _)| name == column).map(|(_, value)| value.clone());
        let row = head.iter().map(|column| value(column).unwrap_or_default()).collect();
        self.rows.push(row);
    }

    pub(super) fn cell(&mut self, row: u8, column: u8) -> Option<&mut String> {
        let rows = self.rows.len().max(1);
        let row = self.rows.get_mut(usize::from(row) % rows)?;
        let columns = row.len().max(1);
        row.get_mut(usize::from(column) % columns)
    }
}

/// The sheets in the seed's order.
pub(super) fn sheets() -> Vec<Sheet> {
    let sheet = |(name, text): &(&'static str, &str)| {
        let rows = text.lines().map(cells).collect();
        Sheet { name, rows, bytes: Vec::new() }
    };
    // The seed has no later reasons.
    let reasons = ("reasons.csv", "tie,year,why,events,sources");
    seed::FILES[1..].iter().chain([&reasons]).map(sheet).collect()
}

/// The row of a later reason: the name of a tie, and a year of its spell; `None` where the spell has no later year.
pub(super) fn reason(ties: &Sheet, tie: u8, after: u8) -> Option<Vec<(&'static str, String)>> {
    let (head, rows) = ties.rows.split_first()?;
    let row = rows.get(usize::from(tie) % rows.len().max(1))?;
    let cell =
        |name: &str| head.iter().position(|column| column == name).and_then(|at| row.get(at)).map(String::as_str);
    let year = |date: &str| date.get(..4)?.parse::<i16>().ok();
    let from = cell("from")?;
    let later = year(from)?.checked_add(1 + i16::from(after % 16))?;
    if cell("to").and_then(year).is_some_and(|to| later >= to) {
        return None;
    }
    Some(vec![
        ("tie", format!("{}-{}@{from}", cell("a")?, cell("b")?)),
        ("year", later.to_string()),
        ("why", "Why later.".to_owned()),
        ("sources", "report".to_owned()),
    ])
}
