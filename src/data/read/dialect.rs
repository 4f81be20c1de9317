//! How a table is written: what stands between its fields, and whether a line before its head says so.

use super::super::draft::scan;

/// What may stand between fields; of equally likely ones the earlier.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Dialect {
    /// What stands between fields.
    pub(in super::super) delimiter: u8,
    /// Where the head begins, in bytes: after a line `sep=;`, as spreadsheets read and write it.
    pub(in super::super) start: usize,
}

impl Dialect {
    /// The dialect of a text: what a line `sep=` says, or what parts its head into the most columns, those that
    /// `is_known` counting first.
    pub(in super::super) fn of(text: &str, is_known: &dyn Fn(&str) -> bool) -> Self {
        let (line, rest) = text.split_at(text.find(['\r', '\n']).unwrap_or(text.len()));
        let said = line.trim_matches([' ', '"']).strip_prefix("sep=").map(str::as_bytes);
        if let Some([delimiter]) = said {
            let delimiter = *delimiter;
            let start = text.len() - rest.trim_start_matches(['\r', '\n']).len();
            return Self { delimiter, start };
        }
        let parts = |delimiter: u8| {
            let fields = fields(text, delimiter);
            let known = fields.iter().filter(|name| is_known(name)).count();
            (known, fields.len())
        };
        let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| parts(*delimiter));
        Self { delimiter: best.unwrap_or(b','), start: 0 }
    }
}

/// The fields of the first line, as another delimiter would part it.
fn fields(text: &str, delimiter: u8) -> Vec<String> {
    let end = scan(text, usize::MAX, 0, delimiter).offset;
    let reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(&text.as_bytes()[..end]);
    let head = reader.into_records().next().and_then(Result::ok).unwrap_or_default();
    head.iter().map(str::to_owned).collect()
}
