//! From a draft to a dataset, or to a report of everything that is wrong with it.

mod about;
mod address;
mod consistency;
pub(super) mod dates;
mod descriptor;
mod evidence;
mod facts;
mod fields;
mod ids;
mod members;
mod reasons;
mod references;
mod steps;
mod story;

pub(super) use dates::{only_reading, parse as parse_date};

use super::draft::Draft;
use super::mapping::Form;
use super::places::added::split;
use super::schema::{ACTS, ALIASES, CHAPTERS, CLAIMS, DESCRIPTOR, ERAS, EVENTS, FIGURES, REASONS, SOURCES, YEARS};
use super::{Combine, Dataset, DatasetInfo, Problem, ProblemKind, Report, Tables, Texts};
use evidence::Evidence;
use fields::{Fields, Several};

use crate::time::Date;

/// Checks a draft. The kinds in `allow` are let through, as far as a dataset can be made with them.
///
/// Every rule is tried on every row; nothing stops at the first problem. What was
/// let through stands in the report that comes with the dataset.
///
/// # Errors
/// The report of everything that is wrong.
pub fn validate(draft: &Draft, allow: &[ProblemKind]) -> Result<(Dataset, Report), Report> {
    if draft.mapping.form == Form::Pack {
        return packed(draft);
    }
    if let Some(report) = descriptor::newer_format(draft) {
        return Err(report);
    }
    let mut fields = Fields::new(draft, allow);
    descriptor::check(&mut fields);
    fields.ego = descriptor::ego(&fields);
    let info = descriptor::info(&mut fields);
    fields.encyclopedias = descriptor::encyclopedias(&mut fields);
    fields.several = descriptor::several(&fields);
    fields.demands_sources = descriptor::demands_sources(&fields);
    fields.ladder = info.as_ref().map_or_else(Vec::new, |info| info.ladder.clone());
    fields.calendar = info.as_ref().map(|info| info.calendar).unwrap_or_default();
    fields.span = info.as_ref().map(|info| (info.first_year, info.last_year));
    let parts = read(&mut fields);
    let (several, thresholds) = (fields.several, core::mem::take(&mut fields.thresholds));
    let report = fields.into_report();
    let Some(info) = info.filter(|_| report.is_passable()) else { return Err(report) };
    let (tables, mut texts) = parts;
    // Where nobody says how several count, and there are several, a warning says that the strongest does.
    let combine = if several == Several::Strongest { Combine::Strongest } else { info.combine };
    let counts_relations = info.counts_relations && !tables.acts.is_empty();
    let mut info = DatasetInfo { combine, counts_relations, ..info };
    about::translate(draft, &mut info);
    let mut tables = Tables { info, ..tables };
    texts.translations = split(&mut tables, &mut texts);
    tables.combine_by(&thresholds);
    match Dataset::new(tables, Some(texts), draft.findings.limits) {
        Ok(dataset) => Ok((dataset, report)),
        Err(error) => {
            // Whatever a dataset cannot be has been reported with its place; tests hold that nothing gets here.
            let problem = Problem::new(ProblemKind::BadDescriptor, DESCRIPTOR, error.to_string());
            Err(Report { problems: vec![problem], ..report })
        }
    }
}

/// The dataset of a pack, which was checked when it was opened.
fn packed(draft: &Draft) -> Result<(Dataset, Report), Report> {
    let Some(dataset) = &draft.packed else { return Err(draft.findings.clone().into_report(|_| 0, Vec::new())) };
    let rows = [("actors.csv", dataset.actors().len()), ("ties.csv", dataset.tables().ties.len())];
    let rows = rows.map(|(file, rows)| (file.to_owned(), rows)).into();
    Ok((dataset.clone(), Report { rows, ..Report::default() }))
}

/// Everything but what the descriptor says of the whole. What cannot be read is reported, and a placeholder stands for it.
fn read(fields: &mut Fields<'_>) -> (Tables, Texts) {
    let about = about::about(fields);
    let mut actors = facts::actors(fields);
    let sources = fields.of(&SOURCES, facts::sources);
    let events = fields.of(&EVENTS, facts::events);
    members::members(fields);
    let ties = facts::ties(fields);
    facts::rank(fields, &mut actors, &ties);
    let reasons = fields.of(&REASONS, |fields| reasons::reasons(fields, &ties, &events));
    let acts = fields.of(&ACTS, |fields| facts::acts(fields, &actors));
    let years = fields.of(&YEARS, story::years);
    let eras = fields.of(&ERAS, story::eras);
    let sections = about::sections(fields);
    let claims = fields.of(&CLAIMS, |fields| story::claims(fields, &sections));
    let chapters = fields.of(&CHAPTERS, |fields| story::chapters(fields, &sections));
    let figures = fields.of(&FIGURES, story::figures);
    fields.of(&ALIASES, story::aliases);
    consistency::every_actor_has_a_position_or_none(fields, &actors);
    consistency::successors_form_no_ring(fields, &actors);
    consistency::spells_of_a_dyad_do_not_overlap(fields, &ties);
    consistency::actors_exist_while_they_are_tied(fields, &actors, &ties);
    let act_dates: Vec<Date> = acts.iter().map(|(act, _)| act.date).collect();
    consistency::no_end_of_the_span_is_empty(fields, &ties, &act_dates);
    consistency::every_tie_has_a_source(fields, &ties);
    consistency::every_source_is_cited(fields);
    fields.warn_of_unsourced();
    let evidence = Evidence { actors: &actors, ties: &ties, acts: &acts, events: &events, sources: &sources };
    evidence.check(fields);

    let aliases = actors.iter().map(|row| row.aliases.clone()).collect();
    let (actors, names) = actors.into_iter().map(|row| (row.actor, row.name)).unzip();
    let (ties, tie_texts) = ties.into_iter().map(|row| (row.tie, row.text)).unzip();
    let (acts, act_texts) = acts.into_iter().unzip();
    let (events, event_texts) = events.into_iter().unzip();
    let (eras, era_texts) = eras.into_iter().unzip();
    let tables = Tables { actors, ties, acts, events, years, eras, ..Tables::default() };
    let texts = Texts {
        about,
        names,
        aliases,
        ties: tie_texts,
        reasons,
        acts: act_texts,
        events: event_texts,
        sources,
        sections,
        chapters,
        eras: era_texts,
        claims,
        figures,
        translations: Vec::new(),
    };
    (tables, texts)
}
