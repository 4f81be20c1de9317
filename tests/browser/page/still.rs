//! The still picture that stands in the page until the view is ready.

use anyhow::Result;
use detente_browser::{Media, Overrides, Page, Screen, Theme, Visit};
use serde_json::json;

/// The still picture that can be seen: its year, its file (none where it is part of the page), and its box.
const SEEN: &str = "(() => {
    const seen = [...document.querySelectorAll('.still')].filter((it) => it.checkVisibility());
    if (seen.length !== 1) return undefined;
    const picture = [...seen[0].querySelectorAll('svg, img')].find((it) => it.checkVisibility());
    if (picture.tagName === 'IMG' && !(picture.complete && picture.naturalWidth > 100)) return undefined;
    const { x, y, width, height } = picture.getBoundingClientRect();
    return { year: seen[0].querySelector('.year').textContent, file: picture.currentSrc?.split('/').pop() ?? '', box: [x, y, width, height], top: scrollY };
})()";

/// Notes every movement of what can be seen, from the beginning of the next page on.
const WATCH: &str = "window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries()
    .map(({ value, sources }) => [value, sources.map(({ node }) => node?.className ?? node?.nodeName)])))
    .observe({ type: 'layout-shift', buffered: true });";

async fn seen(page: &Page) -> Result<(String, String)> {
    page.wait_until(&format!("{SEEN}?.year")).await?;
    let seen = page.eval(SEEN).await?;
    assert_eq!(seen["top"], 0, "the page begins at its top");
    let text = |name: &str| seen[name].as_str().unwrap_or_default().to_owned();
    Ok((text("year"), text("file")))
}

#[tokio::test]
async fn the_picture_of_the_year_stands_there_without_any_script() -> Result<()> {
    let cases = [
        ("", Screen::DESK, Theme::Light, "2025", ""),
        ("#year=1972", Screen::DESK, Theme::Light, "1972", "1972.svg"),
        ("#year=1972", Screen::DESK, Theme::Dark, "1972", "1972-dark.svg"),
        ("#year=1950", Screen::PHONE, Theme::Light, "1950", "1950-phone.svg"),
        ("#year=1950", Screen::PHONE, Theme::Dark, "1950", "1950-phone-dark.svg"),
    ];
    for (address, screen, theme, year, file) in cases {
        Visit::to("story.html")
            .on(screen)
            .in_media(Media { theme, ..Media::default() })
            .not_waiting()
            .run(async |page| {
                page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
                page.goto(&format!("index.html{address}")).await?;
                page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
                assert_eq!(seen(page).await?, (year.to_owned(), file.to_owned()));
                let others = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/stills/')).length";
                assert_eq!(page.eval(others).await?, i32::from(!file.is_empty()), "no other picture is fetched");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_that_names_more_than_the_year_and_a_frame_have_their_own_picture_before_the_view() -> Result<()> {
    let cases = [
        ("#year=1972&focus=KOR", "1972", "1972.svg"),
        ("#year=2025&focus=KOR", "2025", ""),
        ("embed.html?year=1951", "1951", "1951.svg"),
        ("embed.html?year=1951&theme=dark", "1951", "1951-dark.svg"),
        ("embed.html", "2025", ""),
    ];
    for (address, year, file) in cases {
        Visit::to(address)
            .not_waiting()
            .holding("/element.js")
            .run(async |page| {
                page.wait_until("document.querySelector('.asked') || !location.href.includes('year=')").await?;
                assert_eq!(seen(page).await?, (year.to_owned(), file.to_owned()));
                page.server().set_overrides(Overrides::default());
                page.ready().await?;
                assert_eq!(page.text(".year").await?, year);
                page.wait_until("[...document.querySelectorAll('.still')].every((it) => !it.checkVisibility())").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_live_picture_takes_the_place_of_the_still_one_and_nothing_moves() -> Result<()> {
    for (address, screen) in [
        ("index.html#year=1972", Screen::DESK),
        ("index.html#year=1972", Screen::PHONE),
        ("index.html", Screen::DESK),
        ("index.html", Screen::PHONE),
        ("embed.html?year=1972", Screen::DESK),
        ("embed.html?year=1972", Screen::PHONE),
    ] {
        Visit::to("story.html")
            .on(screen)
            .not_waiting()
            .run(async |page| {
                page.texts_ready().await?;
                page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
                page.server().set_overrides(Overrides::default().with_held("/detente_bg.wasm"));
                page.goto(address).await?;
                page.wait_until(&format!("{SEEN}?.year")).await?;
                let still = page.eval(&format!("{SEEN}.box")).await?;
                let words = page.eval("JSON.stringify(['.year', '.line', '.counts'].map((it) => { const { x, y } = [...document.querySelectorAll(`.still ${it}`)].find((it) => it.checkVisibility()).getBoundingClientRect(); return [x, y]; }))").await?;
                page.server().set_overrides(Overrides::default());
                page.ready().await?;
                let live = page.eval("(({ x, y, width, height }) => [x, y, width, height])(pick('.net').getBoundingClientRect())").await?;
                let near = |a: &serde_json::Value, b: &serde_json::Value| {
                    a.as_array().into_iter().flatten().zip(b.as_array().into_iter().flatten()).all(|(a, b)| {
                        a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| (a - b).abs() <= 1.0)
                    })
                };
                assert!(near(&still, &live), "{address} {screen:?}: {still} becomes {live}");
                let now = page.eval("JSON.stringify(['.year', '.line', '.counts'].map((it) => { const { x, y } = pick(it).getBoundingClientRect(); return [x, y]; }))").await?;
                assert_eq!(words, now, "{address} {screen:?}");
                page.texts_ready().await?;
                page.wait_until("view.view === 'network' || pick('.timeline-canvas').height > 100").await?;
                assert_eq!(page.eval("window.shifts").await?, json!([]), "{address} {screen:?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}
