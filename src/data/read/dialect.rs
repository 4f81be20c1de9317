//! How a table is written: what stands between its fields, and where its head begins.

use super::super::draft::scan;

/// What may stand between fields; of equally likely ones the earlier.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// No more names than these are looked at to tell what stands between them.
const NAMES: usize = 200;
/// No more lines than these may stand above the head.
const ABOVE: usize = 20;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Dialect {
    /// What stands between fields.
    pub(in super::super) delimiter: u8,
    /// Where the head begins, in bytes: after a line `sep=;`, as spreadsheets read and write it, and after a title or
    /// comments.
    pub(in super::super) start: usize,
    /// How many lines above the head are a title or comments.
    pub(in super::super) above: usize,
}

impl Dialect {
    /// The dialect of a text: what a line `sep=` says, or what parts its head into the most columns, those that
    /// `is_known` counting first.
    pub(in super::super) fn of(text: &str, is_known: &dyn Fn(&str) -> bool) -> Self {
        let best = |start: usize| {
            let rest = &text[start..];
            let parts = |delimiter: u8| {
                let fields = fields(rest, delimiter);
                let known = fields.iter().take(NAMES).filter(|name| is_known(name)).count();
                (known, fields.len())
            };
            let best =
                DELIMITERS.into_iter().rev().map(|delimiter| (parts(delimiter), delimiter)).max_by_key(|one| one.0);
            best.map_or((b',', 0), |((known, _), delimiter)| (delimiter, known))
        };
        let line = first_line(text);
        if let Some(delimiter) = said(line) {
            let start = text.len() - text[line.len()..].trim_start_matches(['\r', '\n']).len();
            let (other, known) = best(start);
            // A head that it leaves in one piece was not written with it.
            let is_wrong = known > 1 && fields(&text[start..], delimiter).len() < 2;
            return Self { delimiter: if is_wrong { other } else { delimiter }, start, above: 0 };
        }
        let (delimiter, known) = best(0);
        let head = |start: usize| Some(best(start)).filter(|(_, known)| *known > 1).map(|(delimiter, _)| delimiter);
        if known == 0
            && let Some((start, above)) = below_a_title(text, &head)
        {
            return Self { delimiter: best(start).0, start, above };
        }
        Self { delimiter, start: 0, above: 0 }
    }
}

/// What a first line `sep=;` says, however it is written: in quotes, in large letters, or filled up with empty fields.
fn said(line: &str) -> Option<u8> {
    let (key, rest) = line.trim_matches([' ', '"']).split_once('=')?;
    let rest = rest.trim_start_matches(' ').trim_end_matches([' ', '"']).as_bytes();
    let delimiter = *rest.first().filter(|first| !first.is_ascii_alphanumeric())?;
    (key.trim().eq_ignore_ascii_case("sep") && rest.iter().all(|byte| *byte == delimiter)).then_some(delimiter)
}

/// Where the head begins, and how many lines stand above it, where these are a title of one field each, or comments.
fn below_a_title(text: &str, head: &dyn Fn(usize) -> Option<u8>) -> Option<(usize, usize)> {
    let mut lines: Vec<&str> = Vec::new();
    let mut start = 0;
    while lines.len() <= ABOVE {
        let line = first_line(&text[start..]);
        if let Some(delimiter) = head(start).filter(|_| !lines.is_empty()) {
            let is_filled = |field: &String| !field.trim().is_empty();
            let filled = |line: &&str| fields(line, delimiter).into_iter().filter(is_filled).count();
            let is_comment = |line: &&str| ["#", "%", "//"].iter().any(|sign| line.starts_with(sign));
            let is_title = lines.iter().all(|line| filled(line) < 2 || is_comment(line));
            let above = lines.iter().filter(|line| filled(line) > 0).count();
            return is_title.then_some((start, above));
        }
        lines.push(line);
        let next = start + line.len();
        start = next + if text[next..].starts_with("\r\n") { 2 } else { 1 };
        if start >= text.len() {
            return None;
        }
    }
    None
}

fn first_line(text: &str) -> &str {
    &text[..text.find(['\r', '\n']).unwrap_or(text.len())]
}

/// The fields of the first line, as another delimiter would part it.
fn fields(text: &str, delimiter: u8) -> Vec<String> {
    let end = scan(text, usize::MAX, 0, delimiter).offset;
    let reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(&text.as_bytes()[..end]);
    let head = reader.into_records().next().and_then(Result::ok).unwrap_or_default();
    head.iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (u8, usize, usize) {
        let is_known = |name: &str| ["a", "b", "from"].contains(&name.trim_matches('"'));
        let Dialect { delimiter, start, above } = Dialect::of(text, &is_known);
        (delimiter, start, above)
    }

    #[test]
    fn a_line_that_names_the_separator_is_heeded() {
        for line in ["sep=;", "SEP=;", "sep = ;", "\"sep=;\"", "sep=;;;;", "Sep=;  "] {
            assert_eq!(of(&format!("{line}\r\na;b;from\r\n")), (b';', line.len() + 2, 0), "{line}");
        }
        assert_eq!(of("sep=\t\na\tb\n").0, b'\t');
        assert_eq!(of("sep=^\na^b\n").0, b'^');
        // One that parts nothing is none.
        assert_eq!(of("sep=;\na,b,from\n"), (b',', 6, 0));
        assert_eq!(of("sep=a\na,b,from\n").1, 6);
    }

    #[test]
    fn titles_and_comments_stand_above_a_head() {
        assert_eq!(of("Pacts of Europe\n\na;b;from\n"), (b';', 17, 1));
        assert_eq!(of("Pacts of Europe,,\n,,\na,b,from\n"), (b',', 21, 1));
        assert_eq!(of("# made, by hand\r\n# again\r\na,b,from\r\n"), (b',', 26, 2));
        // Rows of values are no title, and neither is a head with one name that is known.
        assert_eq!(of("x,1950,y\na,b,from\n"), (b',', 0, 0));
        assert_eq!(of("a,z\na,b,from\n"), (b',', 0, 0));
    }
}
