//! The lines to copy in `docs/embedding.md`: each is put into a page of somebody else and does what is said of it.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use detente_browser::{Overrides, Page, Visit, built_site, response};
use xtask::server::{Running, Server};
use xtask::site::Site;

use crate::hosts::draws;

/// Where the files are, in the words of the text.
const PLACE: &str = "https://example.org/detente/";
const PICTURE: &str = "pictures/1972.svg";

fn root() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("the tests lie inside the repository")
}

/// What stands between the fences that begin so.
fn blocks<'a>(text: &'a str, fence: &str) -> Vec<&'a str> {
    let opening = format!("```{fence}\n");
    text.split(&opening).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

fn embedding() -> Result<String> {
    fs::read_to_string(root()?.join("docs/embedding.md")).context("docs/embedding.md is there")
}

/// The built page with the picture of the lines.
fn site() -> Result<Site> {
    let mut site = built_site()?;
    if site.get(PICTURE).is_none() {
        site.insert(PICTURE, fs::read(root()?.join("tests").join(PICTURE))?);
    }
    Ok(site)
}

/// The files on another host than the page.
fn files() -> Result<Running> {
    let site = site()?;
    Server::bind(0)?.start(site, Overrides::default().with_header("Access-Control-Allow-Origin", "*"))
}

/// A page with the lines and the styles of the text in it, on a host of its own, under the policy of the text.
fn page_with(lines: &str, styles: &str, files: &Running) -> (Site, String) {
    let place = files.url();
    let mut page = Site::default();
    let head = format!(
        "<!doctype html><title>A page</title><link rel=\"icon\" href=\"{place}icon.svg\"><link rel=\"stylesheet\" href=\"page.css\">"
    );
    page.insert("page.css", styles);
    page.insert("index.html", format!("{head}\n{}\n", lines.replace(PLACE, &place)));
    let origin = place.trim_end_matches('/');
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; style-src 'self'; img-src {origin}; \
         connect-src {origin}; frame-src {origin}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    (page, policy)
}

/// The year that the lines name.
fn named_year(lines: &str) -> Result<i16> {
    let mut years = ["year=\"", "?year=", "#year="].into_iter().filter_map(|word| lines.split(word).nth(1));
    let digits = years.find_map(|rest| rest.get(..4)).context("the lines name a year")?;
    Ok(digits.parse()?)
}

async fn does_what_is_said(page: &Page, lines: &str) -> Result<()> {
    let year = named_year(lines)?;
    if lines.contains("<detente-view") {
        return draws(page, year).await;
    }
    if lines.contains("<iframe") {
        page.script("document.querySelector('iframe').scrollIntoView();", Vec::new()).await?;
        page.client().clone().enter_frame(0).await?;
        draws(page, year).await?;
        page.client().clone().enter_parent_frame().await?;
        if lines.contains("resize.js") {
            let grown =
                "(({ clientHeight, height }) => clientHeight > Number(height) + 50)(document.querySelector('iframe'))";
            page.wait_until(grown).await?;
        }
        return Ok(());
    }
    page.wait_until("document.querySelector('img').naturalWidth > 100").await?;
    let alt = page.attribute("img", "alt").await?.unwrap_or_default();
    let href = page.attribute("a:has(img)", "href").await?.unwrap_or_default();
    if alt.len() < 40 || !href.contains(&format!("#year={year}")) {
        bail!("the picture says {alt:?} and leads to {href:?}");
    }
    Ok(())
}

#[tokio::test]
async fn every_line_to_copy_does_what_is_said_of_it() -> Result<()> {
    let text = embedding()?;
    let blocks = blocks(&text, "html run");
    assert!(blocks.len() >= 5, "{} blocks are marked to run", blocks.len());
    let styles = self::blocks(&text, "css").concat();
    for lines in blocks {
        let files = files()?;
        let (site, policy) = page_with(lines, &styles, &files);
        let visit = Visit::to("").of_site(site).under_policy(Some(&policy)).not_waiting();
        visit.run(async |page| does_what_is_said(page, lines).await).await.with_context(|| format!("with\n{lines}"))?;
    }
    Ok(())
}

