//! A visit to the page: a server, a browser, a reader, and what they do there.

use std::env;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use xtask::server::{Overrides, Response, Server};
use xtask::site::Site;
use zbus::Connection;

use crate::driver::{Driver, Reader};
use crate::outcome::{self, LeftOut};
use crate::watch::run_first;
use crate::{Engine, Media, Page, Screen, bus, frame};

/// The strictest policy under which the page has to work, and under which it is tested.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types detente-view";

/// The header with the policy.
pub const POLICY: &str = "Content-Security-Policy";

/// How long a browser may take to start, and how often it is started.
const PATIENCE: Duration = Duration::from_secs(60);
const ATTEMPTS: usize = 2;

/// How Chromium is started. Background work of its own would only disturb.
const FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--lang=en",
];

const FASTEST: &str = "--disable-frame-rate-limit";
const INTERPRETED: &str = "--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode";

/// A visit that is being planned.
#[derive(Clone, Debug)]
pub struct Visit {
    address: String,
    screen: Screen,
    media: Media,
    overrides: Overrides,
    site: Option<Site>,
    allowed: Vec<String>,
    ready: bool,
    traced: Option<&'static str>,
    flags: Vec<&'static str>,
    engine: Option<Engine>,
    only_in: Option<(&'static [Engine], &'static str)>,
    first: Vec<String>,
    assisted: bool,
    watched: bool,
}

impl Visit {
    /// To an address below the page's own: the empty string, `#year=1972`, `embed.html`. At a desk, in the light.
    pub fn to(address: &str) -> Self {
        Self {
            address: address.into(),
            screen: Screen::DESK,
            media: Media::default(),
            overrides: Overrides::default().with_header(POLICY, STRICT_POLICY),
            site: None,
            allowed: Vec::new(),
            ready: true,
            traced: None,
            flags: Vec::new(),
            engine: None,
            only_in: None,
            first: Vec::new(),
            assisted: false,
            watched: false,
        }
    }

    /// On another screen.
    #[must_use]
    pub const fn on(mut self, screen: Screen) -> Self {
        self.screen = screen;
        self
    }

    /// With other wishes of the reader's system.
    #[must_use]
    pub const fn with_media(mut self, media: Media) -> Self {
        self.media = media;
        self
    }

    /// Under another policy, or none.
    #[must_use]
    pub fn under_policy(mut self, policy: Option<&str>) -> Self {
        self.overrides.headers.remove(POLICY);
        if let Some(policy) = policy {
            self.overrides = self.overrides.with_header(POLICY, policy);
        }
        self
    }

    /// With another response for one path, such as `/detente_bg.wasm`.
    #[must_use]
    pub fn answering(mut self, path: &str, response: Response) -> Self {
        self.overrides = self.overrides.with_response(path, response);
        self
    }

    /// With a path that is not answered until other overrides are set.
    #[must_use]
    pub fn holding(mut self, path: &str) -> Self {
        self.overrides = self.overrides.with_held(path);
        self
    }

    /// To another page than the built one.
    #[must_use]
    pub fn of_site(mut self, site: Site) -> Self {
        self.site = Some(site);
        self
    }

    /// Forgives complaints on the console that contain this.
    #[must_use]
    pub fn forgiving(mut self, part: &str) -> Self {
        self.allowed.push(part.into());
        self
    }

    /// Does not wait until the view is ready, because it shall never be, or is not there.
    #[must_use]
    pub const fn not_waiting(mut self) -> Self {
        self.ready = false;
        self
    }

    /// Traces these categories of Chromium's, separated by commas, from the start of the browser on.
    #[must_use]
    pub const fn traced(mut self, categories: &'static str) -> Self {
        self.traced = Some(categories);
        self
    }

