//! What a step of the slider costs, beside the floor: processor time on the page's main thread.

use std::fmt::{self, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use detente::bundled;
use detente::data::Dataset;
use detente::layout::pack;
use detente_browser::{Overrides, Page, Visit, built_site, floor, floor_marks, generate, response};
use serde_json::{Value, json};
use xtask::site::Site;

/// Runs of each side; they alternate.
const ROUNDS: usize = 7;
/// Steps of a run: there and back again over 80 years.
const STEPS: u32 = 160;
/// Steps before a run, in which the browser gets to know the code.
const WARM_UP: u32 = 40;

/// Moves the slider as a pointer that drags it does, one year a frame; how many milliseconds that took.
const DRAG: &str = r#"
    return (async () => {
        const slider = pick("input[type=range]");
        const [first, last] = [Number(slider.min), Number(slider.max)];
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
        const start = await frame();
        for (let step = 0; step < rest[0]; step++) {
            const way = step % (2 * (last - first));
            slider.value = String(first + Math.min(way, 2 * (last - first) - way));
            slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
            await frame();
        }
        return await frame() - start;
    })();
"#;

/// A page of ours, and what it shows.
struct Subject {
    name: &'static str,
    /// Below the site's own address.
    address: &'static str,
    dataset: fn() -> Result<Dataset>,
}

/// What is measured: the page's own dataset, and S of 30 actors and 120 dyads, made up.
const SUBJECTS: [Subject; 2] = [
    Subject { name: "North Korea", address: "index.html", dataset: || Ok(bundled::dataset()) },
    Subject { name: "S, by lot", address: "s.html", dataset: || generate(30, 120) },
];

/// A page like the first, with the dataset S.
const S_PAGE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>S</title>
<link rel="stylesheet" href="page.css"><script type="module" src="define.js"></script>
<main><detente-view src="s.bin"></detente-view></main></html>"#;

/// One run: milliseconds a step.
#[derive(Clone, Copy, Debug)]
struct Run {
    task: f64,
    script: f64,
    frame: f64,
}

fn main() -> std::process::ExitCode {
    detente_browser::conclude("bench", measure())
}

#[tokio::main(flavor = "current_thread")]
async fn measure() -> Result<()> {
    println!("one step of the slider, in ms of processor time on the main thread");
    println!("median (lowest–highest) of {ROUNDS} runs of {STEPS} steps, alternating with the floor\n");
    let mut results = Vec::new();
    let mut site = built_site()?;
    site.mount("bench", floor()?);
    site.insert("s.html", S_PAGE);
    site.insert("s.bin", pack(&generate(30, 120)?));
    for subject in SUBJECTS {
        if site.get(subject.address).is_none() {
            println!("{}: left out, because the page has no {} yet.", subject.name, subject.address);
            continue;
        }
        let page = Visit::to(subject.address).of_site(site.clone()).open().await?;
        compare(&page, &subject, &mut results).await.with_context(|| format!("while measuring {}", subject.name))?;
    }
    first_frame(site, &mut results).await.context("while measuring the first frame")?;
    write(&results)
}

/// Where the results are kept: a folder, when this variable names one.
const FOLDER: &str = "DETENTE_RESULTS";

/// Keeps the results as JSON and as a table in Markdown.
fn write(results: &[Measured]) -> Result<()> {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return Ok(()) };
    let json: Vec<_> = results.iter().map(Measured::to_json).collect();
    let mut table = String::from("| what | ours | floor | ratio |\n| --- | ---: | ---: | ---: |\n");
    for Measured { subject, figure, ours, floor, ratio } in results {
        writeln!(table, "| {subject}: {figure} | {ours} | {floor} | {ratio} |")?;
    }
    for (name, text) in [("bench.json", serde_json::to_string_pretty(&json)? + "\n"), ("bench.md", table)] {
        let path = folder.join(name);
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("The results are in {}", path.display());
    }
    Ok(())
}

/// Notes in every new page when its picture stands: the view's event, or the floor's state.
const WATCH: &str = "addEventListener('ready', () => { window.stands ??= performance.now(); });
    new MutationObserver(() => {
        if (document.documentElement?.dataset.state === 'ready') window.stands ??= performance.now();
    }).observe(document, { attributes: true, subtree: true });";

