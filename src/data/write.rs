//! A dataset in the forms that others read: a folder of tables, an edge list, plain JSON, GEXF.

mod csv;
mod descriptor;
mod gexf;
mod json;
mod rows;
mod xml;

pub use gexf::gexf;
pub use json::plain_json;

use self::csv::table;
use self::rows::{Sheet, has_event_ids, sheets};
use super::schema::DESCRIPTOR;
use super::{Dataset, read, resources};

/// A dataset in another form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// What is to be kept.
    pub content: T,
    /// What the form has no place for, each in a few words: `12 events`.
    pub left_out: Vec<String>,
}

/// The dataset as the files of a folder: tables with a descriptor, a Data Package.
///
/// Read again they are the same dataset. What a dataset that came from a pack does not know is named. A text that a
/// spreadsheet would take for a formula has an apostrophe before it, which reading takes away.
pub fn table_folder(dataset: &Dataset) -> Written<Vec<(String, Vec<u8>)>> {
    let tables = sheets(dataset).into_iter().map(|sheet| (sheet.file.to_owned(), table(&sheet).into_bytes()));
    let mut files: Vec<(String, Vec<u8>)> = tables.collect();
    let described = resources(&read(&files));
    files.insert(0, (DESCRIPTOR.to_owned(), descriptor::text(dataset, Some(described)).into_bytes()));
    Written { content: files, left_out: unknown(dataset) }
}

/// What a pack and its columns of texts do not hold, so that something else stands in its place.
fn unknown(dataset: &Dataset) -> Vec<String> {
    let events = dataset.tables().events.len();
    let has_ids = events == 0 || has_event_ids(dataset);
    let has_day =
        dataset.info().published.is_none() || dataset.texts().is_some_and(|texts| !texts.about.created.is_empty());
    let ids = (!has_ids).then(|| format!("the ids of {events} events: they are numbered"));
    let sources = dataset.texts().map_or(0, |texts| texts.sources.iter().filter(|source| source.id.is_empty()).count());
    let ids = ids.into_iter().chain((sources > 0).then(|| format!("the ids of {sources} sources: they are numbered")));
    let day = (!has_day).then(|| "the day of `created`: it is 1 January of its year".to_owned());
    ids.chain(day).collect()
}

/// What a pack, and with it the columns of texts, has no place for.
pub fn not_packed(dataset: &Dataset) -> Vec<String> {
    let Some(texts) = dataset.texts() else { return Vec::new() };
    let events = dataset.tables().events.len();
    let counts = [
        (if has_event_ids(dataset) { events } else { 0 }, "the ids of events"),
        (texts.eras.iter().filter(|era| !era.id.is_empty()).count(), "the ids of eras"),
        (texts.sources.iter().filter(|source| !source.id.is_empty()).count(), "the ids of sources"),
        (texts.chapters.len(), "the chapters of the story"),
        (texts.claims.len(), "claims"),
        (usize::from(!texts.about.created.is_empty()), "the day of `created`, of which the year is kept"),
    ];
    counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, what)| what.to_owned()).collect()
}

/// The ties alone, as one CSV: both ids, dates, stance, weight, direction, group and reason.
pub fn edge_list(dataset: &Dataset) -> Written<String> {
    const COLUMNS: [&str; 9] = ["a", "b", "from", "to", "stance", "weight", "direction", "group", "why"];
    let mut all = sheets(dataset);
    let Some(place) = all.iter().position(|sheet| sheet.file == "ties.csv") else {
        return Written { content: String::new(), left_out: Vec::new() };
    };
    let ties = all.remove(place);
    let mut left_out = left_out(&all, &["actors.csv"]);
    left_out.insert(0, "names, kinds, regions and lives of the actors".to_owned());
    let columns: Vec<usize> =
        COLUMNS.iter().filter_map(|name| ties.columns.iter().position(|own| own == *name)).collect();
    left_out.extend(
        ties.columns
            .iter()
            .filter(|name| !COLUMNS.contains(&name.as_ref()))
            .map(|name| format!("`{name}` of the ties")),
    );
    let row = |row: &Vec<String>| columns.iter().map(|column| row[*column].clone()).collect();
    let chosen = Sheet {
        file: ties.file,
        columns: columns.iter().map(|column| ties.columns[*column].clone()).collect(),
        rows: ties.rows.iter().map(row).collect(),
    };
    Written { content: table(&chosen), left_out }
}

/// What stands in the tables that are not kept: `12 events`.
fn left_out(sheets: &[Sheet], kept: &[&str]) -> Vec<String> {
    let named = |sheet: &Sheet| {
        let plural = sheet.file.trim_end_matches(".csv");
        let singular = plural.strip_suffix('s').filter(|_| sheet.rows.len() == 1).unwrap_or(plural);
        format!("{} {singular}", sheet.rows.len())
    };
    sheets.iter().filter(|sheet| !kept.contains(&sheet.file)).map(named).collect()
}
