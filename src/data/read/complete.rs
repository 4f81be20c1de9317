//! What a descriptor leaves out, from what the tables tell: a name, a title, the span, the names of the stances.

use serde_json::{Map, Value, json};

use super::super::draft::{Draft, RawTable, Row};
use super::super::schema::{ACTORS, TIES};
use super::super::suggestion::nearest;
use super::super::{Problem, ProblemKind, ReadOptions};
use super::actors::Codes;
use super::instants::parse;
use super::kinds::{RUNGS, ladder};
use crate::time::Date;

/// Fills in what a descriptor leaves out. A key that looks like a slip of another's name leaves that other to be
/// reported.
pub(super) fn complete(draft: &mut Draft, options: &ReadOptions, ladder: Option<Value>, codes: &Codes) {
    let is_derived = draft.descriptor.is_none();
    let mut package = match draft.descriptor.take() {
        Some(Value::Object(package)) => package,
        None => Map::new(),
        other => {
            draft.descriptor = other;
            return;
        }
    };
    let title = options.title.clone().unwrap_or_else(|| title(options.name.as_deref().unwrap_or("Untitled")));
    if options.title.is_some() {
        package.insert("title".to_owned(), title.clone().into());
    }
    let has_title = package.get("detente").is_some_and(|own| own.get("title").is_some());
    if !has_title {
        fill(&mut package, "title", || title.clone().into());
    }
    fill(&mut package, "name", || name(&title).into());
    fill(&mut package, "version", || "1".into());
    fill(&mut package, "detente", || json!({}));
    let named = |ego: &str| if ego.is_empty() { String::new() } else { ego_of(draft, codes, ego) };
    let ego = options.ego.as_deref().map(named);
    let span = options.span.or_else(|| span(draft));
    if let Some(Value::Object(own)) = package.get_mut("detente") {
        if ego.as_deref() == Some("") {
            own.remove("ego");
        } else if let Some(ego) = ego {
            own.insert("ego".to_owned(), ego.into());
        }
        if options.title.is_some() {
            own.remove("title");
        }
        if let Some((first, last)) = span.filter(|_| !own.contains_key("span")) {
            fill(own, "first_year", || first.into());
            fill(own, "last_year", || last.into());
        }
        if !own.contains_key("ladder") {
            fill(own, "stances", || ladder.unwrap_or_else(usual));
        }
    }
    // Where no date can be read, that is what is reported, and not the lack of a span.
    if span.is_none() && has_unreadable_dates(draft) && !has_span_of(&package) {
        return;
    }
    draft.is_derived = is_derived;
    if is_derived {
        draft.mapping.rule("of ties of one dyad that hold at the same time the strongest counts".to_owned());
    }
    draft.descriptor = Some(Value::Object(package));
}

/// Whether a descriptor says both the first year and the last.
pub(super) fn has_span(package: &Value) -> bool {
    package.as_object().is_some_and(has_span_of)
}

fn has_span_of(package: &Map<String, Value>) -> bool {
    let has = |key: &str| package.get("detente").is_none_or(|own| own.get(key).is_some());
    has("span") || (has("first_year") && has("last_year"))
}

/// Whether rows of ties are malformed, or begin with a text that is no date.
fn has_unreadable_dates(draft: &Draft) -> bool {
    let is_unread =
        |row: Row<'_>| row.cell("from").is_some_and(|cell| !cell.text.is_empty() && parse(cell.text).is_none());
    draft.tables_of(TIES.file).any(|table| !table.malformed.is_empty() || table.rows().any(is_unread))
}

/// The keys of a descriptor that mean themselves: none of them is another's name with a slip in it.
const KEYS: [&str; 39] = [
    "$schema",
    "columns",
    "combine",
    "contributors",
    "counts_relations",
    "coverage_to",
    "created",
    "description",
    "detente",
    "ego",
    "encyclopedias",
    "first_year",
    "format",
    "homepage",
    "id",
    "implied_stance",
    "in_force",
    "keywords",
    "kinds",
    "ladder",
    "last_year",
    "licenses",
    "name",
    "pages",
    "profile",
    "resources",
    "reviewed_work",
    "rival",
    "sections",
    "sources",
    "sources_required",
    "span",
    "stances",
    "step",
    "subtitle",
    "title",
    "turning_points",
    "version",
    "weight",
];

