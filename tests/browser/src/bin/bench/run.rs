//! What a run was made with: revision, engine, machine and how busy it was.

use anyhow::Result;
use detente_browser::Visit;
use serde_json::{Value, json};
use xtask::plan::Plan;

/// The description of a run that begins.
pub(crate) async fn describe(plan: &Plan) -> Result<Value> {
    let page = Visit::to("embed.html").not_waiting().open().await?;
    let engine = page.cdp("Browser.getVersion", json!({})).await?;
    Ok(json!({
        "revision": plan.revision,
        "against": plan.against.as_ref().map(|against| &against.revision),
        "rounds": plan.rounds,
        "engine": engine["product"],
        "cores": std::thread::available_parallelism()?.get(),
        "system": first_line("/proc/version").split(" (").next(),
        "processor": processor(),
        "load at the start": load(),
    }))
}

/// The mean numbers of processes that ran or waited for a processor, over 1, 5 and 15 minutes.
pub(crate) fn load() -> Value {
    let line = first_line("/proc/loadavg");
    line.split_whitespace().take(3).filter_map(|number| number.parse::<f64>().ok()).collect()
}

/// The description as a sentence.
pub(crate) fn sentence(run: &Value) -> String {
    let text = |name: &str| run[name].as_str().unwrap_or("unknown").to_owned();
    format!(
        "{} runs of each side of {}{}, in {} on {} cores ({}); load average {} at the start, {} at the end; {} seconds.\n",
        run["rounds"],
        text("revision"),
        run["against"].as_str().map(|other| format!(" and of {other}")).unwrap_or_default(),
        text("engine"),
        run["cores"],
        text("processor"),
        run["load at the start"][0],
        run["load at the end"][0],
        run["seconds"],
    )
}

fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or_else(|| "unknown".to_owned(), |(_, model)| model.to_owned())
}

fn first_line(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}
