//! How files are read, as the page sets it.

use crate::data::{ProblemKind, ReadOptions, decimal};

/// What a reader has chosen beside what stands in the files.
#[derive(Debug, Default)]
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
    /// Reads entries that are ended by U+001E, with values separated by U+001F. What is none is passed over.
    pub(super) fn of(text: &str) -> Self {
        let mut settings = Self::default();
        for entry in text.split('\u{1e}') {
            let mut values = entry.split('\u{1f}');
            let [name, first, second] = [(); 3].map(|()| values.next().unwrap_or_default());
            let text = first.to_owned();
            match name {
                "ego" => settings.ego = Some(text),
                "title" => settings.title = Some(text),
                "span" => settings.span = first.parse().ok().zip(second.parse().ok()),
                "column" => settings.columns.push((text, second.to_owned())),
                "kind" => settings.kinds.extend(second.parse().ok().map(|stance| (text, stance))),
                "threshold" => settings.thresholds.extend(decimal(first)),
                "allow" => settings.allow.push(text),
                _ => {}
            }
        }
        settings
    }

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
