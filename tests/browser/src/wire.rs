//! The commands of drivers that `fantoccini` does not have, most of them beyond the WebDriver standard.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command of one driver: where below the session, and what is sent.
#[derive(Debug)]
pub(crate) struct Wire {
    path: &'static str,
    body: Value,
}

impl Wire {
    /// A command of the Chrome `DevTools` Protocol.
    pub(crate) fn cdp(command: &str, params: &Value) -> Self {
        Self { path: "goog/cdp/execute", body: json!({ "cmd": command, "params": params }) }
    }

    /// Takes what Chromium's log has taken down since the last time: `browser` is the console, `performance` the trace.
    pub(crate) fn take_log(log: &str) -> Self {
        Self { path: "se/log", body: json!({ "type": log }) }
    }

    /// Where scripts run in Firefox from now on: `content` is the page, `chrome` the browser itself.
    pub(crate) fn context(context: &str) -> Self {
        Self { path: "moz/context", body: json!({ "context": context }) }
    }

    /// Prints the page on sheets of that size, in centimetres, as a PDF in base 64.
    pub(crate) fn print(width: f64, height: f64) -> Self {
        Self { path: "print", body: json!({ "page": { "width": width, "height": height }, "background": false }) }
    }
}

impl WebDriverCompatibleCommand for Wire {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
