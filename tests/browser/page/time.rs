//! Moving the year: by the address, the pointer, the keys, the buttons, the field, and by playing.

use anyhow::Result;
use detente_browser::{Engine, Key, Media, Page, Screen, Visit};

use crate::{rests_at, year};

#[tokio::test]
async fn the_last_year_is_shown_with_everyone_who_has_a_tie() -> Result<()> {
    let dataset = detente::bundled::dataset();
    let end = detente::time::Playhead::end_of(2025);
    let moment = detente::moment::Moment::at(&dataset, end);
    let tied: Vec<String> = moment.alters().map(|(id, _)| dataset.actor(id).code.clone()).collect();
    Visit::to("")
        .run(async |page| {
            rests_at(page, 2025).await?;
            let printout = page.eval("view.printout()").await?.as_str().unwrap_or_default().to_owned();
            for code in &tied {
                assert!(printout.contains(&format!("disc  {code} at")), "{code} is not drawn");
            }
            Ok(())
        })
        .await
}

/// Year, states with relations to Pyongyang, to Seoul, at its end.
const COUNTS: [(i16, u32, u32); 11] = [
    (1948, 9, 0),
    (1955, 12, 7),
    (1960, 15, 16),
    (1970, 36, 83),
    (1975, 90, 93),
    (1980, 99, 111),
    (1990, 103, 143),
    (1991, 111, 151),
    (2001, 152, 182),
    (2018, 160, 190),
    (2025, 158, 194),
];

#[tokio::test]
async fn the_counts_of_states_are_read_from_the_page() -> Result<()> {
    Visit::to("#year=1948")
        .run(async |page| {
            for (year, pyongyang, seoul) in COUNTS {
                page.goto(&format!("#year={year}")).await?;
                rests_at(page, year).await?;
                let counts = page.text(".counts").await?;
                let expected = format!(
                    "At the year’s end {pyongyang} states have relations with North Korea, {seoul} with South Korea."
                );
                assert_eq!(counts, expected, "{year}");
            }
            Ok(())
        })
        .await
}

/// Notes after every frame which year is shown and where the United States stands.
const RECORD: &str = "window.seen = []; const note = () => {
    const place = view.printout().match(/disc  USA at \\(([\\d.]+)/);
    window.seen.push([pick('.year').textContent, place ? Number(place[1]) : 0, Number(pick('.slider').value)]);
    requestAnimationFrame(() => setTimeout(note)); }; note();";

