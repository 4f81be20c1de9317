//! The tests of the page in a real browser.

mod access;
mod axe;
mod contrast;
mod docs;
mod element;
mod engines;
mod forced;
mod frame;
mod hosts;
#[path = "../../it/inputs.rs"]
mod inputs;
mod keyboard;
mod languages;
mod lasting;
mod late;
mod lifecycle;
mod network;
mod payloads;
mod picture;
mod pointing;
mod print;
mod reflow;
mod search;
mod share;
mod single_file;
mod size;
mod steady;
mod steps;
mod still;
mod story;
mod time;
mod timeline;
mod touch;
mod tree;
mod trouble;
mod workbench;
mod workbench_malformed;
mod worker;

use anyhow::Result;
use detente_browser::Page;

/// The year shown, the big one.
async fn year(page: &Page) -> Result<String> {
    page.text(".year").await
}

/// Waits until a year has come to rest and its list is there.
async fn rests_at(page: &Page, year: i16) -> Result<()> {
    page.wait_until(&format!(
        "pick('.year').textContent === '{year}' && pick('.slider').value === '{year}' \
         && pick('.heading').textContent.includes('{year}') && pick('.slider').step === '1'"
    ))
    .await
}
