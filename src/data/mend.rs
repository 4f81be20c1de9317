//! What can be mended in tables without asking: byte order marks, blanks at the ends of values, dates of one reading.

use super::arrange;
use super::draft::{Draft, RawTable, Record};
use super::read;
use super::schema::Kind;
use super::validate::{only_reading, parse_date};

/// The mark that some programs write at the beginning of UTF-8.
const MARK: &str = "\u{feff}";

/// The endings of tables whose fields are parted by signs.
const PARTED: [&str; 3] = ["csv", "tsv", "tab"];

/// A file that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Its name in its folder.
    pub file: String,
    /// What it holds now, as UTF-8.
    pub bytes: Vec<u8>,
    /// The lines that changed, in order: the number, the line before, the line now.
    pub lines: Vec<(usize, String, String)>,
}

/// Mends what allows one reading only, in the files of a dataset's folder. Files in which nothing changes are left out.
///
/// No value becomes another: blanks at its end do not belong to it, and a date is written as the format has it. A date
/// that can be read in two ways stays. Files in UTF-16 are left as they are.
pub fn mend(files: &[(String, Vec<u8>)]) -> Vec<Mended> {
    let draft = read(files);
    files.iter().filter_map(|(file, bytes)| mend_file(&draft, file, bytes)).collect()
}

fn mend_file(draft: &Draft, file: &str, bytes: &[u8]) -> Option<Mended> {
    let before = core::str::from_utf8(bytes).ok()?;
    let text = before.strip_prefix(MARK).unwrap_or(before);
    // A table of others is read as several of ours.
    let tables: Vec<&RawTable> =
        draft.tables.iter().filter(|table| table.file == file && table.text.text == text).collect();
    let is_parted = file.rsplit_once('.').is_some_and(|(_, ending)| PARTED.contains(&ending));
    let is_ours = (is_parted && !tables.is_empty()) || file == super::DESCRIPTOR;
    let after = if is_parted { mend_tables(text, &tables) } else { text.to_owned() };
    if !is_ours || after == before {
        return None;
    }
    // No line is added or taken away.
    let pairs = before.split_inclusive('\n').zip(after.split_inclusive('\n')).enumerate();
    let changed = pairs.filter(|(_, (before, after))| before != after);
    let end = |line: &str| line.trim_end_matches(['\r', '\n']).to_owned();
    let lines = changed.map(|(index, (before, after))| (index + 1, end(before), end(after))).collect();
    Some(Mended { file: file.to_owned(), bytes: after.into_bytes(), lines })
}

/// The text of some tables with every value mended.
fn mend_tables(text: &str, tables: &[&RawTable]) -> String {
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for table in tables {
        for record in [&table.head].into_iter().chain(&table.records).chain(&table.malformed) {
            for field in 0..record.fields.len() {
                // A row of another length has its values in other columns.
                let is_whole = record.fields.len() == table.meanings.len();
                let date = is_whole.then(|| date(table, record, field)).flatten();
                edits.extend(date.or_else(|| blanks(table, record, field)));
            }
        }
    }
    arrange(&mut edits, &Ord::cmp);
    let (mut after, mut at) = (String::with_capacity(text.len()), 0);
    for (from, to, by) in edits.into_iter().filter(|(from, to, by)| by.len() != to - from || *by != text[*from..*to]) {
        // What an edit before it has replaced already is left alone.
        if from >= at {
            after.push_str(&text[at..from]);
            after.push_str(&by);
            at = to;
        }
    }
    after.push_str(&text[at..]);
    after
}

/// The bytes of a value as it is written, quotes included, with what is to stand there.
fn blanks(table: &RawTable, record: &Record, field: usize) -> Option<(usize, usize, String)> {
    let value = record.fields.get(field)?;
    let blank = |letter: char| letter.is_whitespace() && !matches!(letter, '\r' | '\n');
    let (from, to) = table.span(record, field);
    if value.trim_end_matches(blank) == value && !table.text.text.get(..to)?.ends_with(blank) {
        return None;
    }
    let written = table.text.text.get(from..to)?;
    let kept = written.trim_end_matches(blank);
    // Blanks may stand before the closing quote, behind it, or at both places.
    let is_quoted = table.text.text.get(..from)?.ends_with('"') && kept.ends_with('"');
    let kept = match kept.strip_suffix('"').filter(|_| is_quoted) {
        Some(inner) => format!("{}\"", inner.trim_end_matches(blank)),
        None => kept.to_owned(),
    };
    Some((from, to, kept))
}

