//! Tables in CSV: the seed's, with rows added and cells, heads, rows and quotes changed.

mod sheet;

use std::collections::BTreeSet;

use arbitrary::Arbitrary;
use detente::data::{ProblemKind, read, validate};
use detente::time::Date;
use detente::viewer::Viewer;

use self::sheet::{Sheet, reason, sheets};
use crate::asks::Few;
use crate::{Ask, DateInput, play, seed};

/// Changes of the tables, and what is then asked of the viewer.
#[derive(Arbitrary, Debug)]
pub struct Input {
    // First, since bytes that have run out ask for nothing.
    asks: Few<Ask>,
    changes: Few<Change>,
    /// Whether rows may contradict the rest, and what stands may change: a quarter of all inputs.
    damage: u8,
}

/// A row added, or something changed where it stands.
#[derive(Arbitrary, Debug)]
enum Change {
    Actor {
        from: Option<DateInput>,
        to: Option<DateInput>,
        successors: Vec<u8>,
        prominence: u8,
        bearing: Option<u16>,
    },
    Tie {
        a: u8,
        b: u8,
        from: DateInput,
        to: Option<DateInput>,
        stance: i8,
        alternative: Option<i8>,
        confidence: u8,
    },
    Act {
        actor: u8,
        toward: u8,
        date: DateInput,
        act: u8,
    },
    Event {
        date: DateInput,
        until: Option<DateInput>,
        actors: Vec<u8>,
        effect: Option<(u8, i8)>,
    },
    /// A later reason of a tie, so many years after its first.
    Reason {
        tie: u8,
        after: u8,
    },
    Cell {
        table: u8,
        row: u8,
        column: u8,
        value: Value,
    },
    RemoveRow {
        table: u8,
        row: u8,
    },
    RepeatRow {
        table: u8,
        row: u8,
    },
    RemoveTable(u8),
    Bytes {
        table: u8,
        at: u16,
        bytes: [u8; 2],
    },
    Quote {
        table: u8,
        row: u8,
        column: u8,
    },
}

/// What a cell is changed to.
#[derive(Arbitrary, Debug)]
enum Value {
    Empty,
    Actors(Vec<u8>),
    Date(DateInput),
    Number(i16),
    Word(u8),
    Text(String),
}

/// How many actors the seed has.
const SEED_ACTORS: u8 = 3;

const WORDS: [&str; 12] =
    ["state", "body", "Asia", "Europe", "high", "low", "war", "established", "severed", "report", "war-1950", "id"];
const CONFIDENCE: [&str; 3] = ["high", "medium", "low"];
const ACTS: [&str; 3] = ["established", "severed", "restored"];

impl Value {
    fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Actors(actors) => codes(actors, 4),
            Self::Date(date) => date.text(),
            Self::Number(number) => number.to_string(),
            Self::Word(word) => WORDS[usize::from(*word) % WORDS.len()].to_owned(),
            Self::Text(text) => format!("\"{}\"", text.replace('"', "\"\"")),
        }
    }
}

/// At most so many codes, separated by blanks.
fn codes(places: &[u8], most: usize) -> String {
    places.iter().take(most).map(|place| seed::code(*place)).collect::<Vec<_>>().join(" ")
}

fn date(date: Option<DateInput>) -> String {
    date.map_or(String::new(), DateInput::text)
}

