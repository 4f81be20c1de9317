//! The still picture that stands in the page until the view is ready.

use anyhow::Result;
use detente_browser::{Engine, Media, Page, Screen, Visit, response};
use serde_json::json;

/// The still picture that can be seen: its year, its file (none where it is part of the page), and its box.
const SEEN: &str = "(() => {
    const seen = [...document.querySelectorAll('.still')].filter((it) => it.checkVisibility());
    if (seen.length !== 1) return undefined;
    const picture = [...seen[0].querySelectorAll('svg, .picture')].find((it) => it.checkVisibility());
    const file = /stills.(.*svg)/.exec(getComputedStyle(picture).backgroundImage)?.[1] ?? '';
    if (file && !performance.getEntriesByType('resource').some(({ name, duration }) => name.endsWith(file) && duration)) return undefined;
    const { x, y, width, height } = picture.getBoundingClientRect();
    return { year: seen[0].querySelector('.year').textContent, file, box: [x, y, width, height], top: scrollY };
})()";

/// Notes every movement of what can be seen, from the beginning of the next page on, and where the still picture and
/// its words were last.
const WATCH: &str = "window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries()
    .map(({ value, sources }) => [value, sources.map(({ node }) => node?.className ?? node?.nodeName)])))
    .observe({ type: 'layout-shift', buffered: true });
    const look = () => {
        const still = [...document.querySelectorAll('.still')].find((it) => it.checkVisibility());
        const boxes = still && ['svg, .picture', '.year', '.line', '.counts'].map((part) =>
            [...still.querySelectorAll(part)].find((it) => it.checkVisibility())?.getBoundingClientRect());
        if (boxes?.every((box) => box)) window.still = boxes.map(({ x, y, width, height }, index) => index ? [x, y] : [x, y, width, height]);
        requestAnimationFrame(look);
    };
    look();";

async fn seen(page: &Page) -> Result<(String, String)> {
    page.wait_until(&format!("{SEEN} !== undefined")).await?;
    let seen = page.eval(SEEN).await?;
    assert_eq!(seen["top"], 0, "the page begins at its top");
    let text = |name: &str| seen[name].as_str().unwrap_or_default().to_owned();
    Ok((text("year"), text("file")))
}

#[tokio::test]
async fn the_picture_of_the_year_stands_there_without_any_script() -> Result<()> {
    let cases = [
        ("", Screen::DESK, false, "2025", ""),
        ("#year=1972", Screen::DESK, false, "1972", "light/1972.svg"),
        ("#year=1972", Screen::DESK, true, "1972", "dark/1972.svg"),
        ("#year=1950", Screen::PHONE, false, "1950", "phone-light/1950.svg"),
        ("#year=1950", Screen::PHONE, true, "1950", "phone-dark/1950.svg"),
    ];
    for (address, screen, dark, year, file) in cases {
        Visit::to("story.html")
            .on(screen)
            .with_media(Media { dark, ..Media::default() })
            .not_waiting()
            .forgiving("preloaded using link preload")
            .run(async |page| {
                page.set_scripts(false).await?;
                let before = page.server().requests().len();
                page.goto(&format!("index.html{address}")).await?;
                page.set_scripts(true).await?;
                assert_eq!(seen(page).await?, (year.to_owned(), file.to_owned()));
                let asked =
                    page.server().requests().iter().skip(before).filter(|path| path.contains("/stills/")).count();
                assert_eq!(asked, usize::from(!file.is_empty()), "no other picture is fetched");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_that_names_more_than_the_year_and_a_frame_have_their_own_picture_before_the_view() -> Result<()> {
    let cases = [
        ("#year=1972&focus=KOR", "1972", "light/1972.svg"),
        ("#year=2025&focus=KOR", "2025", ""),
        ("embed.html?year=1951", "1951", "light/1951.svg"),
        ("embed.html?year=1951&theme=dark", "1951", "dark/1951.svg"),
        ("embed.html", "2025", ""),
    ];
    for (address, year, file) in cases {
        Visit::to(address)
            .not_waiting()
            .answering("/element.js", response(404, "text/plain", "There is no such file."))
            .forgiving("404")
            .forgiving("preloaded using link preload")
            .run(async |page| {
                page.wait_until("document.querySelector('.asked') !== null || !location.href.includes('year=')")
                    .await?;
                assert_eq!(seen(page).await?, (year.to_owned(), file.to_owned()));
                Ok(())
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
            .only_in(&[Engine::Chromium], "only Chromium tells what moves, and can be given a slow network")
            .run(async |page| {
                page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
                page.cdp("Network.enable", json!({})).await?;
                let slow = json!({ "offline": false, "latency": 60, "downloadThroughput": 1_000_000, "uploadThroughput": 1_000_000 });
                page.cdp("Network.emulateNetworkConditions", slow).await?;
                page.goto(address).await?;
                page.ready().await?;
                let live = "['.net', '.year', '.line', '.counts'].map((part) => pick(part).getBoundingClientRect())
                    .map(({ x, y, width, height }, index) => index ? [x, y] : [x, y, width, height]).flat()";
                let places = page.eval(&format!("[window.still.flat(), {live}]")).await?;
                let place = |side: usize| places[side].as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect::<Vec<_>>();
                let (still, live) = (place(0), place(1));
                assert!(still.len() == 10 && still.iter().zip(&live).all(|(still, live)| (still - live).abs() <= 1.0), "{address} {screen:?}: {places}");
                page.texts_ready().await?;
                page.wait_until("view.view === 'network' || pick('.timeline-canvas').height > 100").await?;
                assert_eq!(page.eval("window.shifts").await?, json!([]), "{address} {screen:?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}
