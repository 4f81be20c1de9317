//! The valid dataset that the targets change: `tests/data/good`.

use detente::data::{ProblemKind, Tables, read, validate};

/// The codes that actors may have, the seed's own first.
pub(crate) const CODES: [&str; 8] = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH"];

/// The code at a place, counted round.
pub(crate) fn code(place: u8) -> &'static str {
    CODES[usize::from(place) % CODES.len()]
}

macro_rules! seed {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../tests/data/good/", $name)))),+]
    };
}

/// Each file of the seed with its text, the descriptor first.
pub(crate) const FILES: [(&str, &str); 8] = seed!(
    "datapackage.json",
    "actors.csv",
    "ties.csv",
    "acts.csv",
    "events.csv",
    "sources.csv",
    "claims.csv",
    "chapters.csv"
);

/// The seed's tables.
pub(crate) fn tables() -> Tables {
    let files: Vec<_> = FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let (dataset, _) = validate(&read(&files), ProblemKind::ALL).expect("the seed is valid");
    dataset.tables().clone()
}
