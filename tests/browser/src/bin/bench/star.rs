//! Datasets of many actors round the ego: how the time of a picture grows with their number.

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::report::{Goal, Report, Row, Runs, median};
use crate::sides::{Bench, Side};
use crate::step::{SWEEP, numbers};
use crate::subjects::{STAR_5, STAR_20, Subject};

/// How long pictures are counted: milliseconds.
const COUNTED: f64 = 3000.0;

/// How much n log n grows from 5,000 to 20,000.
const N_LOG_N: f64 = 4.65;

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let five = pictures(bench, &STAR_5).await.context("at 5,000")?;
    report.add(Row::new(6, "star of 5,000, dragged: pictures a second", "", Goal::AtLeast(30.0), five.clone()));
    let twenty = pictures(bench, &STAR_20).await.context("at 20,000")?;
    report.add(Row::new(6, "star of 20,000, dragged: pictures a second", "", Goal::None, twenty.clone()));
    let mut growth = Runs::default();
    let [mut five, mut twenty] = [five, twenty];
    for side in [Side::Ours, Side::Against] {
        let times = [&mut five, &mut twenty].map(|runs| median(side.of(runs)));
        let [Some(five), Some(twenty)] = times else { continue };
        side.of(&mut growth).push(five / twenty);
    }
    report.add(Row::new(6, "time of a picture, 20,000 by 5,000", "×", Goal::AtMost(N_LOG_N), growth));
    Ok(())
}

/// Pictures a second while it is dragged, beside the floor's.
async fn pictures(bench: &Bench, subject: &Subject) -> Result<Runs> {
    let (page, sides) = bench.open(subject, |visit| visit).await?;
    let (first, last) = subject.years;
    let mut runs = Runs::default();
    for _ in 0..bench.plan.rounds.min(3) {
        for side in &sides {
            bench.go(&page, *side, subject).await?;
            page.script(SWEEP, vec![json!(first), json!(last), json!(4)]).await?;
            let counted = page.script(SWEEP, vec![json!(first), json!(last), json!(0), json!(COUNTED)]).await?;
            let [elapsed, drawn] = numbers(&counted)?;
            side.of(&mut runs).push(drawn * 1000.0 / elapsed);
        }
    }
    Ok(runs)
}
