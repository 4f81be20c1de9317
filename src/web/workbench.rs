//! The exported class of the workbench: files in, their report and their cells out, and what becomes of a good dataset.

mod answer;
mod settings;

use wasm_bindgen::prelude::*;

use crate::data::{
    Dataset, Draft, Grid, Limit, Mended, Report, are_ties_alone, arrange, correction, edge_list, gexf, mend,
    plain_json, read_any, table_folder, validate,
};
use crate::layout::{Focus, Layout, pack};
use crate::render::{html_single, svg, whole_texts_json, zip};
use crate::scene::{Palette, Theme, View, poster};
use crate::words::{alt_text, json, picture_title};
use crate::{moment::Moment, time::Playhead};

use answer::answer;
use settings::Settings;

/// The largest grid that is kept for each file, beside the files themselves.
const GRIDS: usize = 16;

/// Files that are being worked on, how they are read, and what was made of them last.
///
/// Nothing of it leaves the machine: every answer goes to the page that asked.
#[wasm_bindgen]
#[derive(Default)]
pub struct Workbench {
    files: Vec<(String, Vec<u8>)>,
    /// What the dataset is called where nothing says it: the name of the file or of the folder.
    name: String,
    settings: Settings,
    draft: Option<Draft>,
    report: Report,
    /// Each file as cells, as far as it is text.
    grids: Vec<(String, Grid)>,
    /// The last dataset without errors; a wrong one leaves it.
    dataset: Option<Dataset>,
    packed: Vec<u8>,
}

/// The files, and how they are read.
#[wasm_bindgen]
impl Workbench {
    /// Nothing to work on.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The largest file, in bytes.
    pub fn largest() -> usize {
        Limit::Bytes.usual()
    }

    /// Puts all files away, and the settings with them. What was made of them last stays.
    pub fn clear(&mut self, name: String) {
        *self =
            Self { name, dataset: self.dataset.take(), packed: core::mem::take(&mut self.packed), ..Self::default() };
    }

    /// Adds a file, in the place of another of its name.
    pub fn put(&mut self, name: String, bytes: Vec<u8>) {
        self.files.retain(|(other, _)| *other != name);
        self.files.push((name, bytes));
        arrange(&mut self.files, &|one, other| one.0.cmp(&other.0));
    }

    /// How the files are read, beside what stands in them: entries that are ended by U+001E, their values separated by
    /// U+001F, the first of which names the setting. Whatever else is passed over.
    #[wasm_bindgen(js_name = setSettings)]
    pub fn set_settings(&mut self, settings: &str) {
        self.settings = Settings::of(settings);
    }

    /// Whether reading these files takes both parts of the program: they are more than tables of ties, actors and members.
    #[wasm_bindgen(js_name = needsAll)]
    pub fn needs_all(&self) -> bool {
        !are_ties_alone(&self.files)
    }
}

/// From files to a report.
#[wasm_bindgen]
impl Workbench {
    /// Reads the files.
    pub fn read(&mut self) {
        let draft = read_any(&self.files, &self.settings.options(&self.name));
        self.grids = self
            .files
            .iter()
            .take(GRIDS)
            .filter_map(|(name, bytes)| Some((name.clone(), Grid::of(&draft, name, bytes)?)))
            .collect();
        self.draft = Some(draft);
    }

    /// Checks what was read: whether a dataset was made of it, which takes the place of the last one.
    pub fn check(&mut self) -> bool {
        let Some(draft) = &self.draft else { return false };
        match validate(draft, &self.settings.allow()) {
            Ok((dataset, report)) => {
                (self.dataset, self.report) = (Some(dataset), report);
                true
            }
            Err(report) => {
                self.report = report;
                false
            }
        }
    }

    /// What was understood and what is wrong, each problem with its cell, as JSON. `passed` is what the check said.
    pub fn answer(&self, passed: bool) -> String {
        let Some(draft) = &self.draft else { return String::new() };
        let dataset = self.dataset.as_ref().filter(|_| passed);
        json(&answer(draft, &self.report, &self.grids, &self.files, dataset))
    }

    /// The report as text, as the command line prints it.
    #[wasm_bindgen(js_name = reportText)]
    pub fn report_text(&self) -> String {
        self.report.text(usize::MAX, false).to_string()
    }

    /// The report as JSON after `docs/report.schema.json`.
    #[wasm_bindgen(js_name = reportJson)]
    pub fn report_json(&self) -> String {
        self.report.json().unwrap_or_default()
    }
}

/// Cells, and edits of them. An edit answers whether anything has changed; the files are to be read again after it.
#[wasm_bindgen]
impl Workbench {
    /// Rows of a file as JSON, each with its line and its cells.
    pub fn rows(&self, file: &str, from: usize, count: usize) -> String {
        self.grid(file).map_or_else(|| "[]".to_owned(), |grid| json(&answer::rows(grid, from, count)))
    }

