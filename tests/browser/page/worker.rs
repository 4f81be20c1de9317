//! The network is drawn in a worker while it moves, and on the page wherever there is none: the picture is the same.

use anyhow::{Context as _, Result};
use detente_browser::{Engine, Key, Page, STRICT_POLICY, Visit, built_site, response};

use crate::rests_at;

/// The network as it is shown: on the worker's canvas, or on the view's own.
const SHOWN: &str = "(root.querySelector('.offstage') ?? pick('.marks'))";
/// Whether the worker draws, and the page has given up its own picture.
const IN_WORKER: &str = "root.querySelector('.offstage')?.width > 300 && pick('.marks').width === 1";

/// Engines in which a worker draws.
pub(crate) const WITH_WORKER: &[Engine] = &[Engine::Chromium, Engine::Firefox];
/// Why it does not in `WebKitGTK`.
pub(crate) const WITHOUT: &str = "a worker that draws would end the page's process, so that the page draws by itself";

/// Goes on by key to the next year, waits until it stands, and gives all its pixels back, as text.
async fn drawn_next(page: &Page, year: i16) -> Result<String> {
    page.texts_ready().await?;
    page.press(".slider", Key::Right).await?;
    rests_at(page, year).await?;
    // What was sent last to the worker is shown some frames later.
    let script = format!(
        "return (async () => {{ for (let n = 0; n < 10; n++) await new Promise((done) => requestAnimationFrame(done));
         const all = pixels({SHOWN}); return Array.from(all, (part) => String.fromCharCode(part)).join(''); }})();"
    );
    let pixels = page.script(&script, Vec::new()).await?;
    pixels.as_str().map(str::to_owned).context("pixels as text")
}

/// How many parts of pixels, of a thousand, differ by more than two.
fn per_mille(one: &str, other: &str) -> f64 {
    let pairs = one.chars().zip(other.chars());
    let differing = pairs.filter(|(a, b)| (*a as u32).abs_diff(*b as u32) > 2).count();
    assert_eq!(one.chars().count(), other.chars().count(), "the pictures have one size");
    differing as f64 * 1000.0 / one.chars().count() as f64
}

/// What the page draws where it may start no worker.
async fn drawn_by_the_page() -> Result<String> {
    let mut picture = String::new();
    let policy = format!("{STRICT_POLICY}; worker-src 'none'");
    Visit::to("#year=1971")
        .under_policy(Some(&policy))
        .forgiving("worker-src")
        .run(async |page| {
            picture = drawn_next(page, 1972).await?;
            assert_eq!(page.count(".offstage").await?, 0, "no worker, no canvas of its own");
            Ok(())
        })
        .await?;
    Ok(picture)
}

