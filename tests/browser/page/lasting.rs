//! What a view lives through: hours of use in short, lost canvases, rooms without a size, and the browser's memory of
//! pages that were left. Zoom and pixel ratio are looked at in `picture.rs`, paper in `print.rs`.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use detente_browser::{Engine, Key, Measure, Phase, Planted, Soak, Verdict, Visit, built_site, response, soak};
use serde_json::json;

use crate::rests_at;
use crate::worker::{WITH_WORKER, WITHOUT};

/// A soak of a few seconds.
fn short(phases: Vec<Phase>, planted: Option<Planted>) -> Soak {
    Soak { phases, share: 0.004, counts: 4, planted }
}

/// What grows in a short soak.
async fn grown(engine: Engine) -> Result<Vec<String>> {
    let verdicts = soak(engine, short(vec![Phase::Steps, Phase::Reconnects], None), |_, _| ()).await?;
    Ok(verdicts.iter().filter(|one| !one.is_flat()).map(Verdict::to_string).collect())
}

#[tokio::test]
async fn a_short_soak_is_flat_and_shows_what_is_planted() -> Result<()> {
    let engine = Engine::chosen()?;
    if engine != Engine::Chromium {
        println!("left out in {engine}: `cargo xtask soak` soaks there");
        return Ok(());
    }
    let mut grown = grown(engine).await?;
    if !grown.is_empty() {
        // What grows grows again; what was not collected yet on a busy machine is.
        grown = self::grown(engine).await?;
    }
    assert!(grown.is_empty(), "{}", grown.join("\n"));
    let planted = soak(engine, short(vec![Phase::Steps], Some(Planted::Numbers)), |_, _| ()).await?;
    assert!(planted.iter().any(|one| one.measure == Measure::Heap && !one.is_flat()), "{planted:#?}");
    Ok(())
}

/// How many opaque pixels each canvas of the page's own has that can be seen.
const INK: &str = "[...root.querySelectorAll('.marks, .timeline-canvas, .plot')].filter((it) => it.width > 1)
    .map((it) => { const data = pixels(it); let inked = 0; for (let at = 3; at < data.length; at += 4) inked += data[at] > 0; return inked; })";

/// Empties them, as the loss of their context does.
const EMPTY: &str = "for (const it of root.querySelectorAll('.marks, .timeline-canvas, .plot')) {
    const context = it.getContext('2d');
    if (!context) {
        it.getContext('bitmaprenderer').transferFromImageBitmap(null);
        continue;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, it.width, it.height);
}";

#[tokio::test]
async fn canvases_that_lost_their_picture_are_drawn_anew() -> Result<()> {
    Visit::to("#year=1972&focus=CHN")
        // In Firefox a page that is drawn by a machine is read back all the same.
        .forgiving("willReadFrequently")
        .run(async |page| {
            page.texts_ready().await?;
            page.wait_until("!pick('.card').hidden && pick('.slider').step === '1'").await?;
            page.wait_until(&format!("{INK}.every((inked) => inked > 50)")).await?;
            let before: Vec<u64> = serde_json::from_value(page.eval(INK).await?)?;
            assert!(before.len() >= 2, "{before:?}");
            page.script(EMPTY, Vec::new()).await?;
            let empty: Vec<u64> = serde_json::from_value(page.eval(INK).await?)?;
            assert!(empty.iter().all(|inked| *inked == 0), "{empty:?}");
            page.script("pick('.marks').dispatchEvent(new Event('contextrestored'));", Vec::new()).await?;
            page.wait_until(&format!("JSON.stringify({INK}) === '{}'", json!(before))).await
        })
        .await
}

/// Goes before the worker's script: on demand all of its canvases lose their picture, and it is told of it or not. No
/// engine loses one on demand that has no graphics processor.
const LOSE: &str = "const all = []; const { prototype } = OffscreenCanvas; const { getContext } = prototype;
    prototype.getContext = function (...rest) { if (!all.includes(this)) all.push(this); return getContext.apply(this, rest); };
    new BroadcastChannel('lose').onmessage = ({ data: told }) => { for (const it of all) {
        const context = it.getContext('2d'); context.resetTransform(); context.clearRect(0, 0, it.width, it.height);
        if (told) it.dispatchEvent(new Event('contextrestored')); } };";

/// How many opaque pixels the network has that is shown, on the worker's canvas or on the view's own.
const SHOWN: &str = "pixels(root.querySelector('.offstage') ?? pick('.marks')).reduce((sum, part, at) => sum + (at % 4 === 3 && part > 0), 0)";
/// Whether the worker draws.
const IN_WORKER: &str = "root.querySelector('.offstage')?.width > 300 && pick('.marks').width === 1";

