//! What the page is told of a check: plain data, each problem with its cell.

use serde::Serialize;

use crate::data::{
    ColumnReading, Dataset, Draft, Form, Grid, GridPlace, Location, MEANINGS, Mapping, Problem, ProblemKind, Report,
    StepId, WordReading, correction, mend,
};

/// No more problems than these are handed over; the rest is counted.
const PROBLEMS: usize = 500;
/// No more lines that can be mended are shown.
const LINES: usize = 20;
/// No more actors can be chosen from.
const ACTORS: usize = 2000;
/// The longest cell that is handed over whole, in characters.
const SHOWN: usize = 500;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Answer<'a> {
    passed: bool,
    errors: usize,
    warnings: usize,
    summary: String,
    problems: Vec<Found<'a>>,
    /// How many problems are not among these.
    further: usize,
    form: &'static str,
    columns: &'a [ColumnReading],
    words: &'a [WordReading],
    /// Words that mean no stance yet, each with the file it stands in.
    unknown_words: Vec<Unknown<'a>>,
    rules: &'a [String],
    files: Vec<FileShape<'a>>,
    mends: Mends,
    meanings: &'static [&'static str],
    dataset: Option<Shape<'a>>,
}

#[derive(Serialize)]
struct Unknown<'a> {
    file: &'a str,
    word: String,
}

/// One problem, with its cell.
#[derive(Serialize)]
struct Found<'a> {
    code: &'static str,
    message: &'a str,
    note: &'a str,
    hint: &'a str,
    allowed: bool,
    place: Place<'a>,
    /// What is most likely meant in its place.
    correction: Option<String>,
}

/// Where something stands: as a terminal names it, and as a cell.
#[derive(Serialize)]
struct Place<'a> {
    address: String,
    file: &'a str,
    field: &'a str,
    row: Option<usize>,
    column: Option<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FileShape<'a> {
    name: &'a str,
    bytes: usize,
    /// Whether it can be shown as cells.
    is_text: bool,
    is_table: bool,
    rows: usize,
}

/// What can be mended without asking.
#[derive(Serialize)]
struct Mends {
    count: usize,
    lines: Vec<MendedLine>,
}

#[derive(Serialize)]
struct MendedLine {
    file: String,
    line: usize,
    before: String,
    after: String,
}

/// What the dataset is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shape<'a> {
    name: &'a str,
    title: &'a str,
    /// The ends of the span: years as numbers, months and days as dates.
    first_year: StepId,
    last_year: StepId,
    ego: Option<&'a str>,
    /// Id and name of each, the most prominent first.
    actors: Vec<(&'a str, &'a str)>,
    ties: usize,
    ladder: Vec<(i8, &'a str)>,
}

/// A row of a file as it is shown.
#[derive(Serialize)]
pub(super) struct GridRow {
    row: usize,
    line: usize,
    cells: Vec<String>,
}

pub(super) fn rows(grid: &Grid, from: usize, count: usize) -> Vec<GridRow> {
    let end = grid.rows().min(from.saturating_add(count));
    let line = |row: usize| GridRow { row, line: grid.line(row), cells: grid.cells(row) };
    (from..end).map(line).collect()
}

pub(super) fn answer<'a>(
    draft: &'a Draft,
    report: &'a Report,
    grids: &[(String, Grid)],
    files: &'a [(String, Vec<u8>)],
    dataset: Option<&'a Dataset>,
) -> Answer<'a> {
    let Mapping { form, columns, words, rules } = draft.mapping();
    let problems: Vec<Found<'_>> = report.problems.iter().take(PROBLEMS).map(|problem| found(problem, grids)).collect();
    Answer {
        passed: dataset.is_some(),
        errors: report.errors(),
        warnings: report.warnings(),
        summary: report.summary(),
        further: report.errors() + report.warnings() - problems.len(),
        problems,
        form: Form::name(*form),
        columns,
        words,
        unknown_words: report.problems.iter().filter_map(|problem| unknown(problem, grids, columns)).collect(),
        rules,
        files: files.iter().map(|(name, bytes)| shape_of_file(name, bytes, grids)).collect(),
        mends: mends(files),
        meanings: &MEANINGS,
        dataset: dataset.map(shape),
    }
}

fn grid<'g>(grids: &'g [(String, Grid)], file: &str) -> Option<&'g Grid> {
    grids.iter().find(|(name, _)| name == file).map(|(_, grid)| grid)
}

fn found<'a>(problem: &'a Problem, grids: &[(String, Grid)]) -> Found<'a> {
    Found {
        code: problem.kind.code(),
        message: &problem.message,
        note: &problem.note,
        hint: &problem.hint,
        allowed: problem.allowed,
        place: place(&problem.location, grids),
        correction: grid(grids, &problem.location.file).and_then(|grid| correction(problem, grid)),
    }
}

fn place<'a>(location: &'a Location, grids: &[(String, Grid)]) -> Place<'a> {
    let cell = grid(grids, &location.file).and_then(|grid| grid.place(location));
    Place {
        address: location.address(),
        file: &location.file,
        field: &location.field,
        row: cell.map(|GridPlace { row, .. }| row),
        column: cell.and_then(|GridPlace { column, .. }| column),
    }
}

/// A word of a column of kinds that means no stance.
fn unknown<'a>(problem: &'a Problem, grids: &[(String, Grid)], columns: &[ColumnReading]) -> Option<Unknown<'a>> {
    let Location { file, field, .. } = &problem.location;
    let is_kind = |column: &ColumnReading| {
        column.file == *file && column.column == *field && matches!(column.read_as.as_str(), "kind" | "stance")
    };
    if problem.kind != ProblemKind::UnknownWord || !columns.iter().any(is_kind) {
        return None;
    }
    let word = grid(grids, file)?.written(&problem.location).trim().to_owned();
    (!word.is_empty()).then_some(Unknown { file, word })
}

fn shape_of_file<'a>(name: &'a str, bytes: &[u8], grids: &[(String, Grid)]) -> FileShape<'a> {
    let grid = grid(grids, name);
    FileShape {
        name,
        bytes: bytes.len(),
        is_text: grid.is_some(),
        is_table: grid.is_some_and(Grid::is_table),
        rows: grid.map_or(0, Grid::rows),
    }
}

fn mends(files: &[(String, Vec<u8>)]) -> Mends {
    let short = |text: String| text.chars().take(SHOWN).collect();
    let mended = mend(files);
    let count = mended.iter().map(|one| one.lines.len()).sum();
    let lines = mended.into_iter().flat_map(|one| {
        let file = one.file;
        one.lines.into_iter().map(move |(line, before, after)| (file.clone(), line, before, after))
    });
    let lines = lines.take(LINES).map(|(file, line, before, after)| MendedLine {
        file,
        line,
        before: short(before),
        after: short(after),
    });
    Mends { count, lines: lines.collect() }
}

fn shape(dataset: &Dataset) -> Shape<'_> {
    let info = dataset.info();
    Shape {
        name: &info.name,
        title: &info.title,
        first_year: info.step_id(info.first_year),
        last_year: info.step_id(info.last_year),
        ego: dataset.ego().map(|ego| dataset.actor(ego).code.as_str()),
        actors: dataset
            .actors()
            .iter()
            .take(ACTORS)
            .map(|actor| (actor.code.as_str(), actor.short_name.as_str()))
            .collect(),
        ties: dataset.tables().ties.len(),
        ladder: info.ladder.iter().map(|rung| (rung.stance.value(), rung.name.as_str())).collect(),
    }
}
