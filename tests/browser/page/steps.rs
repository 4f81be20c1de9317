//! A dataset of days on a page: slider, keys, field, address, attribute and labels.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use detente::data::{Dataset, TextColumns, read, validate};
use detente::layout::{Layout, pack};
use detente::scene::{Theme, View, at_rest};
use detente_browser::{Key, Page, Screen, Visit, built_site};
use serde_json::json;
use xtask::site::Site;

/// The July crisis, by days or months.
fn crisis(step: &str) -> Result<Dataset> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/july-crisis");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.file_name().context("a name")?.to_string_lossy().into_owned();
        files.push((name, fs::read(&path)?));
    }
    for (name, bytes) in &mut files {
        if name == "datapackage.json" {
            let mut package: serde_json::Value = serde_json::from_slice(bytes)?;
            package["detente"]["step"] = step.into();
            package["detente"]["turning_points"] = json!([]);
            *bytes = package.to_string().into_bytes();
        }
    }
    let (dataset, _) = validate(&read(&files), &[]).map_err(|report| anyhow::anyhow!("{report}"))?;
    Ok(dataset)
}

/// A page with a view of it that keeps its address.
fn site(dataset: &Dataset, attributes: &str) -> Result<Site> {
    let mut site = built_site()?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Days</title><link rel=\"icon\" href=\"icon.svg\"><script type=\"module\" src=\"detente-view.js\"></script>\
         <detente-view src=\"crisis.bin\" texts=\"crisis.json\" {attributes}></detente-view></html>"
    );
    site.insert("crisis.html", page);
    site.insert("crisis.bin", pack(dataset));
    let texts = dataset.texts().context("its texts")?;
    site.insert("crisis.json", serde_json::to_vec(&TextColumns::of(texts))?);
    Ok(site)
}

/// Waits until a day has come to rest and its list is there.
async fn rests_at(page: &Page, short: &str, heading: &str) -> Result<()> {
    page.wait_until(&format!(
        "pick('.year').textContent === '{short}' && pick('.slider').step === '1' && pick('.heading').textContent.includes('{heading}')"
    ))
    .await
}