#[tokio::test]
async fn dragging_the_slider_moves_the_marks_without_delay() -> Result<()> {
    Visit::to("#year=1945")
        .run(async |page| {
            page.texts_ready().await?;
            let slider = page.bounds(".slider").await?;
            let at =
                |share: f64| (slider.left + 11.0 + share * (slider.width - 22.0), slider.top + slider.height / 2.0);
            page.script(RECORD, Vec::new()).await?;
            page.hold(at(0.0), at(1.0), 90).await?;
            assert_eq!(year(page).await?, "2025");
            let last = page.eval("view.printout()").await?;
            assert!(last.as_str().is_some_and(|text| text.contains("disc  RUS") && !text.contains("disc  SUN")));
            page.release().await?;
            rests_at(page, 2025).await?;
            assert_eq!(page.address().await?, "#year=2025");
            let seen: Vec<(String, f64, f64)> = serde_json::from_value(page.eval("window.seen").await?)?;
            let years: std::collections::BTreeSet<&str> = seen.iter().map(|(year, ..)| year.as_str()).collect();
            // Without a graphics processor WebKitGTK shows some fifteen pictures a second.
            let (least, share) = if page.engine() == Engine::Webkit { (8, 3) } else { (40, 2) };
            assert!(years.len() > least, "only {} years were seen", years.len());
            let held: std::collections::BTreeSet<i64> = seen.iter().map(|(.., value)| *value as i64).collect();
            assert!(years.len() * share > held.len(), "{} years, {} places of the slider", years.len(), held.len());
            let places: std::collections::BTreeSet<i64> = seen.iter().map(|(_, place, _)| *place as i64).collect();
            // More than it has rests: it was seen on its way between them.
            let dataset = detente::bundled::dataset();
            let actor = dataset.find("USA").expect("a principal");
            let rests: std::collections::BTreeSet<Option<i8>> = (1945..=2025)
                .map(|year| {
                    let end = detente::moment::Moment::at(&dataset, detente::time::Playhead::end_of(year));
                    end.standing(actor).map(|standing| standing.stance.value())
                })
                .collect();
            assert!(places.len() > rests.len(), "{} places, {} rests", places.len(), rests.len());
            // What is shown is where the finger is: the year whose days pass at the slider's value.
            let late = seen.iter().filter(|(year, _, value)| year.parse() != Ok(value.ceil() as i16)).count();
            assert!(late * 10 < seen.len(), "{late} of {} frames were late", seen.len());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn between_two_years_marks_are_on_their_way_and_settle_when_let_go() -> Result<()> {
    Visit::to("#year=1949")
        .run(async |page| {
            let slider = page.bounds(".slider").await?;
            let at = |year: f64| {
                let share = (year - 1945.0) / 80.0;
                (slider.left + 11.0 + share * (slider.width - 22.0), slider.top + slider.height / 2.0)
            };
            let place = "Number(view.printout().match(/disc  USA at \\(([\\d.]+)/)[1])";
            let start = page.eval(place).await?.as_f64();
            page.hold(at(1949.0), at(1949.6), 8).await?;
            page.wait_until("pick('.slider').step === 'any' && Number(pick('.slider').value) > 1949.4").await?;
            let middle = page.eval(place).await?.as_f64();
            page.release().await?;
            rests_at(page, 1950).await?;
            let end = page.eval(place).await?.as_f64();
            assert!(start > middle && middle > end, "{start:?} {middle:?} {end:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn keys_move_by_a_year_by_ten_and_to_the_ends() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            for (key, expected) in [
                (Key::Right, 1973),
                (Key::Left, 1972),
                (Key::Up, 1973),
                (Key::Down, 1972),
                (Key::PageUp, 1982),
                (Key::PageDown, 1972),
                (Key::Home, 1945),
                (Key::Left, 1945),
                (Key::End, 2025),
            ] {
                page.press(".slider", key).await?;
                rests_at(page, expected).await?;
            }
            // Keys pressed faster than a step lasts add up.
            page.press(".slider", Key::Home).await?;
            rests_at(page, 1945).await?;
            page.keys(&[Key::Right.into(), Key::Right.into(), Key::Right.into()]).await?;
            rests_at(page, 1948).await
        })
        .await
}

#[tokio::test]
async fn buttons_step_to_years_with_change_and_the_field_takes_a_year() -> Result<()> {
    Visit::to("#year=1956")
        .run(async |page| {
            // The years with change are the record's; which they are, the native tests tell.
            let changed = |year: &i16| !detente::moment::changes(&detente::bundled::dataset(), *year).is_empty();
            let next = (1957..=2025).find(changed).expect("a year with change");
            page.click("[aria-label='Next year with change']").await?;
            rests_at(page, next).await?;
            page.click("[aria-label='Previous year with change']").await?;
            rests_at(page, 1956).await?;
            page.script("pick('.field').select(); pick('.field').focus();", Vec::new()).await?;
            page.type_text("1991").await?;
            rests_at(page, 1991).await?;
            page.script("pick('.field').select();", Vec::new()).await?;
            page.type_text("1850").await?;
            assert_eq!(page.attribute(".field", "aria-invalid").await?.as_deref(), Some("true"));
            rests_at(page, 1991).await
        })
        .await
}

/// A year of three digits, or one before year 0, is a year too: the nearest of the span is shown.
#[tokio::test]
async fn the_address_reads_years_of_any_length_as_attributes_do() -> Result<()> {
    for address in ["#year=850", "#year=-44"] {
        Visit::to(address).run(async |page| rests_at(page, 1945).await).await?;
    }
    Ok(())
}

#[tokio::test]
async fn play_moves_on_pauses_and_stops_when_the_reader_takes_the_slider() -> Result<()> {
    Visit::to("#year=1945")
        .run(async |page| {
            page.click(".play").await?;
            page.wait_until("Number(pick('.year').textContent) >= 1947").await?;
            assert_eq!(page.attribute(".play", "aria-label").await?.as_deref(), Some("Pause"));
            page.click(".play").await?;
            page.wait_until("pick('.play').getAttribute('aria-label') === 'Play' && pick('.slider').step === '1'")
                .await?;
            let paused: i16 = year(page).await?.parse()?;
            tokio::time::sleep(std::time::Duration::from_millis(1200)).await;
            rests_at(page, paused).await?;
            page.focus(".marks").await?;
            page.keys(&[' ']).await?;
            page.wait_until("pick('.play').getAttribute('aria-label') === 'Pause'").await?;
            let slider = page.bounds(".slider").await?;
            page.drag(slider.at(0.3, 0.5), slider.at(0.5, 0.5), 10).await?;
            page.wait_until("pick('.play').getAttribute('aria-label') === 'Play'").await?;
            rests_at(page, 1985).await
        })
        .await
}

#[tokio::test]
async fn nothing_is_drawn_while_nothing_moves() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1972).await?;
            page.count_drawn().await?;
            let drawn = page.eval("new Promise((done) => setTimeout(() => done(window.drawn), 700))").await?;
            assert_eq!(drawn, serde_json::json!({}));
            Ok(())
        })
        .await
}

