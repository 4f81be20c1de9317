//! When it cannot run: no script, no wasm, no texts, and a core that fails while drawing.

use anyhow::Result;
use detente_browser::{Key, Overrides, Visit, built_site, response};
use serde_json::json;

use crate::rests_at;

/// The static picture with its description and its table is what the reader has.
const FALLBACK: &str = "(() => { const picture = document.querySelector('.last svg.wide');
    return picture.getBoundingClientRect().width > 100 && picture.checkVisibility()
        && picture.getAttribute('aria-label').length > 40
        && document.querySelector('.last .counts').textContent.includes('158 states have relations with North Korea')
        && document.querySelector('.words').textContent.includes('158 states have relations with North Korea')
        && document.querySelectorAll('detente-view table tbody tr').length > 150; })()";

#[tokio::test]
async fn without_wasm_the_picture_stays_and_says_why() -> Result<()> {
    let no_wasm = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    for policy in [Some(no_wasm), None] {
        let mut visit = Visit::to("").not_waiting().forgiving("wasm").forgiving("WebAssembly").forgiving("404");
        visit = match policy {
            Some(policy) => visit.under_policy(Some(policy)),
            None => visit.answering("/detente_bg.wasm", response(404, "text/plain", "There is no such file.")),
        };
        visit
            .run(async |page| {
                page.wait_until("view?.dataset.state === 'failed'").await?;
                page.wait_until(FALLBACK).await?;
                let said = page.text("[role=alert]").await?;
                assert!(
                    said.starts_with("The picture stands still: the program that moves it cannot run here"),
                    "{said}"
                );
                assert!(page.shows("[role=alert] button").await?, "one can try again");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_script_the_picture_stays_and_says_why() -> Result<()> {
    Visit::to("")
        .not_waiting()
        .run(async |page| {
            page.set_scripts(false).await?;
            page.reload().await?;
            page.set_scripts(true).await?;
            page.wait_until(FALLBACK).await?;
            let said = page.text("noscript").await?;
            assert!(said.contains("stands still because this browser runs no scripts"), "{said}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn without_texts_the_picture_moves_and_one_can_try_again() -> Result<()> {
    Visit::to("#year=1972")
        .answering("/detente-texts.txt", response(404, "text/plain", "There is no such file."))
        .forgiving("404")
        .run(async |page| {
            page.wait_until("!pick('.note').hidden").await?;
            assert!(page.text(".note").await?.starts_with("The reasons and sources could not be loaded."));
            page.press(".slider", Key::Right).await?;
            rests_at(page, 1973).await?;
            page.server().set_overrides(Overrides::default());
            page.click(".note button").await?;
            page.texts_ready().await?;
            page.wait_until("pick('.note').hidden && root.querySelectorAll('.change .sources a').length > 0").await
        })
        .await
}

#[tokio::test]
async fn a_core_that_fails_says_so_and_starts_again() -> Result<()> {
    Visit::to("#year=1972&focus=KOR")
        .forgiving("")
        .run(async |page| {
            page.texts_ready().await?;
            // A canvas that throws in the middle of a drawing leaves the core as a panic would: for good.
            page.script(
                "const arc = CanvasRenderingContext2D.prototype.fill; window.mend = () => { CanvasRenderingContext2D.prototype.fill = arc; };
                 CanvasRenderingContext2D.prototype.fill = () => { throw new Error('broken'); };",
                Vec::new(),
            )
            .await?;
            page.press(".slider", Key::Right).await?;
            page.wait_until("view.dataset.state === 'failed' && !pick('[role=alert]').hidden").await?;
            assert!(page.text("[role=alert]").await?.starts_with("The picture stopped working."));
            page.script("window.mend();", Vec::new()).await?;
            page.click("[role=alert] button").await?;
            page.ready().await?;
            page.wait_until("pick('[role=alert]').hidden").await?;
            assert_eq!(page.text(".card h2").await?, "South Korea", "the focus is kept");
            page.press(".slider", Key::Right).await?;
            page.wait_until("view.dataset.state === 'ready'").await
        })
        .await
}

#[tokio::test]
async fn the_page_asks_only_its_own_host_and_keeps_nothing() -> Result<()> {
    Visit::to("")
        .run(async |page| {
            page.texts_ready().await?;
            let asked = page.eval("performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin)").await?;
            let origins: Vec<String> = serde_json::from_value(asked)?;
            let own = page.eval("location.origin").await?;
            assert!(origins.len() >= 5 && origins.iter().all(|origin| own == *origin), "{origins:?}");
            let kept = page.eval("[document.cookie, localStorage.length, sessionStorage.length, Object.keys(Object.prototype).length]").await?;
            assert_eq!(kept, json!(["", 0, 0, 0]));
            Ok(())
        })
        .await
}

/// Such a program cannot be compiled while it comes.
#[tokio::test]
async fn a_program_sent_under_another_type_runs() -> Result<()> {
    let program = built_site()?.require("detente_bg.wasm")?.to_vec();
    Visit::to("#year=1972")
        .answering("/detente_bg.wasm", response(200, "application/octet-stream", program))
        .run(async |page| page.wait_until("view.year === 1972").await)
        .await
}
