//! What the page complains about.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::wire::Wire;
use crate::{Engine, Page};

/// How long a line that was said may take to be printed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Firefox's own list of errors: of scripts, and of what a policy forbade.
const ERRORS: &str = "
    const all = Services.console.getMessageArray().filter((it) => it instanceof Ci.nsIScriptError);
    Services.console.reset();
    return all.filter((it) => /^(content|CSP|Content Security Policy|SRI)/.test(it.category) && !(it.flags & it.infoFlag))
        .filter((it) => it.category !== 'content javascript' || !(it.flags & it.warningFlag))
        .map((it) => `${it.category}: ${it.errorMessage}`);
";

impl Page {
    /// Errors and warnings on the console since the last time; what the page's policy forbade is among them.
    pub async fn console(&self) -> Result<Vec<String>> {
        match self.engine() {
            Engine::Chromium => self.log_of_chromium().await,
            Engine::Firefox => self.lines_of_firefox().await,
            // Its driver has no log and its private sessions print none: the page's first script tells the server.
            Engine::Webkit => {
                sleep(Duration::from_millis(50)).await;
                Ok(self.server().take_notes())
            }
        }
    }

    async fn log_of_chromium(&self) -> Result<Vec<String>> {
        let lines = self.client().issue_cmd(Wire::take_log("browser")).await.context("cannot read the console")?;
        let loud = |line: &&Value| matches!(line["level"].as_str(), Some("SEVERE" | "WARNING"));
        let text = |line: &Value| line["message"].as_str().unwrap_or_default().to_owned();
        Ok(lines.as_array().into_iter().flatten().filter(loud).map(text).collect())
    }

    /// What the page said is among what Firefox prints; errors are in a list of its own.
    async fn lines_of_firefox(&self) -> Result<Vec<String>> {
        static MARK: AtomicUsize = AtomicUsize::new(0);
        let errors = self.in_firefox(ERRORS, Vec::new()).await?;
        let mut lines: Vec<String> = serde_json::from_value(errors).context("errors are strings")?;
        let mark = format!("nothing further up to {}", MARK.fetch_add(1, Ordering::Relaxed));
        self.script("console.log(rest[0]);", vec![json!(mark)]).await?;
        let start = Instant::now();
        loop {
            let printed = self.driver().printed.since(self.taken());
            if let Some(end) = printed.iter().position(|line| line.contains(&mark)) {
                let loud = |line: &&String| line.starts_with("console.error:") || line.starts_with("console.warn:");
                lines.extend(printed[..end].iter().filter(loud).cloned());
                self.take(end + 1);
                return Ok(lines);
            }
            if start.elapsed() > PATIENCE {
                bail!("Firefox does not print what its console is told");
            }
            sleep(Duration::from_millis(10)).await;
        }
    }
}
