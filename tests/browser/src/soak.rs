//! A soak: the view is used for long, and what the page holds is counted on the way. Whatever grows with the use is a leak.

mod count;

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use detente::data::TextColumns;
use detente::layout::pack;
use serde_json::json;
use xtask::site::Site;

use crate::{Engine, Page, Visit, WATCH_MEMORIES, built_site, generate};
pub use count::Measure;
use count::{Count, count};

/// How long one part of a soak may take.
const PATIENCE: Duration = Duration::from_secs(3600);

/// What the process of `WebKitGTK` keeps of a picture, in bytes. It is the engine's own: a bare canvas of 400 lines and 60
/// names, drawn 1,000 times, makes it grow by 17 kB a picture, and the view has several canvases and more marks.
const KEPT_OF_A_PICTURE: f64 = 96.0 * 1024.0;

/// Lets Firefox draw as fast as it can, in the place of 60 pictures a second.
const FASTEST: &str = "Services.prefs.setIntPref('layout.frame_rate', 0);";

/// What is done over and over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Steps of the slider; one picture is drawn in ten.
    Steps,
    /// Loads of datasets: that of the page, one of an address, one that the page has itself.
    Loads,
    /// The element is taken out of the page and put back.
    Reconnects,
    /// The room of the view has another width.
    Resizes,
}

impl Phase {
    /// All of them, in the order in which they are done.
    pub const ALL: [Self; 4] = [Self::Steps, Self::Loads, Self::Reconnects, Self::Resizes];

    /// Its name in the page's script, and in a table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Loads => "loads",
            Self::Reconnects => "reconnects",
            Self::Resizes => "resizes",
        }
    }

    /// How often a whole soak does it.
    const fn times(self) -> u32 {
        match self {
            Self::Steps => 100_000,
            Self::Loads | Self::Reconnects => 1_000,
            Self::Resizes => 10_000,
        }
    }

    /// How many pictures are drawn in a turn, besides those of a new view: canvases of another size are new ones.
    const fn pictures(self) -> f64 {
        match self {
            Self::Steps => 0.1,
            Self::Resizes => 2.0,
            Self::Loads | Self::Reconnects => 0.0,
        }
    }

    /// Bytes a turn by which scripts and process may grow. A view that is kept costs more than 300 kB.
    const fn bytes(self) -> f64 {
        match self {
            Self::Steps | Self::Resizes => 4.0,
            Self::Loads | Self::Reconnects => 1_000.0,
        }
    }
}

/// A fault in the page of a soak, which must be found: what it keeps of each turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    /// 128 numbers.
    Numbers,
    /// An element outside of the page.
    Elements,
    /// A listener of the window.
    Listeners,
    /// A memory of WebAssembly.
    Programs,
}

impl Planted {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Numbers, Self::Elements, Self::Listeners, Self::Programs];

    /// Its name in the page's script.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Elements => "elements",
            Self::Listeners => "listeners",
            Self::Programs => "programs",
        }
    }

    /// How often it is kept in each of so many turns: three times what may grow, and once at least.
    fn times(self, engine: Engine, phase: Phase, turns: u32) -> u32 {
        let measure = if engine == Engine::Webkit && self == Self::Numbers { Measure::Process } else { self.measure() };
        // Firefox tells the objects' bytes, but not those of the numbers in them.
        let one = match (self, engine) {
            (Self::Numbers | Self::Elements, Engine::Firefox) => 64.0,
            (Self::Numbers, _) => 1_024.0,
            _ => 1.0,
        };
        // Of a heap in use: Firefox allows a share of it.
        let before = 2.0 * 1024.0 * 1024.0;
        (3.0 * limit(engine, phase, measure, turns, before) / one / f64::from(turns.max(1))).ceil().max(1.0) as u32
    }

    /// What must be seen to grow.
    pub const fn measure(self) -> Measure {
        match self {
            Self::Numbers => Measure::Heap,
            Self::Elements => Measure::Nodes,
            Self::Listeners => Measure::Listeners,
            Self::Programs => Measure::Memories,
        }
    }
}