impl Change {
    fn apply(&self, sheets: &mut Vec<Sheet>) {
        let named = |name: &str| sheets.iter().position(|sheet| sheet.name == name);
        if let Self::Reason { tie, after } = self {
            let row = named("ties.csv").and_then(|at| reason(&sheets[at], *tie, *after));
            if let Some((at, row)) = named("reasons.csv").zip(row) {
                sheets[at].add(&row);
            }
            return;
        }
        let at = match self {
            Self::Reason { .. } => None,
            Self::Actor { .. } => named("actors.csv"),
            Self::Tie { .. } => named("ties.csv"),
            Self::Act { .. } => named("acts.csv"),
            Self::Event { .. } => named("events.csv"),
            Self::Cell { table, .. }
            | Self::RemoveRow { table, .. }
            | Self::RepeatRow { table, .. }
            | Self::RemoveTable(table)
            | Self::Bytes { table, .. }
            | Self::Quote { table, .. } => Some(usize::from(*table) % sheets.len().max(1)),
        };
        let Some(at) = at.filter(|at| *at < sheets.len()) else { return };
        if matches!(self, Self::RemoveTable(_)) {
            sheets.remove(at);
        } else {
            self.change(&mut sheets[at]);
        }
    }

    /// The row that this adds, changed so that it agrees with so many actors; `None` if it adds none.
    fn repaired(&self, actors: u8) -> Option<Self> {
        let after = |from: DateInput, to: Option<DateInput>| to.filter(|to| from.date() < to.date());
        // Two actors; another than the first where both are the same.
        let pair =
            |a: u8, b: u8| (a % actors, if a % actors == b % actors { (a % actors + 1) % actors } else { b % actors });
        let once = |places: &[u8]| {
            let places: BTreeSet<u8> = places.iter().map(|place| place % actors).collect();
            places.into_iter().collect::<Vec<_>>()
        };
        Some(match self {
            Self::Actor { from, to, successors, prominence, bearing } if usize::from(actors) < seed::CODES.len() => {
                let to = from.map_or(*to, |from| after(from, *to));
                // Those in the table already, so that nobody succeeds itself.
                Self::Actor {
                    from: *from,
                    to,
                    successors: once(successors),
                    prominence: *prominence,
                    bearing: *bearing,
                }
            }
            Self::Tie { a, b, from, to, stance, alternative, confidence } => {
                let (a, b) = pair(*a, *b);
                Self::Tie {
                    a,
                    b,
                    from: *from,
                    to: after(*from, *to),
                    stance: *stance,
                    alternative: alternative.filter(|other| other % 4 != stance % 4),
                    confidence: *confidence,
                }
            }
            Self::Act { actor, toward, date, act } => {
                let (actor, toward) = pair(*actor, *toward);
                Self::Act { actor, toward, date: *date, act: *act }
            }
            Self::Event { date, until, actors: places, effect } => {
                let effect =
                    effect.map(|(whom, change)| (1 + whom % (actors - 1), if change % 4 == 0 { 1 } else { change }));
                Self::Event { date: *date, until: after(*date, *until), actors: once(places), effect }
            }
            Self::Reason { tie, after } => Self::Reason { tie: *tie, after: *after },
            _ => return None,
        })
    }

    fn change(&self, sheet: &mut Sheet) {
        let rows = sheet.rows.len().max(1);
        match self {
            Self::Actor { .. } | Self::Tie { .. } | Self::Act { .. } | Self::Event { .. } => {
                let row = self.row(sheet.rows.len());
                sheet.add(&row);
            }
            Self::Cell { row, column, value, .. } => {
                if let Some(cell) = sheet.cell(*row, *column) {
                    *cell = value.text();
                }
            }
            Self::RemoveRow { row, .. } if !sheet.rows.is_empty() => drop(sheet.rows.remove(usize::from(*row) % rows)),
            Self::RepeatRow { row, .. } => {
                if let Some(row) = sheet.rows.get(usize::from(*row) % rows).cloned() {
                    sheet.rows.push(row);
                }
            }
            Self::Quote { row, column, .. } => {
                if let Some(cell) = sheet.cell(*row, *column) {
                    cell.push('"');
                }
            }
            Self::Bytes { at, bytes, .. } => sheet.bytes.push((*at, *bytes)),
            Self::RemoveRow { .. } | Self::RemoveTable(_) | Self::Reason { .. } => {}
        }
    }