/// The positions of the slider in thirty pictures after a step from 1949 by key.
async fn positions(page: &Page) -> Result<Vec<String>> {
    let positions = page
        .script(
            "return (async () => { const seen = new Set(); const slider = pick('.slider'); slider.focus();
             slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
             for (let n = 0; n < 30; n++) { await new Promise((done) => requestAnimationFrame(done)); seen.add(slider.value); }
             return [...seen]; })();",
            Vec::new(),
        )
        .await?;
    Ok(serde_json::from_value(positions)?)
}

/// The planted fault is a reader who has not asked: the year then passes between two.
#[tokio::test]
async fn a_reader_who_asked_for_less_motion_gets_instant_steps() -> Result<()> {
    for calm in [true, false] {
        Visit::to("#year=1949")
            .with_media(Media { calm, ..Media::default() })
            .run(async |page| {
                let positions = positions(page).await?;
                let is_instant = positions.iter().all(|position| ["1949", "1950"].contains(&position.as_str()));
                assert_eq!(is_instant, calm, "{positions:?}");
                rests_at(page, 1950).await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_address_holds_the_year_and_back_is_undo() -> Result<()> {
    Visit::to("#year=1961")
        .run(async |page| {
            rests_at(page, 1961).await?;
            page.press(".slider", Key::Right).await?;
            rests_at(page, 1962).await?;
            page.press(".slider", Key::PageUp).await?;
            rests_at(page, 1972).await?;
            page.reload().await?;
            page.ready().await?;
            rests_at(page, 1972).await?;
            page.back().await?;
            rests_at(page, 1962).await?;
            page.back().await?;
            rests_at(page, 1961).await?;
            for nonsense in ["#year=banana", "#year=99999&focus=%00", "#focus=<b>"] {
                page.goto(nonsense).await?;
                page.wait_until("view.dataset.state === 'ready'").await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn on_a_phone_a_horizontal_swipe_over_the_picture_moves_the_year() -> Result<()> {
    Visit::to("#year=1980")
        .on(Screen::PHONE)
        .run(async |page| {
            let picture = page.reach(".marks").await?;
            page.swipe(picture.at(0.3, 0.5), picture.at(0.8, 0.5), 12).await?;
            page.wait_until("Number(pick('.year').textContent) > 1990 && pick('.slider').step === '1'").await?;
            let wide = page.eval("document.documentElement.scrollWidth <= innerWidth").await?;
            assert_eq!(wide, true, "nothing is wider than the phone");
            Ok(())
        })
        .await
}
