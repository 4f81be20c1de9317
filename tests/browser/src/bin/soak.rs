//! Uses the view for long in browsers, and says what grows: `cargo xtask soak`.

#![allow(clippy::disallowed_methods, reason = "how long it took is told by the clock")]

use std::env;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use detente_browser::{Engine, Measure, Phase, Planted, Soak, Verdict, soak};
use xtask::plan::{SOAK_VARIABLE, SoakPlan};
use xtask::progress::Seconds;

fn main() -> std::process::ExitCode {
    detente_browser::conclude("soak", run())
}

#[tokio::main(flavor = "current_thread")]
async fn run() -> Result<()> {
    let plan = env::var(SOAK_VARIABLE).context("this is run by `cargo xtask soak`")?;
    let plan: SoakPlan = serde_json::from_str(&plan)?;
    let engines: Vec<Engine> = plan.engines.iter().map(|name| name.parse()).collect::<Result<_>>()?;
    let chosen = |phase: &Phase| plan.phases.iter().any(|name| name == phase.name());
    let phases: Vec<Phase> = Phase::ALL.into_iter().filter(chosen).collect();
    let mut wrong = Vec::new();
    for engine in engines {
        let work = Soak {
            phases: phases.clone(),
            share: plan.share,
            counts: if plan.share < 0.1 { 4 } else { 9 },
            planted: None,
        };
        if plan.planted {
            wrong.extend(missed(engine, &work).await?);
            continue;
        }
        let start = Instant::now();
        let verdicts = soak(engine, work, |found, time| {
            for one in found {
                println!("{one}");
            }
            println!("{:<10} in {}", engine.to_string(), Seconds(time));
        });
        let verdicts = verdicts.await;
        match verdicts {
            Ok(verdicts) => wrong.extend(verdicts.iter().filter(|one| !one.is_flat()).map(Verdict::to_string)),
            Err(error) => wrong.push(format!("{error:#}")),
        }
        println!("{engine}: {}", Seconds(start.elapsed()));
    }
    if wrong.is_empty() { Ok(()) } else { bail!("not flat:\n{}", wrong.join("\n")) }
}

/// The planted faults that are not found in an engine.
async fn missed(engine: Engine, work: &Soak) -> Result<Vec<String>> {
    let mut missed = Vec::new();
    for planted in Planted::ALL {
        let verdicts = soak(engine, Soak { planted: Some(planted), ..work.clone() }, |_, _| ()).await?;
        let told = |measure: Measure| verdicts.iter().any(|one| one.measure == measure);
        let measure = match planted {
            // Where the engine does not tell the heap, its process must be seen to grow.
            Planted::Numbers if !told(Measure::Heap) => Measure::Process,
            _ if !told(planted.measure()) => {
                println!("{engine} tells no {}", planted.measure().name());
                continue;
            }
            _ => planted.measure(),
        };
        for one in verdicts.iter().filter(|one| one.measure == measure) {
            println!("{} kept: {one}", planted.name());
            if one.is_flat() {
                missed.push(format!("{engine} does not show that {} are kept: {one}", planted.name()));
            }
        }
    }
    Ok(missed)
}
