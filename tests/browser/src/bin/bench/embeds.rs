//! Twenty views in one page: how soon they are drawn, what memory they take, how soon another one is ready, and how many
//! pictures a second one of them plays at.

use anyhow::{Context as _, Result};
use detente_browser::{Page, Visit, WATCH_MEMORIES};
use serde_json::json;

use crate::report::{Goal, Report, Row, Runs, median};
use crate::sides::{Bench, Side};
use crate::step::numbers;
use crate::subjects::PAGE;

/// How many there are.
const VIEWS: usize = 20;
/// The page with one, with which the others are compared, and the page with all.
const COUNTS: [usize; 2] = [1, VIEWS];

/// Whether all are drawn.
const ALL: &str = "[...document.querySelectorAll('detente-view')].every((it) => it.dataset.state === 'ready')";

/// Notes in every new page when the last view was ready.
const WATCH: &str = "addEventListener('ready', () => { window.last = performance.now(); });";

/// Adds a view, and tells after how many milliseconds it was ready.
const FURTHER: &str = r#"
    return (async () => {
        const further = document.createElement("detente-view");
        further.setAttribute("view", "network");
        const ready = new Promise((done) => further.addEventListener("ready", () => done(performance.now()), { once: true }));
        const start = performance.now();
        document.body.append(further);
        const time = await ready - start;
        await new Promise((done) => setTimeout(done, 300));
        further.remove();
        return time;
    })();
"#;

/// Plays the first view for `rest[0]` milliseconds, and tells how long that took and how many frames there were.
const PLAY: &str = r"
    return (async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        view.scrollIntoView();
        view.year = 1950;
        await new Promise((done) => setTimeout(done, 500));
        view.play();
        const start = await frame();
        let [now, frames] = [start, 0];
        for (; now - start < rest[0]; frames++) now = await frame();
        view.pause();
        return [now - start, frames];
    })();
";

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (mut site, sides) = bench.site(&PAGE)?;
    let sides: Vec<Side> = sides.into_iter().filter(|side| side.is_page()).collect();
    for side in &sides {
        for count in COUNTS {
            site.insert(address(*side, count), host(count));
        }
    }
    let (mut drawn, mut each, mut wasm) = (Runs::default(), Runs::default(), Runs::default());
    let (mut further, mut playing) = (Runs::default(), Runs::default());
    for _ in 0..bench.plan.rounds {
        for side in &sides {
            let mut private = Vec::new();
            for count in COUNTS {
                // A browser of its own, because memory is not given back at once.
                let visit = Visit::to("claims.html").of_site(site.clone()).not_waiting();
                let page = visit.open().await?;
                page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
                let memories = json!({ "source": WATCH_MEMORIES });
                page.cdp("Page.addScriptToEvaluateOnNewDocument", memories).await?;
                page.goto(&address(*side, count)).await?;
                page.wait_until(&format!("document.querySelectorAll('detente-view').length === {count} && {ALL}"))
                    .await?;
                let last = page.eval("window.last").await?.as_f64().context("a time")?;
                // The others fetch what comes late when they are seen.
                page.texts_ready().await?;
                private.push(memory(&page).await?);
                if count == VIEWS {
                    side.of(&mut drawn).push(last);
                    side.of(&mut wasm).push(wasm_memory(&page).await?);
                    let mut times = Vec::new();
                    for _ in 0..5 {
                        times.push(page.script(FURTHER, Vec::new()).await?.as_f64().context("a time")?);
                    }
                    side.of(&mut further).push(median(&times).context("there were some")?);
                    let [time, frames] = numbers(&page.script(PLAY, vec![json!(3000)]).await?)?;
                    side.of(&mut playing).push(frames * 1000.0 / time);
                }
            }
            if let [one, all] = private[..] {
                side.of(&mut each).push((all - one) / (VIEWS - 1) as f64);
            }
        }
    }
    report.add(Row::new(4, "20 embeds: all drawn, from the request", "ms", Goal::AtMost(1000.0), drawn));
    report.add(Row::new(4, "20 embeds: memory of each further one", "MiB", Goal::AtMost(8.0), each));
    report.add(Row::new(4, "20 embeds: WebAssembly memory of each", "MiB", Goal::None, wasm));
    report.add(Row::new(4, "a further embed to ready", "ms", Goal::AtMost(10.0), further));
    report.add(Row::new(4, "20 embeds, one plays: frames a second", "", Goal::AtLeast(58.0), playing));
    Ok(())
}

fn address(side: Side, count: usize) -> String {
    format!("{}host{count}.html", side.folder())
}

/// A page with so many views one below the other.
fn host(count: usize) -> String {
    let view = |index: usize| format!("<detente-view view=\"network\" year=\"{}\"></detente-view>\n", 1950 + 3 * index);
    let views: String = (0..count).map(view).collect();
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"icon.svg\">\
         <script type=\"module\" src=\"define.js\"></script><h1>A host</h1>\n{views}</html>"
    )
}

/// MiB of the browser's processes that no other process shares, after collecting garbage: pixels of canvases may be kept
/// by another process than the page's.
async fn memory(page: &Page) -> Result<f64> {
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    for _ in 0..3 {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let bytes: u64 =
        page.processes()?.iter().filter(|process| process.kind != "browser").map(|process| process.private).sum();
    Ok(bytes as f64 / f64::from(1 << 20))
}

/// MiB of a view's WebAssembly memory, the mean of all.
async fn wasm_memory(page: &Page) -> Result<f64> {
    let bytes = "window.memories().reduce((sum, it) => sum + it.buffer.byteLength, 0) / window.memories().length";
    let bytes = page.eval(bytes).await?.as_f64().context("the page has no WebAssembly memory that can be seen")?;
    Ok(bytes / f64::from(1 << 20))
}
