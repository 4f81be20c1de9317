//! What comes after the first frame: while it is under way, and when it never comes.

use anyhow::Result;
use detente_browser::{Key, Overrides, Screen, Visit, response};
use serde_json::json;

/// The two files of the late part.
const LATE: [&str; 2] = ["/detente_late.wasm", "/late.js"];

#[tokio::test]
async fn while_the_late_part_is_under_way_the_year_moves_and_pointing_says_so() -> Result<()> {
    for path in LATE {
        Visit::to("#year=1972")
            .not_waiting()
            .holding(path)
            .run(async |page| {
                page.first_frame().await?;
                page.wait_until("view.dataset.late === 'loading'").await?;
                page.press(".slider", Key::Right).await?;
                page.wait_until(
                    "view.year === 1973 && pick('.year').textContent === '1973' && pick('.slider').step === '1'",
                )
                .await?;
                page.click(".play").await?;
                page.wait_until("view.year > 1974").await?;
                page.click(".play").await?;
                page.point_at(page.bounds(".marks").await?.centre()).await?;
                page.wait_until("!pick('.tip').hidden").await?;
                assert_eq!(page.text(".tip").await?, "Names and reasons are on their way.");
                assert!(!page.shows("[role=alert]").await?, "nothing is wrong");
                let year = page.eval("view.year").await?;
                page.server().set_overrides(Overrides::default());
                page.ready().await?;
                assert!(!page.shows(".tip.wait").await?, "nothing is waited for any longer");
                assert_eq!(page.eval("view.year").await?, year, "the year is kept");
                page.wait_until("pick('.changes').children.length > 0 && pick('.timeline-canvas').height > 100")
                    .await?;
                page.press(".marks", Key::Right).await?;
                page.wait_until("!pick('.tip').hidden && pick('.tip-name').textContent.length > 3").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_the_late_part_the_year_moves_and_one_sentence_says_what_is_missing() -> Result<()> {
    Visit::to("#year=1972&focus=KOR")
        .not_waiting()
        .answering("/detente_late.wasm", response(404, "text/plain", "There is no such file."))
        .forgiving("404")
        .run(async |page| {
            page.first_frame().await?;
            page.wait_until("view.dataset.late === 'failed' && !pick('[role=alert]').hidden").await?;
            let said = page.text("[role=alert]").await?;
            assert!(
                said.starts_with(
                    "Timeline, search, table and details could not be loaded; the year can still be moved."
                ),
                "{said}"
            );
            page.press(".slider", Key::Right).await?;
            page.wait_until(
                "view.year === 1973 && pick('.year').textContent === '1973' && pick('.slider').step === '1'",
            )
            .await?;
            // What needs it does nothing, and ends nothing.
            page.point_at(page.bounds(".marks").await?.centre()).await?;
            page.click(".marks").await?;
            page.press(".marks", Key::Right).await?;
            assert_eq!(page.eval("view.printout()").await?, "");
            assert_eq!(page.eval("view.dataset.state").await?, "ready");
            page.server().set_overrides(Overrides::default());
            page.click("[role=alert] button").await?;
            page.texts_ready().await?;
            page.wait_until("pick('[role=alert]').hidden && root.querySelectorAll('.card .sources a').length > 0").await
        })
        .await
}

#[tokio::test]
async fn a_part_that_was_changed_on_its_way_is_refused_by_the_single_script() -> Result<()> {
    let page =
        "<!doctype html><script type=module src=detente-view.js></script><detente-view year=1972></detente-view>";
    Visit::to("alone.html")
        .not_waiting()
        .answering("/alone.html", response(200, "text/html", page))
        .answering("/detente_late.wasm", response(200, "application/wasm", &b"\0asm\x01\0\0\0"[..]))
        .forgiving("integrity")
        .forgiving("digest")
        .forgiving("favicon")
        .run(async |page| {
            page.first_frame().await?;
            page.wait_until("view.dataset.late === 'failed'").await?;
            assert_eq!(page.eval("view.dataset.state").await?, "ready");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_comes_late_moves_nothing_that_can_be_seen() -> Result<()> {
    for screen in [Screen::DESK, Screen::PHONE] {
        Visit::to("#year=1972")
            .on(screen)
            .not_waiting()
            .holding("/late.js")
            .run(async |page| {
                page.first_frame().await?;
                // Other engines tell of no shifts: there the places before and after are compared.
                page.script(
                    "window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: 'layout-shift' });",
                    Vec::new(),
                )
                .await?;
                let places = "['.marks', '.slider', '.year', '.play'].map((part) => JSON.stringify(pick(part).getBoundingClientRect()))";
                let before = page.eval(places).await?;
                page.server().set_overrides(Overrides::default());
                page.texts_ready().await?;
                page.wait_until("pick('.timeline-canvas').height > 100").await?;
                assert_eq!(page.eval(places).await?, before, "the picture and the slider stay where they are");
                let shift = page.eval("window.shifts.reduce((sum, { value }) => sum + value, 0)").await?;
                assert!(shift.as_f64().is_some_and(|shift| shift < 0.01), "a layout shift of {shift}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn views_share_the_compiled_program_and_nothing_late_is_made_far_out_of_sight() -> Result<()> {
    let page = "<!doctype html><meta charset=utf-8><title>Many</title><link rel=icon href=icon.svg><script type=module src=detente-view.js></script>\
        <style>p { height: 400vh }</style><detente-view id=a view=network year=1972></detente-view><p></p><detente-view id=b view=network year=1950></detente-view><p></p><detente-view id=c></detente-view>";
    Visit::to("many.html")
        .not_waiting()
        .under_policy(None)
        .answering("/many.html", response(200, "text/html", page))
        .run(async |page| {
            page.wait_until("[...document.querySelectorAll('detente-view')].every((it) => it.dataset.state === 'ready')").await?;
            page.wait_until("a.dataset.late === 'ready' && a.dataset.texts === 'ready'").await?;
            assert_eq!(page.eval("[b.dataset.late, c.dataset.late, b.shadowRoot.querySelectorAll('.timeline, .small-multiples, .table').length]").await?, json!([null, null, 0]));
            assert_eq!(page.eval("b.year").await?, 1950, "it shows its year all the same");
            page.script("b.scrollIntoView()", Vec::new()).await?;
            page.wait_until("b.dataset.late === 'ready' && b.dataset.texts === 'ready'").await?;
            assert_eq!(page.eval("c.dataset.late").await?, json!(null));
            page.script("c.scrollIntoView()", Vec::new()).await?;
            page.wait_until("c.dataset.late === 'ready'").await?;
            for part in ["/detente_bg.wasm", "/detente_late.wasm"] {
                let asked = page.server().requests().iter().filter(|path| path.as_str() == part).count();
                assert_eq!(asked, 1, "{part} is fetched and compiled once for all views");
            }
            Ok(())
        })
        .await
}