/// The bytes of a date that the format does not know and that can be read in one way only, with the date.
fn date(table: &RawTable, record: &Record, field: usize) -> Option<(usize, usize, String)> {
    let is_date = table.meanings.get(field).copied().flatten().is_some_and(|column| column.kind == Kind::Date);
    let raw = record.fields.get(field).filter(|_| is_date)?;
    let text = raw.trim();
    if parse_date(text).is_ok() {
        return None;
    }
    let date = only_reading(text)?;
    let before = raw.chars().take_while(|letter| letter.is_whitespace()).count();
    let (start, end) = table.span(record, field);
    let from = table.offset(record, field, before).max(start);
    let to = from + text.len();
    // Blanks behind it go with it.
    let rest = table.text.text.get(to..end)?;
    let blanks = rest.len() - rest.trim_start().len();
    (table.text.text.get(from..to)? == text).then(|| (from, to + blanks, date.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIES: &str = "a,b,from,to,stance\n";

    fn mended(table: &str) -> Option<String> {
        let files = [("ties.csv".to_owned(), table.as_bytes().to_vec())];
        let mut all = mend(&files);
        assert!(all.len() < 2);
        all.pop().map(|one| String::from_utf8(one.bytes).expect("text"))
    }

    #[test]
    fn blanks_dates_and_marks_are_mended_and_nothing_else() {
        for (before, after) in [
            ("\u{feff}a,b,from,to,stance\n", "a,b,from,to,stance\n"),
            ("a,b ,from,to,stance\n", "a,b,from,to,stance\n"),
            ("a,b,from,to,stance\nA,B \t,1950,,1 \n", "a,b,from,to,stance\nA,B,1950,,1\n"),
            ("a,b,from,to,stance\nA,\"B  \" ,1950,,1\r\n", "a,b,from,to,stance\nA,\"B\",1950,,1\r\n"),
            ("a,b,from,to,stance\nA,B,25.12.1950,1951/2/3 ,1\n", "a,b,from,to,stance\nA,B,1950-12-25,1951-02-03,1\n"),
            ("a,b,from,to,stance\nA,B,\" 5/5/1950 \",,1\n", "a,b,from,to,stance\nA,B,\" 1950-05-05\",,1\n"),
            ("a,b,from,to,stance\nA,B,05.05.1950 ,,1\n", "a,b,from,to,stance\nA,B,1950-05-05,,1\n"),
            ("a;b;from;to;stance\nA;B;3 March 1950;;1\n", "a;b;from;to;stance\nA;B;1950-03-03;;1\n"),
        ] {
            assert_eq!(mended(before).as_deref(), Some(after), "{before:?}");
            assert_eq!(mended(after), None, "{after:?}");
        }
        for kept in [
            "A,B,1.2.1950,,1\n",
            "A,B,soon,,1\n",
            "A,\"B\nC\",1950,,1,1.1.1950\n",
            "A,  B,1950~,,1\n",
            "A,\"B \n\",1,,1\n",
        ] {
            let table = format!("{TIES}{kept}");
            assert_eq!(mended(&table), None, "{kept:?}");
        }
    }

    #[test]
    fn the_difference_names_the_lines() {
        let files = [("ties.csv".to_owned(), format!("\u{feff}{TIES}A,B,1950,,1\nA,C,1950 ,,1\r\n").into_bytes())];
        let all = mend(&files);
        let [Mended { lines, .. }] = &all[..] else { panic!("one file") };
        let expected = [(1, "\u{feff}a,b,from,to,stance", "a,b,from,to,stance"), (3, "A,C,1950 ,,1", "A,C,1950,,1")];
        let lines: Vec<(usize, &str, &str)> =
            lines.iter().map(|(line, a, b)| (*line, a.as_str(), b.as_str())).collect();
        assert_eq!(lines, expected);
    }
}
