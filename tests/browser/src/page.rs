//! The page as a test sees it.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use fantoccini::Client;
use serde_json::{Value, json};
use tokio::time::sleep;
use xtask::server::Running;
use zbus::Connection;

use crate::driver::Driver;
use crate::outcome::left_out;
use crate::processes::{self, Process};
use crate::wire::Wire;
use crate::{Engine, frame};

/// How long anything on the page is waited for, unless a test says otherwise.
const PATIENCE: Duration = Duration::from_secs(40);

/// How long a page in a frame may take to load.
const PATIENCE_IN_FRAME: Duration = Duration::from_secs(60);

/// Centimetres to an inch.
const INCH: f64 = 2.54;

/// What every script finds: the element, its shadow root, how to pick in either, and the pixels of any canvas.
pub const PRELUDE: &str = r#"
    const view = document.querySelector("detente-view"), root = view?.shadowRoot ?? document;
    const pick = (selector) => {
        const found = root.querySelector(selector) ?? document.querySelector(selector);
        if (!found) throw new Error(`there is no ${selector} on the page`);
        return found;
    };
    const pixels = (canvas, left = 0, top = 0, width = canvas.width, height = canvas.height) => {
        const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, -left, -top);
        return copy.getImageData(0, 0, width, height).data;
    };
    const rest = [...arguments];
"#;

/// A page in a browser of its own.
pub struct Page {
    client: Client,
    server: Running,
    /// Whether the page lies in a frame as large as the screen, because the window cannot be that narrow.
    framed: bool,
    /// What assistive technology listens to, where it is a bus of the desktop.
    bus: Option<Connection>,
    // Last: it ends the browser.
    driver: Driver,
}

/// Where an element is, in CSS pixels of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Bounds {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Bounds {
    /// Its middle.
    pub fn centre(self) -> (f64, f64) {
        self.at(0.5, 0.5)
    }

    /// A point inside it, by shares of its width and height.
    pub fn at(self, across: f64, down: f64) -> (f64, f64) {
        (self.left + self.width * across, self.top + self.height * down)
    }
}

impl Page {
    pub(crate) const fn new(
        client: Client,
        server: Running,
        driver: Driver,
        bus: Option<Connection>,
        framed: bool,
    ) -> Self {
        Self { client, server, framed, bus, driver }
    }

    pub(crate) const fn bus(&self) -> Option<&Connection> {
        self.bus.as_ref()
    }

    /// The engine that shows it.
    pub const fn engine(&self) -> Engine {
        self.driver.engine
    }

    pub(crate) const fn is_framed(&self) -> bool {
        self.framed
    }

    /// The WebDriver client, for what is not wrapped here.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// The server: what it was asked for, and what it shall answer.
    pub const fn server(&self) -> &Running {
        &self.server
    }

    // --- where to look --------------------------------------------------------------------------

    /// Goes to an address below the page's own, such as `#year=1972` or `embed.html`.
    pub async fn goto(&self, address: &str) -> Result<()> {
        let url = format!("{}{address}", self.server.url());
        if self.framed {
            return self.goto_in_frame(&url).await;
        }
        // Two addresses that differ by their fragment are one document; the driver of WebKitGTK would load it anew.
        if self.engine() == Engine::Webkit && url.contains('#') {
            let stay = "const [now, then] = [location.href, rest[0]].map((address) => address.split('#')[0]);
                if (now === then) location.href = rest[0];
                return now === then;";
            if self.script(stay, vec![json!(url)]).await? == json!(true) {
                return Ok(());
            }
        }
        Ok(self.client.goto(&url).await?)
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Result<()> {
        if self.framed {
            self.script("window.isOld = true; location.reload();", Vec::new()).await?;
            return self.loaded_in_frame(None).await;
        }
        Ok(self.client.refresh().await?)
    }

    /// Goes back in the history.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client.back().await?)
    }

    /// The address below the page's own.
    pub async fn address(&self) -> Result<String> {
        // The driver tells the address of the window, and not of the frame in it.
        let url = if self.framed {
            self.eval("location.href").await?.as_str().unwrap_or_default().to_owned()
        } else {
            self.client.current_url().await?.to_string()
        };
        Ok(url.strip_prefix(&self.server.url()).unwrap_or(&url).to_owned())
    }

    /// Waits until the view has drawn its first frame and has its late part; an error if it says that it cannot.
    pub async fn ready(&self) -> Result<()> {
        self.first_frame().await?;
        self.wait_until("view.dataset.late === 'ready'").await
    }

