//! What the command line makes for the pages: the long texts, the pictures, and the pages' HTML.
//!
//! The command line runs as a program of its own, so that a running `serve` uses the newly built one.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::{cargo, output, run};
use crate::site::{Site, TEXTS, TRANSLATIONS};
use crate::workspace::Workspace;

/// The environment variable with the address of the published site, for the share pages' absolute addresses.
const BASE: &str = "DETENTE_BASE";

/// Made from the dataset for the pages.
#[derive(Clone, Debug)]
pub struct Statics {
    /// The long texts, the pictures and the share pages, by their names in the page.
    pub files: Site,
    /// The styles that give each year's still picture its files.
    pub still_rules: String,
    /// The command line that made them.
    program: PathBuf,
}

/// Builds the command line; where it is.
pub fn compile(workspace: &Workspace) -> Result<PathBuf> {
    run(cargo(workspace.root()).args(["build", "--bin", "detente"])).context("the command line does not compile")?;
    Ok(workspace.target().join("debug").join(format!("detente{}", env::consts::EXE_SUFFIX)))
}

/// Has the command line make everything for the dataset of the workspace.
pub fn make(workspace: &Workspace, detente: &Path) -> Result<Statics> {
    let run = Detente { program: detente, dataset: workspace.dataset(), folder: workspace.target().join("statics") };
    let years = run.years()?;
    let mut files = Site::default();
    files.mount("story", run.folder("story", &["stills"])?);
    // Every year, because a frame or a newsletter may show any of them as a still picture.
    files.mount("pictures", run.folder("pictures", &["render", "--all-years"])?);
    let alternatives = run.text(&["describe", "--all-years"])?;
    let alternatives: BTreeMap<&str, &str> = alternatives.lines().filter_map(|line| line.split_once('\t')).collect();
    files.insert("pictures/alt.json", serde_json::to_vec(&alternatives)?);
    let base = env::var(BASE).unwrap_or_default();
    let mut cards = vec!["cards", "--years", &years.shared];
    if !base.is_empty() {
        cards.extend(["--base", &base]);
    }
    files.extend(run.folder("cards", &cards)?);
    files.insert(TEXTS, run.file(TEXTS, &["texts"])?);
    for name in TRANSLATIONS {
        // The command writes those that there are beside the texts.
        files.insert(name, fs::read(run.folder.join(name)).unwrap_or_else(|_| b"{}".to_vec()));
    }
    files.extend(run.messages()?);
    let mut names = Vec::new();
    for (shape, size) in [("", "700x603"), ("phone-", "296x296")] {
        for theme in ["light", "dark"] {
            let stills = run.folder("stills", &["render", "--all-years", "--size", size, "--theme", theme])?;
            names = stills.files().map(|(name, _)| name.trim_end_matches(".svg").to_owned()).collect();
            files.mount(&format!("stills/{shape}{theme}"), stills);
        }
    }
    Ok(Statics { files, program: detente.to_owned(), still_rules: still_rules(&names) })
}

/// The styles that give each year's still picture its files: by theme, on wide screens and on phones. `still.js` puts
/// something before its id.
fn still_rules(years: &[String]) -> String {
    let mut rules = String::new();
    for year in years {
        let files = ["light", "dark", "phone-light", "phone-dark"];
        let files: Vec<_> = files.iter().map(|name| format!("--{name}:url(stills/{name}/{year}.svg)")).collect();
        rules.extend(["[id$=\"year=", year, "\"]{", &files.join(";"), "}\n"]);
    }
    rules
}

impl Statics {
    /// The pages: the templates in `www` with what the dataset says. A page that the dataset has no rows for is not made.
    pub fn pages(&self, workspace: &Workspace) -> Result<Site> {
        let folder = workspace.target().join("statics");
        let templates = workspace.www();
        let arguments = ["pages", "--templates", &templates.to_string_lossy()];
        let of = Detente { program: &self.program, dataset: workspace.dataset(), folder: folder.clone() };
        let mut pages = of.folder("pages", &arguments)?;
        let mut infos = Vec::new();
        for dataset in guests(workspace)? {
            let guest = Detente { program: &self.program, dataset: &dataset, folder: folder.clone() };
            infos.push(guest.text(&["info"])?);
            pages.extend(guest.folder("guest", &[&arguments[..], &["--guest"]].concat())?);
        }
        let first = pages.files().map(|(name, _)| name.to_owned()).filter(|name| is_first_page(name));
        for name in first.collect::<Vec<_>>() {
            let page = linked(&pages.require_text(&name)?, &infos)?;
            pages.insert(name, page);
        }
        Ok(pages)
    }
}

/// Where the first page has the links to those of other datasets: a comment with the sentence for each of them.
const GUESTS: [&str; 2] = ["<!--guests:", "-->"];

/// Whether a page is the first one, in whichever language.
fn is_first_page(name: &str) -> bool {
    name == "index.html" || name.strip_prefix("index-").is_some_and(|rest| rest.strip_suffix(".html").is_some())
}

/// The first page with links to other datasets, of which `detente info` printed this.
fn linked(page: &str, infos: &[String]) -> Result<String> {
    let parts = page.split_once(GUESTS[0]).and_then(|(before, rest)| Some((before, rest.split_once(GUESTS[1])?)));
    let (before, (sentence, after)) = parts.context("the first page has no place for links to other datasets")?;
    let links: Vec<_> = infos.iter().map(|info| link(sentence, info)).collect::<Result<_>>()?;
    Ok([before, links.join("\n  ").as_str(), after].concat())
}