/// What a soak is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Soak {
    /// What is done.
    pub phases: Vec<Phase>,
    /// The share of 100,000 steps, 1,000 loads, 1,000 reconnects and 10,000 resizes.
    pub share: f64,
    /// Between how many counts it is told what grows, besides the first, after which nothing is made for the first time.
    pub counts: usize,
    /// A fault in the page.
    pub planted: Option<Planted>,
}

/// How much of something there was in one phase, and by how much it grew.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The engine.
    pub engine: Engine,
    /// What was done.
    pub phase: Phase,
    /// How often, after the first count.
    pub turns: u32,
    /// What was counted.
    pub measure: Measure,
    /// What was counted after the first part, and after each of the others.
    pub counts: Vec<f64>,
    /// By how much it grew from first to last, by the median of the growth between any two counts.
    pub growth: f64,
    /// By how much it may grow.
    pub limit: f64,
}

impl Verdict {
    /// Whether it grew no more than it may.
    pub fn is_flat(&self) -> bool {
        self.growth <= self.limit
    }

    fn of(engine: Engine, phase: Phase, turns: u32, counts: &[Count]) -> Vec<Self> {
        let verdict = |measure: Measure| {
            let counts: Vec<f64> = counts.iter().map(|count| count.get(&measure).copied()).collect::<Option<_>>()?;
            let growth = growth(&counts);
            let limit = limit(engine, phase, measure, turns, *counts.first()?);
            Some(Self { engine, phase, turns, measure, counts, growth, limit })
        };
        Measure::ALL.into_iter().filter_map(verdict).collect()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = if self.measure.is_bytes() { 1024.0 } else { 1.0 };
        let unit = if self.measure.is_bytes() { " kB" } else { "" };
        let counts: Vec<f64> = self.counts.iter().map(|number| number / scale).collect();
        let [first, last] = [counts.first(), counts.last()].map(|number| number.copied().unwrap_or_default());
        let name = format!("{} {}, {}", self.turns, self.phase.name(), self.measure.name());
        write!(f, "{:<10} {name:<32} {first:>9.0} {last:>9.0}{unit:<3}", self.engine.to_string())?;
        let turn = self.growth / f64::from(self.turns.max(1));
        write!(f, " {:>+10.1}{unit:<3} {turn:>+9.3} a turn  ", self.growth / scale)?;
        let verdict = if self.is_flat() { "flat" } else { "GROWS" };
        write!(f, "{verdict} (at most {:.0}{unit})", self.limit / scale)?;
        // Whether it goes on or levels off.
        let counts: Vec<String> = counts.iter().map(|number| format!("{number:.0}")).collect();
        if self.is_flat() { Ok(()) } else { write!(f, ": {}", counts.join(" ")) }
    }
}

/// The median of the slopes between any two of the counts, over all of them: what happens once does not move it.
fn growth(series: &[f64]) -> f64 {
    let mut slopes: Vec<f64> = Vec::new();
    for (from, earlier) in series.iter().enumerate() {
        slopes
            .extend(series.iter().enumerate().skip(from + 1).map(|(to, later)| (later - earlier) / (to - from) as f64));
    }
    slopes.sort_by(f64::total_cmp);
    let median = slopes.get(slopes.len() / 2).copied().unwrap_or(f64::NAN);
    median * series.len().saturating_sub(1) as f64
}

/// By how much something may grow in so many turns.
fn limit(engine: Engine, phase: Phase, measure: Measure, turns: u32, before: f64) -> f64 {
    let turns = f64::from(turns);
    match (measure, engine) {
        // What is compiled, cached and not collected yet comes and goes by this much, however long the soak is.
        (Measure::Heap, Engine::Firefox) => (before * 0.01).max(phase.bytes() * turns + 64.0 * 1024.0),
        (Measure::Heap, _) => phase.bytes() * turns + 64.0 * 1024.0,
        // Firefox tells the bytes of nodes.
        (Measure::Nodes, Engine::Firefox) => 8.0 * 1024.0,
        (Measure::Nodes | Measure::Elements, _) => 40.0,
        (Measure::Listeners, _) => 4.0,
        (Measure::Memories, _) => 0.5,
        (Measure::Pages, _) => 2.0,
        (Measure::Process, Engine::Webkit) => {
            phase.pictures().mul_add(KEPT_OF_A_PICTURE, phase.bytes() * 75.0) * turns + 8.0 * 1024.0 * 1024.0
        }
        // Where the heap is told, the process shows what the heap does not have: canvases, and what the engine keeps of them.
        (Measure::Process, _) => phase.bytes() * 75.0 * turns + 32.0 * 1024.0 * 1024.0,
    }
}

