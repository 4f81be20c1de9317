//! From bytes to a draft: which form the files have, encoding, form of the tables, heads, limits.

mod actors;
#[cfg(feature = "graphs")]
mod bounds;
mod choice;
mod columns;
mod complete;
mod descriptor;
mod dialect;
mod edges;
mod encoding;
mod foreign;
#[cfg(feature = "graphs")]
mod gexf;
#[cfg(feature = "graphs")]
mod graphml;
#[cfg(feature = "graphs")]
mod graphs;
mod groups;
mod head;
mod instants;
mod json;
mod kinds;
mod list;
mod members;
mod packed;
mod plan;
mod synonyms;
mod table;
mod weights;
#[cfg(feature = "graphs")]
mod xml;
mod years;

#[cfg(feature = "workbench")]
pub use self::choice::are_ties_alone;
pub use self::packed::is_pack;

use self::actors::Codes;
use self::choice::{Chosen, choose, graph};
use self::dialect::Dialect;
pub(super) use self::encoding::decode;
use self::encoding::too_large;
use self::kinds::Rungs;
pub(super) use self::kinds::nearest_word;
use self::plan::{Known, Measure, Plan, plan};
use super::draft::{Draft, RawTable, Text};
use super::mapping::{Form, Mapping, ReadOptions, TooLarge};
use super::report::Findings;
use super::schema::{ACTORS, MEMBERS, SCHEMAS, Schema, TIES};
use super::{Limit, Problem, ProblemKind, arrange};

/// Reads the files of a dataset, given by name, as far as they need no more than themselves.
///
/// Whatever is wrong stands in the draft; [`super::validate()`] reports it with the rest.
pub fn read(files: &[(String, Vec<u8>)]) -> Draft {
    read_any(files, &ReadOptions::default())
}

/// Reads the files of a dataset, given by name, in whatever form they are: a folder of tables, one table of ties with
/// columns of its own, or a table of nodes and one of edges.
///
/// What decides is what the files hold, not how they are named, but for the tables of the format. How they were
/// understood is told by [`Draft::mapping`]. Files that are no tables are left alone. Whatever is wrong stands in the
/// draft; [`super::validate()`] reports it with the rest.
pub fn read_any(files: &[(String, Vec<u8>)], options: &ReadOptions) -> Draft {
    let mut draft = Draft { findings: Findings::within(options.limits), ..Draft::default() };
    for TooLarge { file, bytes, limit } in &options.too_large {
        draft.findings.push(too_large(file, *limit, *bytes, &draft.findings));
        if Schema::of(file).is_none() {
            draft.unread.push(TIES.file);
        }
    }
    if packed::read(files, &mut draft) {
        return draft;
    }
    let graph = graph(files);
    let (mut lists, mut has_descriptor) = (Vec::new(), false);
    if let Some((name, bytes, Form::Json)) = graph {
        draft.mapping.form = Form::Json;
        if let Some(text) = decode(name, bytes, &mut draft.findings) {
            lists = json::read(name, text, &mut draft);
        }
        if draft.descriptor.is_none() {
            draft.unread.push(TIES.file);
        }
    } else {
        has_descriptor = descriptor::read(files, &mut draft);
    }
    let options = descriptor::options(&mut draft, options);
    let rungs = descriptor::rungs(&draft, &options);
    let mut reader = Reader { draft, options, rungs, ladder: None, codes: Codes::default() };
    if reader.draft.mapping.form == Form::Json {
        reader.lists(lists);
    } else {
        let chosen = match graph {
            Some((name, bytes, _)) => reader.graph(name, bytes),
            None => choose(files, &mut reader.draft.findings),
        };
        reader.draft.mapping.form = chosen.form;
        reader.tables(files, &chosen);
        reader.chosen(chosen);
    }
    reader.actors();
    match members::ties(&reader.draft) {
        Ok(table) => reader.draft.tables.extend(table),
        Err(problem) => {
            reader.draft.findings.push(*problem);
            reader.draft.unread.push(TIES.file);
        }
    }
    reader.complete(has_descriptor);
    let place = |table: &RawTable| SCHEMAS.iter().position(|schema| schema.file == table.schema.file);
    arrange(&mut reader.draft.tables, &|one, other| place(one).cmp(&place(other)));
    reader.draft
}

