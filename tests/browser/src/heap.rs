//! Whether memory grows while the slider is moved.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::json;
use tokio::time::sleep;

use crate::Page;

/// Notes in every new page the memories that WebAssembly was given: `window.memories()`.
pub const WATCH_MEMORIES: &str = include_str!("memories.js");

/// By how much memory grew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// Bytes of the heap in 1,000 steps, after collecting garbage: the median of several hundred steps each.
    pub bytes: f64,
    /// Pages of 64 KiB of WebAssembly memory, since the first sweep over all years, there and back again.
    pub pages_after_first: f64,
    /// The same since the tenth.
    pub pages_after_warm_up: f64,
}

/// Steps of a sweep over 80 years, there and back again.
const ONCE: u32 = 160;
/// Sweeps before the heap is counted, in which the browser gets to know the code.
const WARM_UP: u32 = 10;
/// Sweeps between two counts of the heap.
const BETWEEN: u32 = 2;
/// By how many counts growth is told. What is kept of each step is in the growth from every count to the next; what is
/// made once, or is not collected yet, is in one or two of them.
const COUNTS: usize = 9;

/// Moves the slider over all years, there and back again, a year in each frame.
const SWEEP: &str = r#"
    return (async () => {
        const slider = pick("input[type=range]");
        const [first, last] = [Number(slider.min), Number(slider.max)];
        for (let step = 0; step < rest[0]; step++) {
            const way = step % (2 * (last - first));
            slider.value = String(first + Math.min(way, 2 * (last - first) - way));
            slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
            await new Promise((done) => requestAnimationFrame(done));
        }
        slider.value = String(last);
        slider.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    })();
"#;

/// Loads an address and moves its slider for about 4,600 steps.
///
/// # Errors
///
/// When the page does not load, or has no WebAssembly memory that can be seen.
pub async fn heap_growth(page: &Page, address: &str) -> Result<Growth> {
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_MEMORIES })).await?;
    // Two addresses that differ by their fragment are one document.
    page.goto("claims.html").await?;
    page.goto(address).await?;
    page.texts_ready().await?;
    page.script(SWEEP, vec![json!(ONCE)]).await?;
    size(page).await?;
    let first = pages(page).await?;
    page.script(SWEEP, vec![json!(ONCE * WARM_UP)]).await?;
    let warm = pages(page).await?;
    let mut sizes = vec![size(page).await?];
    for _ in 0..COUNTS {
        page.script(SWEEP, vec![json!(ONCE * BETWEEN)]).await?;
        sizes.push(size(page).await?);
    }
    let last = pages(page).await?;
    let mut grown: Vec<f64> = sizes.windows(2).map(|pair| pair[1] - pair[0]).collect();
    grown.sort_by(f64::total_cmp);
    let median = grown.get(COUNTS / 2).copied().unwrap_or(f64::NAN);
    Ok(Growth {
        bytes: median * 1000.0 / f64::from(ONCE * BETWEEN),
        pages_after_first: last - first,
        pages_after_warm_up: last - warm,
    })
}

/// Bytes of the heap, once the page is at rest and garbage is collected.
async fn size(page: &Page) -> Result<f64> {
    sleep(Duration::from_millis(600)).await;
    // What one collection sets free may hold what the next one does.
    for _ in 0..4 {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    page.cdp("Runtime.getHeapUsage", json!({})).await?["usedSize"].as_f64().context("the browser told no size")
}

/// Pages of 64 KiB of all WebAssembly memories of the page.
async fn pages(page: &Page) -> Result<f64> {
    let bytes =
        "window.memories().length ? window.memories().reduce((sum, it) => sum + it.buffer.byteLength, 0) : null";
    let bytes = page.eval(bytes).await?.as_f64().context("the page has no WebAssembly memory that can be seen")?;
    Ok(bytes / 65_536.0)
}
