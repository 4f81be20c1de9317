//! `pages` and `table`: HTML that needs no script.

use std::fs;

use detente::data::Dataset;
use detente::language::Language;
use detente::layout::pack;
use detente::moment::Moment;
use detente::render::{
    html_in_language, html_index_name, html_indexes, html_page, html_pages, html_stories, html_story_name, html_table,
    texts_json, translations_json,
};
use detente::time::Playhead;
use detente::words::language;

use crate::args::{PagesArgs, TableArgs};
use crate::countries::name_countries;
use crate::error::CliError;
use crate::files::{make_folder, write as write_file};
use crate::resolve::{dataset, dataset_in, year};

/// The page for frames; every dataset has it.
const EMBED: &str = "embed";
/// The page of a dataset in the site of another.
const GUEST: &str = "dataset";

pub(super) fn table(args: &TableArgs) -> Result<String, CliError> {
    let dataset = dataset_in(&args.dataset, &args.language)?;
    let year = year(&dataset, args.year.year.as_ref())?;
    Ok(html_table(&dataset, &Moment::at(&dataset, Playhead::end_of(year))))
}

pub(super) fn pages(args: &PagesArgs) -> Result<String, CliError> {
    let own = dataset(&args.dataset)?;
    let mut dataset = own.clone();
    dataset.read_in(Language::ENGLISH);
    make_folder(&args.output)?;
    if args.guest {
        let name = &dataset.info().name;
        if !name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
            return Err(CliError::new(format!("No file can be called {name:?}: write letters, digits and hyphens.")));
        }
        let write = |ending: &str, bytes: &[u8]| write_file(&args.output.join(format!("{name}.{ending}")), bytes);
        write("html", filled(args, &dataset, GUEST)?.as_bytes())?;
        write("bin", &pack(&own))?;
        write("json", &texts_json(&own))?;
        for (language, texts) in translations_json(&own) {
            write_file(&args.output.join(format!("{name}-{language}.json")), &texts)?;
        }
        return Ok(String::new());
    }
    for id in html_pages(&dataset).into_iter().chain([EMBED]) {
        write_file(&args.output.join(format!("{id}.html")), filled(args, &dataset, id)?.as_bytes())?;
    }
    let translated = |code: &str| {
        let mut translated = own.clone();
        name_countries(&mut translated, code);
        translated.read_in(language(code).ok_or_else(|| CliError::new(format!("There are no words in {code}.")))?);
        Ok::<_, CliError>(translated)
    };
    for code in html_stories(&dataset) {
        let page = filled(args, &translated(code)?, "story")?;
        write_file(&args.output.join(html_story_name(code)), page.as_bytes())?;
    }
    for code in html_indexes(&dataset) {
        let page = filled(args, &translated(code)?, "index")?;
        write_file(&args.output.join(html_index_name(code)), page.as_bytes())?;
    }
    Ok(String::new())
}

fn filled(args: &PagesArgs, dataset: &Dataset, id: &str) -> Result<String, CliError> {
    let path = args.templates.join(format!("{id}.html"));
    let template = fs::read_to_string(&path)
        .map_err(|error| CliError::unreadable(format!("The template {} cannot be read: {error}.", path.display())))?;
    Ok(html_in_language(&html_page(&template, dataset, id), dataset))
}
