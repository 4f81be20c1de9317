//! The element on somebody else's page: its attributes, its life, many of them, and one that breaks.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use detente::layout::pack;
use detente_browser::{Engine, Media, Page, Visit, built_site};
use serde_json::json;
use tokio::time::sleep;
use xtask::site::Site;

/// The page of a host, with so many views one below the other.
fn host(views: usize) -> Result<Site> {
    let mut site = built_site()?;
    let view = |index: usize| {
        format!("<detente-view id=\"v{index}\" view=\"network\" year=\"{}\"></detente-view>\n", 1950 + 3 * index)
    };
    let all: String = (0..views).map(view).collect();
    site.insert(
        "host.html",
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"icon.svg\">\
         <script type=\"module\" src=\"define.js\"></script><h1>A host</h1>\n{all}</html>"
        ),
    );
    Ok(site)
}

/// Whether all views are drawn.
const ALL_READY: &str = "[...document.querySelectorAll('detente-view')].every((it) => it.dataset.state === 'ready')";

#[tokio::test]
async fn attributes_and_properties_mirror_each_other_and_nonsense_falls_back() -> Result<()> {
    Visit::to("host.html")
        .of_site(host(1)?)
        .forgiving("is unknown to")
        .run(async |page| {
            page.script("view.year = 1972; view.focusId = 'KOR'; view.theme = 'dark'; view.speed = 2; view.loop = true; view.controls = 'none';", Vec::new()).await?;
            let said = page.eval("['year', 'focus', 'theme', 'speed', 'loop', 'controls'].map((name) => view.getAttribute(name))").await?;
            assert_eq!(said, json!(["1972", "KOR", "dark", "2", "", "none"]));
            assert_eq!(page.eval("view.year").await?, 1972, "at once, though it glides there");
            page.wait_until("pick('.year').textContent === '1972' && view.focusId === 'KOR'").await?;
            assert_eq!(page.eval("getComputedStyle(pick('.bar')).display").await?, "none");
            page.script("view.setAttribute('year', '1953'); view.removeAttribute('focus'); view.controls = 'full';", Vec::new()).await?;
            page.wait_until("pick('.year').textContent === '1953' && view.focusId === ''").await?;
            assert_eq!(page.text(".speed option:checked").await?, "2×");
            // Nonsense is said once and changes nothing.
            page.script(
                "window.said = []; const warn = console.warn; console.warn = (text) => { window.said.push(text); warn(text); };
                 for (let i = 0; i < 3; i++) { view.setAttribute('theme', 'mauve'); view.setAttribute('view', 'globe'); view.setAttribute('speed', '99'); \
                 view.setAttribute('theme', 'dark'); view.setAttribute('theme', 'mauve'); }",
                Vec::new(),
            )
            .await?;
            assert_eq!(page.eval("[view.theme, view.view, view.speed, window.said.length]").await?, json!(["auto", "full", 1, 3]));
            page.wait_until("pick('.year').textContent === '1953'").await
        })
        .await
}

