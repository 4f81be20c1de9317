//! Which of the files are the table of ties and the table of actors, where they have not the names of the format.

use super::super::draft::RawTable;
use super::super::mapping::Form;
use super::super::report::Findings;
use super::super::schema::{ACTORS, DESCRIPTOR, MEMBERS, SCHEMAS, Schema, TIES};
use super::super::suggestion::{did_you_mean, nearest};
use super::super::{Limit, Limits, Problem, ProblemKind, arrange};
use super::encoding::{decode, first_letter};
use super::groups;
use super::head::has_needed;
#[cfg(feature = "workbench")]
use super::packed::is_pack;
use super::plan::{has_pair, is_known};
use super::synonyms::{ACTOR, NAME, squashed};
use super::table::parse;

/// The tables that were chosen, as they are written.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) form: Form,
    pub(super) ties: Option<RawTable>,
    pub(super) actors: Option<RawTable>,
    pub(super) members: Option<RawTable>,
    /// The files of these tables, also of those that cannot be read.
    pub(super) files: Vec<String>,
    /// Whether there is a table of ties that cannot be read, which has been reported.
    pub(super) is_unreadable: bool,
}

impl Chosen {
    /// Whether the file of that name was chosen.
    pub(super) fn has(&self, name: &str) -> bool {
        self.files.iter().any(|file| file == name)
    }
}

/// A table with a name of its own.
struct Candidate {
    table: RawTable,
    findings: Findings,
    is_whole: bool,
    /// The names of its columns, as they are compared.
    names: Vec<String>,
}

/// Chooses the tables. Where there is one of ties, or one of members, with the name of the format, no other is looked
/// for; what is not chosen is reported.
pub(super) fn choose(files: &[(String, Vec<u8>)], findings: &mut Findings) -> Chosen {
    let has = |name: &str| files.iter().any(|(other, _)| other == name);
    let is_alone = files.iter().filter(|(name, _)| name != DESCRIPTOR).count() == 1;
    let mut others: Vec<&(String, Vec<u8>)> = files
        .iter()
        .filter(|(name, _)| Schema::of(name).is_none() && name != DESCRIPTOR && (is_alone || is_table(name)))
        .collect();
    arrange(&mut others, &|a, b| a.0.cmp(&b.0));
    if (has(TIES.file) || has(MEMBERS.file)) && misnamed(files, &MEMBERS, findings.limits).is_none() {
        for (name, _) in others {
            unknown(name, &has, None, findings);
        }
        return Chosen::default();
    }
    let mut candidates: Vec<Candidate> =
        others.iter().filter_map(|(name, bytes)| candidate(name, bytes, findings)).collect();
    candidates.extend(SCHEMAS.into_iter().filter_map(|schema| misnamed(files, schema, findings.limits)));
    let is_named = |candidate: &Candidate| {
        let name = candidate.table.file.to_lowercase();
        ["edge", "tie", "link", "relation"].iter().any(|word| name.contains(word))
    };
    let is_members = |candidate: &Candidate| !has_pair(&candidate.names) && groups::has_columns(&candidate.names);
    let is_ties = |candidate: &Candidate| (is_alone && !is_members(candidate)) || has_pair(&candidate.names);
    let place = |candidates: &[Candidate]| {
        let named = candidates.iter().position(|candidate| is_ties(candidate) && is_named(candidate));
        named.or_else(|| candidates.iter().position(is_ties)).filter(|_| !has(TIES.file))
    };
    let ties = place(&candidates).map(|at| candidates.remove(at));
    let is_nodes = |candidate: &Candidate| {
        let is_key = |name: &String| ACTOR[0].1.contains(&name.as_str()) || NAME.contains(&name.as_str());
        !has_pair(&candidate.names) && candidate.names.iter().any(is_key)
    };
    let members = if ties.is_some() { None } else { candidates.iter().position(is_members) };
    let members = members.map(|at| candidates.remove(at));
    let nodes = if (ties.is_none() && members.is_none()) || has(ACTORS.file) {
        None
    } else {
        candidates.iter().position(is_nodes)
    };
    let nodes = nodes.map(|at| candidates.remove(at));
    let chosen = ties.as_ref().or(members.as_ref()).map(|ties| ties.table.file.clone());
    for candidate in &candidates {
        unknown(&candidate.table.file, &has, chosen.as_deref(), findings);
    }
    let form = match (&ties, &nodes, &members) {
        (None, _, None) => Form::Tables,
        (None, _, Some(_)) => Form::Members,
        (Some(_), None, _) => Form::EdgeList,
        (Some(_), Some(_), _) => Form::NodesAndEdges,
    };
    let files = [&ties, &nodes, &members].into_iter().flatten().map(|one| one.table.file.clone()).collect();
    let mut used = |candidate: Candidate| {
        findings.extend(candidate.findings);
        candidate.is_whole.then_some(candidate.table)
    };
    let was_there = chosen.is_some() || (is_alone && !others.is_empty());
    let [ties, actors, members] = [ties, nodes, members].map(|candidate| candidate.and_then(&mut used));
    Chosen { form, is_unreadable: was_there && ties.is_none() && members.is_none(), files, ties, actors, members }
}