    /// In Chromium draws frames as fast as they are ready, in the place of 60 a second, and compiles no script: compiled
    /// code comes and goes as the engine likes, and would hide how memory grows. In `WebKitGTK` draws without what stands in
    /// for a graphics processor.
    #[must_use]
    pub fn to_watch_memory(mut self) -> Self {
        self.watched = true;
        self.flags.extend([FASTEST, "--disable-gpu-vsync", INTERPRETED]);
        self
    }

    /// In this engine, whatever the tests run in.
    #[must_use]
    pub const fn in_engine(mut self, engine: Engine) -> Self {
        self.engine = Some(engine);
        self
    }

    /// In these engines alone; in others it is left out, for this reason.
    #[must_use]
    pub const fn only_in(mut self, engines: &'static [Engine], reason: &'static str) -> Self {
        self.only_in = Some((engines, reason));
        self
    }

    /// Runs a script in every page before the page's own.
    #[must_use]
    pub fn running_first(mut self, script: &str) -> Self {
        self.first.push(script.into());
        self
    }

    /// By a reader whose assistive technology listens to what the browser tells.
    #[must_use]
    pub const fn with_assistive_technology(mut self) -> Self {
        self.assisted = true;
        self
    }

    /// Opens the page and leaves it to the caller; it ends when it is dropped.
    pub async fn open(self) -> Result<Page> {
        let engine = self.engine.map_or_else(Engine::chosen, Ok)?;
        let framed = engine == Engine::Webkit && self.screen.width < Screen::NARROWEST;
        let (site, overrides) = self.served(engine, framed)?;
        let server = Server::bind(0)?.start(site, overrides)?;
        let mut begun = self.begin(engine).await;
        for _ in 1..ATTEMPTS {
            if begun.is_ok() {
                break;
            }
            begun = self.begin(engine).await;
        }
        let (client, driver, bus) = begun?;
        let minute = Some(Duration::from_secs(60));
        client.update_timeouts(TimeoutConfiguration::new(minute, minute, None)).await?;
        let page = Page::new(client, server, driver, bus, framed);
        if framed {
            page.client().set_window_size(Screen::NARROWEST, self.screen.height + 100).await?;
        } else {
            page.set_screen(self.screen).await?;
        }
        page.set_media(self.media).await?;
        page.goto(&self.address).await?;
        if self.ready {
            page.ready().await?;
        }
        Ok(page)
    }

    /// A browser, and the driver that rules it.
    async fn begin(&self, engine: Engine) -> Result<(Client, Driver, Option<Connection>)> {
        let reader = Reader { screen: self.screen, media: self.media, assisted: self.assisted, watched: self.watched };
        let mut driver = Driver::start(engine, reader)?;
        let bus = match driver.bus() {
            Some(address) => Some(bus::listen(address).await?),
            None => None,
        };
        let capabilities = self.capabilities(&driver)?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        // A driver whose browser has ended before it was there waits for it for ever.
        let url = driver.url();
        let client = tokio::time::timeout(PATIENCE, builder.capabilities(capabilities).connect(&url)).await;
        let client = client.context("it takes too long")?.with_context(|| format!("{engine} does not start"))?;
        driver.has(client.session_id().await?.context("the browser has no session")?);
        Ok((client, driver, bus))
    }

    /// What the server has, for an engine.
    fn served(&self, engine: Engine, framed: bool) -> Result<(Site, Overrides)> {
        let mut site = self.site.clone().map_or_else(built_site, Ok)?;
        let mut overrides = self.overrides.clone();
        // Only Chromium's driver tells what is on the console.
        let watch = engine != Engine::Chromium;
        if watch || !self.first.is_empty() {
            run_first(&mut site, &mut overrides, watch, &self.first);
        }
        if framed {
            overrides = overrides.with_response(frame::AROUND, frame::around(self.screen));
        }
        Ok((site, overrides))
    }

