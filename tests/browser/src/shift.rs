//! How far what is shown is moved by what comes after it.

use anyhow::Result;
use serde_json::json;

use crate::Page;

/// Something that moved although nobody had touched the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// Chromium's score: the share of the window that moved, times the share of it by which.
    pub score: f64,
    /// What moved, from where to where.
    pub what: String,
}

/// Keeps every shift of a new page.
const WATCH: &str = r"
    window.shifts = [];
    new PerformanceObserver((list) => {
        const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
        const name = (node) => node ? `${node.nodeName.toLowerCase()}.${node.className ?? ''}` : 'something';
        for (const { value, sources } of list.getEntries()) {
            window.shifts.push([value, sources.map(({ node, previousRect, currentRect }) =>
                `${name(node)} from ${box(previousRect)} to ${box(currentRect)}`).join('; ')]);
        }
    }).observe({ type: 'layout-shift', buffered: true });
";

/// Loads an address slowly enough for every part to come by itself, and tells what moved until two seconds after all of
/// it was there.
///
/// # Errors
///
/// When it does not load.
pub async fn layout_shift(page: &Page, address: &str) -> Result<Vec<Shift>> {
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    page.cdp("Network.emulateNetworkConditions", slow).await?;
    let script = page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    // Two addresses that differ by their fragment are one document.
    page.goto("icon.svg").await?;
    page.goto(address).await?;
    page.texts_ready().await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let shifts = page.eval("window.shifts").await?;
    page.cdp("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] })).await?;
    let shift = |entry: &serde_json::Value| Shift {
        score: entry[0].as_f64().unwrap_or(f64::NAN),
        what: entry[1].as_str().unwrap_or_default().to_owned(),
    };
    Ok(shifts.as_array().into_iter().flatten().map(shift).collect())
}
