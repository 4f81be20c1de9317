//! Whether the harness does in each engine what the tests ask of it, and notices what they must notice.

use anyhow::{Context as _, Result, ensure};
use detente_browser::{Media, Page, Screen, Visit};
use serde_json::json;

#[tokio::test]
async fn screen_and_wishes_of_the_reader_are_those_of_the_visit() -> Result<()> {
    let dark = Media { dark: true, calm: true, ..Media::default() };
    for (screen, media) in [
        (Screen::DESK, Media::default()),
        (Screen::PHONE, dark),
        (Screen::DESK, Media { forced_colors: true, ..Media::default() }),
    ] {
        Visit::to("#year=1972")
            .on(screen)
            .with_media(media)
            .run(async |page| {
                let asked = "[innerWidth, innerHeight, devicePixelRatio, ...['prefers-color-scheme: dark', \
                    'prefers-reduced-motion: reduce', 'forced-colors: active'].map((wish) => matchMedia(`(${wish})`).matches)]";
                let told = page.eval(asked).await?;
                let Screen { width, height, ratio, .. } = screen;
                let numbers: Vec<f64> = told.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
                assert_eq!(numbers, [f64::from(width), f64::from(height), ratio]);
                let wishes: Vec<bool> = told.as_array().into_iter().flatten().filter_map(serde_json::Value::as_bool).collect();
                assert_eq!(wishes, [media.dark, media.calm, media.forced_colors]);
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// Complains in one of the ways that a page can.
async fn complain(page: &Page, how: &str) -> Result<()> {
    page.script(&format!("{how} return new Promise((done) => setTimeout(done, 100));"), Vec::new()).await.map(drop)
}

#[tokio::test]
async fn whatever_the_page_complains_about_fails_the_visit() -> Result<()> {
    for (how, part) in [
        ("console.error('a planted error');", "a planted error"),
        ("console.warn('a planted warning');", "a planted warning"),
        ("setTimeout(() => { throw new Error('a planted fault'); });", "a planted fault"),
        ("Promise.reject(new Error('a planted refusal'));", "a planted refusal"),
        (
            "const it = document.createElement('img'); it.src = 'https://planted.invalid/'; document.body.append(it);",
            "planted.invalid",
        ),
    ] {
        let result = Visit::to("#year=1972").run(async |page| complain(page, how).await).await;
        let error = result.err().with_context(|| format!("nobody hears {how}"))?;
        ensure!(format!("{error:#}").contains(part), "{how} is told as {error:#}");
    }
    Visit::to("#year=1972").run(async |page| complain(page, "console.log('nothing to complain about');").await).await
}

#[tokio::test]
async fn mouse_finger_and_keys_are_told_as_such() -> Result<()> {
    for (screen, expected) in [(Screen::DESK, "mouse"), (Screen::PHONE, "touch")] {
        Visit::to("#year=1972")
            .on(screen)
            .run(async |page| {
                page.script(
                    "window.told = []; for (const name of ['pointerdown', 'pointermove', 'pointerup', 'click', 'keydown']) \
                     document.addEventListener(name, (event) => window.told.push([name, event.pointerType ?? event.key]), true);",
                    Vec::new(),
                )
                .await?;
                let at = page.reach(".marks").await?.at(0.02, 0.02);
                if screen.touch {
                    page.tap_at(at).await?;
                } else {
                    page.click_at(at).await?;
                }
                page.press(".marks", 'x').await?;
                for name in ["pointerdown", "pointerup"] {
                    let told = format!("window.told.some(([name, by]) => name === '{name}' && by === '{expected}')");
                    page.wait_until(&told).await?;
                }
                page.wait_until("window.told.some(([name]) => name === 'click')").await?;
                assert_eq!(page.eval("window.told.at(-1)").await?, json!(["keydown", "x"]));
                // What a page keeps from them is missed.
                page.script(
                    "addEventListener('keydown', (event) => event.stopImmediatePropagation(), { capture: true }); window.told = [];",
                    Vec::new(),
                )
                .await?;
                page.press(".marks", 'x').await?;
                assert_eq!(page.eval("window.told").await?, json!([]));
                Ok(())
            })
            .await?;
    }
    Ok(())
}