/// The time from the request to the first live frame, on Slow 4G with a processor slowed four times, nothing cached.
///
/// The floor draws the marks of one year, which it fetches as one file.
async fn first_frame(mut site: Site, results: &mut Vec<Measured>) -> Result<()> {
    let page = Visit::to("index.html#year=2025").of_site(site.clone()).open().await?;
    let size = page.bounds("canvas").await?;
    let mut marks = floor_marks(&bundled::dataset(), size.width, size.height);
    let last = marks["years"].as_array().and_then(|years| years.last()).cloned().context("there is a last year")?;
    marks["first"] = marks["last"].clone();
    marks["years"] = json!([last]);
    site.insert("bench/marks.json", marks.to_string());
    drop(page);
    let page = Visit::to("index.html").of_site(site).open().await?;
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    page.cdp("Network.emulateNetworkConditions", slow).await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for (address, times) in [("index.html", &mut ours), ("bench/floor.html", &mut floor)] {
            page.goto(address).await?;
            page.wait_until("typeof window.stands === 'number'").await?;
            let stands = page.eval("window.stands").await?.as_f64().context("a time is a number")?;
            times.push(Run { task: stands, script: 0.0, frame: 0.0 });
        }
    }
    println!("the first live frame, in ms from the request: Slow 4G, processor slowed four times, nothing cached");
    results.push(Measured::report("North Korea", "first live frame, ms", &ours, &floor, |run| run.task));
    Ok(())
}

/// Measures a page and the floor of the same size with the same marks.
async fn compare(page: &Page, subject: &Subject, results: &mut Vec<Measured>) -> Result<()> {
    page.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    let size = page.bounds("canvas").await?;
    let marks = floor_marks(&(subject.dataset)()?, size.width, size.height);
    let marks = response(200, "application/json", marks.to_string());
    page.server().set_overrides(Overrides::default().with_response("/bench/marks.json", marks));
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        page.goto(subject.address).await?;
        page.texts_ready().await?;
        ours.push(run(page).await?);
        page.goto("bench/floor.html").await?;
        page.wait_until("document.documentElement.dataset.state === 'ready'").await?;
        floor.push(run(page).await?);
    }
    println!("{:<24}{:>22}{:>22}{:>20}", subject.name, "détente", "floor", "ratio");
    let mut measured = |name, figure: Figure| results.push(Measured::report(subject.name, name, &ours, &floor, figure));
    measured("main thread", |run| run.task);
    measured("of it script", |run| run.script);
    measured("frame to frame", |run| run.frame);
    println!();
    Ok(())
}

async fn run(page: &Page) -> Result<Run> {
    page.script(DRAG, vec![json!(WARM_UP)]).await?;
    page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    let before = page.metrics().await?;
    let elapsed = page.script(DRAG, vec![json!(STEPS)]).await?.as_f64().context("a time is a number")?;
    let after = page.metrics().await?;
    let spent = |name: &str| {
        let figure = |metrics: &std::collections::BTreeMap<String, f64>| metrics.get(name).copied().unwrap_or(f64::NAN);
        (figure(&after) - figure(&before)) * 1000.0 / f64::from(STEPS)
    };
    Ok(Run { task: spent("TaskDuration"), script: spent("ScriptDuration"), frame: elapsed / f64::from(STEPS) })
}

/// What is read off a run.
type Figure = fn(&Run) -> f64;

/// One figure of ours beside the floor's.
struct Measured {
    subject: &'static str,
    figure: &'static str,
    ours: Spread,
    floor: Spread,
    ratio: Spread,
}

impl Measured {
    /// Works a figure out, and prints it.
    fn report(subject: &'static str, name: &'static str, ours: &[Run], floor: &[Run], figure: fn(&Run) -> f64) -> Self {
        let (ours, floor): (Vec<_>, Vec<_>) = (ours.iter().map(figure).collect(), floor.iter().map(figure).collect());
        // Each run against the one beside it in time, so that a busy moment of the machine weighs on both.
        let ratios: Vec<_> = ours.iter().zip(&floor).map(|(ours, floor)| ours / floor).collect();
        let [ours, floor, ratio] = [ours, floor, ratios].map(Spread::of);
        println!("  {name:<22}{ours:>22}{floor:>22}{ratio:>20}");
        Self { subject, figure: name, ours, floor, ratio }
    }

    fn to_json(&self) -> Value {
        let [ours, floor, ratio] = [&self.ours, &self.floor, &self.ratio].map(
            |Spread { median, lowest, highest }| json!({ "median": median, "lowest": lowest, "highest": highest }),
        );
        json!({ "subject": self.subject, "figure": self.figure, "ours": ours, "floor": floor, "ratio": ratio })
    }
}

/// The middle value and the ends.
struct Spread {
    median: f64,
    lowest: f64,
    highest: f64,
}

impl Spread {
    fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
        Self { median: at(values.len() / 2), lowest: at(0), highest: at(values.len().saturating_sub(1)) }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { median, lowest, highest } = self;
        f.pad(&format!("{median:.2} ({lowest:.2}–{highest:.2})"))
    }
}