/// How a table of a file is written, whatever it is called.
pub(super) fn dialect_of(file: &str, text: &str) -> Dialect {
    let schema = Schema::of(file);
    let is_column = |name: &str| schema.is_some_and(|schema| schema.column(&head::plain(name)).is_some());
    Dialect::of(text, &|name| is_column(name) || plan::is_known(name))
}

/// How a table is read, with what was understood and what was found on the way.
#[derive(Default)]
struct Planned {
    plan: Option<Plan>,
    mapping: Mapping,
    findings: Findings,
}

/// A draft while it is read.
struct Reader {
    draft: Draft,
    options: ReadOptions,
    rungs: Rungs,
    /// The ladder, where the ties tell it.
    ladder: Option<serde_json::Value>,
    codes: Codes,
}

impl Reader {
    /// Reads the tables that have the names of the format, but for those that were chosen for what they hold.
    fn tables(&mut self, files: &[(String, Vec<u8>)], chosen: &Chosen) {
        let find = |name: &str| {
            let found = files.iter().find(|(other, _)| other == name && !chosen.has(name));
            found.map(|(_, bytes)| bytes.as_slice())
        };
        let there: Vec<&'static str> =
            SCHEMAS.into_iter().filter(|schema| find(schema.file).is_some()).map(|schema| schema.file).collect();
        for schema in SCHEMAS {
            let Some(bytes) = find(schema.file) else { continue };
            let text = decode(schema.file, bytes, &mut self.draft.findings);
            let Some(text) = text else { continue };
            let table = if schema.file == TIES.file {
                self.ties_of(text, &there)
            } else {
                table::tabulate(schema, text, &mut self.draft.findings)
            };
            self.draft.tables.extend(table);
        }
    }

    /// A table of ties of the format's own name: with its columns, or with others that tell what it needs.
    fn ties_of(&mut self, text: Text, tables: &[&'static str]) -> Option<RawTable> {
        let is_known = |name: &str| TIES.column(&head::plain(name)).is_some() || plan::is_known(name);
        let names = table::names(&text, &is_known);
        if names.is_empty() || head::has_needed(&TIES, &names) {
            return table::tabulate(&TIES, text, &mut self.draft.findings);
        }
        let mut findings = Findings::within(self.options.limits);
        let parsed = table::parse((&TIES, TIES.file), text.clone(), &is_known, Some(Limit::TieRows), &mut findings);
        let own = parsed.filter(|(_, is_whole)| *is_whole).map(|(own, _)| own);
        match own.and_then(|own| Some((self.planned(&own, tables)?, own))) {
            Some((planned, own)) => {
                self.draft.findings.extend(findings);
                self.made(own, planned, tables)
            }
            None => table::tabulate(&TIES, text, &mut self.draft.findings),
        }
    }

    fn unplanned(&self) -> Planned {
        Planned { findings: Findings::within(self.options.limits), ..Planned::default() }
    }

    /// How a table of ties is read by columns of its own; `None` where it lacks what it must have.
    ///
    /// A stance that is missing may be a slip: it must be told by some other column.
    fn planned(&self, own: &RawTable, tables: &[&'static str]) -> Option<Planned> {
        let mut planned = self.unplanned();
        let found = plan(own, &self.known(tables), &mut planned.mapping, &mut planned.findings);
        planned.plan = found.filter(|found| !matches!(found.measure, Measure::Presence) || is_bare(own));
        planned.plan.is_some().then_some(planned)
    }

    /// The table of ties that another one tells, as planned.
    fn made(&mut self, own: RawTable, planned: Planned, tables: &[&'static str]) -> Option<RawTable> {
        let Planned { plan, mut mapping, mut findings } = planned;
        table::check_form(&own, &mut findings);
        let known = self.known(tables);
        let made = plan.and_then(|plan| edges::ties(own, &plan, &known, &mut mapping, &mut findings));
        self.draft.mapping.take(mapping);
        self.draft.findings.extend(findings);
        let (table, ladder) = made?;
        // Members stand at both ends of a ladder.
        let has_members = self.draft.table(MEMBERS.file).is_some() || tables.contains(&MEMBERS.file);
        self.ladder = ladder.filter(|_| !has_members);
        table::check_texts(&table, &mut self.draft.findings);
        Some(table)
    }

    /// Takes tables that were read as lists of rows, with the names of the format.
    fn lists(&mut self, lists: Vec<RawTable>) {
        let there: Vec<&'static str> = lists.iter().map(|table| table.schema.file).collect();
        for table in lists {
            let is_ties = table.schema.file == TIES.file && !table.records.is_empty();
            if is_ties
                && !head::has_needed(&TIES, &table.head.fields)
                && let Some(planned) = self.planned(&table, &there)
            {
                let made = self.made(table, planned, &there);
                self.draft.tables.extend(made);
                continue;
            }
            let most = table.schema.rows_within(&self.options.limits);
            if table.records.len() > most {
                let limit = (most, table.schema.limit());
                self.draft.findings.push(table::too_long(&table.file, table.records.len(), limit));
                self.draft.unread.push(table.schema.file);
                continue;
            }
            let table = table::with_meanings(table, &mut self.draft.findings);
            table::check_texts(&table, &mut self.draft.findings);
            self.draft.tables.push(table);
        }
    }

    fn known<'k>(&'k self, tables: &'k [&'static str]) -> Known<'k> {
        Known { options: &self.options, rungs: &self.rungs, tables }
    }