#[tokio::test]
async fn a_picture_that_the_worker_lost_is_drawn_by_the_page() -> Result<()> {
    let script = format!("{LOSE}{}", built_site()?.require_text("painter.js")?);
    for told in [true, false] {
        Visit::to("#year=1971")
            .only_in(WITH_WORKER, WITHOUT)
            .answering("/painter.js", response(200, "text/javascript", script.clone()))
            .run(async |page| {
                page.texts_ready().await?;
                page.press(".slider", Key::Right).await?;
                rests_at(page, 1972).await?;
                let in_worker = format!("{IN_WORKER} && {SHOWN} > 1000");
                page.wait_until(&in_worker).await.context("at first")?;
                page.script(
                    "window.lost = root.querySelector('.offstage'); new BroadcastChannel('lose').postMessage(rest[0]);",
                    vec![json!(told)],
                )
                .await?;
                if !told {
                    // The planted fault: nobody is told, and the canvas stays empty. Firefox may draw it once more.
                    if page.engine() == Engine::Firefox {
                        return Ok(());
                    }
                    return page.wait_until(&format!("{IN_WORKER} && {SHOWN} === 0")).await;
                }
                // Another canvas of the worker's may stand there already, still empty.
                let own = SHOWN.replace("root.querySelector('.offstage') ?? ", "");
                page.wait_until(&format!("!window.lost.isConnected && {own} > 1000"))
                    .await
                    .context("after the loss")?;
                // What moves again is drawn by the worker again; by the page where the worker was judged too slow meanwhile.
                page.press(".slider", Key::Right).await?;
                rests_at(page, 1973).await?;
                let shown = if page.engine() == Engine::Chromium { in_worker } else { format!("{SHOWN} > 1000") };
                page.wait_until(&shown).await.context("in the next year")
            })
            .await?;
    }
    Ok(())
}

const HOST: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"icon.svg\">\
    <style>.none { display: none } .empty { width: 0; height: 0; overflow: hidden }</style>\
    <script type=\"module\" src=\"define.js\"></script><h1>A host</h1>\
    <div class=\"none\"><detente-view year=\"1972\"></detente-view></div><div class=\"empty\"><detente-view year=\"1953\"></detente-view></div></html>";

/// The state of both views, and how wide their networks and canvases are.
const BOTH: &str = "[...document.querySelectorAll('detente-view')].map((it) => { const part = (name) => it.shadowRoot.querySelector(name);
    return [it.dataset.state, part('.net').clientWidth > 200, [...it.shadowRoot.querySelectorAll('.marks, .offstage')].some((one) =>
        Math.abs(one.width - part('.net').clientWidth * devicePixelRatio) <= 1.5 && one.width > 200)]; })";

#[tokio::test]
async fn rooms_without_a_size_and_a_page_that_was_left_are_survived() -> Result<()> {
    let mut site = built_site()?;
    site.insert("host.html", HOST);
    Visit::to("host.html")
        .of_site(site)
        .under_policy(None)
        .not_waiting()
        .run(async |page| {
            let ready = "[...document.querySelectorAll('detente-view')].every((it) => it.dataset.state === 'ready')";
            page.wait_until(ready).await?;
            assert_eq!(page.eval(&format!("{BOTH}.flat().filter((it) => it === true)")).await?, json!([]));
            let show = "for (const name of ['none', 'empty']) document.querySelectorAll('div')[name === 'none' ? 0 : 1].classList.toggle(name);";
            for _ in 0..2 {
                page.script(show, Vec::new()).await?;
                page.wait_until(&format!("{BOTH}.every(([state, wide, drawn]) => state === 'ready' && wide && drawn)")).await?;
                page.script(show, Vec::new()).await?;
                page.wait_until(&format!("{BOTH}.every(([state, wide]) => state === 'ready' && !wide)")).await?;
            }
            page.script(show, Vec::new()).await?;
            page.wait_until(&format!("{BOTH}.every(([state, wide, drawn]) => state === 'ready' && wide && drawn)")).await?;
            // To another page and back: as it was, and it moves on.
            page.script("window.isThere = true; view.year = 1980;", Vec::new()).await?;
            page.wait_until("view.year === 1980 && pick('.slider').value === '1980'").await?;
            page.goto("sources.html").await?;
            page.back().await?;
            page.wait_until(ready).await?;
            let kept = page.eval("window.isThere === true").await? == json!(true);
            println!("{}: the page was {}", page.engine(), if kept { "kept in memory" } else { "loaded anew" });
            page.script("view.year = 1990;", Vec::new()).await?;
            page.wait_until("view.year === 1990 && pick('.slider').value === '1990'").await?;
            page.wait_until(&format!("{BOTH}.every(([state, wide, drawn]) => state === 'ready' && wide && drawn)")).await
        })
        .await
}

#[tokio::test]
async fn a_view_that_is_not_told_of_its_room_is_noticed() -> Result<()> {
    let deaf = "<script>window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };</script>";
    let mut site = built_site()?;
    site.insert("host.html", HOST.replacen("<script", &format!("{deaf}<script"), 1));
    Visit::to("host.html")
        .of_site(site)
        .under_policy(None)
        .not_waiting()
        .run(async |page| {
            page.wait_until(
                "[...document.querySelectorAll('detente-view')].every((it) => it.dataset.state === 'ready')",
            )
            .await?;
            page.script("document.querySelectorAll('div').forEach((it) => { it.className = ''; });", Vec::new())
                .await?;
            let laid_out = format!("{BOTH}.every(([, wide]) => wide)");
            page.wait_until(&laid_out).await?;
            let drawn = format!("{BOTH}.every(([,, drawn]) => drawn)");
            let waited = page.wait_as_long_as(Duration::from_secs(2), &drawn).await;
            ensure!(waited.is_err(), "both are drawn, whoever told them");
            Ok(())
        })
        .await
}
