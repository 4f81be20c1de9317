//! How long a reader waits from the slider to the screen: from the input to the presentation of the first frame with the
//! new picture, by Chromium's own trace.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::{Bench, Side};
use crate::subjects::{L, M, PAGE, S, Subject, XL};

/// What is traced: the notes of the page, and what became of each frame.
const CATEGORIES: &str = "blink.user_timing,benchmark";

/// Steps of a run.
const STEPS: u32 = 8;

/// Moves the slider by a year when the page is at rest, `rest[2]` times, at different times between two frames. Notes when,
/// and for whom (`rest[3]`); when the picture was handed over is noted by what watches the canvases.
const STEP: &str = r#"
    return (async () => {
        const slider = pick("input[type=range]");
        const [first, last, steps, side] = rest;
        const pause = (time) => new Promise((done) => setTimeout(done, time));
        slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
        slider.value = String(first);
        slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        window.noted = true;
        for (let step = 1; step <= steps; step++) {
            await pause(150 + 5 * (step % 4));
            while (await new Promise((done) => requestIdleCallback(({ didTimeout }) => done(didTimeout), { timeout: 2000 })));
            const way = step % (2 * (last - first));
            slider.value = String(first + Math.min(way, 2 * (last - first) - way));
            const picture = new Promise((done) => { window.told = done; setTimeout(done, 5000); });
            performance.mark(`input ${side}`);
            slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
            await picture;
        }
        await pause(500);
        window.noted = false;
    })();
"#;

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    for subject in [PAGE, S, M, L, XL] {
        let goal = match subject.name {
            "L" => Goal::RatioAtMost(0.6),
            "XL" => Goal::RatioAtMost(0.8),
            "page" => Goal::None,
            _ => Goal::RatioAtMost(1.2),
        };
        match compare(bench, &subject).await {
            Ok(runs) => {
                report.add(Row::new(2, format!("wait from slider to picture, {}", subject.name), "ms", goal, runs));
            }
            Err(error) => report.leave_out(format!("the wait at {}: {error:#}.", subject.name)),
        }
    }
    Ok(())
}

async fn compare(bench: &Bench, subject: &Subject) -> Result<Runs> {
    let (page, sides) = bench.open(subject, |visit| visit.traced(CATEGORIES)).await?;
    let (first, last) = subject.years;
    for _ in 0..bench.plan.rounds {
        for side in &sides {
            bench.go(&page, *side, subject).await?;
            page.script(STEP, vec![json!(first), json!(last), json!(STEPS), json!(format!("{side:?}"))]).await?;
        }
    }
    let waits = waits(&page.take_trace().await?);
    let mut runs = Runs::default();
    for side in sides {
        let Some(found) = waits.get(&format!("input {side:?}")) else { bail!("the trace has no frame of {side:?}") };
        side.of(&mut runs).clone_from(found);
    }
    // A run is a step here: of each side in the same order.
    let count = [&runs.ours, &runs.floor].map(Vec::len).into_iter().min().unwrap_or_default();
    for side in [Side::Ours, Side::Floor, Side::Against] {
        side.of(&mut runs).truncate(count);
    }
    Ok(runs)
}

/// The waits in milliseconds, by the name of the note of the input.
fn waits(trace: &[Value]) -> BTreeMap<String, Vec<f64>> {
    let mut events: Vec<&Value> = trace.iter().collect();
    events.sort_by(|a, b| time(a).total_cmp(&time(b)));
    let mut waits: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for (index, input) in events.iter().enumerate() {
        let Some(name) = input["name"].as_str().filter(|name| name.starts_with("input ")) else { continue };
        let after = events.get(index + 1..).unwrap_or_default();
        if let Some(shown) = shown(input, after) {
            waits.entry(name.to_owned()).or_default().push((shown - time(input)) / 1000.0);
        }
    }
    waits
}

/// When the first picture after an input was on the screen: its frame is the first that is committed after the picture
/// was handed over, and that was presented.
fn shown(input: &Value, after: &[&Value]) -> Option<f64> {
    let same = |event: &&Value| event["pid"] == input["pid"];
    let next_input = |event: &Value| event["name"].as_str().is_some_and(|name| name.starts_with("input "));
    let mut until = after.iter().copied().filter(same).take_while(|event| !next_input(event));
    let drawn = time(until.find(|event| event["name"] == "drawn")?);
    let is = |event: &Value, name: &str, phase: &str| event["name"] == name && event["ph"] == phase;
    let commits = after.iter().copied().filter(same).filter(|event| time(event) > drawn && is(event, "Commit", "b"));
    for commit in commits {
        // An id is used again by a later frame.
        let of_frame = |event: &&&Value| time(event) >= time(commit) && event["id2"] == commit["id2"] && same(event);
        let mut frame = after.iter().filter(of_frame);
        let Some(end) = frame.clone().find(|event| is(event, "PipelineReporter", "e")) else { continue };
        let presented = |event: &&&Value| is(event, "SubmitCompositorFrameToPresentationCompositorFrame", "e");
        if let Some(presented) = frame.find(presented).filter(|event| time(event) <= time(end)) {
            return Some(time(presented));
        }
    }
    None
}

/// Microseconds of the trace's clock.
fn time(event: &Value) -> f64 {
    event["ts"].as_f64().unwrap_or_default()
}
