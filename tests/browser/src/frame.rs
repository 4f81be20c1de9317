//! A page in a frame as large as a phone's screen, for a browser whose window cannot be that narrow.
//!
//! The frame begins at the top left of the window, so that points in both are the same.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::json;
use tokio::time::sleep;
use xtask::server::{Response, response};

use crate::{Page, Screen};

/// Where the page around the frame is.
pub(crate) const AROUND: &str = "/-/around.html";

/// How long the page in the frame may take to load.
const PATIENCE: Duration = Duration::from_secs(60);

/// The page around a frame of that size. Sizes are attributes, because the strict policy allows no styles beside them.
pub(crate) fn around(screen: Screen) -> Response {
    let Screen { width, height, .. } = screen;
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>A screen</title><link rel=\"icon\" href=\"icon.svg\"><body marginwidth=\"0\" marginheight=\"0\">\
         <iframe title=\"The screen\" width=\"{width}\" height=\"{height}\" frameborder=\"0\"></iframe>"
    );
    response(200, "text/html; charset=utf-8", page)
}

/// Goes to an address in the frame, and into the frame.
pub(crate) async fn goto(page: &Page, url: &str) -> Result<()> {
    let client = page.client();
    client.clone().enter_parent_frame().await?;
    if page.script("return location.pathname;", Vec::new()).await? != json!(AROUND) {
        client.goto(&format!("{}{}", page.server().url(), &AROUND[1..])).await?;
    }
    // Two addresses that differ by their fragment are one document, as they are in a window.
    let go = "const frame = document.querySelector('iframe');
        const [now, then] = [frame.contentWindow.location.href, rest[0]].map((address) => address.split('#')[0]);
        if (now === then) frame.contentWindow.location.href = rest[0];
        else if (now === 'about:blank') frame.src = rest[0];
        else frame.contentWindow.location.assign(rest[0]);";
    page.script(go, vec![json!(url)]).await?;
    loaded(page, Some(url)).await
}

/// Loads the page in the frame anew.
pub(crate) async fn reload(page: &Page) -> Result<()> {
    page.script("window.isOld = true; location.reload();", Vec::new()).await?;
    loaded(page, None).await
}

/// Waits in the frame until its page has loaded.
async fn loaded(page: &Page, url: Option<&str>) -> Result<()> {
    let start = Instant::now();
    let there = "return document.readyState === 'complete' && !window.isOld
        && (rest[0] === null || location.href.split('#')[0] === rest[0].split('#')[0]);";
    loop {
        // While a page gives way to the next, the frame is none.
        page.client().clone().enter_parent_frame().await?;
        if page.client().clone().enter_frame(0).await.is_ok()
            && page.script(there, vec![json!(url)]).await.is_ok_and(|there| there == json!(true))
        {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            bail!("{} does not load in the frame", url.unwrap_or("the page"));
        }
        sleep(Duration::from_millis(30)).await;
    }
}
