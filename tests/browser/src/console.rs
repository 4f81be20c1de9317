//! What the page complains about.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::Value;
use tokio::time::sleep;

use crate::wire::Wire;
use crate::{Engine, Page};

/// How long what the page's first script tells may be under way to the server.
const UNDER_WAY: Duration = Duration::from_millis(50);

/// Firefox's own list of errors: of scripts, and of what a policy forbade.
const ERRORS: &str = "
    const all = Services.console.getMessageArray().filter((it) => it instanceof Ci.nsIScriptError);
    Services.console.reset();
    return all.filter((it) => /^(content javascript|CSP|Content Security Policy|SRI)/.test(it.category))
        .filter((it) => !(it.flags & (it.infoFlag | it.warningFlag)) || !it.category.startsWith('content'))
        .map((it) => `${it.category}: ${it.errorMessage}`);
";

impl Page {
    /// Errors and warnings on the console since the last time; what the page's policy forbade is among them.
    ///
    /// Chromium's driver has a log. Those of Firefox and `WebKitGTK` have none, and what they print is mixed with the
    /// browser's own: there the page's first script tells the server.
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.engine() == Engine::Chromium {
            return self.log_of_chromium().await;
        }
        sleep(UNDER_WAY).await;
        let mut lines = self.server().take_notes();
        if self.engine() == Engine::Firefox {
            let errors = self.in_firefox(ERRORS, Vec::new()).await?;
            let errors: Vec<String> = serde_json::from_value(errors).context("errors are strings")?;
            // That a policy forbids the first script is not the page's fault.
            lines.extend(errors.into_iter().filter(|line| !line.contains("/-/")));
        }
        Ok(lines)
    }

    async fn log_of_chromium(&self) -> Result<Vec<String>> {
        let lines = self.client().issue_cmd(Wire::take_log("browser")).await.context("cannot read the console")?;
        let loud = |line: &&Value| matches!(line["level"].as_str(), Some("SEVERE" | "WARNING"));
        let text = |line: &Value| line["message"].as_str().unwrap_or_default().to_owned();
        Ok(lines.as_array().into_iter().flatten().filter(loud).map(text).collect())
    }
}