    /// The values of an added row, which is the one after so many lines.
    fn row(&self, lines: usize) -> Vec<(&'static str, String)> {
        let confidence = |place: u8| ("confidence", CONFIDENCE[usize::from(place % 3)].to_owned());
        let source = || ("sources", "report".to_owned());
        match self {
            Self::Actor { from, to, successors, prominence, bearing } => {
                // The head is a line too.
                let code = seed::code((lines.max(1) - 1) as u8).to_owned();
                vec![
                    ("id", code.clone()),
                    ("name", code.clone()),
                    ("short_name", code),
                    ("kind", "state".to_owned()),
                    ("region", "Europe".to_owned()),
                    ("from", date(*from)),
                    ("to", date(*to)),
                    ("successor", codes(successors, 3)),
                    ("prominence", (1 + prominence % 3).to_string()),
                    ("bearing", bearing.map_or(String::new(), |degrees| (degrees % 360).to_string())),
                    ("lon", "10".to_owned()),
                    ("lat", "50".to_owned()),
                ]
            }
            Self::Tie { a, b, from, to, stance, alternative, confidence: sure } => vec![
                ("a", seed::code(*a).to_owned()),
                ("b", seed::code(*b).to_owned()),
                ("from", from.text()),
                ("to", date(*to)),
                ("stance", (stance % 4).to_string()),
                ("alternative", alternative.map_or(String::new(), |other| (other % 4).to_string())),
                ("alternative_reason", alternative.map_or("", |_| "Why too.").to_owned()),
                ("why", "Why.".to_owned()),
                source(),
                confidence(*sure),
            ],
            Self::Act { actor, toward, date, act } => vec![
                ("actor", seed::code(*actor).to_owned()),
                ("toward", seed::code(*toward).to_owned()),
                ("date", date.text()),
                ("act", ACTS[usize::from(act % 3)].to_owned()),
                ("source", "report".to_owned()),
                confidence(*act),
            ],
            Self::Event { date: day, until, actors, effect } => {
                let effect = effect.map(|(whom, change)| format!("{}:{:+}", seed::code(whom), change % 4));
                vec![
                    ("id", format!("event-{lines}")),
                    ("date", day.text()),
                    ("until", date(*until)),
                    ("kind", "war".to_owned()),
                    ("actors", codes(actors, 4)),
                    ("title", "An event".to_owned()),
                    ("summary", "What happened.".to_owned()),
                    ("effect", effect.unwrap_or_default()),
                    source(),
                    confidence(0),
                ]
            }
            _ => Vec::new(),
        }
    }
}

impl Input {
    /// Reads the changed tables, and plays them if they are valid.
    ///
    /// # Panics
    /// When Détente has a fault.
    pub fn run(&self) {
        let mut sheets = sheets();
        let is_damaged = self.damage % 4 == 3;
        let mut actors = SEED_ACTORS;
        for change in &self.changes.0 {
            if is_damaged {
                change.apply(&mut sheets);
            } else if let Some(row) = change.repaired(actors) {
                actors += u8::from(matches!(row, Change::Actor { .. }));
                row.apply(&mut sheets);
            }
        }
        let mut files: Vec<_> = sheets.iter().map(|sheet| (sheet.name.to_owned(), sheet.bytes())).collect();
        files.push((seed::FILES[0].0.to_owned(), seed::FILES[0].1.as_bytes().to_vec()));
        match validate(&read(&files), ProblemKind::ALL) {
            Ok((dataset, _)) => play::play(dataset, &self.asks.0, planted),
            Err(report) => assert!(report.errors() > 0 && !report.to_string().is_empty(), "a refusal gives its reason"),
        }
    }
}

/// The planted fault: the shown year has an actor with two successors and an end in doubt.
pub fn planted(viewer: &Viewer) -> bool {
    let playhead = viewer.year_end().playhead();
    viewer
        .dataset()
        .actors()
        .iter()
        .any(|actor| actor.exists(playhead) && actor.successors.len() >= 2 && actor.to.is_some_and(Date::is_doubtful))
}
