//! The page of a network without a centre: it is drawn, the year moves, and anyone can be put in the centre and back.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use detente::data::{Dataset, read, validate};
use detente::layout::{Layout, pack};
use detente::scene::{Theme, View, at_rest};
use detente_browser::{Page, Visit};

use crate::rests_at;

/// The dataset as the page gets it: from the pack of its tables.
fn dataset() -> Result<Dataset> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/great-powers");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.file_name().context("a name")?.to_string_lossy().into_owned();
        files.push((name, fs::read(&path)?));
    }
    let (dataset, _) = validate(&read(&files), &[]).map_err(|report| anyhow::anyhow!("{report}"))?;
    Dataset::unpack(&pack(&dataset)).map_err(|error| anyhow::anyhow!("{error}"))
}

/// The picture is the one that is drawn natively.
async fn is_drawn(page: &Page, dataset: &Dataset, year: i16) -> Result<()> {
    let size = page.ask(".net", "[it.clientWidth, it.clientHeight]").await?;
    let (width, height): (f64, f64) = serde_json::from_value(size).context("two numbers")?;
    let layout = Layout::placed(dataset).context("a layout")?;
    let native = at_rest(dataset, &layout, year, &View::new(width, height, Theme::Light)).printout(dataset);
    page.wait_until("view.printout().length > 0").await?;
    assert_eq!(page.eval("view.printout()").await?.as_str().unwrap_or_default(), native, "{year}");
    Ok(())
}

#[tokio::test]
async fn a_network_without_a_centre_moves_and_anyone_can_be_put_in_its_centre() -> Result<()> {
    let mut dataset = dataset()?;
    Visit::to("great-powers.html#year=1882")
        .run(async |page| {
            page.texts_ready().await?;
            for year in [1882, 1894, 1907, 1914] {
                page.goto(&format!("great-powers.html#year={year}")).await?;
                rests_at(page, year).await?;
                is_drawn(page, &dataset, year).await?;
            }
            assert!(page.text(".counts").await?.contains("relations hold"));
            page.goto("great-powers.html#year=1882&focus=DEU").await?;
            page.wait_until("!pick('.card').hidden && pick('.card h2').textContent === 'Germany'").await?;
            page.click(".card .opener").await?;
            let back =
                "[...root.querySelectorAll('.opener')].find((it) => it.textContent.includes('Nobody in the centre'))";
            page.wait_until(&format!("!{back}.hidden")).await?;
            dataset.put_in_centre(dataset.find("DEU"));
            is_drawn(page, &dataset, 1882).await?;
            page.script(&format!("{back}.click()"), Vec::new()).await?;
            page.wait_until(&format!("{back}.hidden")).await?;
            dataset.put_in_centre(None);
            is_drawn(page, &dataset, 1882).await
        })
        .await
}

#[tokio::test]
async fn the_first_page_leads_to_it_and_it_leads_back() -> Result<()> {
    Visit::to("")
        .run(async |page| {
            let link = "document.querySelector('a[href=\"great-powers.html\"]').click()";
            page.script(link, Vec::new()).await?;
            page.ready().await?;
            page.wait_until("document.title.includes('great powers')").await?;
            assert_eq!(page.eval("document.querySelector('nav a').getAttribute('href')").await?, "./");
            Ok(())
        })
        .await
}
