//! The columns of a table while it is found out what they are.

use super::super::MEANINGS;
use super::super::draft::{RawTable, Record};
use super::super::mapping::ColumnReading;
use super::instants::{composed, plain};
use super::synonyms::squashed;

/// How many values are looked at to tell what a column holds.
pub(super) const LOOKED_AT: usize = 200;

/// The column of a date, or of its year with those of its month and its day.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateColumns {
    pub(super) whole: usize,
    pub(super) month: Option<usize>,
    pub(super) day: Option<usize>,
}

impl DateColumns {
    /// The date of a row, as the format has it.
    pub(super) fn date(self, record: &Record) -> String {
        match (self.month, self.day) {
            (None, None) => plain(record.value(self.whole)),
            (month, day) => {
                let part = |at: Option<usize>| at.map(|at| record.value(at));
                composed(record.value(self.whole), part(month), part(day))
            }
        }
    }
}

/// Whether a name of the format means itself, and needs no words.
fn is_plain(name: &str) -> bool {
    MEANINGS[..5].contains(&name) || matches!(name, "direction" | "group")
}

/// The head of a table while it is understood.
pub(super) struct Head<'t> {
    pub(super) table: &'t RawTable,
    /// The names as they are compared.
    pub(super) names: Vec<String>,
    /// What each column is read as, with a note.
    pub(super) readings: Vec<Option<(String, String)>>,
}

impl<'t> Head<'t> {
    pub(super) fn of(table: &'t RawTable) -> Self {
        let names: Vec<String> = table.columns().map(squashed).collect();
        let readings = vec![None; names.len()];
        Self { table, names, readings }
    }

    /// The first of these names that a column has which is not yet read.
    pub(super) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.free(name))
    }

    pub(super) fn free(&self, name: &str) -> Option<usize> {
        (0..self.names.len()).find(|at| self.names[*at] == name && self.readings[*at].is_none())
    }

    pub(super) fn read(&mut self, at: usize, meaning: &str, note: &str) -> usize {
        self.readings[at] = Some((meaning.to_owned(), note.to_owned()));
        at
    }

    /// The column that was given this meaning.
    pub(super) fn of_meaning(&self, meaning: &str) -> Option<usize> {
        let is_it = |reading: &Option<(String, String)>| reading.as_ref().is_some_and(|(other, _)| other == meaning);
        self.readings.iter().position(is_it)
    }

    /// The column of this meaning: the one given, or the first of these names.
    pub(super) fn take(&mut self, meaning: &str, names: &[&str], note: &str) -> Option<usize> {
        self.of_meaning(meaning).or_else(|| self.find(names).map(|at| self.read(at, meaning, note)))
    }

    /// Whether most of the values that a column begins with are of a kind.
    pub(super) fn mostly(&self, column: usize, is_it: impl Fn(&str) -> bool) -> bool {
        let (mut those, mut all) = (0, 0);
        for value in self.values(column).take(LOOKED_AT) {
            all += 1;
            those += usize::from(is_it(value));
        }
        those * 2 > all
    }

    /// The values of a column that are not empty.
    pub(super) fn values(&self, column: usize) -> impl Iterator<Item = &str> {
        self.table.records.iter().map(move |record| record.value(column)).filter(|value| !value.is_empty())
    }

    /// A column of years, with those of the months and days that are named after it.
    pub(super) fn with_parts(&mut self, whole: usize) -> DateColumns {
        let name = self.names[whole].clone();
        let meaning = self.readings[whole].as_ref().map_or(String::new(), |(meaning, _)| meaning.clone());
        // `styear` has `stmonth` and `stday` beside it, `strtyr` has `strtmnth` and `strtday`.
        let year = ["year", "yr"].into_iter().find(|year| name.contains(year));
        let mut part = |part: &str, names: &[&str]| {
            let at = names.iter().find_map(|other| self.free(&name.replacen(year?, other, 1)))?;
            Some(self.read(at, &meaning, &format!("its {part}")))
        };
        let (month, day) = (part("month", &["month", "mnth", "mon", "mo"]), part("day", &["day", "dy"]));
        DateColumns { whole, month, day }
    }

    /// What each column is read as, but for those that have the name of the format.
    pub(super) fn listed(&self) -> Vec<ColumnReading> {
        let mut listed = Vec::new();
        for (at, name) in self.table.columns().enumerate() {
            let (read_as, note) = match &self.readings[at] {
                Some((meaning, _)) if meaning == name && is_plain(name) => continue,
                Some((meaning, note)) => (meaning.clone(), note.clone()),
                None if name.is_empty() && !self.table.has_values(at) => continue,
                None => (String::new(), "nothing is drawn of it".to_owned()),
            };
            let column = if name.is_empty() { format!("column {}", at + 1) } else { name.to_owned() };
            listed.push(ColumnReading { file: self.table.file.clone(), column, read_as, note });
        }
        listed
    }
}
