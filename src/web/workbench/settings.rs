//! How files are read, as the page sets it.

use serde::Deserialize;

use crate::data::{ProblemKind, ReadOptions};

/// What a reader has chosen beside what stands in the files.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Settings {
    /// Who stands in the centre, by id or name; empty for nobody.
    ego: Option<String>,
    title: Option<String>,
    /// The first and the last year, where no date tells them.
    span: Option<(i16, i16)>,
    /// Columns by their names, and what each is read as.
    columns: Vec<(String, String)>,
    /// Words, and the stance that each means.
    kinds: Vec<(String, i8)>,
    thresholds: Vec<f64>,
    /// Codes of problems that are let through.
    allow: Vec<String>,
}

impl Settings {
    /// For reading; `name` is that of the file or of the folder.
    pub(super) fn options(&self, name: &str) -> ReadOptions {
        ReadOptions {
            ego: self.ego.clone(),
            title: self.title.clone(),
            name: Some(name.to_owned()),
            span: self.span,
            columns: self.columns.clone(),
            kinds: self.kinds.clone(),
            thresholds: self.thresholds.clone(),
            ..ReadOptions::default()
        }
    }

    pub(super) fn allow(&self) -> Vec<ProblemKind> {
        self.allow.iter().filter_map(|code| ProblemKind::of_code(code)).collect()
    }
}
