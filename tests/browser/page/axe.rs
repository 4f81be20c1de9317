//! What axe-core finds, in every state of every page.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use detente_browser::{Key, Media, Page, Screen, Visit, built_site, response};
use serde::Deserialize;
use serde_json::json;

use crate::{contrast, rests_at};

/// The version of npm's `axe-core` that looks at the page.
const AXE: &str = "axe-core@4.14.1";

/// The script of axe, fetched once.
fn axe() -> Result<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/axe");
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.is_file() {
        let mut npm = Command::new("npm");
        npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(AXE);
        let done = npm.status().context("npm is needed to fetch axe-core")?;
        if !done.success() {
            bail!("npm could not fetch {AXE}");
        }
    }
    std::fs::read_to_string(file).context("axe-core is there")
}

/// What a run of axe tells: the rules that held, those that did not, those it could not decide and that this test does
/// not decide either, and how many texts it left open, which `window.open` holds.
#[derive(Debug, Deserialize)]
struct Found {
    passes: usize,
    violations: Vec<String>,
    incomplete: Vec<String>,
    open: usize,
}

const RUN: &str = "
    const told = (list) => list.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes.slice(0, 4)
        .map(({ target, any }) => `${target.flat().join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`);
    // What axe leaves to a person and this test decides: texts over something that is no plain colour are measured, and
    // what is seen on a button without a letter is no name that its label would have to contain. In play a list gives way
    // to the next while axe looks: what has gone has no place among headings.
    const decided = {
        'color-contrast': () => true,
        'heading-order': ({ element }) => !element.isConnected,
        'label-content-name-mismatch': ({ element }) => !/\\p{L}/u.test(element.innerText),
    };
    return window.axe.run(document, { elementRef: true, runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a',
        'wcag21aa', 'wcag22aa', 'best-practice'] } }).then(({ passes, violations, incomplete }) => {
        const rest = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !decided[id]?.(node)) }));
        window.open = incomplete.find(({ id }) => id === 'color-contrast')?.nodes.map(({ element }) => element) ?? [];
        return { passes: passes.length, violations: told(violations), incomplete: told(rest.filter(({ nodes }) => nodes.length)),
            open: window.open.length };
    });
";

/// Rules that axe leaves to a person, and what the answer is.
const DECIDED: [(&str, &str); 1] =
    [("frame-tested", "what is in the frame is looked at by itself, as a page and within one")];

/// Runs axe on the page as it is.
async fn look(page: &Page) -> Result<Found> {
    if page.eval("typeof window.axe").await? != json!("object") {
        page.script(&format!("{}; window.axe = axe;", axe()?), Vec::new()).await?;
    }
    serde_json::from_value(page.script(RUN, Vec::new()).await?).context("axe tells what it found")
}

/// The states of a page that axe looks at, and what it found in any of them.
pub(crate) struct States<'a> {
    page: &'a Page,
    faults: String,
}

impl<'a> States<'a> {
    pub(crate) const fn of(page: &'a Page) -> Self {
        Self { page, faults: String::new() }
    }

    /// Looks at the page as it is.
    pub(crate) async fn look(&mut self, state: &str) -> Result<()> {
        let found = look(self.page).await?;
        println!("axe: {state}, {}: {} rules hold", self.page.engine(), found.passes);
        for fault in found.violations {
            writeln!(self.faults, "{state}: {fault}")?;
        }
        if found.open > 0 {
            let measured = contrast::measure(self.page).await?;
            println!(
                "axe: {state}: of {} texts left open, {} can be seen and were measured",
                found.open,
                measured.len()
            );
            for text in measured.iter().filter(|text| !text.is_enough()) {
                writeln!(self.faults, "{state}: {}", text.words())?;
            }
        }
        let is_decided = |line: &str| DECIDED.iter().any(|(rule, _)| line.starts_with(rule));
        for open in found.incomplete.iter().filter(|line| !is_decided(line)) {
            writeln!(self.faults, "{state}: left to a person: {open}")?;
        }
        if found.passes < 10 {
            writeln!(self.faults, "{state}: axe looked at nothing")?;
        }
        Ok(())
    }

    /// Fails when axe has found something, or left something open of which nothing is written.
    pub(crate) fn are_clean(self) -> Result<()> {
        ensure!(self.faults.is_empty(), "axe found\n{}", self.faults);
        Ok(())
    }
}

