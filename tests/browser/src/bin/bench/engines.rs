//! Firefox and `WebKitGTK`, where they are installed: pictures a second and the longest frame, played and dragged.

use std::time::Duration;

use anyhow::Result;
use detente_browser::{Engine, Overrides, Page, Visit, floor_marks, response};
use serde_json::json;
use tokio::time::sleep;

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::{Bench, Side, WATCH};
use crate::step::{SWEEP, numbers};
use crate::subjects::PAGE;

/// How long each is played and dragged: milliseconds.
const COUNTED: f64 = 3000.0;

/// Plays from 1950 for `rest[0]` milliseconds; how long that took, how many pictures there were, and the longest frame.
const PLAY: &str = r"
    return (async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        view.playFrom(1950, 2025);
        await frame();
        const start = await frame();
        const drawn = window.drawn;
        let [now, longest] = [start, 0];
        while (now - start < rest[0]) {
            const next = await frame();
            [longest, now] = [Math.max(longest, next - now), next];
        }
        const pictures = window.drawn - drawn;
        view.pause();
        return [now - start, pictures, longest];
    })();
";

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    for (name, engine, least, most) in
        [("Firefox", Engine::Firefox, 60.0, f64::NAN), ("WebKitGTK", Engine::Webkit, 30.0, 100.0)]
    {
        let measured = one(bench, engine).await;
        let [played, longest_played, dragged, longest_dragged] = match measured {
            Ok(runs) => runs,
            Err(error) => {
                report.leave_out(format!("{name}: {error:#}."));
                continue;
            }
        };
        // A screen of 60 pictures a second shows 59 in some seconds.
        let least = Goal::AtLeast(if least >= 60.0 { 59.0 } else { least });
        let most = if most.is_nan() { Goal::None } else { Goal::AtMost(most) };
        report.add(Row::new(7, format!("{name}, played: pictures a second"), "", least, played));
        report.add(Row::new(7, format!("{name}, played: longest frame"), "ms", most, longest_played));
        report.add(Row::new(7, format!("{name}, dragged: pictures a second"), "", least, dragged));
        report.add(Row::new(7, format!("{name}, dragged: longest frame"), "ms", most, longest_dragged));
    }
    Ok(())
}

/// Pictures a second and the longest frame, played; the same dragged.
async fn one(bench: &Bench, engine: Engine) -> Result<[Runs; 4]> {
    let (site, sides) = bench.site(&PAGE)?;
    let visit = Visit::to("embed.html").of_site(site).under_policy(None).not_waiting();
    let page = &visit.in_engine(engine).open().await?;
    let mut runs: [Runs; 4] = Default::default();
    open(page, Side::Ours).await?;
    let size = page.ask("canvas.marks", "[it.clientWidth, it.clientHeight]").await?;
    let [width, height] = numbers(&size)?;
    let marks = floor_marks(&PAGE.dataset()?, (width, height), PAGE.years());
    let marks = response(200, "application/json", marks.to_string());
    page.server().set_overrides(Overrides::default().with_response("/bench/marks.json", marks));
    let (first, last) = PAGE.years;
    for _ in 0..bench.plan.rounds.min(3) {
        for side in &sides {
            open(page, *side).await?;
            let mut put = |at: usize, value: f64| side.of(&mut runs[at]).push(value);
            if side.is_page() {
                let [elapsed, pictures, longest] = numbers(&page.script(PLAY, vec![json!(COUNTED)]).await?)?;
                put(0, pictures * 1000.0 / elapsed);
                put(1, longest);
            }
            page.script(SWEEP, vec![json!(first), json!(last), json!(20)]).await?;
            let sweep = vec![json!(first), json!(last), json!(0), json!(COUNTED)];
            let [elapsed, pictures, longest] = numbers(&page.script(SWEEP, sweep).await?)?;
            put(2, pictures * 1000.0 / elapsed);
            put(3, longest);
        }
    }
    Ok(runs)
}

/// Opens a side's page, waits until all of it is there, and counts its pictures from then on.
async fn open(page: &Page, side: Side) -> Result<()> {
    page.goto(&side.address(&PAGE)).await?;
    match side {
        Side::Floor => page.wait_until("document.documentElement.dataset.state === 'ready'").await?,
        Side::Ours | Side::Against => page.texts_ready().await?,
    }
    page.script(WATCH, Vec::new()).await?;
    // What comes late is drawn after it has come.
    sleep(Duration::from_secs(1)).await;
    Ok(())
}
