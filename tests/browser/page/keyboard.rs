//! The twelve tasks of a reader who has a keyboard alone, and how many presses each control takes.

use anyhow::{Context as _, Result, ensure};
use detente_browser::{Engine, Key, Page, Visit, built_site};
use serde_json::json;

use crate::rests_at;

/// The most presses that lead to a control.
const MOST: usize = 6;

/// What has the focus, below every shadow root.
const FOCUSED: &str = "(() => { let it = document.activeElement; \
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement; return it; })()";

/// A reader at the keyboard, and the presses so far.
struct Reader<'a> {
    page: &'a Page,
    presses: usize,
    /// What is taken out of the order of stops on purpose.
    planted: Option<&'a str>,
}

impl Reader<'_> {
    async fn press(&mut self, key: impl Into<char>) -> Result<()> {
        self.presses += 1;
        self.page.key(key).await
    }

    async fn back_tab(&mut self) -> Result<()> {
        self.presses += 1;
        self.page.chord(Key::Shift, Key::Tab).await
    }

    async fn is_at(&self, selector: &str) -> Result<bool> {
        let is = format!("Boolean({FOCUSED}?.matches({selector:?}))");
        Ok(self.page.eval(&is).await? == true)
    }

    /// Presses Tab, or Shift and Tab, until the focus is on what a selector names.
    async fn tab_to(&mut self, selector: &str, forwards: bool) -> Result<()> {
        let mut passed = Vec::new();
        for _ in 0..2 * MOST {
            if forwards {
                self.press(Key::Tab).await?;
            } else {
                self.back_tab().await?;
            }
            if self.is_at(selector).await? {
                return Ok(());
            }
            let name = format!("String({FOCUSED}?.className || {FOCUSED}?.tagName)");
            passed.push(self.page.eval(&name).await?.as_str().unwrap_or_default().to_owned());
        }
        anyhow::bail!("{selector} is not reached by way of {passed:?}")
    }

    /// As whoever comes to the page, by the button that skips to a part.
    async fn skip_to(&mut self, part: &str, selector: &str) -> Result<()> {
        self.page.reload().await?;
        self.page.ready().await?;
        self.page.texts_ready().await?;
        if let Some(planted) = self.planted {
            self.page.script("pick(rest[0]).tabIndex = -1;", vec![json!(planted)]).await?;
        }
        self.tab_to(&format!("[data-skip={part}]"), true).await?;
        self.press(Key::Enter).await?;
        ensure!(self.is_at(selector).await?, "the button of {part} does not lead to {selector}");
        Ok(())
    }

    /// A task is done; how many presses led to its control, and what they were.
    fn done(&mut self, task: &str, how: &str) -> Result<()> {
        let presses = std::mem::take(&mut self.presses);
        println!("{}, {task}: {presses} ({how})", self.page.engine());
        ensure!(presses <= MOST, "{task} takes {presses} presses");
        Ok(())
    }
}

#[tokio::test]
async fn twelve_tasks_by_keyboard_take_at_most_six_presses_to_any_control() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1972).await?;
            let mut reader = Reader { page, presses: 0, planted: None };
            tasks(&mut reader).await
        })
        .await
}

