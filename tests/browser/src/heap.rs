//! Whether memory grows while the slider is moved.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::json;
use tokio::time::sleep;

use crate::Page;

/// Notes in every new page, as `window.memories`, the memories that WebAssembly was given.
pub const WATCH_MEMORIES: &str = r"
    window.memories = new Set();
    const keep = (instance) => {
        for (const it of Object.values(instance.exports)) if (it instanceof WebAssembly.Memory) window.memories.add(it);
        return instance;
    };
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const call = WebAssembly[name];
        WebAssembly[name] = async (...rest) => {
            const made = await call(...rest);
            keep(made.instance ?? made);
            return made;
        };
    }
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (target, rest) => keep(Reflect.construct(target, rest)) });
";

/// By how much memory grew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// Bytes of the heap in 1,000 steps, after collecting garbage: the median of some hundreds of steps each.
    pub bytes: f64,
    /// Pages of 64 KiB of WebAssembly memory, since the first sweep over all years.
    pub pages: f64,
}

/// Steps before anything is counted, in which the browser gets to know the code.
const WARM_UP: u32 = 640;
/// Steps between two counts.
const STEPS: u32 = 960;
/// Counts after the first one.
const COUNTS: usize = 8;

/// Moves the slider over all years, there and back again, a year in each frame.
const SWEEP: &str = r#"
    return (async () => {
        const slider = pick("input[type=range]");
        const [first, last] = [Number(slider.min), Number(slider.max)];
        for (let step = 0; step < rest[0]; step++) {
            const way = step % (2 * (last - first));
            slider.value = String(first + Math.min(way, 2 * (last - first) - way));
            slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
            window.step?.();
            await new Promise((done) => requestAnimationFrame(done));
        }
        slider.value = String(last);
        slider.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    })();
"#;

/// Loads an address and moves its slider for about 2,200 steps.
///
/// # Errors
///
/// When the page does not load, or has no WebAssembly memory that can be seen.
pub async fn heap_growth(page: &Page, address: &str) -> Result<Growth> {
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_MEMORIES })).await?;
    page.goto("icon.svg").await?;
    page.goto(address).await?;
    page.texts_ready().await?;
    page.script(SWEEP, vec![json!(160)]).await?;
    let first_pages = pages(page).await?;
    page.script(SWEEP, vec![json!(WARM_UP)]).await?;
    let mut sizes = vec![size(page).await?];
    for _ in 0..COUNTS {
        page.script(SWEEP, vec![json!(STEPS)]).await?;
        sizes.push(size(page).await?);
    }
    let mut grown: Vec<f64> = sizes.windows(2).map(|pair| pair[1] - pair[0]).collect();
    grown.sort_by(f64::total_cmp);
    let median = grown.get(COUNTS / 2).copied().unwrap_or(f64::NAN);
    Ok(Growth { bytes: median * 1000.0 / f64::from(STEPS), pages: pages(page).await? - first_pages })
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
    let bytes = "window.memories.size ? [...window.memories].reduce((sum, it) => sum + it.buffer.byteLength, 0) : null";
    let bytes = page.eval(bytes).await?.as_f64().context("the page has no WebAssembly memory that can be seen")?;
    Ok(bytes / 65_536.0)
}
