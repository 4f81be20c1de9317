//! The story as one scrolls and steps through it, the claims with their filter, and both without a script.

use anyhow::Result;
use detente_browser::{Key, Media, Page, Screen, Visit, response};

/// Id, year, focus, year to compare, as the page's own steps name them.
async fn steps(page: &Page) -> Result<Vec<[String; 4]>> {
    let list = "[...document.querySelectorAll('.step')].map((it) => \
        [it.id, it.dataset.to, it.dataset.focus, it.dataset.compare])";
    Ok(serde_json::from_value(page.eval(list).await?)?)
}

/// Waits until a step is told, and the view shows what it names.
async fn is_told(page: &Page, [id, year, focus, compare]: &[String; 4]) -> Result<()> {
    page.wait_until(&format!("document.querySelector('.step[aria-current]')?.id === '{id}'")).await?;
    page.wait_until(&format!(
        "pick('.year').textContent === '{year}' && view.focusId === '{focus}' && String(view.compared ?? '') === '{compare}'"
    ))
    .await?;
    page.wait_until(&format!("location.hash === '#{id}'")).await
}

#[tokio::test]
async fn each_step_sets_what_it_names_forwards_by_key_and_backwards_by_button() -> Result<()> {
    Visit::to("story.html")
        .with_media(Media { calm: true, ..Media::default() })
        .run(async |page| {
            let steps = steps(page).await?;
            assert_eq!(steps.len(), 34);
            is_told(page, &steps[0]).await?;
            // Letters are for whoever speaks or types.
            page.keys(&['j', 'k']).await?;
            is_told(page, &steps[0]).await?;
            // A letter that did something would be noticed.
            page.script(
                "document.addEventListener('keydown', ({ key }) => { if (key === 'j') document.querySelectorAll('.steps-bar button')[1].click(); }, { once: true });",
                Vec::new(),
            )
            .await?;
            page.keys(&['j']).await?;
            is_told(page, &steps[1]).await?;
            page.script("document.querySelector('.steps-bar button').click()", Vec::new()).await?;
            is_told(page, &steps[0]).await?;
            for (index, step) in steps.iter().enumerate().skip(1) {
                page.key(Key::Right).await?;
                is_told(page, step).await?;
                assert_eq!(page.text(".steps-bar .count").await?, format!("{} of 34", index + 1));
            }
            assert_eq!(page.eval("document.querySelectorAll('.steps-bar button')[1].disabled").await?, true);
            for step in steps.iter().rev().skip(1) {
                page.script("document.querySelector('.steps-bar button').click()", Vec::new()).await?;
                is_told(page, step).await?;
            }
            // A section by name, and back to a step by its address.
            page.script(
                "const choice = document.querySelector('.steps-bar select'); choice.value = 'part-japan'; \
                 choice.dispatchEvent(new Event('change'));",
                Vec::new(),
            )
            .await?;
            let japan = steps.iter().find(|[id, ..]| id == "colonial-memory").expect("a step");
            is_told(page, japan).await?;
            page.script("location.hash = '#sunshine'", Vec::new()).await?;
            is_told(page, steps.iter().find(|[id, ..]| id == "sunshine").expect("a step")).await
        })
        .await
}