    /// The tables of a graph in XML.
    #[cfg(feature = "graphs")]
    fn graph(&mut self, name: &str, bytes: &[u8]) -> Chosen {
        let draft = &mut self.draft;
        let text = decode(name, bytes, &mut draft.findings);
        let read = text.and_then(|text| graphs::read(name, text, &mut draft.mapping, &mut draft.findings));
        let Some(graphs::Graph { form, actors, ties }) = read else {
            draft.unread.push(TIES.file);
            return Chosen::default();
        };
        Chosen { form, ties, actors, ..Chosen::default() }
    }

    /// A program without the feature `graphs` says so.
    #[cfg(not(feature = "graphs"))]
    fn graph(&mut self, name: &str, _: &[u8]) -> Chosen {
        let message = "graphs in XML are not read by this program: it was built without the feature `graphs`";
        self.draft.findings.push(Problem::new(ProblemKind::MissingFile, name, message.to_owned()));
        self.draft.unread.push(TIES.file);
        Chosen::default()
    }

    /// Reads the tables that have names and columns of their own.
    fn chosen(&mut self, chosen: Chosen) {
        let nodes = chosen.actors.map(|table| {
            table::check_form(&table, &mut self.draft.findings);
            let (table, codes) = actors::of_nodes(table, &mut self.draft.mapping);
            table::check_texts(&table, &mut self.draft.findings);
            self.codes = codes;
            table
        });
        if let Some(table) = chosen.members {
            table::check_form(&table, &mut self.draft.findings);
            let table = groups::of_table(table, &mut self.draft.mapping);
            table::check_texts(&table, &mut self.draft.findings);
            self.draft.tables.push(table);
        }
        let there: Vec<&'static str> = self.draft.tables.iter().map(|table| table.schema.file).collect();
        let Some(ties) = chosen.ties else {
            if chosen.is_unreadable {
                self.draft.unread.push(TIES.file);
            }
            return;
        };
        let mut planned = self.unplanned();
        planned.plan = plan(&ties, &self.known(&there), &mut planned.mapping, &mut planned.findings);
        if let Some(mut table) = self.made(ties, planned, &there) {
            actors::write_ids(&mut table, &self.codes);
            self.draft.tables.push(table);
        } else {
            self.draft.unread.push(TIES.file);
        }
        self.draft.tables.extend(nodes);
    }