    /// Writes a cell.
    pub fn edit(&mut self, file: &str, row: usize, column: usize, value: &str) -> bool {
        let text = self.grid(file).and_then(|grid| grid.replaced(row, column, value));
        self.write(file, text)
    }

    /// Adds an empty row.
    #[wasm_bindgen(js_name = addRow)]
    pub fn add_row(&mut self, file: &str) -> bool {
        let text = self.grid(file).map(Grid::with_row);
        self.write(file, text)
    }

    /// Takes a row away.
    #[wasm_bindgen(js_name = deleteRow)]
    pub fn delete_row(&mut self, file: &str, row: usize) -> bool {
        let text = self.grid(file).and_then(|grid| grid.without_row(row));
        self.write(file, text)
    }

    /// Puts what is most likely meant where the nth problem is.
    pub fn correct(&mut self, problem: usize) -> bool {
        let Some(problem) = self.report.problems.get(problem) else { return false };
        let (file, location) = (problem.location.file.clone(), problem.location.clone());
        let text = self.grid(&file).and_then(|grid| grid.corrected(&location, &correction(problem, grid)?));
        self.write(&file, text)
    }

    /// Mends what allows one reading only, in all files.
    pub fn mend(&mut self) -> bool {
        let mended = mend(&self.files);
        let has_any = !mended.is_empty();
        for Mended { file, bytes, .. } in mended {
            self.put(file, bytes);
        }
        has_any
    }
}

/// What becomes of the last dataset without errors; empty while there is none.
#[wasm_bindgen]
impl Workbench {
    /// Lays it out and packs it, which may take a while: for the attribute `src` of the element.
    pub fn pack(&mut self) -> Vec<u8> {
        self.packed = self.dataset.as_ref().map(pack).unwrap_or_default();
        self.packed.clone()
    }

    /// Its long texts as JSON, for the attribute `texts` of the element.
    pub fn texts(&self) -> Vec<u8> {
        self.dataset.as_ref().map(whole_texts_json).unwrap_or_default()
    }

    /// One HTML file with the viewer and the dataset inside; `viewer` is `viewer-template.txt` of this site.
    pub fn page(&self, viewer: &str) -> Option<Vec<u8>> {
        html_single(viewer, self.dataset.as_ref()?).map(String::into_bytes)
    }

    /// A Data Package: tables with a descriptor, in a zip archive.
    pub fn package(&self) -> Vec<u8> {
        self.dataset.as_ref().map(|dataset| zip(&table_folder(dataset).content)).unwrap_or_default()
    }

    /// The dataset in another form, `csv`, `json` or `gexf`; empty for any other.
    pub fn convert(&self, form: &str) -> Vec<u8> {
        let Some(dataset) = &self.dataset else { return Vec::new() };
        match form {
            "csv" => edge_list(dataset).content.into_bytes(),
            "json" => plain_json(dataset).content.into_bytes(),
            "gexf" => gexf(dataset).content.into_bytes(),
            _ => Vec::new(),
        }
    }

    /// The picture of the end of a year, or of a month or day by its date, as SVG with title and sentence, 1200 by 675;
    /// of the last one where there is none of that name.
    pub fn picture(&self, year: &str, is_dark: bool) -> Option<Vec<u8>> {
        let dataset = Dataset::unpack(&self.packed).ok()?;
        let layout = Layout::placed(&dataset)?;
        let info = dataset.info();
        let year = info.step_named(year).unwrap_or(info.last_year).clamp(info.first_year, info.last_year);
        let view = View::new(1200.0, 675.0, if is_dark { Theme::Dark } else { Theme::Light });
        let text = alt_text(&dataset, &layout, &Moment::at(&dataset, Playhead::end_of(year)), Focus::Nobody);
        let poster = poster(&dataset, &layout, year, &view);
        Some(svg(&[&poster], Palette::paper(view.theme), &picture_title(&dataset, year), &text).into_bytes())
    }
}

impl Workbench {
    fn grid(&self, file: &str) -> Option<&Grid> {
        self.grids.iter().find(|(name, _)| name == file).map(|(_, grid)| grid)
    }

    fn write(&mut self, file: &str, text: Option<String>) -> bool {
        let (Some(text), Some(draft)) = (text, &self.draft) else { return false };
        // Another edit may come before the file is read again.
        let grid = Grid::of(draft, file, text.as_bytes());
        self.grids.retain(|(name, _)| name != file);
        self.grids.extend(grid.map(|grid| (file.to_owned(), grid)));
        self.put(file.to_owned(), text.into_bytes());
        true
    }
}
