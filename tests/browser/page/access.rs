//! Access: names, sentences, the live region, the table, targets.

use anyhow::Result;
use detente::bundled;
use detente::moment::Moment;
use detente::time::Playhead;
use detente_browser::{Key, Screen, Visit};
use serde_json::json;

use crate::rests_at;

#[tokio::test]
async fn the_slider_says_a_sentence_and_the_live_region_tells_the_change() -> Result<()> {
    Visit::to("#year=1971")
        .run(async |page| {
            rests_at(page, 1971).await?;
            assert_eq!(page.text("[role=status]").await?, "", "nothing is said before the reader does something");
            page.press(".slider", Key::Right).await?;
            rests_at(page, 1972).await?;
            let sentence = page.attribute(".slider", "aria-valuetext").await?.unwrap_or_default();
            assert!(sentence.starts_with("1972: ") && sentence.contains("46 states have relations"), "{sentence}");
            let said = page.text("[role=status]").await?;
            assert!(said.starts_with("1972: ") && said.chars().count() <= 150, "{said}");
            let name = page.attribute(".marks", "aria-label").await?.unwrap_or_default();
            assert!(name.contains("1972"), "{name}");
            let described = page.text("#description").await?;
            assert!(described.contains("Ally: ") && described.contains("Hostile: "), "{described}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_slider_says_where_it_is_bound_for_as_soon_as_a_key_is_pressed() -> Result<()> {
    Visit::to("#year=1971")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1971).await?;
            let at_once = "const slider = pick('.slider');
                slider.dispatchEvent(new KeyboardEvent('keydown', { key: rest[0], bubbles: true, cancelable: true }));
                return slider.getAttribute('aria-valuetext');";
            for (key, year) in [("ArrowRight", 1972), ("PageDown", 1962), ("PageUp", 1972), ("End", 2025), ("Home", 1945)] {
                let said = page.script(at_once, vec![json!(key)]).await?;
                let said = said.as_str().unwrap_or_default();
                assert!(said.starts_with(&format!("{year}: ")) && said.contains(" relations with"), "{key}: {said}");
            }
            rests_at(page, 1945).await?;
            // On the way there is nothing else to be heard either.
            page.script(
                "window.said = []; new MutationObserver(() => window.said.push(pick('.slider').getAttribute('aria-valuetext')))
                 .observe(pick('.slider'), { attributeFilter: ['aria-valuetext'] });",
                Vec::new(),
            )
            .await?;
            page.press(".slider", Key::PageUp).await?;
            rests_at(page, 1955).await?;
            page.wait_until("!pick('.scroll').classList.contains('past')").await?;
            let said: Vec<String> = serde_json::from_value(page.eval("window.said").await?)?;
            assert!(!said.is_empty() && said.iter().all(|said| said.starts_with("1955: ")), "{said:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_live_region_is_quiet_while_the_slider_is_dragged() -> Result<()> {
    Visit::to("#year=1950")
        .run(async |page| {
            page.script(
                "window.said = 0; new MutationObserver(() => window.said++).observe(pick('[role=status]'), \
                 { childList: true, characterData: true, subtree: true });",
                Vec::new(),
            )
            .await?;
            let slider = page.bounds(".slider").await?;
            page.hold(slider.at(0.1, 0.5), slider.at(0.9, 0.5), 60).await?;
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            assert_eq!(page.eval("window.said").await?, 0);
            page.release().await?;
            page.wait_until("window.said > 0").await
        })
        .await
}

#[tokio::test]
async fn the_table_lists_exactly_who_is_drawn() -> Result<()> {
    let dataset = bundled::dataset();
    Visit::to("#year=1951")
        .run(async |page| {
            page.texts_ready().await?;
            page.click(".table summary").await?;
            for year in [1951, 2025] {
                page.goto(&format!("#year={year}")).await?;
                rests_at(page, year).await?;
                let moment = Moment::at(&dataset, Playhead::end_of(year));
                let all =
                    moment.alters().map(|(id, _)| id).chain(moment.absent().filter(|id| Some(*id) != dataset.ego()));
                let mut expected: Vec<&str> = all.map(|id| dataset.actor(id).short_name.as_str()).collect();
                expected.sort_unstable();
                page.wait_until(&format!("root.querySelector('caption')?.textContent.includes('{year}')")).await?;
                let mut rows = page.texts(".table tbody th").await?;
                rows.sort_unstable();
                assert_eq!(rows, expected, "{year}");
                let whys = page.texts(".table tbody td:last-child").await?;
                assert!(whys.iter().all(|why| !why.is_empty()), "{year}: a row says no reason");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn everything_is_reached_by_tab_and_shows_the_focus() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            let mut reached = Vec::new();
            for _ in 0..60 {
                page.key(Key::Tab).await?;
                let now = page
                    .eval("root.activeElement ? (root.activeElement.className || root.activeElement.tagName) : document.activeElement.tagName")
                    .await?;
                reached.push(now.as_str().unwrap_or_default().to_owned());
            }
            for part in ["marks", "play", "step", "slider", "field", "speed", "name"] {
                assert!(reached.iter().any(|class| class == part), "{part} is not reached: {reached:?}");
            }
            page.focus(".play").await?;
            page.key(Key::Tab).await?;
            let ring = page.eval("getComputedStyle(root.activeElement).outlineStyle").await?;
            assert_eq!(ring, "solid");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn targets_are_large_enough() -> Result<()> {
    for screen in [Screen::DESK, Screen::PHONE] {
        Visit::to("#year=1972")
            .on(screen)
            .run(async |page| {
                page.texts_ready().await?;
                let small = page
                    .eval(
                        "[...root.querySelectorAll('button, input, select, summary, .sources a')].filter((it) => it.checkVisibility()).map((it) => \
                         [it.className || it.tagName, it.getBoundingClientRect().width, it.getBoundingClientRect().height]) \
                         .filter(([, width, height]) => height < 23.5 || width < 20).map(String)",
                    )
                    .await?;
                assert_eq!(small, serde_json::json!([]));
                let main = page
                    .eval(
                        "['.play', '.step', '.field', '.speed'].map((it) => pick(it).getBoundingClientRect()) \
                         .every((box) => box.height >= 44 && box.width >= 44)",
                    )
                    .await?;
                assert_eq!(main, true, "the main controls have 44 px");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn on_a_phone_the_picture_and_the_slider_come_before_the_list() -> Result<()> {
    Visit::to("#year=1972")
        .on(Screen::PHONE)
        .run(async |page| {
            page.texts_ready().await?;
            let mut reached = Vec::new();
            for _ in 0..24 {
                page.key(Key::Tab).await?;
                let now = page.eval("root.activeElement?.className ?? ''").await?;
                reached.push(now.as_str().unwrap_or_default().to_owned());
            }
            let place = |part: &str| reached.iter().position(|class| class == part).unwrap_or(usize::MAX);
            assert!(place("marks") < place("slider") && place("slider") < place("scroll"), "{reached:?}");
            assert_ne!(place("slider"), usize::MAX, "{reached:?}");
            Ok(())
        })
        .await
}
