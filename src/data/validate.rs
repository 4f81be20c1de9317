//! From a draft to a dataset that cannot be wrong, or to a report of everything that is.

mod about;
mod descriptor;
mod facts;
mod fields;
mod ids;
mod rules;
mod story;

use super::draft::Draft;
use super::read::DESCRIPTOR;
use super::{Dataset, DatasetInfo, Problem, ProblemKind, Report, Tables, Texts, YearLine};
use fields::Fields;

/// Checks a draft. The kinds in `allow` are let through, as far as a dataset can be made with them.
///
/// Every rule is tried on every row; nothing stops at the first problem. What was
/// let through stands in the report that comes with the dataset.
///
/// # Errors
/// The report of everything that is wrong.
pub fn validate(draft: &Draft, allow: &[ProblemKind]) -> Result<(Dataset, Report), Report> {
    let mut fields = Fields::new(draft, allow);
    let actors = facts::actors(&mut fields);
    let sources = facts::sources(&mut fields);
    let events = facts::events(&mut fields);
    let ties = facts::ties(&mut fields);
    let acts = facts::acts(&mut fields);
    let years = story::years(&mut fields);
    let eras = story::eras(&mut fields);
    let sections = story::sections(&mut fields);
    let claims = story::claims(&mut fields, &sections);
    let chapters = story::chapters(&mut fields, &sections);
    let figures = story::figures(&mut fields);
    story::aliases(&mut fields);
    let descriptor = descriptor::info(&mut fields);
    let about = about::about(&mut fields);
    rules::successors_form_no_ring(&mut fields, &actors);
    rules::spells_of_a_dyad_do_not_overlap(&mut fields, &ties);
    rules::actors_exist_while_they_are_tied(&mut fields, &actors, &ties);
    rules::every_tie_has_a_source(&mut fields, &ties);
    rules::every_source_is_cited(&mut fields);
    if let Some(info) = &descriptor {
        rules::every_row_has_a_year_that_shows_it(&mut fields, info);
    }

    let report = fields.into_report();
    let Some(info) = descriptor.filter(|_| report.is_passable()) else { return Err(report) };
    let (events, event_texts) = events.into_iter().unzip();
    let (ties, tie_texts) = ties.into_iter().map(|tie| (tie.tie, tie.text)).unzip();
    let (acts, act_texts): (Vec<_>, Vec<_>) = acts.into_iter().unzip();
    let mut years: Vec<YearLine> = years;
    years.sort_by_key(|line| line.year);
    let counts_relations = info.counts_relations && !acts.is_empty();
    let info = DatasetInfo { event_kinds: facts::event_kinds(draft), counts_relations, ..info };
    let (eras, era_texts) = eras.into_iter().unzip();
    let aliases = actors.iter().map(|row| row.aliases.clone()).collect();
    let (actors, names) = actors.into_iter().map(|row| (row.actor, row.name)).unzip();
    let tables = Tables { info, actors, ties, acts, events, years, eras };
    let texts = Texts {
        about,
        names,
        aliases,
        ties: tie_texts,
        acts: act_texts,
        events: event_texts,
        sources,
        sections,
        chapters,
        eras: era_texts,
        claims,
        figures,
    };
    match Dataset::new(tables, Some(texts)) {
        Ok(dataset) => Ok((dataset, report)),
        Err(error) => {
            let problem = Problem::new(ProblemKind::BadDescriptor, DESCRIPTOR, error.to_string());
            Err(Report { problems: vec![problem], ..report })
        }
    }
}