fn fill(object: &mut Map<String, Value>, key: &str, value: impl FnOnce() -> Value) {
    let strange = object.keys().map(String::as_str).filter(|other| !KEYS.contains(other));
    if !object.contains_key(key) && nearest(key, strange).is_none() {
        object.insert(key.to_owned(), value());
    }
}

/// `great_powers-1871.csv` as `Great powers 1871`.
fn title(name: &str) -> String {
    let stem = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 7 => stem,
        _ => name,
    };
    let visible: String = stem.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let words: Vec<&str> = visible
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '_' | '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let joined = words.join(" ");
    let mut letters = joined.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    first.map_or_else(|| "Untitled".to_owned(), |first| first + letters.as_str())
}

/// `Great powers 1871` as `great-powers-1871`.
fn name(title: &str) -> String {
    title.to_lowercase().split(' ').collect::<Vec<&str>>().join("-")
}

fn usual() -> Value {
    ladder(&RUNGS.map(|(_, name)| name.to_owned()))
}

/// The years from the first in which a tie begins to the last in which one is known to hold.
fn span(draft: &Draft) -> Option<(i16, i16)> {
    let date = |row: Row<'_>, column: &str| row.cell(column).and_then(|cell| parse(cell.text));
    let mut span: Option<(i16, i16)> = None;
    for row in draft.tables_of(TIES.file).flat_map(RawTable::rows) {
        let from = date(row, "from");
        // An end on New Year's Day leaves nothing of its year.
        let before = |instant: f64| libm::ceil(instant) as i16 - 1;
        let to = date(row, "to").map(|to| before(to.instant()));
        let until = date(row, "until").map(|until| before(until.instant_after()));
        for year in from.map(Date::year).into_iter().chain(to).chain(until) {
            span = Some(span.map_or((year, year), |(first, last)| (first.min(year), last.max(year))));
        }
    }
    span
}

/// The id of the ego: of the actor with that id, of the one that the files name so, or the text itself.
fn ego_of(draft: &Draft, codes: &Codes, ego: &str) -> String {
    let actors = || draft.tables_of(ACTORS.file).flat_map(RawTable::rows);
    let is = |row: &Row<'_>, column: &str| row.cell(column).is_some_and(|cell| cell.text == ego);
    if actors().any(|row| is(&row, "id")) {
        return ego.to_owned();
    }
    let by_name = || actors().find(|row| is(row, "name") || is(row, "short_name"));
    let of_name = || by_name().and_then(|row| row.cell("id")).map(|cell| cell.text.to_owned());
    codes.find(ego).map(str::to_owned).or_else(of_name).unwrap_or_else(|| ego.to_owned())
}

/// That there are no ties, in a folder or in JSON.
pub(super) fn missing(json: Option<&str>) -> Problem {
    if let Some(file) = json {
        let message = "no list tells who was tied to whom".to_owned();
        let hint = "write {\"ties\": [{\"a\": ..., \"b\": ..., \"from\": ..., \"stance\": ...}]}";
        return Problem::new(ProblemKind::MissingFile, file, message).hint(hint);
    }
    let message = "no file tells who was tied to whom".to_owned();
    Problem::new(ProblemKind::MissingFile, TIES.file, message)
        .hint("a dataset needs ties.csv or members.csv, or one table with two columns of actors and their dates")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_made_of_the_name_of_a_file() {
        assert_eq!(title("great_powers-1871.csv"), "Great powers 1871");
        assert_eq!(title(".csv"), ".csv".to_owned());
        assert_eq!(title("élan"), "Élan");
        assert_eq!(title("--"), "Untitled");
        assert_eq!(name("Great powers 1871"), "great-powers-1871");
    }
}