#[tokio::test]
async fn a_control_that_the_keyboard_cannot_reach_is_noticed() -> Result<()> {
    for planted in ["[data-skip=table]", ".step:last-child"] {
        Visit::to("#year=1972")
            .run(async |page| {
                page.texts_ready().await?;
                let mut reader = Reader { page, presses: 0, planted: Some(planted) };
                ensure!(tasks(&mut reader).await.is_err(), "{planted} is not missed");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// What has the focus after so many presses of Tab, as whoever comes to the page has it.
async fn stop_after(page: &Page, presses: usize) -> Result<String> {
    for _ in 0..presses {
        page.key(Key::Tab).await?;
    }
    let name = page.eval(&format!("{FOCUSED}?.dataset.skip ?? {FOCUSED}?.className")).await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn the_first_stop_is_the_first_button_whatever_the_address_names() -> Result<()> {
    for (address, other) in
        [("", 1950), ("#year=1972", 1950), ("#year=1972&focus=KOR", 1950), ("great-powers.html#year=1907", 1882)]
    {
        Visit::to(address)
            .run(async |page| {
                page.texts_ready().await?;
                assert_eq!(stop_after(page, 1).await?, "year", "{address}");
                // Another year of the address is no other place to begin at either.
                page.reload().await?;
                page.texts_ready().await?;
                page.goto(&format!("{}#year={other}", address.split('#').next().unwrap_or_default())).await?;
                rests_at(page, other).await?;
                assert_eq!(stop_after(page, 1).await?, "year", "{address}, then another year");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_still_picture_that_keeps_the_name_of_the_address_is_noticed() -> Result<()> {
    let mut site = built_site()?;
    let script = String::from_utf8(site.get("still.js").context("a script")?.to_vec())?;
    ensure!(script.contains("still-"), "the script renames the picture");
    // Nor is the keyboard set back later, as it is for WebKit.
    let late = String::from_utf8(site.get("late.js").context("a script")?.to_vec())?;
    ensure!(late.contains(".still:target"), "the keyboard is set back");
    site.retain(|name| !matches!(name, "still.js.br" | "still.js.gz" | "late.js.br" | "late.js.gz"));
    site.insert("still.js", script.replace("still-", ""));
    site.insert("late.js", late.replace(".still:target", ".none:target"));
    Visit::to("#year=1972")
        .of_site(site)
        .only_in(&[Engine::Chromium], "where the keyboard begins then differs by engine")
        .run(async |page| {
            page.texts_ready().await?;
            assert_ne!(stop_after(page, 1).await?, "year");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_slider_is_at_most_six_presses_away_in_a_frame_too() -> Result<()> {
    Visit::to("embed.html?year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            let mut reader = Reader { page, presses: 0, planted: None };
            reader.tab_to(".slider", true).await?;
            reader.done("reach the slider in a frame", "Tabs")
        })
        .await
}

async fn tasks(reader: &mut Reader<'_>) -> Result<()> {
    let page = reader.page;
    reader.skip_to("year", ".slider").await?;
    reader.done("reach the slider", "Tab, Enter")?;
    moved(reader).await?;
    played(reader).await?;
    read(reader).await?;
    reader.skip_to("table", ".table > summary").await?;
    reader.done("reach the table", "five Tabs, Enter")?;
    reader.press(Key::Enter).await?;
    page.wait_until("pick('.table').open && Boolean(root.querySelector('.table tbody'))").await?;
    reader.done("open the table", "Enter")?;
    reader.skip_to("compare", ".compare select").await?;
    reader.done("reach the year to compare with", "four Tabs, Enter")?;
    // The digits of a year choose it.
    for digit in "1950".chars() {
        reader.press(digit).await?;
    }
    page.wait_until("view.compared === 1950 && !pick('.differences').hidden").await?;
    reader.done("compare", "the four digits")?;
    left(reader).await
}

/// Next and previous year, next change, first and last.
async fn moved(reader: &mut Reader<'_>) -> Result<()> {
    let page = reader.page;
    reader.press(Key::Right).await?;
    rests_at(page, 1973).await?;
    reader.done("next year", "right arrow")?;
    reader.press(Key::Left).await?;
    rests_at(page, 1972).await?;
    reader.done("previous year", "left arrow")?;
    reader.tab_to("[aria-label='Next year with change']", false).await?;
    reader.press(Key::Enter).await?;
    let dataset = detente::bundled::dataset();
    let changed = |year: &i16| !detente::moment::changes(&dataset, *year).is_empty();
    let next = (1973..=2025).find(changed).context("a year with change")?;
    rests_at(page, next).await?;
    reader.done("next change", "Shift+Tab, Enter")?;
    reader.tab_to(".slider", true).await?;
    for (key, year, task) in [(Key::Home, 1945, "first year"), (Key::End, 2025, "last year")] {
        reader.press(key).await?;
        rests_at(page, year).await?;
        reader.done(task, "from the slider")?;
    }
    Ok(())
}

/// Play and pause, and the speed.
async fn played(reader: &mut Reader<'_>) -> Result<()> {
    let page = reader.page;
    reader.press(Key::Home).await?;
    rests_at(page, 1945).await?;
    reader.presses = 0;
    reader.press(' ').await?;
    page.wait_until("!view.paused && Number(pick('.year').textContent) > 1945").await?;
    reader.done("play", "space bar on the slider")?;
    reader.press(' ').await?;
    page.wait_until("view.paused && pick('.slider').step === '1'").await?;
    reader.done("pause", "space bar")?;
    reader.tab_to(".speed", true).await?;
    // The arrow keys open a menu of the system in WebKitGTK, which its driver cannot reach; the digit chooses everywhere.
    reader.press('2').await?;
    page.wait_until("view.speed === 2").await?;
    reader.done("speed", "two Tabs, 2")
}

/// An actor by name, its ties, a source, and back.
async fn read(reader: &mut Reader<'_>) -> Result<()> {
    let page = reader.page;
    // Which stops a card has depends on the year, and how far the year was played on the machine.
    page.goto("#year=1972").await?;
    rests_at(page, 1972).await?;
    reader.skip_to("year", ".slider").await?;
    reader.press('/').await?;
    ensure!(reader.is_at(".sought").await?, "the search has the focus");
    reader.done("reach the search from the slider", "a slash; the slider by Tab, Enter")?;
    page.type_text("china").await?;
    page.wait_until("pick('.sought').getAttribute('aria-expanded') === 'true'").await?;
    reader.press(Key::Enter).await?;
    page.wait_until("!pick('.card').hidden && pick('.card h2').textContent === 'China'").await?;
    reader.done("pick an actor by name", "Enter after the letters of the name")?;
    // The reasons may still be on their way.
    page.wait_until("pick('.card .sources a') !== null").await?;
    reader.tab_to(".sources a", true).await?;
    let address = page.eval(&format!("{FOCUSED}.href")).await?;
    ensure!(address.as_str().is_some_and(|address| address.starts_with("http")), "{address}");
    reader.done("reach a source", "Tabs from the search; Enter would open it")?;
    page.script(
        "window.opened = undefined; root.addEventListener('click', (event) => { window.opened = event.target.closest('a')?.href; \
         event.preventDefault(); }, { once: true });",
        Vec::new(),
    )
    .await?;
    reader.press(Key::Enter).await?;
    page.wait_until(&format!("window.opened === {address}")).await?;
    reader.done("open a source", "Enter")?;
    walked(reader).await
}

/// The ties of whoever is in focus, from one to the next.
async fn walked(reader: &mut Reader<'_>) -> Result<()> {
    let page = reader.page;
    reader.press(Key::Escape).await?;
    page.wait_until("pick('.card').hidden").await?;
    ensure!(reader.is_at(".marks").await?, "Escape leads to the picture");
    reader.presses = 0;
    let mut names = Vec::new();
    for _ in 0..3 {
        reader.press(Key::Right).await?;
        page.wait_until("!pick('.tip').hidden").await?;
        names.push(page.text(".tip-name b").await?);
    }
    names.dedup();
    ensure!(names.len() == 3, "the arrow keys lead from one to the next: {names:?}");
    reader.done("walk from tie to tie", "an arrow key each")?;
    reader.press(Key::Enter).await?;
    page.wait_until("!pick('.card').hidden").await?;
    reader.done("put the tie into focus", "Enter")?;
    reader.press(Key::Escape).await?;
    page.wait_until("pick('.card').hidden").await?;
    reader.done("back to everyone", "Escape")
}

/// Out of the view by Tab alone, forwards to its end and backwards to the page's beginning: nothing keeps the focus.
async fn left(reader: &mut Reader<'_>) -> Result<()> {
    let page = reader.page;
    page.script("view.compared = undefined; pick('.table').open = false;", Vec::new()).await?;
    reader.skip_to("table", ".table > summary").await?;
    reader.presses = 0;
    let outside = format!("!root.contains({FOCUSED}) && {FOCUSED}?.localName !== 'detente-view'");
    for _ in 0..MOST {
        reader.press(Key::Tab).await?;
        if page.eval(&outside).await? == true {
            break;
        }
    }
    ensure!(page.eval(&outside).await? == true, "Tab does not lead out of the view");
    reader.done("leave the view", "Tabs from the table")?;
    // Backwards through everything, in the order of what is seen.
    reader.skip_to("year", ".slider").await?;
    reader.presses = 0;
    for _ in 0..40 {
        reader.back_tab().await?;
        if page.eval(&outside).await? == true {
            reader.presses = reader.presses.min(MOST);
            return reader.done("leave the view backwards", "Shift+Tabs from the slider");
        }
    }
    anyhow::bail!("Shift and Tab do not lead out of the view")
}
