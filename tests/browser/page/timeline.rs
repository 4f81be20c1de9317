//! The whole span at once: dragging on the timeline, the focused actor's page, a second year, and the small multiples.

use anyhow::{Context as _, Result};
use detente::bundled;
use detente::data::Dataset;
use detente::layout::{Difference, Layout, differences};
use detente::moment::Moment;
use detente::time::Playhead;
use detente_browser::{Engine, Key, Media, Page, Screen, Visit};

use crate::{rests_at, year};

/// Where a year's end stands on the timeline, in the window.
async fn on_timeline(page: &Page, year: f64, down: f64) -> Result<(f64, f64)> {
    page.script("pick('.timeline').scrollIntoView(); scrollBy(0, -240);", Vec::new()).await?;
    let strip = page.bounds(".strip").await?;
    let timeline = page.bounds(".timeline-canvas").await?;
    let x = strip.left + 11.0 + (year - 1945.0) / 80.0 * (strip.width - 22.0);
    Ok((x, timeline.top + down))
}

#[tokio::test]
async fn dragging_on_the_timeline_moves_everything_together() -> Result<()> {
    Visit::to("#year=1950")
        .run(async |page| {
            page.texts_ready().await?;
            let (from, to) = (on_timeline(page, 1951.0, 40.0).await?, on_timeline(page, 1972.0, 40.0).await?);
            page.script(
                "window.seen = []; const note = () => { window.seen.push([pick('.year').textContent, \
                 Number(pick('.slider').value), pick('.cursor').getBoundingClientRect().left, pick('.cursor-year').textContent, \
                 pick('.line').textContent]); requestAnimationFrame(() => setTimeout(note)); }; note();",
                Vec::new(),
            )
            .await?;
            page.drag(from, to, 60).await?;
            rests_at(page, 1972).await?;
            assert_eq!(page.address().await?, "#year=1972");
            let lines: std::collections::BTreeMap<String, String> = bundled::dataset()
                .tables()
                .years
                .iter()
                .map(|line| (line.year.to_string(), line.line.clone()))
                .collect();
            let seen: Vec<(String, f64, f64, String, String)> = serde_json::from_value(page.eval("window.seen").await?)?;
            let years: std::collections::BTreeSet<&str> = seen.iter().map(|(year, ..)| year.as_str()).collect();
            let least = if page.engine() == Engine::Webkit { 8 } else { 12 };
            assert!(years.len() > least, "few years between: {years:?}");
            let strip = page.bounds(".strip").await?;
            for (index, (year, value, cursor, above, line)) in seen.iter().enumerate() {
                assert_eq!(year, above, "the year above the cursor");
                // In one frame the big year, the slider and the cursor agree.
                assert_eq!(*year, format!("{:.0}", value.ceil()));
                let expected = strip.left + 11.0 + (value - 1945.0) / 80.0 * (strip.width - 22.0);
                assert!((cursor - expected).abs() < 1.5, "{year}: the cursor is at {cursor}, not {expected}");
                // The sentence of a year comes when it has stood for a frame; until then it is that of one before.
                let stood = index >= 2 && seen[index - 2..index].iter().all(|(before, ..)| before == year);
                let of_one_before = seen[..index].iter().any(|(before, ..)| lines[before] == *line);
                assert!(lines[year] == *line || (!stood && of_one_before), "{year}: {line}");
            }
            let (year, .., line) = seen.last().context("something was seen")?;
            assert_eq!(lines[year], *line);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_click_on_the_timeline_goes_to_the_year_and_pointing_tells_the_spell() -> Result<()> {
    Visit::to("#year=2025")
        .run(async |page| {
            page.texts_ready().await?;
            // South Korea's row is the first; in 1951 it is at war.
            let at = on_timeline(page, 1951.5, 60.0).await?;
            page.point_at(at).await?;
            page.wait_until("!pick('.timeline .tip').hidden").await?;
            let tip = page.text(".timeline .tip").await?;
            assert!(tip.starts_with("South Korea: at war25 June 1950 – 27 July 1953"), "{tip}");
            page.click_at(at).await?;
            rests_at(page, 1952).await?;
            assert_eq!(page.address().await?, "#year=1952");
            let words = page.texts(".timeline-row").await?;
            assert_eq!(words, ["at war", "ally", "hostile", "ally", "at war"]);
            // A dot on each step, at the cursor.
            let dots = "[...root.querySelectorAll('.cursor .dot')].filter((dot) => !dot.hidden).length";
            assert_eq!(page.eval(dots).await?, 5);
            let name = page.attribute(".timeline-row", "aria-label").await?.unwrap_or_default();
            assert_eq!(
                name, "South Korea: at war, 25 June 1950 – 27 July 1953; put into focus",
                "who, how, from when to when"
            );
            page.back().await?;
            rests_at(page, 2025).await
        })
        .await
}

#[tokio::test]
async fn the_focused_actor_has_a_row_and_a_page_of_its_own() -> Result<()> {
    Visit::to("#year=2001&focus=CUB")
        .run(async |page| {
            page.texts_ready().await?;
            page.wait_until(
                "pick('.card h2').textContent === 'Cuba' && root.querySelectorAll('.timeline-row').length === 6",
            )
            .await?;
            assert!(page.count(".spell").await? >= 2 && page.count(".moment").await? >= 5);
            assert!(page.text(".card").await?.contains("Relations established"));
            // The plot names its unit and its sources, and has the same as a table.
            let plot = "[...root.querySelectorAll('.card section')].find((it) => it.querySelector('canvas.plot'))";
            let words = page.eval(&format!("{plot}.textContent")).await?;
            let words = words.as_str().unwrap_or_default();
            assert!(
                words.contains("UN General Assembly") && words.contains("Per cent") && words.contains("gap"),
                "{words}"
            );
            assert!(page.eval(&format!("{plot}.querySelectorAll('.sources a').length > 0")).await? == true);
            assert_eq!(page.eval(&format!("{plot}.querySelectorAll('tbody tr').length")).await?, 31);
            let drawn = format!("pixels({plot}.querySelector('canvas')).some((it) => it > 0)");
            page.wait_until(&drawn).await?;
            // An event of the list leads to its year and its entry there.
            page.click(".moment .name").await?;
            page.wait_until("pick('.card').hidden && root.querySelectorAll('.change.found').length === 1").await?;
            assert_eq!(page.attribute(".change.found", "aria-current").await?.as_deref(), Some("true"));
            assert_eq!(page.count(".timeline-row").await?, 5);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_tie_of_two_others_can_be_focused_the_same_way() -> Result<()> {
    Visit::to("#year=1972&focus=CHN")
        .run(async |page| {
            page.texts_ready().await?;
            page.wait_until("root.querySelectorAll('.links .name').length >= 3").await?;
            page.script(
                "[...root.querySelectorAll('.links .name')].find((it) => it.textContent === 'Soviet Union').id = 'soviet';",
                Vec::new(),
            )
            .await?;
            page.click("#soviet").await?;
            page.wait_until("pick('.card h2').textContent.includes('–')").await?;
            assert_eq!(page.address().await?, "#year=1972&focus=CHN-SUN");
            assert_eq!(page.count(".spell.current").await?, 1);
            assert!(page.count(".spell").await? > 4 && page.count(".moment").await? > 4);
            let chord = "view.printout().split('\\n').some((line) => /^path  (CHN-SUN|SUN-CHN)@/.test(line) && line.includes('0.95'))";
            assert_eq!(page.eval(chord).await?, true, "its line stands out");
            page.key(Key::Escape).await?;
            page.wait_until("pick('.card').hidden").await?;
            assert_eq!(page.address().await?, "#year=1972");
            page.back().await?;
            page.wait_until("pick('.card h2').textContent.includes('–')").await
        })
        .await
}

/// Name, what it was, what it is: as the page says it.
fn told(dataset: &Dataset, then: i16, now: i16) -> Vec<String> {
    let at = |year| Moment::at(dataset, Playhead::end_of(year));
    let name = |stance: Option<detente::data::Stance>| {
        stance.map_or("", |stance| detente::words::stance_name(dataset, stance))
    };
    let list = differences(dataset, &Layout::solve(dataset), &at(then), &at(now));
    let words = |one: &Difference| {
        let actor = &dataset.actor(one.actor).short_name;
        match (one.then, one.now) {
            (Some(_), Some(_)) => format!("{actor} {} → {}", name(one.then), name(one.now)),
            (None, _) => format!("{actor} {}", name(one.now)),
            (_, None) => format!("{actor} was {}", name(one.then)),
        }
    };
    list.iter().map(words).collect()
}

#[tokio::test]
async fn two_years_compared_list_exactly_who_moved() -> Result<()> {
    let dataset = bundled::dataset();
    Visit::to("#year=2024")
        .run(async |page| {
            page.texts_ready().await?;
            page.script(
                "const choice = pick('.compare select'); choice.value = '1972'; choice.dispatchEvent(new Event('change'));",
                Vec::new(),
            )
            .await?;
            page.wait_until("!pick('.differences').hidden").await?;
            assert_eq!(page.address().await?, "#year=2024&compare=1972");
            assert_eq!(page.texts(".differences li").await?, told(&dataset, 1972, 2024));
            let ghosts = page.eval("view.printout().split('\\n').filter((line) => line.startsWith('disc  RUS')).length").await?;
            assert!(ghosts.as_u64() >= Some(2), "the ghost and the disc: {ghosts}");
            // Another year on the slider is another comparison.
            page.goto("#year=1991&compare=1972").await?;
            rests_at(page, 1991).await?;
            page.wait_until("pick('.differences .heading').textContent.includes('1991')").await?;
            assert_eq!(page.texts(".differences li").await?, told(&dataset, 1972, 1991));
            page.click(".differences .back").await?;
            page.wait_until("pick('.differences').hidden && !pick('.changes').hidden").await?;
            assert_eq!(page.address().await?, "#year=1991");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn small_multiples_show_the_turning_points_and_each_leads_to_its_year() -> Result<()> {
    Visit::to("")
        .with_media(Media { calm: true, ..Media::default() })
        .forgiving("willReadFrequently")
        .run(async |page| {
            page.texts_ready().await?;
            let years = page.texts(".frames li:not(.shown) b").await?;
            assert_eq!(years, ["1950", "1953", "1961", "1972", "1991", "1994", "2000", "2006", "2018", "2024"]);
            page.script("pick('.small-multiples').scrollIntoView()", Vec::new()).await?;
            let drawn = "[...root.querySelectorAll('.frames li:not(.none) canvas')].every((it) => it.width > 150 && \
                pixels(it, Math.floor(it.width / 2), Math.floor(it.height / 2), 1, 1)[3] > 0)";
            page.wait_until(drawn).await?;
            for year in &years {
                page.click(&format!(".frames a[href='#year={year}']")).await?;
                page.wait_until(&format!("pick('.year').textContent === '{year}'")).await?;
                page.wait_until(&format!("location.hash === '#year={year}'")).await?;
                page.wait_until(&format!("pick('.frames li[aria-current] b').textContent === '{year}'")).await?;
            }
            // The shown year has a place of its own, which is kept while a chosen year is shown.
            assert!(!page.shows(".frames .shown").await?);
            let places = "JSON.stringify([...root.querySelectorAll('.frames li')].map((it) => [it.offsetLeft, it.offsetTop]))";
            let before = page.eval(places).await?;
            page.goto("#year=1968").await?;
            rests_at(page, 1968).await?;
            page.wait_until("pick('.frames .shown b').textContent === '1968'").await?;
            assert!(page.shows(".frames .shown").await?);
            assert_eq!(page.eval(places).await?, before, "the others have moved");
            let words = page.text(".frames .shown .when").await?;
            assert!(words.contains("Pueblo"), "{words}");
            page.script("pick('.frames .shown').scrollIntoView()", Vec::new()).await?;
            page.wait_until("(() => { const it = pick('.frames .shown canvas'); return pixels(it, Math.floor(it.width / 2), Math.floor(it.height / 2), 1, 1)[3] > 0; })()").await?;
            // The reader's own choice.
            page.click(".small-multiples-head button").await?;
            assert_eq!(page.count(".frames li:not(.shown)").await?, 11);
            assert!(!page.shows(".frames .shown").await?);
            assert_eq!(page.texts(".frames b").await?[3], "1968");
            page.script("pick('.frames .remove').click()", Vec::new()).await?;
            assert_eq!(page.texts(".frames b").await?[0], "1953");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_timeline_that_does_not_change_is_not_drawn_again() -> Result<()> {
    Visit::to("#year=1960")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1960).await?;
            page.count_drawn().await?;
            page.eval("window.kept = [...root.querySelectorAll('.rings svg, .strip svg')]").await?;
            let slider = page.bounds(".slider").await?;
            page.drag(slider.at(0.2, 0.5), slider.at(0.8, 0.5), 40).await?;
            assert_ne!(year(page).await?, "1960");
            let drawn = page.eval("(window.drawn.marks ?? 0) + (window.drawn.offstage ?? 0)").await?.as_u64();
            // Without a graphics processor WebKitGTK shows some fifteen pictures a second.
            let least = if page.engine() == Engine::Webkit { 4 } else { 20 };
            assert!(drawn > Some(least), "{drawn:?} pictures");
            for still in ["timeline-canvas", "frame"] {
                assert_eq!(page.eval(&format!("window.drawn['{still}'] ?? 0")).await?, 0, "{still}");
            }
            let same = "kept.length === 2 && kept.every((picture) => picture.isConnected)";
            assert_eq!(page.eval(same).await?, true, "rings and strip are those of before");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_finger_drags_the_timeline_and_a_swipe_still_scrolls() -> Result<()> {
    Visit::to("#year=1960")
        .on(Screen::PHONE)
        .run(async |page| {
            page.texts_ready().await?;
            let at = on_timeline(page, 1975.0, 84.0).await?;
            page.tap_at(at).await?;
            page.wait_until("Math.abs(Number(pick('.year').textContent) - 1975) <= 1").await?;
            let before = page.eval("scrollY").await?.as_f64().unwrap_or_default();
            page.swipe(at, (at.0, at.1 - 160.0), 12).await?;
            page.wait_until(&format!("scrollY > {before} + 60")).await?;
            page.wait_until("Math.abs(Number(pick('.year').textContent) - 1975) <= 1").await
        })
        .await
}

#[tokio::test]
async fn the_keys_go_from_event_to_event_and_the_pointer_finds_the_same_marks() -> Result<()> {
    Visit::to("#year=1971")
        .run(async |page| {
            page.texts_ready().await?;
            page.press(".timeline-canvas", Key::Right).await?;
            page.wait_until("!pick('.timeline .tip').hidden && !pick('.outline').hidden").await?;
            let first = page.text(".timeline .tip b").await?;
            page.key(Key::Right).await?;
            page.wait_until(&format!("pick('.timeline .tip b').textContent !== {first:?}")).await?;
            let title = page.text(".timeline .tip b").await?;
            let dataset = bundled::dataset();
            let event = dataset.events().iter().find(|event| event.title == title).expect("an event of the record");
            let tip = page.text(".timeline .tip").await?;
            assert!(tip.contains(&detente::words::date_words(&dataset, event.date)), "{tip}");
            assert!(event.actors.iter().take(2).all(|id| tip.contains(&dataset.actor(*id).short_name)), "who: {tip}");
            // Where the keyboard is can be seen, and is said.
            assert_eq!(page.eval("getComputedStyle(pick('.outline')).borderTopWidth").await?, "3px");
            page.wait_until(&format!("pick('[role=status]').textContent.startsWith({title:?})")).await?;
            page.key(Key::Down).await?;
            page.wait_until(&format!("pick('.timeline .tip b').textContent !== {title:?}")).await?;
            let below = page.text(".timeline .tip b").await?;
            page.key(Key::Up).await?;
            page.wait_until(&format!("pick('.timeline .tip b').textContent !== {below:?}")).await?;
            let title = page.text(".timeline .tip b").await?;
            let event = dataset.events().iter().find(|event| event.title == title).expect("an event of the record");
            let mark = page.bounds(".outline").await?.centre();
            page.key(Key::Enter).await?;
            rests_at(page, event.date.year()).await?;
            page.key(Key::Escape).await?;
            page.wait_until("pick('.timeline .tip').hidden && pick('.outline').hidden").await?;
            page.point_at(mark).await?;
            page.wait_until("!pick('.timeline .tip').hidden && !pick('.outline').hidden").await
        })
        .await
}

#[tokio::test]
async fn a_phone_folds_the_eras_and_nothing_of_the_timeline_is_cut() -> Result<()> {
    Visit::to("#year=1945")
        .on(Screen::PHONE)
        .run(async |page| {
            page.texts_ready().await?;
            let parts = "['.cursor-year', '.timeline-row', '.timeline-key', '.fold'].every((it) => \
                [...root.querySelectorAll(it)].every((part) => { const { left, right } = part.getBoundingClientRect(); \
                return left >= 0 && right <= document.documentElement.clientWidth && part.scrollWidth <= part.clientWidth; }))";
            for year in [1945, 1972, 2025] {
                page.goto(&format!("#year={year}")).await?;
                rests_at(page, year).await?;
                assert_eq!(page.eval(parts).await?, true, "{year}");
            }
            let key = page.text(".timeline-key").await?;
            assert!(key.starts_with("The line is distant:") && key.contains("another reading"), "{key}");
            let folded = page.bounds(".timeline-canvas").await?.height;
            assert_eq!(page.attribute(".fold", "aria-expanded").await?.as_deref(), Some("false"));
            page.script("pick('.fold').click()", Vec::new()).await?;
            page.wait_until("pick('.fold').getAttribute('aria-expanded') === 'true'").await?;
            let unfolded = page.bounds(".timeline-canvas").await?.height;
            assert!(unfolded > folded + 100.0, "{folded} {unfolded}");
            page.script("pick('.fold').click()", Vec::new()).await?;
            page.wait_until(&format!("pick('.timeline-canvas').getBoundingClientRect().height === {folded}")).await
        })
        .await
}