    /// Derives the actors from those who are named, where no table tells them.
    fn actors(&mut self) {
        let draft = &mut self.draft;
        if draft.table(ACTORS.file).is_some() || draft.is_unread(ACTORS.file) {
            return;
        }
        let names_actors = |table: &RawTable| [TIES.file, MEMBERS.file].contains(&table.schema.file);
        let (mut named, others): (Vec<RawTable>, Vec<RawTable>) =
            core::mem::take(&mut draft.tables).into_iter().partition(names_actors);
        if named.is_empty() || draft.is_unread(TIES.file) || draft.is_unread(MEMBERS.file) {
            draft.unread.push(ACTORS.file);
        }
        if let Some((made, codes)) = actors::derived(&mut named, &mut draft.findings) {
            for table in made.iter().filter(|table| !table.records.is_empty()) {
                table::check_texts(table, &mut draft.findings);
            }
            draft.tables.extend(made);
            self.codes = codes;
            if !named.is_empty() {
                let count = draft.tables_of(ACTORS.file).map(|table| table.records.len()).sum::<usize>();
                draft.mapping.rule(format!("no table tells the actors: they are the {count} whom the ties name"));
            }
        } else {
            draft.unread.push(ACTORS.file);
        }
        draft.tables.extend(named);
        draft.tables.extend(others);
    }

    /// Fills in what the descriptor leaves out; reports that there are no ties.
    fn complete(&mut self, has_descriptor: bool) {
        let draft = &mut self.draft;
        let Some(file) = draft.table(TIES.file).map(|table| table.file.clone()) else {
            if !draft.is_unread(TIES.file) {
                let file = draft.descriptor_file.clone().filter(|_| draft.mapping.form == Form::Json);
                draft.findings.push(complete::missing(file.as_deref()));
            }
            // Without ties nobody can tell the span: that it is missing is no fault of its own.
            if draft.descriptor.is_some() {
                complete::complete(draft, &self.options, None, &self.codes);
                draft.descriptor.take_if(|package| !complete::has_span(package));
            }
            return;
        };
        let has_own_name = [TIES.file, MEMBERS.file].contains(&file.as_str());
        if self.options.name.is_none() && !has_own_name {
            self.options.name = Some(file.clone());
        }
        let is_list = draft.mapping.form == Form::Json;
        if !has_descriptor {
            let rows: usize = draft.tables_of(TIES.file).map(|table| table.records.len()).sum();
            if rows == 0 && draft.tables_of(TIES.file).all(|table| table.malformed.is_empty()) {
                // Why there is none has been reported, where rows were refused.
                // A problem that is allowed by name later is no such reason.
                let refused = |problem: &Problem| !problem.allowed && !problem.kind.can_be_allowed();
                if draft.findings.problems.iter().any(|problem| refused(problem) && problem.location.file == file) {
                    draft.descriptor = None;
                    return;
                }
                let (message, hint) = if file == MEMBERS.file || draft.mapping.form == Form::Members {
                    ("no two are members of one group at one time", "add members, or correct groups and dates")
                } else {
                    ("no row tells a tie: nobody is tied to anybody", "add rows below the head")
                };
                draft.findings.push(Problem::new(ProblemKind::EmptyField, &file, message.to_owned()).hint(hint));
                return;
            }
            draft.descriptor_file = Some(file);
        }
        let is_readable = !(has_descriptor || is_list) || draft.descriptor.is_some();
        if is_readable {
            complete::complete(draft, &self.options, self.ladder.take(), &self.codes);
        }
        if draft.is_derived {
            // No span was found because no date can be read, which is reported with each.
            draft.descriptor.take_if(|package| !complete::has_span(package));
        }
    }
}

/// Whether a table of ties says who and when, and nothing that would have a stance beside it.
fn is_bare(table: &RawTable) -> bool {
    const BARE: [&str; 7] = ["a", "b", "from", "to", "until", "direction", "group"];
    table.columns().all(|name| BARE.contains(&name))
}
