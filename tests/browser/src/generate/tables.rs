//! The tables of datasets made up for measuring. They name nothing but the standard library, so that other tests make
//! the same.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The files of a dataset by name.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// The span.
const FIRST: u64 = 1945;
const LAST: u64 = 2025;

/// A small generator of numbers that are the same everywhere (Knuth's MMIX constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn stance(&mut self) -> i64 {
        self.below(7) as i64 - 3
    }
}

/// So many actors and dyads, each dyad with a spell of five to fifteen years after the other.
///
/// The ego has a dyad with everybody; the others are drawn by lot.
pub(crate) fn round_the_ego(actors: usize, dyads: usize) -> Files {
    let mut numbers = Numbers(1972);
    let table = actors_table(actors, &mut numbers, None, |index| if index < 6 { 1 } else { 2 });
    let first: Vec<(usize, usize)> = (1..actors).map(|other| (0, other)).collect();
    let pairs = pairs(first, actors, dyads, &mut numbers);
    files(table, successive(pairs, (5, 11), &mut numbers))
}

/// So many actors, each with one dyad, that with the ego, and spells of 20 to 40 years one after the other.
pub(crate) fn star(actors: usize) -> Files {
    let mut numbers = Numbers(1972);
    let table = actors_table(actors, &mut numbers, None, prominence);
    let pairs = (1..actors).map(|other| (0, other)).collect();
    files(table, successive(pairs, (20, 21), &mut numbers))
}

/// So many actors at given positions, with about so many ties that hold in each year: every dyad has one and lacks one by
/// turns, each from a year of its own on.
pub(crate) fn with_positions(actors: usize, ties: usize) -> Files {
    /// After so many years it begins anew.
    const PERIOD: u64 = 160;
    let mut numbers = Numbers(1972);
    // Nearly twice as many dyads as ties, where there are as many.
    let dyads = (ties * 19 / 10).min(actors * (actors - 1) / 2);
    let table = actors_table(actors, &mut numbers, Some(actors.isqrt() + 1), prominence);
    let first: Vec<(usize, usize)> = (1..actors.min(40)).map(|other| (0, other)).collect();
    let pairs = pairs(first, actors, dyads, &mut numbers);
    let lasts = PERIOD * ties as u64 / pairs.len() as u64;
    let mut table_of_ties = TIES.to_owned();
    for (a, b) in pairs {
        let begins = FIRST - PERIOD + numbers.below(PERIOD);
        for from in [begins, begins + PERIOD] {
            let to = from + lasts;
            if to > FIRST && from <= LAST {
                tie(&mut table_of_ties, (a, b), (from, to), numbers.stance());
            }
        }
    }
    files(table, table_of_ties)
}

/// Few principals, some more with names, and many others.
fn prominence(index: usize) -> usize {
    match index {
        0..6 => 1,
        6..40 => 2,
        _ => 3,
    }
}

/// A prime number, so that its multiples come to each cell of a grid once.
const SPREAD: usize = 7919;

/// The table of actors; on a grid of so many columns each has a position somewhere in its cell.
fn actors_table(
    actors: usize,
    numbers: &mut Numbers,
    grid: Option<usize>,
    prominence: impl Fn(usize) -> usize,
) -> String {
    let mut table = String::from("id,name,short_name,kind,region,from,to,successor,prominence,bearing,x,y,lon,lat\n");
    let regions = ["Africa", "Asia", "Europe", "North America", "South America", "Oceania"];
    for index in 0..actors {
        let region = regions[numbers.below(6) as usize];
        let lon = numbers.below(360) as i64 - 180;
        let mut within = |cell: usize, columns: usize| {
            (cell as f64 + 0.15 + 0.7 * numbers.below(1000) as f64 / 1000.0) / columns as f64
        };
        let place = grid.map_or(",".to_owned(), |columns| {
            // Spread over all cells, or else the principals would stand in one row.
            let cell = index * SPREAD % (columns * columns);
            format!("{:.4},{:.4}", within(cell % columns, columns), within(cell / columns, columns))
        });
        let prominence = prominence(index);
        writeln!(table, "A{index},Actor number {index},Actor {index},state,{region},,,,{prominence},,{place},{lon},0")
            .expect("a row");
    }
    table
}

/// The dyads `first`, and others by lot until they are so many, or all that there are.
fn pairs(first: Vec<(usize, usize)>, actors: usize, dyads: usize, numbers: &mut Numbers) -> Vec<(usize, usize)> {
    let mut pairs = first;
    let mut drawn: BTreeSet<(usize, usize)> = pairs.iter().copied().collect();
    let all = actors * (actors - 1) / 2;
    if dyads * 4 > all * 3 {
        // By lot, the last would be long in coming.
        for b in 1..actors {
            pairs.extend((0..b).map(|a| (a, b)).filter(|pair| !drawn.contains(pair)));
        }
        pairs.truncate(dyads);
        return pairs;
    }
    while pairs.len() < dyads {
        let (a, b) = (numbers.below(actors as u64) as usize, numbers.below(actors as u64) as usize);
        if a < b && drawn.insert((a, b)) {
            pairs.push((a, b));
        }
    }
    pairs
}

const TIES: &str = "a,b,from,to,stance,why,events,sources,confidence\n";

/// Spells one after the other, each of at least so many years and fewer than so many more.
fn successive(pairs: Vec<(usize, usize)>, (least, more): (u64, u64), numbers: &mut Numbers) -> String {
    let mut table = TIES.to_owned();
    for pair in pairs {
        let mut from = FIRST;
        while from <= LAST {
            let to = from + least + numbers.below(more);
            tie(&mut table, pair, (from, to), numbers.stance());
            from = to;
        }
    }
    table
}

fn tie(table: &mut String, (a, b): (usize, usize), (from, to): (u64, u64), stance: i64) {
    let end = if to <= LAST { to.to_string() } else { String::new() };
    writeln!(table, "A{a},A{b},{from},{end},{stance},By lot.,,lot,high").expect("a row");
}

/// The tables with a descriptor and a source.
fn files(actors: String, ties: String) -> Files {
    let stances: Vec<String> =
        (-3..=3).map(|value| format!("{{ \"value\": {value}, \"name\": \"rung {value}\" }}")).collect();
    let descriptor = format!(
        "{{ \"name\": \"by-lot\", \"version\": \"1.0.0\", \"title\": \"By lot\", \"detente\": {{ \"ego\": \"A0\", \
         \"first_year\": {FIRST}, \"last_year\": {LAST}, \"implied_stance\": 0, \"stances\": [{}] }} }}",
        stances.join(", ")
    );
    let sources = "id,title,publisher,url\nlot,A lot,,\n".to_owned();
    let files =
        [("datapackage.json", descriptor), ("actors.csv", actors), ("ties.csv", ties), ("sources.csv", sources)];
    files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}
