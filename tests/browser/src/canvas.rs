//! Colours on the canvases, and pictures of the page.

use anyhow::{Context as _, Result};
use base64::Engine as _;
use serde_json::{Value, json};

use crate::Page;

/// Red, green, blue, opacity.
pub type Rgba = [u8; 4];

/// All canvases under each point, one upon the other, over the first ground that is not transparent. Points are
/// in CSS pixels from the top left of the first canvas found.
const LOOK: &str = r#"
    const [selector, points] = rest;
    const all = [...root.querySelectorAll("canvas")];
    const origin = pick(selector).getBoundingClientRect();
    let behind = pick(selector), ground = "rgba(0, 0, 0, 0)";
    const clear = (color) => /^rgba\(.*, 0\)$|^transparent$/.test(color);
    while (behind && clear(ground)) {
        ground = getComputedStyle(behind).backgroundColor;
        behind = behind.assignedSlot ?? behind.parentElement ?? behind.getRootNode().host;
    }
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    return points.map(([x, y]) => {
        context.fillStyle = clear(ground) ? "white" : ground;
        context.fillRect(0, 0, 1, 1);
        for (const canvas of all) {
            const box = canvas.getBoundingClientRect();
            const [left, top] = [origin.left + x - box.left, origin.top + y - box.top];
            if (left < 0 || top < 0 || left >= box.width || top >= box.height) continue;
            const column = Math.floor(left * canvas.width / box.width);
            const row = Math.floor(top * canvas.height / box.height);
            context.drawImage(canvas, column, row, 1, 1, 0, 0, 1, 1);
        }
        return [...context.getImageData(0, 0, 1, 1).data];
    });
"#;

/// Counts from now on, in `window.drawn`, how often each canvas is drawn, by the id of its view and its class: here,
/// by the worker, and by a finished bitmap.
const COUNT: &str = r#"
    window.drawn = {};
    const note = (canvas) => {
        const name = `${canvas?.getRootNode().host?.id ?? ""} ${canvas?.className ?? ""}`.trim();
        window.drawn[name] = (window.drawn[name] ?? 0) + 1;
    };
    const before = (type, name, first) => {
        const call = type.prototype[name];
        type.prototype[name] = function (...all) { first(this, ...all); return call.apply(this, all); };
    };
    before(CanvasRenderingContext2D, "clearRect", (context) => note(context.canvas));
    before(ImageBitmapRenderingContext, "transferFromImageBitmap", (context) => note(context.canvas));
    const given = new Map(), canvases = new Map();
    const transfer = HTMLCanvasElement.prototype.transferControlToOffscreen;
    HTMLCanvasElement.prototype.transferControlToOffscreen = function () {
        const to = transfer.call(this);
        given.set(to, this);
        return to;
    };
    before(Worker, "postMessage", (worker, order) => {
        if (order.canvas) canvases.set(order.id, given.get(order.canvas));
        if (order.picture) note(canvases.get(order.id));
    });
"#;

impl Page {
    /// Counts from now on how often each canvas is drawn: `window.drawn["v1 marks"]` for the marks of the view `v1`, or
    /// `"v1 offstage"` while the worker draws them.
    pub async fn count_drawn(&self) -> Result<()> {
        self.script(COUNT, Vec::new()).await.map(drop)
    }

    /// The colour at a point, in CSS pixels from the top left of the canvas that `selector` names.
    pub async fn pixel(&self, selector: &str, x: f64, y: f64) -> Result<Rgba> {
        Ok(self.pixels(selector, &[(x, y)]).await?[0])
    }

    /// The colours at several points.
    pub async fn pixels(&self, selector: &str, points: &[(f64, f64)]) -> Result<Vec<Rgba>> {
        let colors = self.script(LOOK, vec![json!(selector), json!(points)]).await?;
        serde_json::from_value(colors).context("the page told no colours")
    }

    /// A PNG of what the window shows.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        Ok(self.client().screenshot().await?)
    }

    /// A PNG of the page from top to bottom.
    pub async fn full_screenshot(&self) -> Result<Vec<u8>> {
        let metrics = self.cdp("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        let params = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let shot = self.cdp("Page.captureScreenshot", params).await?;
        let data = shot["data"].as_str().context("the browser sent no picture")?;
        base64::engine::general_purpose::STANDARD.decode(data).context("the browser sent no readable picture")
    }

    /// Figures of the browser's own about its work so far, such as `TaskDuration` in seconds of processor time.
    pub async fn metrics(&self) -> Result<std::collections::BTreeMap<String, f64>> {
        let answer = self.cdp("Performance.getMetrics", json!({})).await?;
        let metrics = answer["metrics"].as_array().context("the browser told no figures")?;
        let figure = |metric: &Value| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?));
        Ok(metrics.iter().filter_map(figure).collect())
    }
}
