//! Fingers on the network: two zoom it, a double tap does so with one or shows it whole, a long press inspects, and help says so.

use anyhow::{Result, ensure};
use detente_browser::{Engine, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::rests_at;

/// Places in the window, in CSS pixels.
type Places = [(f64, f64)];

/// Fingers come down, move or leave, all at once: by the browser's own input in Chromium, by pointer events elsewhere.
async fn fingers(page: &Page, kind: &str, places: &Places) -> Result<()> {
    if page.engine() == Engine::Chromium {
        let points: Vec<Value> =
            places.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
        let kind = format!(
            "touch{}",
            match kind {
                "down" => "Start",
                "move" => "Move",
                _ => "End",
            }
        );
        let points = if kind == "touchEnd" { Vec::new() } else { points };
        page.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await?;
        return Ok(());
    }
    page.script(
        "for (const [id, [x, y]] of rest[1].entries()) pick('.marks').dispatchEvent(new PointerEvent(`pointer${rest[0]}`,
            { clientX: x, clientY: y, pointerId: id + 20, pointerType: 'touch', isPrimary: id === 0, bubbles: true, composed: true,
              button: rest[0] === 'move' ? -1 : 0, buttons: rest[0] === 'up' ? 0 : 1 }));",
        vec![json!(kind), json!(places)],
    )
    .await?;
    Ok(())
}

/// How far the outermost ring reaches, in CSS pixels of the picture.
async fn reach(page: &Page) -> Result<f64> {
    let reach = "Number(pick('.rings circle').getBoundingClientRect().width)";
    Ok(page.eval(reach).await?.as_f64().unwrap_or_default())
}

/// Lets two fingers go apart, or together, round the middle of the network.
async fn pinch(page: &Page, from: f64, to: f64) -> Result<()> {
    let net = page.bounds(".net").await?;
    let apart = |way: f64| [net.at(0.5 - way, 0.5), net.at(0.5 + way, 0.5)];
    fingers(page, "down", &apart(from)).await?;
    for step in 1..=8 {
        fingers(page, "move", &apart(from + (to - from) * f64::from(step) / 8.0)).await?;
    }
    fingers(page, "up", &apart(to)).await
}

/// Puts a finger down near the upper side of the network, moves it to the side by a share of its width, and lifts it; twice.
async fn double_tap(page: &Page, by: f64) -> Result<()> {
    let net = page.bounds(".net").await?;
    let at = |share: f64| net.at(0.5 + by * share, 0.1);
    for _ in 0..2 {
        fingers(page, "down", &[at(0.0)]).await?;
        if by > 0.0 {
            for share in [0.3, 0.6, 1.0] {
                fingers(page, "move", &[at(share)]).await?;
            }
        }
        fingers(page, "up", &[at(1.0)]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn two_fingers_zoom_the_network_sharply_and_a_double_tap_shows_it_whole() -> Result<()> {
    Visit::to("#year=1972")
        .on(Screen::PHONE)
        // No finger that is made by a script can be captured.
        .forgiving("NotFoundError")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1972).await?;
            let whole = reach(page).await?;
            let names = "view.printout().split('\\n').filter((line) => line.startsWith('label')).length";
            pinch(page, 0.1, 0.3).await?;
            page.wait_until(&format!("pick('.rings circle').getBoundingClientRect().width > {}", whole * 2.0)).await?;
            let near = reach(page).await?;
            ensure!(near < whole * 3.5, "{whole} to {near}");
            // Marks are drawn anew: larger discs and names, no larger pixels; the year and the page stay where they are.
            let size = page.eval("Math.max(...view.printout().match(/(?<= r )[0-9.]+/g).map(Number))").await?;
            ensure!(size.as_f64().is_some_and(|size| size > 30.0), "{size}");
            assert_eq!(page.eval("[pick('.year').textContent, scrollY]").await?, json!(["1972", 0]));
            ensure!(page.eval(names).await?.as_u64().is_some_and(|names| names > 5));
            // It is bounded: together beyond the whole leads to the whole, apart without end to six times it.
            pinch(page, 0.4, 0.02).await?;
            page.wait_until(&format!("pick('.rings circle').getBoundingClientRect().width < {}", whole + 1.0)).await?;
            for _ in 0..2 {
                pinch(page, 0.02, 0.4).await?;
            }
            page.wait_until(&format!("pick('.rings circle').getBoundingClientRect().width > {}", whole * 5.5)).await?;
            ensure!(reach(page).await? < whole * 6.2);
            double_tap(page, 0.0).await?;
            let is_whole = format!("pick('.rings circle').getBoundingClientRect().width < {}", whole + 1.0);
            page.wait_until(&is_whole).await?;
            // Who has but one finger comes nearer by another double tap, and back by a third. Two quick drags are none.
            double_tap(page, 0.3).await?;
            let year: i16 = serde_json::from_value(page.eval("view.year").await?)?;
            ensure!(year > 1972, "a drag moves in time");
            rests_at(page, year).await?;
            let whole = reach(page).await?;
            ensure!(whole < near * 0.7, "{whole} after two drags, {near} from near");
            double_tap(page, 0.0).await?;
            page.wait_until(&format!("pick('.rings circle').getBoundingClientRect().width > {}", whole * 2.0)).await?;
            double_tap(page, 0.0).await?;
            page.wait_until(&format!("pick('.rings circle').getBoundingClientRect().width < {}", whole + 1.0)).await
        })
        .await
}

#[tokio::test]
async fn a_long_press_shows_the_card_that_a_click_shows() -> Result<()> {
    Visit::to("#year=1972")
        .on(Screen::PHONE)
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1972).await?;
            let at =
                page.eval("view.printout().match(/disc  USA at \\(([0-9.]+), ([0-9.]+)/).slice(1).map(Number)").await?;
            let net = page.bounds(".net").await?;
            let place = |index: usize| at[index].as_f64().unwrap_or_default();
            let finger = (net.left + place(0), net.top + place(1));
            fingers(page, "down", &[finger]).await?;
            // The finger still lies there.
            page.wait_until("root.querySelector('.card h2')?.textContent.includes('United States') === true").await?;
            fingers(page, "up", &[finger]).await?;
            // Letting go is no tap, which would send it away.
            page.wait_until("view.focusId === 'USA'").await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn help_lists_keys_and_gestures_and_its_key_acts_only_within_the_view() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            let press = "rest[0] === 'page' ? document.body : pick('.slider')";
            let ask = format!(
                "({press}).dispatchEvent(new KeyboardEvent('keydown', {{ key: '?', bubbles: true, composed: true, cancelable: true }}));"
            );
            page.script(&ask, vec![json!("page")]).await?;
            ensure!(page.eval("root.querySelector('dialog') === null").await? == json!(true));
            page.script(&ask, vec![json!("view")]).await?;
            page.wait_until("root.querySelector('.help-dialog[open]') !== null").await?;
            assert_eq!(page.eval("root.querySelectorAll('.help-dialog li').length").await?, json!(13));
            assert_eq!(page.eval("pick('.help-dialog li').textContent").await?, json!("Space bar: play and pause"));
            Ok(())
        })
        .await
}