#[tokio::test]
async fn it_tells_what_happens_and_only_its_host() -> Result<()> {
    Visit::to("host.html")
        .of_site(host(1)?)
        .run(async |page| {
            page.texts_ready().await?;
            page.script(
                "window.told = []; for (const name of ['yearchange', 'focuschange', 'eventselect']) \
                 document.addEventListener(name, (event) => window.told.push([name, event.composed, event.detail.year ?? event.detail.focus]));
                 view.year = 1951;",
                Vec::new(),
            )
            .await?;
            page.wait_until("pick('.year').textContent === '1951'").await?;
            page.script("view.focusId = 'CHN';", Vec::new()).await?;
            page.wait_until("window.told.some(([name]) => name === 'focuschange')").await?;
            assert_eq!(page.eval("window.told.filter(([name]) => name === 'yearchange').at(-1)").await?, json!(["yearchange", true, 1951]));
            assert_eq!(page.eval("window.told.at(-1)").await?, json!(["focuschange", true, "CHN"]));
            assert_eq!(page.eval("location.hash").await?, "", "the address is the host's");
            page.script("view.view = 'full';", Vec::new()).await?;
            page.click(".moment .name").await?;
            page.wait_until("window.told.some(([name]) => name === 'eventselect')").await?;
            // What is the host's stays as it was.
            let untouched = "[document.title, document.querySelector('h1').textContent, document.body.children.length, document.cookie, localStorage.length]";
            assert_eq!(page.eval(untouched).await?, json!(["A host", "A host", 2, "", 0]));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn play_pause_autoplay_and_loop() -> Result<()> {
    let mut site = built_site()?;
    site.insert(
        "host.html",
        "<!doctype html><html lang=\"en\"><link rel=\"icon\" href=\"icon.svg\"><title>A host</title><script type=\"module\" src=\"define.js\"></script>\
         <detente-view view=\"network\" year=\"2023\" autoplay loop speed=\"4\"></detente-view></html>",
    );
    Visit::to("host.html")
        .of_site(site.clone())
        .run(async |page| {
            page.wait_until("view.paused === false").await?;
            // Past the end it begins again.
            page.wait_until("view.year >= 1945 && view.year < 1960").await?;
            page.script("view.pause();", Vec::new()).await?;
            page.wait_until("view.paused === true").await
        })
        .await?;
    // Who asked for less motion sees nothing move.
    Visit::to("host.html")
        .of_site(site)
        .with_media(Media { calm: true, ..Media::default() })
        .run(async |page| {
            page.texts_ready().await?;
            assert_eq!(page.eval("[view.paused, view.year]").await?, json!([true, 2023]));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn each_view_shows_its_part_and_nothing_hangs_out() -> Result<()> {
    Visit::to("host.html")
        .of_site(host(1)?)
        .run(async |page| {
            for (view, seen, unseen) in [
                ("network", ".marks", ".timeline"),
                ("timeline", ".timeline-canvas", ".stage"),
                ("small-multiples", ".frames", ".stage"),
                ("table", "table", ".stage"),
                ("full", ".search", ""),
            ] {
                page.script("view.view = rest[0];", vec![json!(view)]).await?;
                page.wait_until(&format!("pick('{seen}').checkVisibility() && pick('{seen}').clientWidth > 300"))
                    .await?;
                if !unseen.is_empty() {
                    assert_eq!(page.eval(&format!("pick('{unseen}').checkVisibility()")).await?, false, "{view}");
                }
                assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await?, true, "{view}");
            }
            page.wait_until("pick('.timeline-canvas').height > 100").await
        })
        .await
}

#[tokio::test]
async fn a_view_that_is_moved_goes_on_and_another_dataset_begins_anew() -> Result<()> {
    let mut site = host(1)?;
    site.insert("other.bin", pack(&detente_browser::generate(12, 30)?));
    site.insert("broken.bin", "no pack at all");
    Visit::to("host.html")
        .of_site(site)
        .run(async |page| {
            page.script("view.year = 1972;", Vec::new()).await?;
            page.wait_until("pick('.year').textContent === '1972'").await?;
            page.script("document.body.prepend(view);", Vec::new()).await?;
            page.ready().await?;
            page.wait_until("pick('.year').textContent === '1972'").await?;
            page.script("pick('.frames .remove').click();", Vec::new()).await?;
            assert_eq!(page.count(".frames li:not(.shown)").await?, 9);
            page.script("view.src = 'other.bin';", Vec::new()).await?;
            page.wait_until("view.dataset.state === 'ready' && !pick('.counts').textContent.includes('North Korea')").await?;
            assert_eq!(page.texts(".frames li:not(.shown) b").await?, ["1945", "1956", "1967", "1979", "1990", "2002", "2013", "2025"], "without turning points, years of its span");
            // One that cannot be opened says so, and tells the host.
            page.script("window.failed = undefined; view.addEventListener('error', (event) => { window.failed = event.detail.report; }); view.src = 'broken.bin';", Vec::new()).await?;
            page.wait_until("view.dataset.state === 'failed' && !pick('[role=alert]').hidden && typeof window.failed === 'string'").await?;
            page.script("view.src = '';", Vec::new()).await?;
            page.wait_until("view.dataset.state === 'ready' && pick('[role=alert]').hidden && pick('.counts').textContent.includes('North Korea')").await
        })
        .await
}

#[tokio::test]
async fn of_twenty_views_one_breaks_and_nineteen_go_on() -> Result<()> {
    Visit::to("host.html")
        .of_site(host(20)?)
        .forgiving("")
        .run(async |page| {
            page.wait_until(ALL_READY).await?;
            let drawn = "[...document.querySelectorAll('detente-view')].every((it) => { const canvas = it.shadowRoot.querySelector('.marks'); \
                return pixels(canvas).some((part) => part > 0); })";
            assert_eq!(page.eval(drawn).await?, true);
            page.script(
                "const broken = document.getElementById('v0'); window.since = performance.now();
                 const context = broken.shadowRoot.querySelector('.marks').getContext('2d');
                 context.fill = () => { throw new Error('broken'); };
                 new MutationObserver(() => { if (broken.dataset.state === 'failed') window.took ??= performance.now() - window.since; }).observe(broken, { attributes: true });
                 window.mend = () => { delete context.fill; }; broken.year = 1999;",
                Vec::new(),
            )
            .await?;
            page.wait_until("typeof window.took === 'number'").await?;
            assert!(page.eval("window.took").await?.as_f64().context("a time")? < 500.0);
            assert_eq!(page.eval("document.querySelectorAll('detente-view[data-state=ready]').length").await?, 19);
            for index in [1, 7, 19] {
                page.script("document.getElementById('v' + rest[0]).scrollIntoView(); document.getElementById('v' + rest[0]).year = 2018;", vec![json!(index)]).await?;
                page.wait_until(&format!("document.getElementById('v{index}').shadowRoot.querySelector('.year').textContent === '2018'")).await?;
            }
            page.script("window.mend(); document.getElementById('v0').shadowRoot.querySelector('[role=alert] button').click();", Vec::new()).await?;
            page.wait_until(ALL_READY).await
        })
        .await
}

#[tokio::test]
async fn views_out_of_sight_draw_nothing_while_one_plays() -> Result<()> {
    Visit::to("host.html")
        .of_site(host(20)?)
        .run(async |page| {
            page.wait_until(ALL_READY).await?;
            page.count_drawn().await?;
            page.script("scrollTo(0, 0); for (const it of document.querySelectorAll('detente-view')) it.play();", Vec::new()).await?;
            page.wait_until("(window.drawn['v0 offstage'] ?? 0) + (window.drawn['v0 marks'] ?? 0) > 30").await?;
            let seen = page.eval("Object.keys(window.drawn).map((name) => name.split(' ')[0]).filter((id) => document.getElementById(id).getBoundingClientRect().top > innerHeight + 10)").await?;
            assert_eq!(seen, json!([]), "what is out of sight is not drawn");
            Ok(())
        })
        .await
}

/// How many nodes and listeners there are, and how large the heap is in bytes, after collecting garbage.
async fn held(page: &Page) -> Result<(f64, f64, f64)> {
    // What one collection sets free may hold what the next one does.
    for _ in 0..3 {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let dom = page.cdp("Memory.getDOMCounters", json!({})).await?;
    let heap = page.cdp("Runtime.getHeapUsage", json!({})).await?;
    let number = |value: &serde_json::Value| value.as_f64().unwrap_or(f64::NAN);
    Ok((number(&dom["nodes"]), number(&dom["jsEventListeners"]), number(&heap["usedSize"])))
}

/// The same once it is at rest: the late part and the texts are shown, and two counts in a row are equal.
async fn held_at_rest(page: &Page) -> Result<(f64, f64, f64)> {
    page.wait_until("['state', 'late', 'texts'].every((part) => view.dataset[part] === 'ready')").await?;
    let mut before = held(page).await?;
    for _ in 0..60 {
        sleep(Duration::from_millis(400)).await;
        let now = held(page).await?;
        if (now.0, now.1) == (before.0, before.1) {
            return Ok(now);
        }
        before = now;
    }
    bail!("the page does not come to rest: {} nodes, {} listeners at the end", before.0, before.1)
}

#[tokio::test]
async fn a_thousand_comings_and_goings_leave_nothing_behind() -> Result<()> {
    Visit::to("host.html")
        .of_site(host(1)?)
        .only_in(&[Engine::Chromium], "heap, nodes and listeners are counted by Chromium's own protocol")
        .run(async |page| {
            page.texts_ready().await?;
            // Late part and texts of the last turn count, not those that were there before it.
            let turns = "return (async () => { for (let turn = 0; turn < rest[0]; turn++) { view.remove(); await Promise.resolve(); document.body.append(view);
                if (turn % 25 === 0) await new Promise((done) => setTimeout(done)); } delete view.dataset.late; delete view.dataset.texts; })();";
            page.script(turns, vec![json!(100)]).await?;
            let (nodes, listeners, heap) = held_at_rest(page).await?;
            page.script(turns, vec![json!(1000)]).await?;
            let (nodes_after, listeners_after, heap_after) = held_at_rest(page).await?;
            assert!(listeners_after <= listeners + 4.0, "{listeners} listeners became {listeners_after}");
            assert!(nodes_after <= nodes + 100.0, "{nodes} nodes became {nodes_after}");
            assert!(heap_after <= heap + 1_000_000.0, "{heap} bytes became {heap_after}");
            Ok(())
        })
        .await
}
