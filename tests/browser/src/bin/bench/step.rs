//! What a step of the slider costs, and how many pictures a second there are while it is dragged.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context as _, Result};
use detente_browser::{Page, Process};
use serde_json::{Value, json};

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::{Bench, Side};
use crate::subjects::{L, M, PAGE, S, Subject, XL};

/// Moves the slider over the years `rest[0]` to `rest[1]`, there and back again, as a pointer that drags it does: a step
/// in each frame, but not before the step before has its picture. After `rest[2]` steps, or, where `rest[3]` is given,
/// after so many milliseconds of a step in each frame, whether there is a picture or not.
pub(crate) const SWEEP: &str = r#"
    return (async () => {
        const slider = pick("input[type=range]");
        const [first, last, steps, time] = rest;
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
        const start = await frame();
        const drawn = window.drawn;
        let [now, longest, step] = [start, 0, 0];
        for (; time ? now - start < time : step < steps; step++) {
            const way = step % (2 * (last - first));
            slider.value = String(first + Math.min(way, 2 * (last - first) - way));
            const known = window.drawn;
            const picture = new Promise((done) => { window.told = done; setTimeout(done, 5000); });
            slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
            const next = await frame();
            if (!time && window.drawn === known) await picture;
            [longest, now] = [Math.max(longest, next - now), next];
        }
        const end = await frame();
        return [end - start, window.drawn - drawn, longest, step];
    })();
"#;

/// Steps before a run, in which the browser gets to know the code, as a share of the run's.
const WARM_UP: u32 = 4;

/// How long pictures are counted: milliseconds.
const COUNTED: f64 = 2000.0;

/// One run: figures for a step.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Milliseconds of the main thread.
    task: f64,
    /// Milliseconds of it that script takes.
    script: f64,
    /// Milliseconds of all processes of the browser.
    all: f64,
    /// Pictures a second, with a step in each frame.
    pictures: f64,
}

/// What has to be reached: main thread, script, all processes, pictures a second.
fn goals(subject: &Subject) -> [Goal; 4] {
    let main = match subject.name {
        "page" => 1.0,
        "S" => 0.6,
        "M" => 0.45,
        _ => 0.15,
    };
    let script = if subject.made.is_none() { Goal::RatioAtMost(1.5) } else { Goal::None };
    let pictures = if subject.name == "L" { Goal::RatioAtLeast(1.9) } else { Goal::None };
    [Goal::RatioAtMost(main), script, Goal::RatioAtMost(1.2), pictures]
}

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    for subject in [PAGE, S, M, L, XL] {
        if let Err(error) = compare(bench, &subject, report).await {
            report.leave_out(format!("steps of {}: {error:#}.", subject.name));
        }
    }
    Ok(())
}

async fn compare(bench: &Bench, subject: &Subject, report: &mut Report) -> Result<()> {
    let (page, sides) = bench.open(subject, |visit| visit).await?;
    page.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    let mut runs: Vec<(Side, Vec<Run>)> = sides.into_iter().map(|side| (side, Vec::new())).collect();
    for _ in 0..bench.plan.rounds {
        for (side, runs) in &mut runs {
            bench.go(&page, *side, subject).await?;
            runs.push(run(&page, subject).await.with_context(|| format!("{side:?}"))?);
        }
    }
    let figure = |read: fn(&Run) -> f64| {
        let mut figures = Runs::default();
        for (side, runs) in &runs {
            *side.of(&mut figures) = runs.iter().map(read).collect();
        }
        figures
    };
    let name = subject.name;
    let [main, script, all, pictures] = goals(subject);
    report.add(Row::new(2, format!("step, {name}: main thread"), "ms", main, figure(|run| run.task)));
    report.add(Row::new(2, format!("step, {name}: script of it"), "ms", script, figure(|run| run.script)));
    report.add(Row::new(2, format!("step, {name}: all processes"), "ms", all, figure(|run| run.all)));
    report.add(Row::new(2, format!("dragging, {name}: pictures a second"), "", pictures, figure(|run| run.pictures)));
    Ok(())
}

async fn run(page: &Page, subject: &Subject) -> Result<Run> {
    let Subject { years: (first, last), steps, .. } = *subject;
    page.script(SWEEP, vec![json!(first), json!(last), json!(steps / WARM_UP)]).await?;
    page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    let (before, all_before) = (page.metrics().await?, page.processes()?);
    page.script(SWEEP, vec![json!(first), json!(last), json!(steps)]).await?;
    let (after, all_after) = (page.metrics().await?, page.processes()?);
    let spent = |name: &str| {
        let figure = |metrics: &BTreeMap<String, f64>| metrics.get(name).copied().unwrap_or(f64::NAN);
        (figure(&after) - figure(&before)) * 1000.0 / f64::from(steps)
    };
    let total = |processes: &[Process]| processes.iter().map(|process| process.time).sum::<Duration>();
    let all = total(&all_after).saturating_sub(total(&all_before)).as_secs_f64() * 1000.0 / f64::from(steps);
    let counted = page.script(SWEEP, vec![json!(first), json!(last), json!(0), json!(COUNTED)]).await?;
    let [elapsed, drawn] = numbers(&counted)?;
    Ok(Run { task: spent("TaskDuration"), script: spent("ScriptDuration"), all, pictures: drawn * 1000.0 / elapsed })
}

/// The first numbers of a list.
pub(crate) fn numbers<const COUNT: usize>(list: &Value) -> Result<[f64; COUNT]> {
    let mut numbers = [0.0; COUNT];
    for (index, number) in numbers.iter_mut().enumerate() {
        *number = list[index].as_f64().with_context(|| format!("{list} has too few numbers"))?;
    }
    Ok(numbers)
}
