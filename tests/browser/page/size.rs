//! Large datasets in the page: thousands of actors make no thousands of elements, and given positions can be pointed at.

use anyhow::{Context as _, Result};
use detente::layout::pack;
use detente_browser::{Key, Made, Page, Visit, built_site};

use crate::rests_at;

const PAGE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Made</title><link rel="icon" href="icon.svg">
<link rel="stylesheet" href="page.css"><script type="module" src="define.js"></script>
<main><detente-view src="made.bin"></detente-view></main></html>"#;

/// The page of a dataset that was made.
fn of(made: Made) -> Result<Visit> {
    let mut site = built_site()?;
    site.insert("made.html", PAGE);
    site.insert("made.bin", pack(&made.dataset()?));
    Ok(Visit::to("made.html").of_site(site))
}

/// Where an actor's disc is in the window.
async fn disc(page: &Page, code: &str) -> Result<(f64, f64)> {
    let script = format!("view.printout().match(/disc  {code} at \\(([\\d.]+), ([\\d.]+)\\)/).slice(1).map(Number)");
    let [x, y]: [f64; 2] = serde_json::from_value(page.eval(&script).await?).context("two numbers")?;
    let picture = page.bounds(".marks").await?;
    Ok((picture.left + x, picture.top + y))
}

#[tokio::test]
async fn five_thousand_actors_make_no_five_thousand_elements() -> Result<()> {
    of(Made::Star(5_000))?
        .run(async |page| {
            for year in [1966, 1990] {
                page.script(&format!("view.year = {year};"), Vec::new()).await?;
                rests_at(page, year).await?;
                assert!(page.count(".changes > li").await? <= 250);
            }
            page.script("pick('.table').open = true;", Vec::new()).await?;
            page.wait_until("!!pick('.table caption')").await?;
            assert_eq!(page.count(".table tbody tr").await?, 250);
            let caption = page.text(".table caption").await?;
            assert!(caption.ends_with(": 4999, 250 of 4999"), "{caption}");
            page.script("view.compared = 1950;", Vec::new()).await?;
            page.wait_until("!pick('.differences').hidden").await?;
            let elements = page.eval("root.querySelectorAll('*').length").await?.as_u64().context("a number")?;
            assert!(elements < 6_000, "{elements} elements");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn actors_at_given_positions_are_pointed_at_and_put_into_focus() -> Result<()> {
    of(Made::M)?
        .run(async |page| {
            page.script("view.year = 1972;", Vec::new()).await?;
            rests_at(page, 1972).await?;
            page.point_at(disc(page, "A7").await?).await?;
            page.wait_until("!pick('.tip').hidden && pick('.tip').textContent.startsWith('Actor 7')").await?;
            let before = disc(page, "A9").await?;
            page.click_at(disc(page, "A9").await?).await?;
            page.wait_until("!pick('.card').hidden && pick('.card h2').textContent === 'Actor 9'").await?;
            page.script("view.year = 1990;", Vec::new()).await?;
            rests_at(page, 1990).await?;
            assert_eq!(disc(page, "A9").await?, before, "nobody moves");
            page.key(Key::Escape).await?;
            page.wait_until("pick('.card').hidden").await
        })
        .await
}
