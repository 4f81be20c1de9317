//! Graphs in XML: GEXF and `GraphML`, parsed without document types, so that no entity can grow.

use std::sync::Arc;

use roxmltree::{Document, ParsingOptions};

use super::super::draft::{RawTable, Text};
use super::super::mapping::{Form, Mapping};
use super::super::report::Findings;
use super::super::schema::{ACTORS, TIES};
use super::super::{Limit, Problem, ProblemKind};
use super::list::List;
use super::xml::Tables;
use super::{bounds, gexf, graphml};

/// The tables of actors and of ties of a graph, as they are written.
pub(super) struct Graph {
    pub(super) form: Form,
    pub(super) actors: Option<RawTable>,
    pub(super) ties: Option<RawTable>,
}

/// Reads a graph. `None`, and a finding, when it is none.
#[inline(never)]
pub(super) fn read(file: &str, text: Text, mapping: &mut Mapping, findings: &mut Findings) -> Option<Graph> {
    let text = Arc::new(text);
    let limits = findings.limits;
    let nodes_limit = u32::try_from(limits.of(Limit::Elements)).unwrap_or(u32::MAX);
    let options = ParsingOptions { allow_dtd: false, nodes_limit, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(&text.text, options) {
        Ok(document) => document,
        Err(error) => {
            findings.push(unreadable(file, &text, &error, nodes_limit));
            return None;
        }
    };
    let mut tables = Tables {
        file,
        actors: List::new(&ACTORS, file, &text, 0, limits),
        ties: List::new(&TIES, file, &text, 0, limits),
        mapping,
        excess: None,
    };
    let root = document.root_element();
    let form = match root.tag_name().name() {
        "gexf" => {
            gexf::read(root, &mut tables);
            Form::Gexf
        }
        "graphml" => {
            graphml::read(root, &mut tables);
            Form::Graphml
        }
        other => {
            let message = format!("`{other}` is the root of no graph that is read");
            let problem = Problem::new(ProblemKind::WrongFormat, file, message);
            let problem = text.point(problem, root.range().start, 1 + other.len());
            findings.push(problem.hint("graphs are read in GEXF, from <gexf>, and GraphML, from <graphml>"));
            return None;
        }
    };
    let Tables { actors, ties, excess, .. } = tables;
    if let Some((limit, found)) = excess {
        let what = match limit {
            Limit::Actors => "actors",
            Limit::TieRows => "rows of ties",
            Limit::Columns => "attributes",
            _ => "values",
        };
        findings.push(findings.exceeded(limit, found, file, &format!("the graph has {found} {what} or more")));
        return None;
    }
    if ties.len() == 0 {
        let message = "the graph has no edges: nobody is tied to anybody".to_owned();
        let problem = Problem::new(ProblemKind::EmptyField, file, message);
        findings.push(problem.hint("add edges, each with `source`, `target` and `start`"));
        return None;
    }
    let actors = (actors.len() > 0).then(|| actors.into_table());
    let ties = bounds::understood(ties.into_table(), actors.as_ref(), mapping);
    Some(Graph { form, actors, ties: Some(ties) })
}

fn is_document_type(error: &roxmltree::Error) -> bool {
    matches!(error, roxmltree::Error::DtdDetected)
}

fn unreadable(file: &str, text: &Text, error: &roxmltree::Error, most: u32) -> Problem {
    if matches!(error, roxmltree::Error::NodesLimitReached) {
        let message = format!("the graph has more elements and texts than {most}, which is the limit");
        return Problem::new(ProblemKind::LimitExceeded, file, message).hint(Limit::Elements.hint(most as usize * 2));
    }
    let (kind, hint) = match error {
        roxmltree::Error::DtdDetected => (ProblemKind::BadDescriptor, "delete the line that begins with <!DOCTYPE"),
        _ => (ProblemKind::BadDescriptor, "the file may have been cut off, or changed by hand"),
    };
    let at = error.pos();
    let start = text.start(at.row as usize);
    let line = text.text.get(start..).unwrap_or_default();
    let column = (at.col as usize).saturating_sub(1);
    let offset = start + line.char_indices().nth(column).map_or(line.len(), |(offset, _)| offset);
    // Of a document type it tells no place.
    let offset = if is_document_type(error) { text.text.find("<!DOCTYPE").unwrap_or(offset) } else { offset };
    // It says the place again in its sentence.
    let sentence = error.to_string().replacen(&format!(" at {at}"), "", 1);
    text.point(Problem::new(kind, file, format!("not XML that is read: {sentence}")), offset, 1).hint(hint)
}
