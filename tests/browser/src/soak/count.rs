//! What an engine tells of a page after a part of a soak.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{Engine, Page};

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Bytes that scripts hold, after collecting garbage.
    Heap,
    /// Nodes of documents, in them or not.
    Nodes,
    /// Elements that stand in the page and in the view.
    Elements,
    /// Listeners to events.
    Listeners,
    /// WebAssembly memories.
    Memories,
    /// Pages of 64 KiB that these have.
    Pages,
    /// Bytes of the process of the page that it shares with no other.
    Process,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Heap, Self::Nodes, Self::Elements, Self::Listeners, Self::Memories, Self::Pages, Self::Process];

    /// Its name in a table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heap => "script heap",
            Self::Nodes => "nodes",
            Self::Elements => "elements",
            Self::Listeners => "listeners",
            Self::Memories => "wasm memories",
            Self::Pages => "wasm pages",
            Self::Process => "process",
        }
    }

    /// Whether it is told in bytes.
    pub const fn is_bytes(self) -> bool {
        matches!(self, Self::Heap | Self::Process)
    }
}

/// One count of everything that the engine tells.
pub(super) type Count = BTreeMap<Measure, f64>;

/// How often garbage is collected before a count: what one collection sets free may hold what the next one does.
const COLLECTIONS: usize = 4;

/// Collects garbage in the page's process, and sums up what the reports of Firefox say of it.
const REPORTS: &str = r#"
    const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
    const wait = (time) => new Promise((done) => setTimeout(done, time));
    return (async () => {
        for (let i = 0; i < rest[0]; i++) {
            for (const ask of ["child-gc-request", "child-cc-request", "child-mmu-request"]) {
                Services.obs.notifyObservers(null, ask);
                await wait(150);
            }
        }
        const process = `pid ${browser.browsingContext.currentWindowGlobal.osPid}`;
        const sums = { heap: 0, nodes: 0, listeners: 0, process: 0 };
        const add = (name, amount) => { sums[name] += amount; };
        await new Promise((done) => manager.getReports((of, path, kind, units, amount) => {
            if (!of.includes(process)) return;
            if (path.startsWith("js-main-runtime-gc-heap-committed/used/gc-things/")) add("heap", amount);
            if (/\/dom\/(element|text|orphan|other|comment)[a-z]*-nodes$/.test(path)) add("nodes", amount);
            if (path.startsWith("event-counts/") && path.endsWith("/dom/event-listeners")) add("listeners", amount);
            if (path === "resident-unique") add("process", amount);
        }, null, done, null, false));
        return sums;
    })();
"#;

/// Counts, once the page is at rest.
pub(super) async fn count(page: &Page) -> Result<Count> {
    sleep(Duration::from_millis(300)).await;
    let mut count = match page.engine() {
        Engine::Chromium => of_chromium(page).await?,
        Engine::Firefox => of_firefox(page).await?,
        Engine::Webkit => of_webkit(page).await?,
    };
    let of_page: [f64; 3] = serde_json::from_value(page.eval("[...soak.memory(), soak.elements()]").await?)?;
    for (measure, number) in [Measure::Memories, Measure::Pages, Measure::Elements].into_iter().zip(of_page) {
        count.insert(measure, number);
    }
    Ok(count)
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().context("the browser told no number")
}

/// The private bytes of the process that shows the page: of those of its kind the largest.
fn process(page: &Page, is_page: impl Fn(&str) -> bool) -> Result<f64> {
    let all = page.processes()?;
    let largest = all.iter().filter(|process| is_page(&process.kind)).map(|process| process.private).max();
    Ok(largest.context("no process shows the page")? as f64)
}

async fn of_chromium(page: &Page) -> Result<Count> {
    for _ in 0..COLLECTIONS {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let heap = page.cdp("Runtime.getHeapUsage", json!({})).await?;
    let dom = page.cdp("Memory.getDOMCounters", json!({})).await?;
    Ok(Count::from([
        (Measure::Heap, number(&heap["usedSize"])?),
        (Measure::Nodes, number(&dom["nodes"])?),
        (Measure::Listeners, number(&dom["jsEventListeners"])?),
        (Measure::Process, process(page, |kind| kind == "renderer")?),
    ]))
}

async fn of_firefox(page: &Page) -> Result<Count> {
    let sums = page.in_firefox(REPORTS, vec![json!(COLLECTIONS)]).await?;
    Ok(Count::from([
        (Measure::Heap, number(&sums["heap"])?),
        (Measure::Nodes, number(&sums["nodes"])?),
        (Measure::Listeners, number(&sums["listeners"])?),
        (Measure::Process, number(&sums["process"])?),
    ]))
}

/// `WebKitGTK` tells nothing and collects garbage when much was allocated: then its processes are looked at.
async fn of_webkit(page: &Page) -> Result<Count> {
    page.eval("soak.litter()").await?;
    sleep(Duration::from_secs(2)).await;
    Ok(Count::from([(Measure::Process, process(page, |kind| kind.starts_with("WebKitWeb"))?)]))
}
