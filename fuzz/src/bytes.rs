//! The whole way from bytes to a picture: files of small networks in every form, with pieces of them cut out, repeated
//! and overwritten, read, drawn as SVG and read back.

use std::path::Path;

use arbitrary::Arbitrary;
use detente::data::{Dataset, ProblemKind, ReadOptions, read_any, validate};
use detente::layout::Layout;
use detente::render::svg;
use detente::scene::{Palette, Theme, View, at_rest};

use crate::asks::Few;

/// A file, and what is done to it.
#[derive(Arbitrary, Debug)]
pub struct Input {
    /// Which of the files, and how many of the changes: from one to four.
    file: u8,
    changes: Few<Change>,
    harm: Option<Harm>,
}

/// One change that keeps the file's form, at a share of 65,536 of the places where it can be made.
#[derive(Arbitrary, Debug)]
enum Change {
    /// A digit in the place of another.
    Digit(u16, u8),
    /// A year later or earlier.
    Year(u16, i8),
    /// An element, an object or a row again, or less.
    Part(u16, bool),
}

/// One change anywhere, at a share of 65,536 of the file's length.
#[derive(Arbitrary, Debug)]
enum Harm {
    /// Another byte.
    Byte(u16, u8),
    /// A piece twice.
    Twice(u16, u8),
    /// A piece less.
    Cut(u16, u8),
    /// A piece that readers look for.
    Piece(u16, u8),
    /// The rest is left out.
    End(u16),
}

/// What readers look for.
const PIECES: [&str; 16] = [
    ",",
    ";",
    "\n",
    "\"",
    "sep=;\n",
    "\u{feff}",
    "<spell start=\"1950\"/>",
    " end=\"1951\"",
    "&#xFFFF;",
    "weight",
    "until",
    "{\"a\":",
    "[1950.0, 1952.0]",
    "-9",
    "1.2.1961",
    "\u{202e}",
];

/// Networks in every form that is one file.
const FILES: [(&str, &str); 6] = [
    ("list.csv", "source,target,start,end,type\nA,B,1950,1952,ally\nA,C,1951,1955,war\nB,C,1950,,entente\n"),
    ("years.csv", "State 1;State 2;Year;Weight\nA;B;1950;1.5\nA;B;1951;1.5\nA;C;1951;-3\nB;C;1953;20\n"),
    (
        "members.csv",
        "group,actor,from,until,side\nPact,A,1950,1960,\nPact,B,1955,,\nWar,A,1939,1945,1\nWar,C,1940,,2\n",
    ),
    (
        "network.json",
        "{\"detente\":{\"ego\":\"A\",\"combine\":\"latest\"},\"ties\":[{\"a\":\"A\",\"b\":\"B\",\"from\":1950,\"stance\":2},\
         {\"a\":\"A\",\"b\":\"C\",\"from\":\"1951-06\",\"to\":\"1955\",\"stance\":-3}]}",
    ),
    (
        "network.gexf",
        "<gexf version=\"1.3\"><graph mode=\"dynamic\"><attributes class=\"edge\" mode=\"dynamic\">\
         <attribute id=\"0\" title=\"weight\"/></attributes><nodes><node id=\"A\" label=\"A\" start=\"1949\"/>\
         <node id=\"B\" label=\"B\"/><node id=\"C\"/></nodes><edges><edge source=\"A\" target=\"B\" start=\"1950\" end=\"1952\">\
         <attvalues><attvalue for=\"0\" value=\"2\" start=\"1950\" end=\"1951\"/></attvalues></edge>\
         <edge source=\"A\" target=\"C\"><spells><spell start=\"1951\" endopen=\"1955\"/></spells></edge></edges></graph></gexf>",
    ),
    (
        "network.graphml",
        "<graphml><key id=\"0\" for=\"edge\" attr.name=\"year\"/><key id=\"1\" for=\"edge\" attr.name=\"stance\"/><graph>\
         <node id=\"A\"/><node id=\"B\"/><edge source=\"A\" target=\"B\"><data key=\"0\">1950</data><data key=\"1\">2</data></edge>\
         </graph></graphml>",
    ),
];

/// One of the places in a file that a test picks, by its share of them.
fn place(bytes: &[u8], share: u16, is_one: impl Fn(usize) -> bool) -> Option<usize> {
    let all: Vec<usize> = (0..bytes.len()).filter(|at| is_one(*at)).collect();
    all.get(usize::from(share) * all.len() / 65_536).copied()
}