/// The element, the frame and the picture asked the files' own host, and the page's, and nobody else.
#[tokio::test]
async fn the_policy_of_the_text_is_the_one_that_is_tested() -> Result<()> {
    let text = embedding()?;
    let policy = blocks(&text, "text").into_iter().find_map(|block| block.strip_prefix("Content-Security-Policy: "));
    let policy = policy.context("the text has a policy")?;
    let page = "<!doctype html><title>Strict</title><link rel=icon href=icon.svg>\
        <script type=module src=detente-view.js></script><detente-view year=1972></detente-view>\
        <iframe src='embed.html?year=1972&focus=CHN' title='A frame'></iframe>";
    Visit::to("strict.html")
        .of_site(site()?)
        .answering("/strict.html", response(200, "text/html", page))
        .under_policy(Some(policy))
        .run(async |page| {
            draws(page, 1972).await?;
            page.script("document.querySelector('iframe').scrollIntoView();", Vec::new()).await?;
            page.client().clone().enter_frame(0).await?;
            draws(page, 1972).await?;
            page.wait_until("view.focusId === 'CHN'").await
        })
        .await
}

/// What the page around a frame may say to it, and what it is told.
#[tokio::test]
async fn a_frame_heeds_the_messages_of_the_text() -> Result<()> {
    let files = files()?;
    let frame = "<iframe src='https://example.org/detente/embed.html?year=1972&amp;id=mine&amp;childId=pym' title=One width=640 height=480></iframe>";
    let (site, policy) = page_with(frame, "", &files);
    // Scripts of the page itself are the test's, which no policy stops.
    let listening = "window.told = []; addEventListener('message', ({ data }) => window.told.push(data)); \
        window.say = (message) => document.querySelector('iframe').contentWindow.postMessage({ v: 1, ...message }, '*');";
    Visit::to("")
        .of_site(site)
        .under_policy(Some(&policy))
        .not_waiting()
        .run(async |page| {
            page.script(listening, Vec::new()).await?;
            let state = "(found) => found?.type === 'detente:state' && found.v === 1 && found.id === 'mine'";
            page.wait_until(&format!("(say({{ type: 'detente:get' }}), told.some(({state})))")).await?;
            page.script("say({ type: 'detente:set', year: 1953, focus: 'CHN' });", Vec::new()).await?;
            page.wait_until(&format!("(({state}))(told.findLast({state})) && told.findLast({state}).year === 1953 && told.findLast({state}).focus === 'CHN'")).await?;
            // What is no year is no year.
            page.script("say({ type: 'detente:set', year: '1980', focus: 7, playing: 'yes' });", Vec::new()).await?;
            page.script("window.told.length = 0; document.querySelector('iframe').width = 360;", Vec::new()).await?;
            let shapes = "told.some((it) => it?.type === 'detente:height' && it.id === 'mine' && it.height > 200) \
                && told.some((it) => it?.['datawrapper-height']?.mine > 200) \
                && told.some((it) => it?.sentinel === 'amp' && it.type === 'embed-size') \
                && told.some((it) => typeof it === 'string' && it.includes('iframe.resize')) \
                && told.some((it) => typeof it === 'string' && /^pymxPYMxpymxPYMxheightxPYMx\\d+$/.test(it))";
            page.wait_until(shapes).await?;
            // On the way the years pass; in the end it stands where it was sent.
            let stands = "(({ year, focus, playing }) => year === 1953 && focus === 'CHN' && playing === false)";
            let asked = "say({ type: 'detente:get' })";
            page.script("window.told.length = 0;", Vec::new()).await?;
            page.wait_until(&format!("({asked}, told.some({state}) && {stands}(told.findLast({state})))")).await?;
            Ok(())
        })
        .await
}

/// The lines for builders stand in the pages that are built with them.
#[test]
fn the_lines_for_builders_are_those_that_are_built() -> Result<()> {
    let text = embedding()?;
    let hosts = Site::read(&root()?.join("tests/browser/hosts"))?;
    let sources: Vec<_> = hosts.files().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let mut seen = 0;
    for fence in ["tsx", "go-html-template", "js"] {
        for block in blocks(&text, fence).into_iter().filter(|block| !block.contains("postMessage")) {
            assert!(sources.iter().any(|source| source.contains(block)), "no page is built with\n{block}");
            seen += 1;
        }
    }
    assert_eq!(seen, 5);
    Ok(())
}
