//! Files that are none of the forms that are read: what they are, and what to do.

use super::super::schema::{DESCRIPTOR, Schema};
use super::super::{Problem, ProblemKind};

/// What a file is, and what to do with it.
type Found = (&'static str, &'static str);

const SAVE: &str = "open it in a spreadsheet and save each sheet as “CSV UTF-8”";
const UNPACK: &str = "unpack it and give the file inside: nothing is unpacked here";
const EXPORT: &str = "export the table from it as “CSV UTF-8”";
const TEXT: &str = "give a table (CSV), JSON, GEXF or GraphML";

/// Beginnings of files that are no text.
const BEGINNINGS: [(&[u8], Found); 20] = [
    (
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
        ("an old Excel workbook (.xls) or another old Office file", SAVE),
    ),
    (&[0x1f, 0x8b], ("compressed with gzip", UNPACK)),
    (b"BZh", ("compressed with bzip2", UNPACK)),
    (&[0xfd, b'7', b'z', b'X', b'Z', 0], ("compressed with xz", UNPACK)),
    (&[0x28, 0xb5, 0x2f, 0xfd], ("compressed with zstd", UNPACK)),
    (&[b'7', b'z', 0xbc, 0xaf, 0x27, 0x1c], ("a 7z archive", UNPACK)),
    (b"Rar!\x1a\x07", ("a RAR archive", UNPACK)),
    (b"%PDF-", ("a PDF", "give the table that it was made from")),
    (b"\x89PNG", ("a picture (PNG)", TEXT)),
    (&[0xff, 0xd8, 0xff], ("a picture (JPEG)", TEXT)),
    (b"GIF8", ("a picture (GIF)", TEXT)),
    (b"SQLite format 3\0", ("an SQLite database", EXPORT)),
    (b"PAR1", ("a Parquet file", EXPORT)),
    (b"ARROW1", ("an Arrow file", EXPORT)),
    (b"{\\rtf", ("a document (RTF)", "save it as plain text in UTF-8")),
    (b"\0asm", ("a WebAssembly module", TEXT)),
    (b"\x7fELF", ("a program", TEXT)),
    (b"$FL2", ("an SPSS file", EXPORT)),
    (b"<stata_dta>", ("a Stata file", EXPORT)),
    (b"RDX3\n", ("an R data file", EXPORT)),
];

/// The problem of a file that is no text, by its bytes.
pub(super) fn by_bytes(file: &str, bytes: &[u8]) -> Option<Problem> {
    let utf32 = matches!(bytes, [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..]);
    if utf32 {
        let message = "the file is UTF-32, which is not read".to_owned();
        let problem = Problem::new(ProblemKind::BadUtf8, file, message);
        return Some(problem.hint("save the file as UTF-8; a spreadsheet calls it “CSV UTF-8”"));
    }
    let found = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Some(archive(bytes))
    } else {
        BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, found)| *found)
    };
    found.map(|found| problem(file, found))
}

/// What a ZIP archive is, by the names of the files in it, which are not compressed.
fn archive(bytes: &[u8]) -> Found {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    if holds(b"xl/workbook") {
        ("an Excel workbook (.xlsx)", SAVE)
    } else if holds(b"opendocument.spreadsheet") {
        ("an OpenDocument spreadsheet (.ods)", SAVE)
    } else if holds(b"word/document") || holds(b"opendocument.text") {
        ("a text document", "give the table in it as “CSV UTF-8”")
    } else if holds(b"Index/Document.iwa") {
        ("an Apple Numbers file", SAVE)
    } else if holds(b"Workspace_") || holds(b"Project_") {
        ("a Gephi project", "export the graph from Gephi as GEXF")
    } else {
        ("a ZIP archive", UNPACK)
    }
}

/// The problem of a text that is something else than its name, or the reader of its form, expects.
pub(super) fn by_text(file: &str, text: &str) -> Option<Problem> {
    let start = text.trim_start();
    let is_table = Schema::of(file).is_some() || {
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        ending.is_some_and(|ending| ["csv", "tsv", "tab", "txt"].contains(&ending.as_str()))
    };
    let found = match start.as_bytes().first()? {
        b'<' => markup(start).filter(|(_, is_graph)| is_table || file == DESCRIPTOR || !is_graph).map(|(found, _)| found),
        b'{' if is_table => json_object(start).then_some((
            "JSON",
            "name it .json and give it alone, if it has the lists of this format; otherwise export the table as “CSV UTF-8”",
        )),
        b'[' if file != DESCRIPTOR => json_list(start).then_some((
            "a JSON list",
            "write an object, {\"ties\": [...]}, into a file that ends in .json; or export the table as “CSV UTF-8”",
        )),
        _ => None,
    }?;
    Some(problem(file, found))
}

fn problem(file: &str, (what, hint): Found) -> Problem {
    Problem::new(ProblemKind::WrongFormat, file, format!("the file is {what}, not a text that is read here")).hint(hint)
}

/// What markup is, and whether it may be a graph.
fn markup(start: &str) -> Option<(Found, bool)> {
    let low: String = start.chars().take(2000).collect::<String>().to_lowercase();
    let starts = |names: &[&str]| names.iter().any(|name| low.starts_with(name));
    let has = |name: &str| low.contains(name);
    if starts(&["<!doctype html", "<html", "<head", "<body", "<table", "<meta"]) || has("<html") {
        let hint = "a page was saved in the place of its table: look for a link to download the table itself";
        return Some((("a web page (HTML)", hint), false));
    }
    if has("<gexf") {
        return Some((("a graph (GEXF)", "name it .gexf and give it alone"), true));
    }
    if has("<graphml") {
        return Some((("a graph (GraphML)", "name it .graphml and give it alone"), true));
    }
    let is_element =
        || low.strip_prefix('<').is_some_and(|rest| rest.starts_with(char::is_alphabetic) && rest.contains('>'));
    (low.starts_with("<?xml") || is_element()).then_some((("XML", "export the table as “CSV UTF-8”"), true))
}

fn json_object(start: &str) -> bool {
    start.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']))
}

fn json_list(start: &str) -> bool {
    start.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', '[', '"', ']']))
}
