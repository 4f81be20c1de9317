//! The dialogs of the view while it plays, and what they load, on the published page and on the one that `serve` has.

use anyhow::{Context as _, Result};
use detente_browser::{Page, Visit, built_site, served_site};
use serde_json::{Value, json};

/// The answers above 399 to what the page and the frames in it asked for.
const FAILED: &str = "[window, ...[...root.querySelectorAll('iframe')].map((it) => it.contentWindow)]
    .flatMap((page) => [...page.performance.getEntriesByType('resource'), ...page.performance.getEntriesByType('navigation')])
    .filter((entry) => entry.responseStatus >= 400).map((entry) => entry.name)";

async fn choose(page: &Page, id: &str, value: &str) -> Result<Value> {
    let script = "const it = pick('#' + rest[0]); it.value = rest[1]; it.dispatchEvent(new Event('change'));";
    page.script(script, vec![json!(id), json!(value)]).await
}

/// Every form and every part of the dialog shows in its preview what its lines name.
async fn every_preview_loads(page: &Page, year: i64) -> Result<()> {
    let framed = "pick('.preview iframe').contentDocument?.querySelector('detente-view')";
    for part in ["network", "full", "timeline", "small-multiples"] {
        choose(page, "share-form", "frame").await?;
        choose(page, "share-view", part).await?;
        page.wait_until(&format!(
            "{framed}?.dataset.state === 'ready' && {framed}.dataset.texts === 'ready' && {framed}.view === '{part}' && {framed}.year === {year}"
        ))
        .await
        .with_context(|| format!("the preview of {part}"))?;
        assert_eq!(page.eval(FAILED).await?, json!([]), "{part}");
    }
    choose(page, "share-form", "element").await?;
    let lines = page.eval("pick('#share-code').value").await?;
    let lines = lines.as_str().context("lines")?;
    assert!(lines.contains(&format!("year=\"{year}\"")), "{lines}");
    let script = lines.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).context("a script")?;
    assert_eq!(page.eval(&format!("fetch({script:?}).then((it) => it.status)")).await?, json!(200), "{script}");
    choose(page, "share-form", "picture").await?;
    page.wait_until(&format!(
        "pick('.preview img').src.endsWith('/pictures/{year}.svg') && pick('.preview img').naturalWidth > 100"
    ))
    .await?;
    assert_eq!(page.eval(FAILED).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn sharing_stops_play_at_a_year_and_loads_all_that_its_lines_name() -> Result<()> {
    for (name, site) in [("published", built_site()?), ("served", served_site()?)] {
        let visit = Visit::to("#year=1949").of_site(site);
        let result = visit
            .run(async |page| {
                page.texts_ready().await?;
                page.click(".buttons .play").await?;
                page.wait_until("!view.paused && Number(pick('.slider').value) > 1949.1").await?;
                page.click(".opener.share").await?;
                page.wait_until("root.querySelector('dialog[open] #share-code')?.checkVisibility() ?? false").await?;
                assert_eq!(page.eval("view.paused").await?, json!(true), "it plays on behind the dialog");
                let year = page.eval("view.year").await?.as_i64().context("a year")?;
                assert!(
                    year > 1949
                        && page.eval("pick('#share-link').value").await?
                            == format!("{}#year={year}", page.server().url())
                );
                every_preview_loads(page, year).await?;
                page.click("dialog[open] .close").await?;
                // Closed, it stands where it was shared.
                page.wait_until("!root.querySelector('dialog[open]')").await?;
                let stands = format!("view.paused && view.year === {year} && pick('.slider').value === '{year}'");
                page.wait_until(&stands).await?;
                page.eval("new Promise((done) => setTimeout(() => done(true), 600))").await?;
                assert_eq!(page.eval(&stands).await?, json!(true), "it plays again by itself");
                Ok(())
            })
            .await;
        result.with_context(|| format!("on the {name} page"))?;
    }
    Ok(())
}

#[tokio::test]
async fn citing_stops_play_at_the_year_that_is_cited() -> Result<()> {
    Visit::to("#year=1949")
        .run(async |page| {
            page.texts_ready().await?;
            page.click(".buttons .play").await?;
            page.wait_until("!view.paused && Number(pick('.slider').value) > 1949.1").await?;
            page.click(".opener.cite").await?;
            page.wait_until("root.querySelector('dialog[open] #cite-text')?.value.length > 0").await?;
            let year = page.eval("view.year").await?;
            assert_eq!(page.eval("view.paused && pick('.slider').value === String(view.year)").await?, json!(true));
            let cited = page.eval("pick('#cite-text').value").await?;
            assert!(cited.as_str().is_some_and(|text| text.contains(&format!("{year}"))), "{cited}");
            Ok(())
        })
        .await
}