#[tokio::test]
async fn the_slider_moves_by_days_and_everything_names_the_day() -> Result<()> {
    let days = crisis("day")?;
    Visit::to("crisis.html#year=1914-08-04")
        .of_site(site(&days, "address")?)
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, "4 Aug 1914", "on 4 August 1914").await?;
            assert_eq!(page.eval("view.year").await?, "1914-08-04");
            assert_eq!(page.text(".cursor-year").await?, "4 Aug 1914");
            assert_eq!(page.attribute(".slider", "aria-label").await?.as_deref(), Some("Day"));
            assert!(
                page.attribute(".step", "aria-label").await?.is_some_and(|label| label == "Previous day with change")
            );
            let said = page.attribute(".slider", "aria-valuetext").await?.unwrap_or_default();
            assert!(said.starts_with("4 August 1914: "), "{said}");
            assert_eq!(page.text(".small-multiples .heading").await?, "Days side by side");
            assert!(page.text(".counts").await?.starts_with("At the day’s end "));
            assert!(
                page.texts(".changes li, .heading ~ * li")
                    .await?
                    .iter()
                    .any(|row| row.contains("Britain declares war on Germany"))
            );

            // The picture is the one that is drawn natively.
            let size = page.ask(".net", "[it.clientWidth, it.clientHeight]").await?;
            let (width, height): (f64, f64) = serde_json::from_value(size)?;
            let opened = Dataset::unpack(&pack(&days)).map_err(|error| anyhow::anyhow!("{error}"))?;
            let layout = Layout::placed(&opened).context("a layout")?;
            let shown = opened.info().step_named("1914-08-04").context("a day")?;
            let native = at_rest(&opened, &layout, shown, &View::new(width, height, Theme::Light)).printout(&opened);
            assert_eq!(page.eval("view.printout()").await?.as_str().unwrap_or_default(), native);

            // Keys: a day, ten days, the ends.
            page.press(".slider", Key::Left).await?;
            rests_at(page, "3 Aug 1914", "on 3 August 1914").await?;
            page.press(".slider", Key::PageDown).await?;
            rests_at(page, "24 Jul 1914", "on 24 July 1914").await?;
            page.wait_until("location.hash === '#year=1914-07-24'").await?;
            page.press(".slider", Key::Home).await?;
            rests_at(page, "1 Jun 1914", "on 1 June 1914").await?;
            page.press(".slider", Key::End).await?;
            rests_at(page, "31 Dec 1914", "on 31 December 1914").await?;

            // The finger.
            let slider = page.bounds(".slider").await?;
            let place =
                |day: f64| (slider.left + 11.0 + day / 213.0 * (slider.width - 22.0), slider.top + slider.height / 2.0);
            // The 28th of July is the 57th day after the first of June.
            page.drag(place(213.0), place(57.0), 12).await?;
            page.wait_until("pick('.slider').step === '1' && view.year.startsWith('1914-07-2')").await?;
            page.wait_until("pick('.heading').textContent.includes(' July 1914')").await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_day_can_be_typed_set_compared_and_told_to_the_host() -> Result<()> {
    let days = crisis("day")?;
    Visit::to("crisis.html")
        .of_site(site(&days, "year=\"1914-07-28\"")?)
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, "28 Jul 1914", "on 28 July 1914").await?;
            page.script("window.told = []; view.addEventListener('yearchange', ({ detail }) => told.push(detail.year)); view.year = '1914-08-02';", Vec::new()).await?;
            rests_at(page, "2 Aug 1914", "on 2 August 1914").await?;
            assert_eq!(page.eval("told.at(-1)").await?, "1914-08-02");
            // A month stands for its last day.
            page.script("view.setAttribute('year', '1914-08');", Vec::new()).await?;
            rests_at(page, "31 Aug 1914", "on 31 August 1914").await?;
            page.script("pick('.field').focus(); pick('.field').value = '1914-09-05'; pick('.field').dispatchEvent(new Event('input'));", Vec::new()).await?;
            rests_at(page, "5 Sep 1914", "on 5 September 1914").await?;
            page.script("view.compared = '1914-06-01';", Vec::new()).await?;
            page.wait_until("root.textContent.includes('From the end of 1 June 1914 to the end of 5 September 1914')").await?;
            assert_eq!(page.eval("[view.compared, pick('.compare select').value]").await?, json!(["1914-06-01", "1914-06-01"]));
            page.wait_until("pick('.back').textContent === '‹ This day alone'").await
        })
        .await
}

#[tokio::test]
async fn a_long_name_is_not_cut_on_a_phone_and_another_dataset_counts_otherwise() -> Result<()> {
    let days = crisis("day")?;
    let mut site = site(&days, "year=\"1914-09-28\"")?;
    site.insert("months.bin", pack(&crisis("month")?));
    Visit::to("crisis.html")
        .of_site(site)
        .on(Screen::PHONE)
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, "28 Sep 1914", "on 28 September 1914").await?;
            let fits = "(() => { const box = pick('.year').getBoundingClientRect(); const range = document.createRange(); \
                        range.selectNodeContents(pick('.year span')); const name = range.getBoundingClientRect(); \
                        return name.left >= -1 && name.right <= Math.min(box.right + 1, innerWidth) && name.height < 1.5 * box.height && name.width > 60; })()";
            assert_eq!(page.eval(fits).await?, true);
            assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await?, true);
            page.script("view.removeAttribute('year'); view.removeAttribute('texts'); view.src = 'months.bin';", Vec::new()).await?;
            page.wait_until("view.dataset.state === 'ready' && pick('.year').textContent === 'Dec 1914' && pick('.slider').max === '11'").await?;
            page.wait_until("pick('.slider').getAttribute('aria-label') === 'Month'").await?;
            assert_eq!(page.eval(fits).await?, true);
            // The first dataset counts years.
            page.script("view.src = '';", Vec::new()).await?;
            page.wait_until("view.dataset.state === 'ready' && pick('.slider').getAttribute('aria-label') === 'Year' && view.year === 2025").await
        })
        .await
}
