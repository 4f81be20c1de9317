//! Graphs in XML: GEXF and `GraphML`, parsed without document types, so that no entity can grow.

use std::sync::Arc;

use roxmltree::{Document, ParsingOptions};

use super::super::draft::{RawTable, Text};
use super::super::mapping::{Form, Mapping};
use super::super::report::Findings;
use super::super::schema::{ACTORS, TIES};
use super::super::{Problem, ProblemKind, limits};
use super::list::List;
use super::xml::Tables;
use super::{bounds, gexf, graphml};

/// No more elements and texts than these are read.
const NODES: u32 = 2_000_000;

/// The tables of actors and of ties of a graph, as they are written.
pub(super) struct Graph {
    pub(super) form: Form,
    pub(super) actors: Option<RawTable>,
    pub(super) ties: Option<RawTable>,
}

/// Reads a graph. `None`, and a finding, when it is none.
pub(super) fn read(file: &str, text: Text, mapping: &mut Mapping, findings: &mut Findings) -> Option<Graph> {
    let text = Arc::new(text);
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(&text.text, options) {
        Ok(document) => document,
        Err(error) => {
            findings.push(unreadable(file, &text, &error));
            return None;
        }
    };
    let mut tables = Tables {
        file,
        actors: List::new(&ACTORS, file, &text, 0),
        ties: List::new(&TIES, file, &text, 0),
        mapping,
        is_too_long: false,
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
            let problem = Problem::new(ProblemKind::UnknownFile, file, message);
            let mut problem = text.point(problem, root.range().start, 1 + other.len());
            problem.allowed = false;
            findings.push(problem.hint("graphs are read in GEXF, from <gexf>, and GraphML, from <graphml>"));
            return None;
        }
    };
    let Tables { actors, ties, is_too_long, .. } = tables;
    let is_too_wide = actors.width() > limits::COLUMNS || ties.width() > limits::COLUMNS;
    if is_too_long || is_too_wide {
        let message = format!(
            "the graph is too large: at most {} actors, {} rows of ties, {} attributes",
            limits::ACTORS,
            limits::YEARLY_ROWS,
            limits::COLUMNS
        );
        findings.push(Problem::new(ProblemKind::LimitExceeded, file, message));
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

fn unreadable(file: &str, text: &Text, error: &roxmltree::Error) -> Problem {
    let (kind, hint) = match error {
        roxmltree::Error::DtdDetected => (ProblemKind::BadDescriptor, "delete the line that begins with <!DOCTYPE"),
        roxmltree::Error::NodesLimitReached => (ProblemKind::LimitExceeded, "leave out what is not needed"),
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
    let sentence = error.to_string();
    let sentence = sentence.rsplit_once(" at ").map_or(sentence.as_str(), |(sentence, _)| sentence);
    text.point(Problem::new(kind, file, format!("not XML that is read: {sentence}")), offset, 1).hint(hint)
}
