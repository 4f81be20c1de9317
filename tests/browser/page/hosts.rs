//! The view on pages of others, built as their owners build them: `cargo xtask test --only hosts` makes them.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use detente_browser::{Page, Visit};
use serde_json::json;
use xtask::site::Site;

/// Whether the network of the shown view has many colours.
const COLOURFUL: &str = r#"(() => {
    // While something moves a worker may draw in its place.
    const marks = [...root.querySelectorAll(".marks, .offstage")].find((canvas) => canvas.width > 1);
    if (!marks) return false;
    const copy = new OffscreenCanvas(marks.width, marks.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(marks, 0, 0);
    const { data } = copy.getImageData(0, 0, marks.width, marks.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    return colours.size > 20;
})()"#;

/// A built page, or `None` where it could not be built; a continuous build has built them all.
fn host(name: &str) -> Result<Option<Site>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("the tests lie in the repository")?;
    let folder = env::var_os("DETENTE_HOSTS").map_or_else(|| root.join("target/hosts"), PathBuf::from).join(name);
    if folder.is_dir() {
        return Site::read(&folder).map(Some);
    }
    if env::var_os("CI").is_some() {
        bail!("{} is not built: use `cargo xtask test --only hosts` before.", folder.display());
    }
    eprintln!("left out: {} is not built; `cargo xtask test --only hosts` builds it.", folder.display());
    Ok(None)
}

/// Waits until a year is drawn in the view of the page, or of the frame that was entered.
pub(crate) async fn draws(page: &Page, year: i16) -> Result<()> {
    page.ready().await?;
    page.wait_until(&format!("view.year === {year} && root.querySelector('.year').textContent === '{year}'")).await?;
    page.wait_until(COLOURFUL).await
}

#[tokio::test]
async fn plain_html_by_one_script_with_its_integrity() -> Result<()> {
    let Some(site) = host("plain")? else { return Ok(()) };
    Visit::to("").of_site(site).run(async |page| draws(page, 1972).await).await
}

