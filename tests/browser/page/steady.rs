//! What stays as it is: what is shown while a page loads, and memory while the slider is moved.

use anyhow::Result;
use detente_browser::{Engine, Screen, Visit, heap_growth, layout_shift};

#[tokio::test]
async fn nothing_moves_while_a_page_or_a_frame_loads() -> Result<()> {
    for screen in [Screen::DESK, Screen::PHONE] {
        Visit::to("claims.html")
            .on(screen)
            .not_waiting()
            .only_in(&[Engine::Chromium], "only Chromium tells what moves, and can be given a slow network")
            .run(async |page| {
                for address in ["index.html", "index.html#year=1972", "embed.html", "embed.html?year=1972"] {
                    let shifts = layout_shift(page, address).await?;
                    assert!(shifts.is_empty(), "{address} on {screen:?}: {shifts:#?}");
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// The most bytes by which the heap may grow in 1,000 steps.
const MOST: f64 = 5.0 * 1024.0;

#[tokio::test]
async fn memory_does_not_grow_while_the_slider_is_moved() -> Result<()> {
    Visit::to("claims.html")
        .to_watch_memory()
        .only_in(&[Engine::Chromium], "the heap is counted by Chromium's own protocol")
        .not_waiting()
        .run(async |page| {
            let mut growth = heap_growth(page, "index.html").await?;
            if growth.bytes > MOST {
                // What grows grows again; what was not collected yet on a busy machine is.
                growth = heap_growth(page, "index.html").await?;
            }
            assert!(growth.bytes <= MOST, "{growth:?}");
            // In some runs the allocator asks for one or two more; 70 bytes kept of each step would make five.
            assert!(growth.pages_after_warm_up <= 4.0, "{growth:?}");
            Ok(())
        })
        .await
}