    /// Waits until the view has drawn its first frame; an error if it says that it cannot.
    pub async fn first_frame(&self) -> Result<()> {
        self.wait_until("['ready', 'failed'].includes(view?.dataset.state)").await?;
        let said = self
            .eval("view?.dataset.state !== 'failed' ? null : root.querySelector('[role=alert]')?.textContent ?? ''")
            .await?;
        match said.as_str() {
            None => Ok(()),
            Some(said) => bail!("the view has failed: {said}"),
        }
    }

    /// Waits until the long texts have come as well.
    pub async fn texts_ready(&self) -> Result<()> {
        self.wait_until("view?.dataset.texts === 'ready'").await
    }

    // --- JavaScript -----------------------------------------------------------------------------

    /// The value of an expression; a promise is waited for.
    pub async fn eval(&self, expression: &str) -> Result<Value> {
        self.script(&format!("return ({expression});"), Vec::new()).await
    }

    /// Runs statements; their arguments are in `rest`.
    pub async fn script(&self, statements: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!("{PRELUDE}\n{statements}");
        self.client.execute(&script, arguments).await.with_context(|| format!("in `{}`", statements.trim()))
    }

    /// Waits until an expression is true. One that throws is not true yet: what it asks of may still be to come.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        self.wait_as_long_as(PATIENCE, expression).await
    }

    /// Waits no longer than so long until an expression is true. What the console said meanwhile is in the error.
    pub async fn wait_as_long_as(&self, patience: Duration, expression: &str) -> Result<()> {
        let start = Instant::now();
        let asked = format!("try {{ return ({expression}); }} catch (error) {{ return String(error); }}");
        loop {
            let last = self.script(&asked, Vec::new()).await?;
            if last == json!(true) {
                return Ok(());
            }
            if start.elapsed() > patience {
                let console = self.console().await.unwrap_or_default().join("\n");
                bail!("waited {patience:?} in vain for `{expression}`, which is {last}; the console says: {console:?}");
            }
            sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits for what takes long: until an expression is true, or tells by a text what went wrong. It is asked seldom,
    /// because asking makes garbage.
    pub(crate) async fn wait_seldom(&self, patience: Duration, expression: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            match self.eval(expression).await? {
                Value::Bool(true) => return Ok(()),
                Value::String(wrong) => bail!("{wrong}"),
                _ if start.elapsed() > patience => bail!("waited {patience:?} in vain for `{expression}`"),
                _ => sleep(Duration::from_millis(250)).await,
            }
        }
    }

    /// A command of the Chrome `DevTools` Protocol, which other engines do not have.
    pub async fn cdp(&self, command: &str, params: Value) -> Result<Value> {
        if self.engine() != Engine::Chromium {
            return Err(left_out(format!("{command} is a command of Chromium's own protocol")));
        }
        self.client.issue_cmd(Wire::cdp(command, &params)).await.with_context(|| format!("{command} failed"))
    }

    /// Runs statements in Firefox itself and not in its page; their arguments are in `rest`, the page's tab in `browser`.
    pub(crate) async fn in_firefox(&self, statements: &str, arguments: Vec<Value>) -> Result<Value> {
        const FIND: &str = "const rest = [...arguments];
            const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
            const browser = gBrowser.selectedBrowser;";
        self.client.issue_cmd(Wire::context("chrome")).await.context("Firefox lets nobody in")?;
        let result = self.client.execute(&format!("{FIND}\n{statements}"), arguments).await;
        self.client.issue_cmd(Wire::context("content")).await?;
        result.with_context(|| format!("in Firefox, `{}`", statements.trim()))
    }

    /// The page as a PDF on sheets of that size in inches, as the browser prints it by itself.
    pub async fn print(&self, (width, height): (f64, f64)) -> Result<Vec<u8>> {
        if self.engine() == Engine::Webkit {
            return Err(left_out("WebKitWebDriver has no command to print"));
        }
        let printed = self.client.issue_cmd(Wire::print(width * INCH, height * INCH)).await?;
        let data = printed.as_str().context("the browser sent no PDF")?;
        base64::engine::general_purpose::STANDARD.decode(data).context("the browser sent no readable PDF")
    }

    /// What a traced visit has traced; it can be taken once.
    ///
    /// Each entry is an event of Chromium's trace format, with times in microseconds.
    pub async fn take_trace(&self) -> Result<Vec<Value>> {
        let lines = self.client.issue_cmd(Wire::take_log("performance")).await.context("cannot read the trace")?;
        let Value::Array(lines) = lines else { bail!("a log is a list") };
        let mut events = Vec::new();
        for line in lines {
            let mut line: Value = serde_json::from_str(line["message"].as_str().unwrap_or_default())?;
            if line["message"]["method"] == "Tracing.dataCollected" {
                events.push(line["message"]["params"].take());
            }
        }
        Ok(events)
    }

    /// What the processes of the browser have used since they were started.
    pub fn processes(&self) -> Result<Vec<Process>> {
        processes::below(self.driver.id())
    }

    // --- elements, by selector ------------------------------------------------------------------

    /// How many there are in the view's shadow root.
    pub async fn count(&self, selector: &str) -> Result<u64> {
        let count = self.script("return root.querySelectorAll(rest[0]).length;", vec![json!(selector)]).await?;
        count.as_u64().context("a count is a number")
    }

    /// Its text, with runs of white space made one.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let text = self.ask(selector, "it.textContent.replace(/\\s+/g, ' ').trim()").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The texts of all that there are in the view's shadow root.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let all =
            "return [...root.querySelectorAll(rest[0])].map((it) => it.textContent.replace(/\\s+/g, ' ').trim());";
        serde_json::from_value(self.script(all, vec![json!(selector)]).await?).context("texts are strings")
    }

    /// An attribute of it, if it has that.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        let script = "return pick(rest[0]).getAttribute(rest[1]);";
        let value = self.script(script, vec![json!(selector), json!(name)]).await?;
        Ok(value.as_str().map(String::from))
    }

    /// The value of an expression about `it`, the first element that fits.
    pub async fn ask(&self, selector: &str, expression: &str) -> Result<Value> {
        self.script(&format!("const it = pick(rest[0]); return ({expression});"), vec![json!(selector)]).await
    }

    /// Whether it is there and shown.
    pub async fn shows(&self, selector: &str) -> Result<bool> {
        let script = "const it = root.querySelector(rest[0]) ?? document.querySelector(rest[0]); \
                      return Boolean(it?.checkVisibility({ visibilityProperty: true }));";
        Ok(self.script(script, vec![json!(selector)]).await? == json!(true))
    }

    /// Where it is.
    pub async fn bounds(&self, selector: &str) -> Result<Bounds> {
        self.place(selector, "").await
    }

    /// Where it is after scrolling it into view.
    pub async fn reach(&self, selector: &str) -> Result<Bounds> {
        self.place(selector, "it.scrollIntoView({ block: 'nearest', behavior: 'instant' });").await
    }

    /// Gives it the focus.
    pub async fn focus(&self, selector: &str) -> Result<()> {
        self.script("pick(rest[0]).focus();", vec![json!(selector)]).await.map(drop)
    }

    async fn place(&self, selector: &str, before: &str) -> Result<Bounds> {
        let script = format!(
            "const it = pick(rest[0]); {before} const box = it.getBoundingClientRect();
             return [box.left, box.top, box.width, box.height];"
        );
        let numbers = self.script(&script, vec![json!(selector)]).await?;
        let [left, top, width, height] = serde_json::from_value(numbers).context("a place is four numbers")?;
        Ok(Bounds { left, top, width, height })
    }
}