#[tokio::test]
async fn scrolling_tells_each_step_as_it_comes_into_view_and_goes_back_again() -> Result<()> {
    Visit::to("story.html")
        .with_media(Media { calm: true, ..Media::default() })
        .run(async |page| {
            let steps = steps(page).await?;
            is_told(page, &steps[0]).await?;
            let scroll = async |id: &str| {
                let to = format!(
                    "const box = document.getElementById('{id}').getBoundingClientRect(); \
                     scrollBy(0, box.top + Math.min(box.height, 300) / 2 - innerHeight * 0.45);"
                );
                page.script(&to, Vec::new()).await
            };
            for step in steps.iter().step_by(3).chain(steps.iter().rev().step_by(4)) {
                scroll(&step[0]).await?;
                is_told(page, step).await?;
                // The first step is told while the page's heading still stands above the picture.
                let stands = "view.getBoundingClientRect().top < 40 || scrollY < 120";
                assert_eq!(page.eval(stands).await?, true, "the picture stands at {step:?}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn an_address_of_a_step_opens_there_and_its_span_can_be_played() -> Result<()> {
    Visit::to("story.html#sunshine")
        .run(async |page| {
            let steps = steps(page).await?;
            is_told(page, steps.iter().find(|[id, ..]| id == "sunshine").expect("a step")).await?;
            page.script(
                "window.seen = new Set(); view.addEventListener('yearchange', (event) => window.seen.add(event.detail.year));",
                Vec::new(),
            )
            .await?;
            page.click("#sunshine .again").await?;
            page.wait_until("window.seen.has(1998) && window.seen.has(2003) && window.seen.has(2007)").await?;
            page.wait_until("pick('.year').textContent === '2007'").await
        })
        .await
}

#[tokio::test]
async fn on_a_phone_the_picture_stays_above_the_text() -> Result<()> {
    Visit::to("story.html#red-guards")
        .on(Screen::PHONE)
        .run(async |page| {
            let steps = steps(page).await?;
            is_told(page, steps.iter().find(|[id, ..]| id == "red-guards").expect("a step")).await?;
            page.wait_until(
                "(() => { const box = view.getBoundingClientRect(), title = document.querySelector('#red-guards h3').getBoundingClientRect(); \
                 return box.top >= 0 && box.top < 12 && box.height > 300 && title.top >= box.bottom - 1 && title.bottom < innerHeight; })()",
            )
            .await?;
            assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await?, true, "nothing hangs out");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn without_a_program_the_story_is_an_article_with_its_pictures() -> Result<()> {
    // The wasm is not to be had.
    Visit::to("story.html")
        .answering("/detente_bg.wasm", response(404, "text/plain", "gone"))
        .not_waiting()
        .forgiving("404")
        .run(async |page| {
            page.wait_until("view?.dataset.state === 'failed'").await?;
            let words = "[...document.querySelectorAll('.still img')].map((it) => \
                [it.closest('.step').dataset.to, it.alt, getComputedStyle(it).display])";
            let stills: Vec<(String, String, String)> = serde_json::from_value(page.eval(words).await?)?;
            assert_eq!(stills.len(), 34);
            for (year, alt, display) in stills {
                assert!(alt.contains(&format!("at the end of {year}")) && display != "none", "{year}: {alt}");
            }
            assert_eq!(page.eval("getComputedStyle(document.querySelector('.picture')).display").await?, "none");
            page.script("document.querySelector('#sunshine .still').scrollIntoView()", Vec::new()).await?;
            page.wait_until("document.querySelector('#sunshine .still img').naturalWidth > 0").await?;
            assert_eq!(page.eval("document.querySelectorAll('.steps-bar').length").await?, 0);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_claims_are_filtered_by_verdict_and_section_and_each_leads_to_its_year() -> Result<()> {
    Visit::to("claims.html")
        .not_waiting()
        .run(async |page| {
            let shown = "[...document.querySelectorAll('.claim')].filter((it) => it.offsetParent).length";
            page.wait_until(&format!("{shown} === 98")).await?;
            let choose = async |name: &str, value: &str| {
                let set = format!(
                    "const choice = document.querySelector('.filter [name={name}]'); choice.value = '{value}'; \
                     choice.dispatchEvent(new Event('change', {{ bubbles: true }}));"
                );
                page.script(&set, Vec::new()).await
            };
            choose("verdict", "wrong").await?;
            assert_eq!(page.eval(shown).await?, 15);
            assert_eq!(page.text(".filter output").await?, "15 claims");
            choose("section", "usa").await?;
            let few = page.eval(shown).await?.as_u64().unwrap_or_default();
            assert!((1..15).contains(&few), "{few}");
            assert_eq!(page.address().await?, "claims.html#verdict=wrong&section=usa");
            page.reload().await?;
            page.wait_until(&format!("{shown} === {few}")).await?;
            choose("verdict", "").await?;
            choose("section", "").await?;
            page.script("document.querySelector('#claim-3\\\\.1 .carried a').click()", Vec::new()).await?;
            page.ready().await?;
            page.wait_until("pick('.year').textContent === '1950'").await
        })
        .await
}

#[tokio::test]
async fn every_page_prints_as_pages_one_can_read() -> Result<()> {
    for (address, least) in [("story.html", 8), ("claims.html", 8)] {
        Visit::to(address)
            .not_waiting()
            .run(async |page| {
                page.wait_until("document.readyState === 'complete'").await?;
                if address != "claims.html" {
                    page.ready().await?;
                    page.texts_ready().await?;
                }
                let bytes = page.print((8.27, 11.69)).await?.len();
                assert!(bytes > 30_000 * least, "{address}: {bytes} bytes");
                Ok(())
            })
            .await?;
    }
    Ok(())
}