/// The other datasets that have a page in the site of the workspace's own: those that lie beside it in `data/`.
fn guests(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let (own, data) = (workspace.dataset(), workspace.root().join("data"));
    if own.parent() != Some(&data) {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(&data).with_context(|| format!("cannot read {}", data.display()))?;
    let mut found: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    found.retain(|path| path != own && path.join("datapackage.json").is_file());
    found.sort();
    Ok(found)
}

/// A sentence with the link to the page of another dataset, of which `detente info` printed this: the page is in English.
fn link(sentence: &str, info: &str) -> Result<String> {
    let info: serde_json::Value = serde_json::from_str(info).context("`detente info` prints no JSON")?;
    let text = |key: &str| info[key].as_str().with_context(|| format!("`detente info` prints no {key}"));
    let title = text("title")?.replace('&', "&amp;").replace('<', "&lt;");
    let ends = ["first_year", "last_year"].map(|key| step_text(&info[key]).unwrap_or_default());
    let years = ends.join(if info["first_year"].is_string() { " – " } else { "–" });
    let link =
        format!("<a href=\"{}.html\" lang=\"en\" hreflang=\"en\" dir=\"ltr\">{title}, {years}</a>", text("name")?);
    Ok(format!("<p class=\"elsewhere\">{}</p>", sentence.replace("{0}", &link)))
}

/// The years of the dataset that pages need, as arguments.
#[derive(Debug, PartialEq, Eq)]
struct Years {
    /// The years with a share page, separated by commas.
    shared: String,
}

/// A year, or a month or day as text.
fn step_text(value: &serde_json::Value) -> Option<String> {
    value.as_str().map(str::to_owned).or_else(|| value.as_i64().map(|year| year.to_string()))
}

/// Reads what `detente info` prints.
fn parse_years(info: &str) -> Result<Years> {
    let info: serde_json::Value = serde_json::from_str(info).context("`detente info` prints no JSON")?;
    let highlights = info["highlights"].as_array().context("`detente info` prints no highlights")?;
    let shared: Vec<String> = highlights.iter().filter_map(step_text).collect();
    Ok(Years { shared: shared.join(",") })
}

/// The command line, run on a dataset. The first argument of each call is the name of the command.
struct Detente<'a> {
    program: &'a Path,
    dataset: &'a Path,
    folder: PathBuf,
}

impl Detente<'_> {
    fn years(&self) -> Result<Years> {
        parse_years(&self.text(&["info"])?)
    }

    /// What it prints, without white space around it.
    fn text(&self, args: &[&str]) -> Result<String> {
        let printed = output(Command::new(self.program).arg(args[0]).arg(self.dataset).args(&args[1..]))?;
        Ok(printed.trim().to_owned())
    }

    /// The file that it writes.
    fn file(&self, name: &str, args: &[&str]) -> Result<Vec<u8>> {
        let path = self.folder.join(name);
        self.text(&[args, &["--output", &path.to_string_lossy()]].concat())?;
        fs::read(&path).with_context(|| format!("`detente {}` wrote no {name}", args[0]))
    }

    /// The words in other languages, which are the same for every dataset.
    fn messages(&self) -> Result<Site> {
        let path = self.folder.join("messages");
        output(Command::new(self.program).args(["messages", "--output", &path.to_string_lossy()]))?;
        Site::read(&path)
    }

    /// The files that it writes into a folder.
    fn folder(&self, name: &str, args: &[&str]) -> Result<Site> {
        let path = self.folder.join(name);
        if path.exists() {
            fs::remove_dir_all(&path).with_context(|| format!("cannot empty {}", path.display()))?;
        }
        fs::create_dir_all(&path).with_context(|| format!("cannot make the folder {}", path.display()))?;
        self.text(&[args, &["--output", &path.to_string_lossy()]].concat())?;
        Site::read(&path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_come_from_the_dataset() {
        let years = parse_years(r#"{ "last_year": 1960, "highlights": [1950, 1953, 1960] }"#).expect("years");
        assert_eq!(years, Years { shared: "1950,1953,1960".into() });
        let error = parse_years("{}").expect_err("no years").to_string();
        assert_eq!(error, "`detente info` prints no highlights");
    }

    #[test]
    fn another_dataset_is_linked_by_its_title() {
        let info = r#"{ "name": "a-b", "title": "A & <b>", "first_year": 1871, "last_year": 1914 }"#;
        let page = "<footer><!--guests:Un’altra rete: {0}.--></footer>";
        let expected = "<footer><p class=\"elsewhere\">Un’altra rete: \
                        <a href=\"a-b.html\" lang=\"en\" hreflang=\"en\" dir=\"ltr\">A &amp; &lt;b>, 1871–1914</a>.</p></footer>";
        assert_eq!(linked(page, &[info.to_owned()]).expect("a page"), expected);
        assert!(linked("<footer></footer>", &[]).is_err(), "a template without the place is noticed");
        assert!(is_first_page("index-ko.html") && !is_first_page("story-it.html"));
    }
}