    /// What the driver is asked for.
    fn capabilities(&self, driver: &Driver) -> Result<Map<String, Value>> {
        let browser = &driver.programs.browser;
        let capabilities = match driver.engine {
            Engine::Chromium => {
                let own = [
                    format!("--user-data-dir={}", driver.profile().display()),
                    format!("--window-size={},{}", self.screen.width, self.screen.height),
                ];
                let args: Vec<String> = FLAGS.iter().chain(&self.flags).map(ToString::to_string).chain(own).collect();
                let mut capabilities = json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "args": args, "binary": browser },
                    "goog:loggingPrefs": { "browser": "ALL" },
                });
                if let Some(categories) = self.traced {
                    capabilities["goog:loggingPrefs"]["performance"] = json!("ALL");
                    capabilities["goog:chromeOptions"]["perfLoggingPrefs"] =
                        json!({ "enableNetwork": false, "enablePage": false, "traceCategories": categories });
                }
                capabilities
            }
            Engine::Firefox => {
                let settings = json!({ "intl.accept_languages": "en" });
                let options = json!({ "binary": browser, "args": ["-headless"], "prefs": settings });
                json!({ "browserName": "firefox", "moz:firefoxOptions": options })
            }
            Engine::Webkit => {
                let options = json!({ "binary": browser, "args": ["--automation"] });
                json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options })
            }
        };
        let Value::Object(capabilities) = capabilities else { bail!("capabilities are an object") };
        Ok(capabilities)
    }

    /// Why this cannot be done in an engine, if so.
    fn cannot_run_in(&self, engine: Engine) -> Option<String> {
        if let Some((_, reason)) = self.only_in.filter(|(engines, _)| !engines.contains(&engine)) {
            return Some(reason.to_owned());
        }
        let is_traced = self.traced.is_some() || !self.flags.is_empty();
        (is_traced && engine != Engine::Chromium).then(|| "it is measured by means of Chromium's own".to_owned())
    }

    /// Opens the page, does something there, and fails if that failed or the page complained on its console. What the
    /// engine does not have is left out, and noted with the reason.
    pub async fn run(self, work: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
        let engine = self.engine.map_or_else(Engine::chosen, Ok)?;
        let start = Instant::now();
        if let Some(reason) = self.cannot_run_in(engine) {
            outcome::note(engine, start, Some(reason));
            return Ok(());
        }
        match self.visit(work).await {
            Ok(()) => outcome::note(engine, start, None),
            Err(error) => match error.downcast_ref::<LeftOut>() {
                Some(LeftOut(reason)) => outcome::note(engine, start, Some(reason.clone())),
                None => return Err(error.context(format!("in {engine}"))),
            },
        }
        Ok(())
    }

    async fn visit(self, work: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
        let allowed = self.allowed.clone();
        let page = self.open().await?;
        let result = work(&page).await;
        let complaints = page.console().await;
        result?;
        let complaints = complaints?;
        let forgiven = |line: &&String| !allowed.iter().any(|part| line.contains(part.as_str()));
        let complaints: Vec<_> = complaints.iter().filter(forgiven).map(String::as_str).collect();
        if !complaints.is_empty() {
            bail!("the console says:\n{}", complaints.join("\n"));
        }
        Ok(())
    }
}

/// The built page.
pub fn built_site() -> Result<Site> {
    site_in("DETENTE_SITE", "dist", "`cargo xtask test --only browser`, or `cargo xtask dist` before")
}

/// The page as `cargo xtask serve` has it, with its modules as they are.
pub fn served_site() -> Result<Site> {
    site_in("DETENTE_MODULES", "target/site-modules", "`cargo xtask test --only site` before")
}

/// The page in the folder that a variable names, or in one of the repository's.
fn site_in(variable: &str, otherwise: &str, remedy: &str) -> Result<Site> {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("the tests lie inside the repository")?;
    let folder = env::var_os(variable).map_or_else(|| root.join(otherwise), PathBuf::from);
    if !folder.join("index.html").is_file() {
        bail!("there is no built page in {}: use {remedy}.", folder.display());
    }
    Site::read(&folder)
}