/// The page with one view, and another dataset beside it.
fn site() -> Result<Site> {
    let mut site = built_site()?;
    let other = generate(12, 30)?;
    site.insert("other.bin", pack(&other));
    let texts = other.texts().context("a made dataset has texts")?;
    site.insert("other.json", serde_json::to_vec(&TextColumns::of(texts))?);
    site.insert(
        "soak.html",
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A soak</title><link rel=\"icon\" href=\"icon.svg\">\
         <script src=\"memories.js\"></script><script src=\"soak.js\"></script><script type=\"module\" src=\"define.js\"></script>\
         <div style=\"width: 1200px\"><detente-view year=\"2025\"></detente-view></div></html>",
    );
    site.insert("memories.js", WATCH_MEMORIES);
    site.insert("soak.js", include_str!("soak/soak.js"));
    Ok(site)
}

/// Soaks the view in an engine; tells of each phase as soon as it is over, and how long it took.
///
/// # Errors
///
/// When the page fails, or an engine tells nothing.
pub async fn soak(engine: Engine, soak: Soak, mut tell: impl FnMut(&[Verdict], Duration)) -> Result<Vec<Verdict>> {
    let visit = Visit::to("soak.html").in_engine(engine).of_site(site()?).under_policy(None).to_watch_memory();
    let page = visit.open().await?;
    page.texts_ready().await?;
    if engine == Engine::Firefox {
        page.in_firefox(FASTEST, Vec::new()).await?;
    }
    let mut verdicts = Vec::new();
    for &phase in &soak.phases {
        let start = Instant::now();
        let found = phase_of(&page, phase, &soak).await.with_context(|| format!("{}, {engine}", phase.name()))?;
        tell(&found, start.elapsed());
        verdicts.extend(found);
    }
    let complaints = page.console().await?;
    if !complaints.is_empty() {
        bail!("the console says:\n{}", complaints.join("\n"));
    }
    Ok(verdicts)
}

async fn phase_of(page: &Page, phase: Phase, soak: &Soak) -> Result<Vec<Verdict>> {
    let all = (f64::from(phase.times()) * soak.share).ceil().max(10.0);
    // Nothing may be added after the first 1,000 steps, or a tenth of the rest.
    let before = if phase == Phase::Steps { 1_000.0_f64.min(all / 2.0) } else { all / 10.0 };
    // The process of WebKitGTK comes to its size in 30 loads.
    let before = if page.engine() == Engine::Webkit { before.max(40.0) } else { before };
    let part = ((all - before) / soak.counts as f64).ceil().max(1.0) as u32;
    if let Some(planted) = soak.planted {
        let times = planted.times(page.engine(), phase, part * soak.counts as u32);
        page.script("soak.plant(rest[0], rest[1]);", vec![json!(planted.name()), json!(times)]).await?;
    }
    turn(page, phase, before.ceil() as u32).await?;
    let mut counts = vec![count(page).await?];
    for _ in 0..soak.counts {
        turn(page, phase, part).await?;
        counts.push(count(page).await?);
    }
    Ok(Verdict::of(page.engine(), phase, part * soak.counts as u32, &counts))
}

/// Does something so many times, and waits until it is done.
async fn turn(page: &Page, phase: Phase, times: u32) -> Result<()> {
    page.script("soak.run(rest[0], rest[1]);", vec![json!(phase.name()), json!(times)]).await?;
    page.wait_seldom(PATIENCE, "window.done").await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_once_is_no_growth_and_what_goes_on_is() {
        assert_eq!(growth(&[5.0, 5.0, 5.0, 9.0, 5.0, 5.0]), 0.0);
        assert_eq!(growth(&[1.0, 2.0, 3.0, 4.0]), 3.0);
        assert!(growth(&[9.0, 8.0, 7.5]) < 0.0);
    }
}