/// The one file that holds everything, where there is one: its name, its bytes and its form.
pub(super) fn graph(files: &[(String, Vec<u8>)]) -> Option<(&str, &[u8], Form)> {
    let is_alone = files.len() == 1;
    if files.iter().any(|(name, _)| is_table(name) || (name == DESCRIPTOR && is_alone)) {
        return None;
    }
    let mut found = files.iter().filter(|(name, _)| name != DESCRIPTOR);
    let (Some((name, bytes)), None) = (found.next(), found.next()) else { return None };
    match first_letter(bytes) {
        Some(b'{') if is_alone => Some((name, bytes, Form::Json)),
        Some(b'<') => Some((name, bytes, Form::Gexf)),
        _ => None,
    }
}

/// Whether files are tables of ties, actors and members alone: no descriptor, no other table of the format, no pack, no
/// JSON and no graph.
#[cfg(feature = "workbench")]
pub fn are_ties_alone(files: &[(String, Vec<u8>)]) -> bool {
    let is_of_ties = |name: &str| {
        Schema::of(name).is_none_or(|schema| [TIES.file, ACTORS.file, MEMBERS.file].contains(&schema.file))
    };
    let is_plain = |(name, bytes): &(String, Vec<u8>)| name != DESCRIPTOR && is_of_ties(name) && !is_pack(bytes);
    graph(files).is_none() && files.iter().all(is_plain)
}

/// Whether a file is a table by its ending.
fn is_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ["csv", "tsv", "tab"].contains(&ending.as_str()))
}

/// A table with a name of its own; `None`, and a finding, when it cannot be read at all.
fn candidate(name: &str, bytes: &[u8], findings: &mut Findings) -> Option<Candidate> {
    let text = decode(name, bytes, findings)?;
    let is_known = |name: &str| is_known(name) || ACTOR.iter().any(|(_, all)| all.contains(&squashed(name).as_str()));
    let mut own = Findings::within(findings.limits);
    let parsed = parse((&TIES, name), text, &is_known, Some(Limit::TieRows), &mut own);
    let Some((table, is_whole)) = parsed else {
        findings.extend(own);
        return None;
    };
    let names = table.columns().map(squashed).collect();
    Some(Candidate { table, findings: own, is_whole, names })
}

/// A table that has the name of one of the format, but not its columns: those of ties, or of members, instead.
fn misnamed(files: &[(String, Vec<u8>)], schema: &'static Schema, limits: Limits) -> Option<Candidate> {
    let (name, bytes) = files.iter().find(|(name, _)| name == schema.file && schema.file != TIES.file)?;
    let found = candidate(name, bytes, &mut Findings::within(limits))?;
    let tells = has_pair(&found.names) || groups::has_columns(&found.names);
    (tells && !has_needed(schema, &found.table.head.fields)).then_some(found)
}

/// Reports a table that is not read: otherwise it would be left out without a word.
fn unknown(name: &str, has: &impl Fn(&str) -> bool, ties: Option<&str>, findings: &mut Findings) {
    let message = "this table is not read: no table has that name".to_owned();
    let problem = Problem::new(ProblemKind::UnknownFile, name, message);
    let absent = SCHEMAS.iter().map(|schema| schema.file).filter(|file| !has(file));
    let tables: Vec<&str> = SCHEMAS.iter().map(|schema| schema.file).collect();
    let problem = match ties {
        Some(ties) => problem.note(format!("the table of ties is {ties}")),
        None => problem,
    };
    findings.push(problem.hint(did_you_mean(nearest(name, absent), format!("the tables are {}", tables.join(", ")))));
}