/// A page in a frame, see [`frame`].
impl Page {
    /// Goes to an address in the frame, and into the frame.
    async fn goto_in_frame(&self, url: &str) -> Result<()> {
        self.client.clone().enter_parent_frame().await?;
        if self.script("return location.pathname;", Vec::new()).await? != json!(frame::AROUND) {
            self.client.goto(&format!("{}{}", self.server.url(), &frame::AROUND[1..])).await?;
        }
        // Two addresses that differ by their fragment are one document, as they are in a window.
        let go = "const frame = document.querySelector('iframe');
            const [now, then] = [frame.contentWindow.location.href, rest[0]].map((address) => address.split('#')[0]);
            if (now === then) frame.contentWindow.location.href = rest[0];
            else if (now === 'about:blank') frame.src = rest[0];
            else frame.contentWindow.location.assign(rest[0]);";
        self.script(go, vec![json!(url)]).await?;
        self.loaded_in_frame(Some(url)).await
    }

    /// Waits in the frame until its page has loaded.
    async fn loaded_in_frame(&self, url: Option<&str>) -> Result<()> {
        let start = Instant::now();
        let there = "return document.readyState === 'complete' && !window.isOld
            && (rest[0] === null || location.href.split('#')[0] === rest[0].split('#')[0]);";
        loop {
            // While a page gives way to the next, the frame is none.
            self.client.clone().enter_parent_frame().await?;
            if self.client.clone().enter_frame(0).await.is_ok()
                && self.script(there, vec![json!(url)]).await.is_ok_and(|there| there == json!(true))
            {
                return Ok(());
            }
            if start.elapsed() > PATIENCE_IN_FRAME {
                bail!("{} does not load in the frame", url.unwrap_or("the page"));
            }
            sleep(Duration::from_millis(30)).await;
        }
    }
}
