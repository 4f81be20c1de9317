//! A file as a grid of cells, each with its place: what is shown beside a report, and what is edited.

use super::Location;
use super::draft::{Draft, Text};
use super::read::{decode, dialect_of};
use super::report::Findings;

/// No longer line of a file that is no table is a cell that can be edited, in bytes.
const LONGEST: usize = 4000;

/// A file as rows of cells: the records of a table, its head first, or the lines of another text.
///
/// It keeps where its rows begin; the cells of a row are found when they are asked for.
#[derive(Clone, Debug)]
pub struct Grid {
    text: Text,
    /// What stands between the fields; `None` where the file is no table.
    delimiter: Option<u8>,
    /// The byte at which each row begins.
    starts: Vec<usize>,
}

/// A place in a grid: a row, and where a single cell is meant, its column; both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct GridPlace {
    pub row: usize,
    pub column: Option<usize>,
}

impl Grid {
    /// The grid of a file as it was read into a draft; `None` when it is no text, or too large to be read.
    pub fn of(draft: &Draft, file: &str, bytes: &[u8]) -> Option<Self> {
        let text = decode(file, bytes, &mut Findings::default())?;
        let read = draft.tables.iter().find(|table| table.file == file && table.text.text == text.text);
        let is_delimited = |table: &&super::draft::RawTable| table.records.iter().all(|record| record.spans.is_empty());
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        let is_other = matches!(ending.as_str(), "json" | "gexf" | "graphml" | "xml") || looks_marked(&text.text);
        if is_other {
            let starts = lines(&text.text);
            return Some(Self { text, delimiter: None, starts });
        }
        let dialect = dialect_of(file, &text.text);
        let delimiter = read.filter(is_delimited).map_or(dialect.delimiter, |table| table.delimiter);
        let starts = records(&text.text, delimiter, dialect.start);
        Some(Self { text, delimiter: Some(delimiter), starts })
    }

    /// Whether it is a table, whose first row names the columns.
    pub const fn is_table(&self) -> bool {
        self.delimiter.is_some()
    }

    /// How many rows there are, the head among them.
    pub fn rows(&self) -> usize {
        self.starts.len()
    }

    /// The line in which a row begins, counted from 1.
    pub fn line(&self, row: usize) -> usize {
        self.starts.get(row).map_or(0, |start| self.text.line(*start))
    }

    /// The values of a row.
    pub fn cells(&self, row: usize) -> Vec<String> {
        let value = |(from, to): (usize, usize)| {
            let written = self.text.text.get(from..to).unwrap_or_default();
            if self.delimiter.is_some() { unquoted(written) } else { written.to_owned() }
        };
        self.spans(row).into_iter().map(value).collect()
    }

    /// The cell that a location means; `None` when it means the file as a whole.
    pub fn place(&self, location: &Location) -> Option<GridPlace> {
        if location.line == 0 {
            return None;
        }
        let start = self.text.start(location.line);
        let line = self.text.text.get(start..)?;
        let before = location.column.saturating_sub(1);
        let at = start + line.char_indices().nth(before).map_or(line.len(), |(at, _)| at);
        let row = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        if location.column == 0 {
            return Some(GridPlace { row, column: None });
        }
        let column = self.spans(row).iter().position(|(from, to)| (*from..=*to).contains(&at));
        Some(GridPlace { row, column })
    }

    /// The file as text with another value in one cell; `None` when there is no such cell.
    pub fn replaced(&self, row: usize, column: usize, value: &str) -> Option<String> {
        let (from, to) = *self.spans(row).get(column)?;
        let value = match self.delimiter {
            // A line stays a line.
            None => value.replace(['\r', '\n'], " "),
            Some(delimiter) => quoted(value, delimiter),
        };
        Some([&self.text.text[..from], &value, &self.text.text[to..]].concat())
    }

    /// The file as text with so many characters at a location replaced; `None` when the location means none.
    pub fn corrected(&self, location: &Location, value: &str) -> Option<String> {
        if location.line == 0 || location.column == 0 || location.length == 0 {
            return None;
        }
        let start = self.text.start(location.line);
        let line = self.text.text.get(start..)?;
        let byte = |nth: usize| line.char_indices().nth(nth).map_or(line.len(), |(at, _)| at);
        let (from, to) = (start + byte(location.column - 1), start + byte(location.column - 1 + location.length));
        Some([&self.text.text[..from], value, &self.text.text[to..]].concat())
    }