impl Change {
    /// Nothing, where the file has no place for it.
    fn apply(&self, bytes: &mut Vec<u8>) -> Option<()> {
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        match self {
            Self::Digit(share, digit) => {
                let at = place(bytes, *share, is_digit)?;
                bytes[at] = b'0' + digit % 10;
            }
            Self::Year(share, years) => {
                let at = place(bytes, *share, |at| (at..at + 4).all(is_digit) && !is_digit(at + 4))?;
                let year = bytes[at..at + 4].iter().fold(0, |year, digit| year * 10 + i32::from(digit - b'0'));
                bytes.splice(at..at + 4, (year + i32::from(*years)).to_string().bytes());
            }
            Self::Part(share, is_again) => {
                let from = place(bytes, *share, |at| is_start(bytes, at))?;
                let end = end_of_part(bytes, from);
                let again = if *is_again { bytes[from..end].repeat(2) } else { Vec::new() };
                bytes.splice(from..end, again);
            }
        }
        Some(())
    }
}

impl Harm {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let (Self::Byte(at, _) | Self::Twice(at, _) | Self::Cut(at, _) | Self::Piece(at, _) | Self::End(at)) = self;
        let at = usize::from(*at) * bytes.len() / 65_536;
        let to = |length: u8| (at + usize::from(length)).min(bytes.len());
        match self {
            Self::Byte(_, byte) => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = *byte),
            Self::Twice(_, length) => {
                let piece = bytes[at..to(*length)].to_vec();
                bytes.splice(at..at, piece);
            }
            Self::Cut(_, length) => drop(bytes.drain(at..to(*length))),
            Self::Piece(_, which) => {
                let piece = PIECES[usize::from(*which) % PIECES.len()];
                bytes.splice(at..at, piece.bytes());
            }
            Self::End(_) => bytes.truncate(at),
        }
    }
}

/// Whether an element, an object or a row begins at a place.
fn is_start(bytes: &[u8], at: usize) -> bool {
    let is_element = bytes[at] == b'<' && bytes.get(at + 1) != Some(&b'/');
    is_element || bytes[at] == b'{' || at.checked_sub(1).is_some_and(|before| bytes[before] == b'\n')
}

/// The place after the element, the object or the row that begins at a place, or of all there is where it has no end.
fn end_of_part(bytes: &[u8], from: usize) -> usize {
    let rest = &bytes[from..];
    let mut depth = 0;
    for (at, byte) in rest.iter().enumerate() {
        match (rest[0], byte) {
            (b'<', b'<') if rest.get(at + 1) == Some(&b'/') => depth -= 1,
            (b'<', b'<') | (b'{', b'{') => depth += 1,
            (b'<', b'/') if rest.get(at + 1) == Some(&b'>') => depth -= 1,
            (b'{', b'}') => depth -= 1,
            _ => {}
        }
        let is_end = match rest[0] {
            b'<' => *byte == b'>' && depth == 0,
            b'{' => depth == 0,
            _ => *byte == b'\n',
        };
        if is_end {
            return from + at + 1;
        }
    }
    bytes.len()
}

impl Input {
    /// Reads the file; draws what is valid, and reads it back from its own pack.
    ///
    /// # Panics
    /// When Détente has a fault.
    pub fn run(&self) {
        let (name, text) = FILES[usize::from(self.file) % FILES.len()];
        let mut bytes = text.as_bytes().to_vec();
        for change in self.changes.0.iter().take(1 + usize::from(self.file) / FILES.len() % 4) {
            change.apply(&mut bytes);
        }
        if let Some(harm) = &self.harm {
            harm.apply(&mut bytes);
        }
        let files = [(name.to_owned(), bytes)];
        match validate(&read_any(&files, &ReadOptions::default()), ProblemKind::ALL) {
            Ok((dataset, _)) => drawn(&dataset, name),
            Err(report) => {
                let is_told = report.errors() > 0 && !report.to_string().is_empty();
                assert!(is_told, "a refusal gives its reason, of {files:?}:\n{report}");
            }
        }
    }
}

fn drawn(dataset: &Dataset, name: &str) {
    let again = Dataset::unpack(&dataset.tables().pack()).expect("a valid dataset's pack opens");
    assert_eq!(again.tables(), dataset.tables(), "a pack must open to the same tables");
    let layout = Layout::solve(dataset);
    let info = dataset.info();
    for year in [info.first_year, info.last_year] {
        let scene = at_rest(dataset, &layout, year, &View::new(400.0, 400.0, Theme::Dark));
        let picture = svg(&[&scene], Palette::paper(Theme::Dark), &info.title, "text");
        if let Err(error) = roxmltree::Document::parse(&picture) {
            panic!("a picture must be well formed: {error}");
        }
    }
    assert!(!(cfg!(feature = "planted") && planted(dataset, name)), "the planted fault");
}

/// The planted fault: a graph in GEXF that is drawn spans more than 30 years and has an actor less than it began with
/// or a tie more.
pub fn planted(dataset: &Dataset, name: &str) -> bool {
    let info = dataset.info();
    let is_other = dataset.actors().len() != 3 || dataset.tables().ties.len() != 2;
    Path::new(name).extension().is_some_and(|ending| ending == "gexf")
        && i32::from(info.last_year) - i32::from(info.first_year) > 30
        && is_other
}