/// Rules that a page with a fault for each must break, or axe does not look.
const FAULTS: [&str; 10] = [
    "aria-required-attr",
    "button-name",
    "color-contrast",
    "document-title",
    "html-has-lang",
    "image-alt",
    "label",
    "link-name",
    "list",
    "select-name",
];

#[tokio::test]
async fn axe_finds_each_planted_fault() -> Result<()> {
    let page = "<!doctype html><meta charset=utf-8><link rel=icon href=icon.svg><link rel=stylesheet href=bad.css>\
        <main><div role=slider tabindex=0>Year</div><button></button><p class=faint>Hardly to be read</p><img src=icon.svg>\
        <input type=text><a href=elsewhere.html></a><ul><p>No item</p></ul><select><option>One</option></select></main>";
    let mut site = built_site()?;
    site.insert("bad.html", page);
    site.insert("bad.css", ".faint { color: #bbb; background: #fff; }");
    Visit::to("bad.html")
        .of_site(site)
        .not_waiting()
        .run(async |page| {
            let found = look(page).await?;
            let missed: Vec<_> = FAULTS
                .iter()
                .filter(|rule| !found.violations.iter().any(|line| line.starts_with(&format!("{rule}:"))))
                .collect();
            assert!(missed.is_empty(), "axe misses {missed:?}: it found {:#?}", found.violations);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_text_that_fades_into_what_is_behind_it_is_found() -> Result<()> {
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Texts</title><link rel=icon href=icon.svg>\
        <link rel=stylesheet href=texts.css><main><h1>Texts</h1><p class=plain>Read on a gradient</p><p class=faint>Lost on a gradient</p></main>";
    let mut site = built_site()?;
    site.insert("texts.html", page);
    site.insert(
        "texts.css",
        "p { background: linear-gradient(90deg, #fff, #bbb); } .plain { color: #222; } .faint { color: #888; }",
    );
    Visit::to("texts.html")
        .of_site(site)
        .not_waiting()
        .run(async |page| {
            let found = look(page).await?;
            let measured = contrast::measure(page).await?;
            let faint: Vec<_> =
                measured.iter().filter(|text| !text.is_enough()).map(contrast::Measured::words).collect();
            assert_eq!((found.open, measured.len(), faint.len()), (2, 2, 1), "{faint:?}");
            assert!(faint[0].contains("Lost on a gradient"), "{faint:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn axe_finds_nothing_while_the_year_moves_and_somebody_is_in_focus() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            let mut states = States::of(page);
            states.look("at rest").await?;
            page.click(".play").await?;
            page.wait_until("!view.paused").await?;
            states.look("playing").await?;
            page.click(".play").await?;
            page.wait_until("view.paused && pick('.slider').step === '1'").await?;
            states.look("paused").await?;
            for (focus, state) in [("CHN", "an actor in focus"), ("CHN-SUN", "a tie in focus")] {
                page.goto(&format!("#year=1972&focus={focus}")).await?;
                page.wait_until("!pick('.card').hidden").await?;
                states.look(state).await?;
            }
            page.press(".marks", Key::Right).await?;
            page.wait_until("!pick('.tip').hidden").await?;
            states.look("a tip").await?;
            states.are_clean()
        })
        .await
}

#[tokio::test]
async fn axe_finds_nothing_in_what_opens() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            let mut states = States::of(page);
            page.script("view.compared = 2024;", Vec::new()).await?;
            page.wait_until("!pick('.differences').hidden").await?;
            states.look("two years compared").await?;
            page.script("view.compared = undefined; pick('.how').open = true;", Vec::new()).await?;
            states.look("how to read").await?;
            page.script("pick('.how').open = false; pick('.table').open = true;", Vec::new()).await?;
            page.wait_until("Boolean(root.querySelector('.table tbody'))").await?;
            states.look("the table open").await?;
            page.script("pick('.table').open = false;", Vec::new()).await?;
            searched(&mut states).await?;
            for (opener, state) in [(".cite", "the citation"), (".share", "the lines to embed")] {
                page.script("pick(rest[0]).click();", vec![json!(opener)]).await?;
                page.wait_until("Boolean(root.querySelector('dialog[open]'))").await?;
                states.look(state).await?;
                page.script("pick('dialog[open] .close').click();", Vec::new()).await?;
                page.wait_until("!root.querySelector('dialog[open]')").await?;
            }
            page.focus("[data-skip=year]").await?;
            states.look("the buttons that skip").await?;
            states.are_clean()
        })
        .await
}

/// The list of what was found, and nothing found.
async fn searched(states: &mut States<'_>) -> Result<()> {
    let page = states.page;
    page.focus(".sought").await?;
    page.type_text("korea").await?;
    page.wait_until("pick('.sought').getAttribute('aria-expanded') === 'true'").await?;
    page.key(Key::Down).await?;
    states.look("the list of what was found").await?;
    page.type_text("zzz").await?;
    page.wait_until("!pick('.none').hidden").await?;
    states.look("nothing found").await?;
    page.keys(&[Key::Escape.into(), Key::Escape.into()]).await
}

/// All pages, a step of the story among them.
async fn every_page(states: &mut States<'_>, name: &str) -> Result<()> {
    let page = states.page;
    for (address, there) in [
        // Before that the still picture lies on the canvas, which has the same texts.
        (
            "story.html#red-guards",
            "document.querySelector('.step[aria-current]')?.id === 'red-guards' && view?.dataset.late === 'ready'",
        ),
        ("claims.html", "document.querySelector('.filter')?.hidden === false"),
        ("sources.html", "document.readyState === 'complete'"),
        ("great-powers.html#year=1907", "view?.dataset.texts === 'ready'"),
        ("embed.html?year=1972", "view?.dataset.texts === 'ready'"),
    ] {
        page.goto(address).await?;
        page.wait_until(there).await?;
        states.look(&format!("{address}, {name}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page_at_a_desk() -> Result<()> {
    // A step fades in, and is read once it has.
    let calm = Media { calm: true, ..Media::default() };
    Visit::to("")
        .with_media(calm)
        .run(async |page| {
            let mut states = States::of(page);
            every_page(&mut states, "at a desk").await?;
            states.are_clean()
        })
        .await
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page_in_the_dark() -> Result<()> {
    let dark = Media { dark: true, calm: true, ..Media::default() };
    Visit::to("#year=1972&focus=CHN")
        .with_media(dark)
        .run(async |page| {
            page.texts_ready().await?;
            let mut states = States::of(page);
            page.wait_until("!pick('.card').hidden").await?;
            states.look("an actor in focus, in the dark").await?;
            page.goto("#year=1972").await?;
            rests_at(page, 1972).await?;
            states.look("at rest, in the dark").await?;
            searched(&mut states).await?;
            every_page(&mut states, "in the dark").await?;
            states.are_clean()
        })
        .await
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page_on_a_phone() -> Result<()> {
    let calm = Media { calm: true, ..Media::default() };
    Visit::to("#year=1972")
        .on(Screen::PHONE)
        .with_media(calm)
        .run(async |page| {
            page.texts_ready().await?;
            let mut states = States::of(page);
            states.look("at rest, on a phone").await?;
            page.goto("#year=1972&focus=CHN").await?;
            page.wait_until("!pick('.card').hidden").await?;
            states.look("an actor in focus, on a phone").await?;
            every_page(&mut states, "on a phone").await?;
            states.are_clean()
        })
        .await
}

#[tokio::test]
async fn axe_finds_nothing_while_it_loads_and_when_it_cannot() -> Result<()> {
    Visit::to("#year=1972")
        .not_waiting()
        .holding("/detente_bg.wasm")
        .run(async |page| {
            page.wait_until("view?.dataset.state === 'loading'").await?;
            let mut states = States::of(page);
            states.look("loading").await?;
            states.are_clean()?;
            page.server().set_overrides(detente_browser::Overrides::default());
            page.ready().await
        })
        .await?;
    Visit::to("#year=1972")
        .not_waiting()
        .answering("/detente_bg.wasm", response(404, "text/plain", "There is no such file."))
        .forgiving("404")
        .run(async |page| {
            page.wait_until("view?.dataset.state === 'failed'").await?;
            let mut states = States::of(page);
            states.look("failed").await?;
            states.are_clean()
        })
        .await?;
    let frame = "<!doctype html><html lang=en><meta charset=utf-8><title>A host</title><link rel=icon href=icon.svg>\
        <main><h1>A host</h1><iframe src='embed.html?year=1972' title='A view' width=700 height=760></iframe></main>";
    let mut site = built_site()?;
    site.insert("host.html", frame);
    Visit::to("host.html")
        .of_site(site)
        .not_waiting()
        .run(async |page| {
            page.client().clone().enter_frame(0).await?;
            page.texts_ready().await?;
            let mut states = States::of(page);
            states.look("in a frame").await?;
            states.are_clean()
        })
        .await
}