    /// The characters at a location.
    pub fn written(&self, location: &Location) -> &str {
        let start = self.text.start(location.line);
        let line = self.text.text.get(start..).unwrap_or_default();
        let byte = |nth: usize| line.char_indices().nth(nth).map_or(line.len(), |(at, _)| at);
        let from = location.column.saturating_sub(1);
        line.get(byte(from)..byte(from + location.length)).unwrap_or_default()
    }

    /// The file as text with another row after the last, empty but for its delimiters.
    pub fn with_row(&self) -> String {
        let delimiter = self.delimiter.map_or(String::new(), |delimiter| char::from(delimiter).to_string());
        let fields = self.spans(0).len().max(1);
        let text = self.text.text.trim_end_matches(['\r', '\n']);
        [text, "\n", &delimiter.repeat(fields - 1), "\n"].concat()
    }

    /// The file as text without a row.
    pub fn without_row(&self, row: usize) -> Option<String> {
        let from = *self.starts.get(row)?;
        let to = self.starts.get(row + 1).copied().unwrap_or(self.text.text.len());
        Some([&self.text.text[..from], &self.text.text[to..]].concat())
    }

    /// The bytes of each cell of a row, quotes included.
    fn spans(&self, row: usize) -> Vec<(usize, usize)> {
        let Some(&start) = self.starts.get(row) else { return Vec::new() };
        let end = self.starts.get(row + 1).copied().unwrap_or(self.text.text.len());
        let whole = self.text.text.get(start..end).unwrap_or_default();
        let Some(delimiter) = self.delimiter else {
            let line = whole.trim_end_matches(['\r', '\n']);
            return if line.len() > LONGEST { Vec::new() } else { vec![(start, start + line.len())] };
        };
        let (mut spans, mut from) = (Vec::new(), 0);
        // As the `csv` crate reads: a quote opens at the beginning of a field, and one within is written twice.
        let (mut is_quoted, mut is_start) = (false, true);
        for (at, byte) in whole.bytes().enumerate() {
            let ends = !is_quoted && (byte == delimiter || matches!(byte, b'\r' | b'\n'));
            if ends {
                spans.push((start + from, start + at));
                (from, is_start) = (at + 1, true);
                if byte != delimiter {
                    return spans;
                }
                continue;
            }
            if byte == b'"' && (is_start || is_quoted || whole.as_bytes().get(at.wrapping_sub(1)) == Some(&b'"')) {
                is_quoted = !is_quoted;
            }
            is_start = false;
        }
        spans.push((start + from, start + whole.len()));
        spans
    }
}

/// Whether a text is markup or JSON, whatever its file is called.
fn looks_marked(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[', '<'])
}

/// The bytes at which the lines of a text begin.
fn lines(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    core::iter::once(0).chain(ends).filter(|start| *start < text.len()).collect()
}

/// The bytes at which the records of a table begin.
fn records(text: &str, delimiter: u8, start: usize) -> Vec<usize> {
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.has_headers(false).flexible(true).delimiter(delimiter);
    let mut reader = builder.from_reader(text.get(start..).unwrap_or_default().as_bytes());
    let (mut record, mut starts) = (csv::ByteRecord::new(), Vec::new());
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let at = start + record.position().map_or(0, |position| position.byte() as usize);
        // The reader counts from before the line breaks above the record.
        let breaks = text.as_bytes().iter().skip(at).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        starts.push(at + breaks);
    }
    starts
}

/// The value of a field as it is written.
fn unquoted(written: &str) -> String {
    let Some(rest) = written.strip_prefix('"') else { return written.to_owned() };
    let mut value = String::with_capacity(rest.len());
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if letters.peek() == Some(&'"') => value.extend(letters.next()),
            // What stands behind the closing quote belongs to the value as well.
            '"' => {
                value.extend(letters);
                break;
            }
            letter => value.push(letter),
        }
    }
    value
}

/// A value as a field is written.
fn quoted(value: &str, delimiter: u8) -> String {
    let needs = value.starts_with('"') || value.contains([char::from(delimiter), '\r', '\n']);
    if needs { format!("\"{}\"", value.replace('"', "\"\"")) } else { value.to_owned() }
}