#[tokio::test]
async fn plain_html_refuses_a_script_that_was_changed() -> Result<()> {
    let Some(mut site) = host("plain")? else { return Ok(()) };
    let changed = [site.get("detente-view.js").context("the script")?, b"\n"].concat();
    site.insert("detente-view.js", changed);
    let visit = Visit::to("").of_site(site).not_waiting().forgiving("integrity");
    visit
        .run(async |page| {
            page.wait_until("document.querySelector('detente-view img').naturalWidth > 100").await?;
            assert_eq!(page.eval("Boolean(customElements.get('detente-view'))").await?, json!(false));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_page_built_by_vite() -> Result<()> {
    for (name, folder) in [("vite", ""), ("vite-relative", "some/where")] {
        let Some(built) = host(name)? else { return Ok(()) };
        let mut site = Site::default();
        if folder.is_empty() {
            site = built;
        } else {
            site.mount(folder, built);
        }
        let address = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        Visit::to(&address)
            .of_site(site)
            .run(async |page| {
                draws(page, 1972).await?;
                page.texts_ready().await?;
                page.wait_until("view.focusId === 'KOR'").await?;
                let asked = page.server().requests();
                let has = |part: &str, ending: &str| {
                    let file = |asked: &String| {
                        asked.starts_with(&format!("/{address}assets/{part}")) && asked.ends_with(ending)
                    };
                    asked.iter().any(file)
                };
                assert!(has("detente_bg-", ".wasm") && has("detente-texts-", ".txt"), "{asked:?}");
                Ok(())
            })
            .await
            .with_context(|| format!("in the page {name}"))?;
    }
    Ok(())
}

/// The pages of the bundlers, which are all alike: the view, its texts, and the dialog that is fetched later.
#[tokio::test]
async fn pages_built_by_webpack_rollup_esbuild_parcel_and_next() -> Result<()> {
    for name in ["webpack", "rollup", "esbuild", "parcel", "next"] {
        let Some(site) = host(name)? else { continue };
        let mut visit = Visit::to("").of_site(site);
        // Next.js writes scripts into its pages, webpack and Parcel write addresses of scripts into elements.
        if matches!(name, "next" | "webpack" | "parcel") {
            visit = visit.under_policy(None);
        }
        // Where addresses are left as they are, the folder of the program may be that of the site: it is looked whether.
        visit
            .forgiving("integrity.json")
            .forgiving("embed.html")
            .run(async |page| built(page).await)
            .await
            .with_context(|| format!("in the page {name}"))?;
    }
    Ok(())
}

async fn built(page: &Page) -> Result<()> {
    draws(page, 1972).await?;
    page.texts_ready().await?;
    page.wait_until("root.querySelectorAll('.change .sources a').length > 0").await?;
    page.click(".opener.share").await?;
    page.wait_until("root.querySelector('dialog[open] #share-link')?.value.startsWith('http')").await?;
    // The site's own files are not here, so no lines to embed are offered that would lead nowhere.
    let shown = "root.querySelector('#share-code').checkVisibility()";
    assert_eq!(page.eval(shown).await?, json!(false));
    page.script("pick('dialog[open] .close').click(); view.setAttribute('home', 'detente');", Vec::new()).await?;
    page.script("view.shadowRoot.querySelector('.opener.share').click();", Vec::new()).await?;
    page.wait_until(shown).await?;
    let lines = page.eval("pick('#share-code').value").await?;
    assert!(lines.as_str().is_some_and(|lines| lines.contains("/detente/detente-view.js")), "{lines}");
    Ok(())
}

#[tokio::test]
async fn react_sets_the_year_and_hears_of_it() -> Result<()> {
    let Some(site) = host("react")? else { return Ok(()) };
    Visit::to("")
        .of_site(site)
        .run(async |page| {
            draws(page, 1972).await?;
            page.wait_until("view.focusId === 'KOR' && pick('#told').textContent === '1972 KOR'").await?;
            assert_eq!(page.eval("typeof view.focus").await?, json!("function"), "it is still a method");
            // From outside the element: React hears of it and does not set it back.
            page.script("view.focusId = 'CHN'; view.year = 1975;", Vec::new()).await?;
            page.wait_until("pick('#told').textContent === '1975 CHN'").await?;
            page.script("document.querySelector('button').click();", Vec::new()).await?;
            draws(page, 1953).await?;
            page.wait_until("pick('#told').textContent === '1953 CHN'").await
        })
        .await
}

#[tokio::test]
async fn a_hugo_post_with_the_shortcode() -> Result<()> {
    let Some(site) = host("hugo")? else { return Ok(()) };
    Visit::to("shortcode/")
        .of_site(site)
        .run(async |page| {
            draws(page, 1972).await?;
            let asked = "[...document.querySelectorAll('detente-view')].map((view) => [view.year, view.focusId, view.dataset.state])";
            page.wait_until(&format!("{asked}.every(([,, state]) => state === 'ready')")).await?;
            assert_eq!(page.eval(asked).await?, json!([[1972, "KOR", "ready"], [1972, "CHN", "ready"]]));
            assert_eq!(page.eval("document.querySelectorAll('script').length").await?, json!(1), "one script for both");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_hugo_post_with_the_picture_first_needs_no_script() -> Result<()> {
    let Some(site) = host("hugo")? else { return Ok(()) };
    Visit::to("picture/")
        .of_site(site)
        .not_waiting()
        .under_policy(Some("default-src 'none'; img-src 'self'"))
        .run(async |page| {
            page.wait_until("document.querySelector('a > img').naturalWidth > 100").await?;
            let alt = page.attribute("a > img", "alt").await?.unwrap_or_default();
            assert!(alt.starts_with("North Korea in the centre at the end of 1972"), "{alt}");
            assert_eq!(page.attribute("a:has(img)", "href").await?.as_deref(), Some("/detente/#year=1972"));
            Ok(())
        })
        .await
}

/// What pages do to an element before its script has come.
#[tokio::test]
async fn what_is_set_before_the_element_is_known_holds() -> Result<()> {
    let mut site = host("plain")?.map_or_else(detente_browser::built_site, Ok)?;
    let page = "<!doctype html><title>Early</title><link rel=icon href=icon.svg>\
        <detente-view view=network></detente-view><script type=module src=early.js></script>";
    site.insert("early.html", page);
    site.insert(
        "early.js",
        "const view = document.querySelector('detente-view'); view.year = 1972; view.focusId = 'KOR'; view.loop = true;\n\
         await import('./detente-view.js');",
    );
    Visit::to("early.html")
        .of_site(site)
        .run(async |page| {
            draws(page, 1972).await?;
            let set = "[view.focusId, view.loop, view.getAttribute('year'), Object.hasOwn(view, 'year')]";
            assert_eq!(page.eval(set).await?, json!(["KOR", true, "1972", false]));
            page.script("view.year = 1973; view.setAttribute('compare', '1953');", Vec::new()).await?;
            page.wait_until("view.compared === 1953 && !('compare' in view)").await?;
            draws(page, 1973).await
        })
        .await
}
