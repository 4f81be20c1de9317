//! A dataset made up for measuring: as large as asked, the same on every machine.

use std::fmt::Write as _;

use anyhow::{Result, anyhow};
use detente::data::{Dataset, read, validate};

/// A small generator of numbers that are the same everywhere (Knuth's MMIX constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A dataset of so many actors and dyads over 80 years, each dyad with a spell of five to fifteen years after the other.
///
/// The ego has a dyad with everybody; the others are drawn by lot.
pub fn generate(actors: usize, dyads: usize) -> Result<Dataset> {
    let mut numbers = Numbers(1972);
    let mut table = String::from("id,name,short_name,kind,region,from,to,successor,prominence,bearing,lon,lat\n");
    let regions = ["Africa", "Asia", "Europe", "North America", "South America", "Oceania"];
    for index in 0..actors {
        let prominence = if index < 6 { 1 } else { 2 };
        let region = regions[numbers.below(6) as usize];
        let lon = numbers.below(360) as i64 - 180;
        writeln!(table, "A{index},Actor number {index},Actor {index},state,{region},,,,{prominence},,{lon},0")?;
    }
    let mut pairs: Vec<(usize, usize)> = (1..actors).map(|other| (0, other)).collect();
    while pairs.len() < dyads.min(actors * (actors - 1) / 2) {
        let (a, b) = (numbers.below(actors as u64) as usize, numbers.below(actors as u64) as usize);
        if a < b && !pairs.contains(&(a, b)) {
            pairs.push((a, b));
        }
    }
    let mut ties = String::from("a,b,from,to,stance,why,events,sources,confidence\n");
    for (a, b) in pairs {
        let mut from = 1945;
        while from < 2026 {
            let to = from + 5 + numbers.below(11);
            let stance = numbers.below(7) as i64 - 3;
            let end = if to < 2026 { to.to_string() } else { String::new() };
            writeln!(ties, "A{a},A{b},{from},{end},{stance},By lot.,,lot,high")?;
            from = to;
        }
    }
    let stances: Vec<String> =
        (-3..=3).map(|value| format!("{{ \"value\": {value}, \"name\": \"rung {value}\" }}")).collect();
    let descriptor = format!(
        "{{ \"name\": \"by-lot\", \"version\": \"1.0.0\", \"title\": \"By lot\", \"detente\": {{ \"ego\": \"A0\", \
         \"first_year\": 1945, \"last_year\": 2025, \"implied_stance\": 0, \"stances\": [{}] }} }}",
        stances.join(", ")
    );
    let sources = "id,title,publisher,url\nlot,A lot,,\n".to_owned();
    let files = [("datapackage.json", descriptor), ("actors.csv", table), ("ties.csv", ties), ("sources.csv", sources)];
    let files: Vec<(String, Vec<u8>)> =
        files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    let (dataset, _) = validate(&read(&files), &[]).map_err(|report| anyhow!("{report}"))?;
    Ok(dataset)
}