#[tokio::test]
async fn worker_and_page_draw_the_same() -> Result<()> {
    let expected = drawn_by_the_page().await?;
    assert!(expected.chars().any(|part| part > '\0'), "something is drawn");
    Visit::to("#year=1971")
        .run(async |page| {
            let found = drawn_next(page, 1972).await?;
            assert_eq!(page.eval(IN_WORKER).await?, WITH_WORKER.contains(&page.engine()));
            assert!(per_mille(&found, &expected) < 1.0, "{} of a thousand differ", per_mille(&found, &expected));
            Ok(())
        })
        .await?;
    // A worker that takes one operation for another is noticed.
    let script = built_site()?.require_text("painter.js")?;
    let wrong = script.replace(".fillText(", ".strokeText(");
    assert_ne!(wrong, script);
    Visit::to("#year=1971")
        .only_in(WITH_WORKER, WITHOUT)
        .answering("/painter.js", response(200, "text/javascript", wrong))
        .run(async |page| {
            let found = drawn_next(page, 1972).await?;
            assert!(per_mille(&found, &expected) > 1.0, "wrong letters are not noticed");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_worker_that_never_comes_or_fails_leaves_the_page_drawing() -> Result<()> {
    let expected = drawn_by_the_page().await?;
    let broken = "let n = 0; onmessage = ({ data: { id, picture } }) => { if (picture && n++ > 3) throw new Error('broken'); \
        postMessage({ id, list: picture?.list }); };";
    for (name, answer) in [
        ("missing", response(404, "text/plain", "There is no such file.")),
        ("no script", response(200, "text/javascript", "this is none")),
        ("failing while it draws", response(200, "text/javascript", broken)),
    ] {
        Visit::to("#year=1971")
            .answering("/painter.js", answer)
            .forgiving("")
            .run(async |page| {
                let found = drawn_next(page, 1972).await?;
                assert_eq!(page.count(".offstage").await?, 0, "{name}");
                assert!(per_mille(&found, &expected) < 1.0, "{name}: the page draws what is shown");
                Ok(())
            })
            .await
            .context(name)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_worker_that_cannot_keep_up_or_falls_silent_hands_the_drawing_back() -> Result<()> {
    let script = built_site()?.require_text("painter.js")?;
    // Each picture takes longer than ten frames, or is never answered.
    for answer in ["((answer) => setTimeout(answer, 200))(", "((answer) => answer)("] {
        let changed = script.replacen("setTimeout(", answer, 1);
        assert_ne!(changed, script);
        Visit::to("#year=1950")
            .only_in(WITH_WORKER, WITHOUT)
            .answering("/painter.js", response(200, "text/javascript", changed))
            .run(async |page| {
                page.texts_ready().await?;
                let drag = "let at = 1950; const step = () => { at = at > 2020 ? 1950 : at + 0.25; const slider = pick('.slider');
                    slider.value = at; slider.dispatchEvent(new Event('input', { bubbles: true }));
                    window.was ||= root.querySelector('.offstage') !== null; window.step = requestAnimationFrame(step); }; step();";
                page.script(drag, Vec::new()).await?;
                page.wait_until("window.was && !root.querySelector('.offstage') && pick('.marks').width > 300").await?;
                page.script("cancelAnimationFrame(window.step);", Vec::new()).await?;
                assert_eq!(page.eval("view.dataset.state").await?, "ready");
                Ok(())
            })
            .await
            .context(answer)?;
    }
    Ok(())
}

#[tokio::test]
async fn an_engine_without_workers_that_draw_has_the_same_page() -> Result<()> {
    let gtk = "Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15' });";
    for without in ["delete HTMLCanvasElement.prototype.transferControlToOffscreen;", "delete globalThis.Worker;", gtk]
    {
        Visit::to("#year=1971")
            .running_first(without)
            .run(async |page| {
                drawn_next(page, 1972).await?;
                assert_eq!(page.count(".offstage").await?, 0);
                assert_eq!(page.eval("pick('.marks').width > 300").await?, true);
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn one_that_never_moves_starts_no_worker_and_one_that_goes_ends_it() -> Result<()> {
    Visit::to("#year=1971")
        .only_in(WITH_WORKER, WITHOUT)
        .run(async |page| {
            page.texts_ready().await?;
            page.script(
                "window.workers = 0; const Real = Worker; window.Worker = class extends Real {
                 constructor(...all) { super(...all); window.workers++; } terminate() { window.workers--; super.terminate(); } };",
                Vec::new(),
            )
            .await?;
            page.eval("new Promise((done) => setTimeout(done, 500))").await?;
            assert_eq!(page.eval("window.workers").await?, 0, "nothing has moved");
            drawn_next(page, 1972).await?;
            assert_eq!(page.eval("window.workers").await?, 1);
            page.script("window.place = view.parentNode; view.remove();", Vec::new()).await?;
            assert_eq!(page.eval("window.workers").await?, 0, "the view is gone");
            page.script("window.place.append(window.gone = document.createElement('detente-view'));", Vec::new()).await?;
            page.ready().await?;
            page.script("view.setAttribute('year', '1980');", Vec::new()).await?;
            page.wait_until(IN_WORKER).await
        })
        .await
}
