//! The workbench: a table with mistakes becomes a picture, and files that others load.

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use detente_browser::{Engine, Media, Overrides, POLICY, Page, STRICT_POLICY, Screen, Visit, response};
use serde_json::{Value, json};

use crate::axe::States;

/// What the page needs beside the strictest policy: a worker of its own, and pictures that it has made itself.
pub(crate) fn policy() -> String {
    STRICT_POLICY
        .replace("trusted-types detente-view", "trusted-types detente-view detente-workbench")
        .replace("img-src 'self'", "img-src 'self' blob:")
}

/// Three mistakes: a date that can be read in one way, a word with a slip, an end before its beginning.
const MISTAKES: &str = "source,target,start,end,type\nAland,Bland,1890,25.12.1905,rivalry\nAland,Bland,1906,,alliance\n\
    Aland,Cland,1890,1914,cordail\nBland,Dland,1920,1901,rivalry\n";

/// A visit to the workbench, with everything that it loads loaded. What is offered to be saved is kept in `kept`.
pub(crate) async fn visit(visit: Visit, work: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    visit
        .under_policy(Some(&policy()))
        .not_waiting()
        .run(async |page| {
            page.wait_until("document.documentElement.dataset.bench === 'ready'").await?;
            // In a frame, WebKitGTK tells of the view when it is seen, and not before.
            page.wait_until("!!view").await?;
            page.script("if (rest[0]) view.scrollIntoView();", vec![json!(page.engine() == Engine::Webkit)]).await?;
            page.texts_ready().await?;
            page.wait_until("view.dataset.late === 'ready'").await?;
            page.script("scrollTo(0, 0);", Vec::new()).await?;
            page.script(
                "window.kept = []; const make = URL.createObjectURL;
                 URL.createObjectURL = (blob) => { window.kept.push(blob); return make.call(URL, blob); };
                 HTMLAnchorElement.prototype.click = () => {};",
                Vec::new(),
            )
            .await?;
            work(page).await
        })
        .await
}

pub(crate) fn workbench() -> Visit {
    Visit::to("workbench.html")
}

/// Pastes a table, and waits until it has been checked.
async fn paste(page: &Page, text: &str) -> Result<()> {
    page.click("#paste-open").await?;
    page.script("pick('#pasted').value = rest[0];", vec![json!(text)]).await?;
    page.click("dialog button.main").await?;
    checked(page).await
}

/// Waits until nothing is being checked any longer.
async fn checked(page: &Page) -> Result<()> {
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    page.wait_until("document.documentElement.dataset.busy === undefined").await
}

/// Writes into a cell, as one types.
async fn write(page: &Page, row: usize, column: usize, text: &str) -> Result<()> {
    let cell = format!("input[data-row='{row}'][data-column='{column}']");
    page.script("pick(rest[0]).focus(); pick(rest[0]).select();", vec![json!(cell)]).await?;
    page.type_text(text).await?;
    checked(page).await
}

/// The bytes of the file that was offered last.
async fn kept(page: &Page) -> Result<Vec<u8>> {
    let bytes = "window.kept.at(-1).arrayBuffer().then((it) => btoa(Array.from(new Uint8Array(it), (byte) => String.fromCharCode(byte)).join('')))";
    let text = page.eval(bytes).await?;
    Ok(BASE64.decode(text.as_str().context("text")?)?)
}

/// Presses a button that offers a file; its bytes.
async fn save(page: &Page, button: &str) -> Result<Vec<u8>> {
    let before = page.eval("window.kept.length").await?;
    page.click(button).await?;
    // A picture in pixels is drawn from another, which is no file to save.
    let kind = if button == "#save-png" { "image/png" } else { "" };
    page.wait_until(&format!("window.kept.length > {before} && window.kept.at(-1).type.includes('{kind}')")).await?;
    kept(page).await
}

#[tokio::test]
async fn a_table_with_three_mistakes_is_mended_and_taken_along() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("detente-workbench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    visit(workbench(), async |page| {
        let loaded = page.server().requests().len();
        paste(page, MISTAKES).await?;
        // Each at its cell, and in the list.
        let wrong = "[...document.querySelectorAll('input[aria-invalid]')].map((it) => it.value)";
        assert_eq!(page.eval(wrong).await?, json!(["25.12.1905", "cordail", "1901"]));
        let codes = "[...document.querySelectorAll('.list .error')].map((it) => it.dataset.code)";
        assert_eq!(page.eval(codes).await?, json!(["bad-date", "unknown-word", "terminus-before-onset"]));
        assert_eq!(page.text("#status").await?, "3 mistakes to mend, 1 warning.");
        let note = page.eval("pick(`#${pick(\"input[aria-invalid]\").getAttribute('aria-describedby')}`).textContent").await?;
        assert!(note.as_str().is_some_and(|note| note.contains("write 1905-12-25")), "{note}");
        // The list leads to the cell.
        page.click(".list .error:nth-of-type(3) .go").await?;
        page.wait_until("document.activeElement.value === '1901'").await?;
        // One is mended by its button, the others by typing.
        page.click(".list .error .fix").await?;
        checked(page).await?;
        assert_eq!(page.eval(wrong).await?, json!(["cordail", "1901"]));
        write(page, 3, 4, "cordial").await?;
        assert_eq!(page.text("#status").await?, "1 mistake to mend, 1 warning.");
        assert!(page.shows("#stale").await?, "the picture is that of the last good table");
        write(page, 4, 3, "1921").await?;
        assert_eq!(page.text("#status").await?, "No mistakes, 1 warning: 4 ties between 4 actors, 1890–1921.");
        assert!(!page.shows("#stale").await?);
        page.wait_until("view.dataset.state === 'ready' && view.year === 1921").await?;
        page.wait_until("view.printout().includes('Dland') && !view.printout().includes('Eland')").await?;
        // What is taken along.
        let lines = page.eval("pick('#embed-code').value").await?.as_str().context("lines")?.to_owned();
        assert!(lines.contains("src=\"pasted.bin\" texts=\"pasted.json\"") && lines.contains("integrity=\"sha384-"), "{lines}");
        let (pack, texts) = (save(page, "#save-pack").await?, save(page, "#save-texts").await?);
        let single = save(page, "#save-page").await?;
        let tables = save(page, "#save-package").await?;
        assert_eq!(&tables[..4], b"PK\x03\x04");
        let picture = save(page, "#save-svg").await?;
        assert!(String::from_utf8(picture)?.contains("Dland"));
        assert_eq!(&save(page, "#save-png").await?[1..4], b"PNG");
        // Nothing was asked for, of nobody, since the page was there.
        assert_eq!(page.server().requests()[loaded..], Vec::<String>::new()[..]);
        let elsewhere = "performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin) && !name.startsWith('blob:')).map(({ name }) => name)";
        assert_eq!(page.eval(elsewhere).await?, json!([]));

        // The lines on a page of their own, with the files beside it.
        let host = format!("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>x</title><link rel=\"icon\" href=\"icon.svg\"><body>{lines}</body></html>");
        let beside = Overrides::default()
            .with_header(POLICY, STRICT_POLICY)
            .with_response("/host.html", response(200, "text/html; charset=utf-8", host))
            .with_response("/pasted.bin", response(200, "application/octet-stream", pack))
            .with_response("/pasted.json", response(200, "application/json", texts));
        page.server().set_overrides(beside);
        page.goto("host.html").await?;
        page.ready().await?;
        page.texts_ready().await?;
        assert_eq!(page.eval("view.year").await?, 1921);
        assert!(page.eval("view.printout()").await?.as_str().is_some_and(|text| text.contains("Dland")));

        // The single file, from a disk.
        let file = folder.join("pasted.html");
        std::fs::write(&file, single)?;
        page.client().goto(&format!("file://{}#year=1910", file.display())).await?;
        page.ready().await?;
        assert_eq!(page.eval("view.year").await?, 1910);
        assert_eq!(page.text("h1").await?, "Pasted");
        Ok(())
    })
    .await?;
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

#[tokio::test]
async fn a_long_table_is_used_as_soon_as_it_is_pasted() -> Result<()> {
    visit(workbench(), async |page| {
        let head = "source,target,start,end,type\n";
        let row = |at: usize| format!("State {},State {},{},,alliance\n", at % 60, 60 + at / 60, 1900 + at % 90);
        let rows = (0..2_000).map(row).fold(String::new(), |all, row| all + &row);
        page.click("#paste-open").await?;
        let pasted = |text: String| {
            page.script(
                "const clipboardData = new DataTransfer();
                 clipboardData.setData('text/plain', rest[0]);
                 // Firefox takes the text itself, and not what carries it.
                 const event = new ClipboardEvent('paste', { clipboardData, data: rest[0], dataType: 'text/plain', bubbles: true, cancelable: true });
                 return !pick('#pasted').dispatchEvent(event);",
                vec![json!(text)],
            )
        };
        assert_eq!(pasted(head.to_owned() + &rows[..1_000]).await?, false, "a short one is shown before it is used");
        assert_eq!(pasted(head.to_owned() + &rows).await?, true);
        checked(page).await?;
        assert_eq!(page.eval("pick('#paste').open").await?, false);
        let status = page.text("#status").await?;
        assert!(status.contains("2000 ties between 94 actors"), "{status}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_wrong_dataset_leaves_the_picture() -> Result<()> {
    visit(workbench(), async |page| {
        let before = page.eval("view.printout()").await?;
        assert!(before.as_str().is_some_and(|text| text.contains("Eland")), "{before}");
        for wrong in ["nothing at all", "source,target\nA,B\n", MISTAKES, "{\"ties\": 7}", "<gexf>"] {
            paste(page, wrong).await?;
            assert!(page.shows(".list .error").await?, "{wrong}");
            assert!(page.shows("#stale").await?, "{wrong}");
            assert_eq!(page.eval("view.dataset.state").await?, "ready", "{wrong}");
            assert_eq!(page.eval("view.printout()").await?, before, "{wrong}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn columns_words_and_the_centre_are_set_by_the_reader() -> Result<()> {
    visit(workbench(), async |page| {
        paste(page, "who;with;began;over;mood\nAland;Bland;1900;1910;sunny\nAland;Cland;1901;;rainy\n").await?;
        let choose =
            "const it = pick(rest[0]); it.value = rest[1]; it.dispatchEvent(new Event('change', { bubbles: true }));";
        for (name, meaning) in [("who", "a"), ("with", "b"), ("began", "from"), ("over", "until"), ("mood", "kind")] {
            let select = format!("select[aria-label='What the column {name} is read as']");
            page.script(choose, vec![json!(select), json!(meaning)]).await?;
            checked(page).await?;
        }
        let unknown = "[...document.querySelectorAll('.words .error b')].map((it) => it.textContent)";
        assert_eq!(page.eval(unknown).await?, json!(["sunny", "rainy"]));
        for (word, stance) in [("sunny", "3"), ("rainy", "-2")] {
            let select = format!("select[aria-label='What the word {word} means']");
            page.script(choose, vec![json!(select), json!(stance)]).await?;
            checked(page).await?;
        }
        assert!(page.text("#status").await?.starts_with("No mistakes"), "{}", page.text("#status").await?);
        page.script(choose, vec![json!("#title"), json!("Fair and foul: moods-1900")]).await?;
        page.script(choose, vec![json!("#ego"), json!("Aland")]).await?;
        checked(page).await?;
        page.wait_until("view.dataset.state === 'ready'").await?;
        let page_of = String::from_utf8(save(page, "#save-page").await?)?;
        assert!(page_of.contains("<h1>Fair and foul: moods-1900</h1>"));
        let json = {
            page.script(choose, vec![json!("#other-form"), json!("json")]).await?;
            save(page, "#save-other").await?
        };
        let json: Value = serde_json::from_slice(&json)?;
        assert_eq!(json["detente"]["ego"], "Aland", "{json}");
        Ok(())
    })
    .await
}

/// Ties of some months, and of some days.
const MONTHS: &str =
    "source,target,start,end,type\nAland,Bland,1914-02,1914-05,alliance\nAland,Cland,1914-01,1914-12,rivalry\n";
const DAYS: &str = "source,target,start,end,type\nAland,Bland,1914-06-28,1914-07-30,alliance\nAland,Cland,1914-06-28,1914-08-04,rivalry\n";

#[tokio::test]
async fn the_shown_month_or_day_stays_when_the_table_changes_and_is_the_one_that_is_saved() -> Result<()> {
    visit(workbench(), async |page| {
        for (table, step, span, shown, written) in [
            (MONTHS, "month", "1914-01 to 1914-12", "1914-03", "March 1914"),
            (DAYS, "day", "1914-06-28 to 1914-08-04", "1914-07-23", "23 July 1914"),
        ] {
            let dates: Vec<&str> = table.split([',', '\n']).filter(|cell| cell.starts_with("1914")).collect();
            let [first, last] = [dates.iter().min().context("a date")?, dates.iter().max().context("a date")?];
            // A folder whose descriptor says what is counted, as it would be dropped.
            let descriptor = format!("{{ \"detente\": {{ \"span\": \"{first}/{last}\", \"step\": \"{step}\" }} }}");
            page.script(
                "const given = new DataTransfer();
                 for (const [name, text] of rest[0]) given.items.add(new File([text], name));
                 pick('#files').files = given.files;
                 pick('#files').dispatchEvent(new Event('change'));",
                vec![json!([["datapackage.json", descriptor], ["mine.csv", table]])],
            )
            .await?;
            checked(page).await?;
            let status = page.text("#status").await?;
            assert!(status.ends_with(&format!("2 ties between 3 actors, {span}.")), "{status}");
            page.wait_until(&format!("view.dataset.state === 'ready' && view.year === '{last}'")).await?;
            page.script("view.year = rest[0];", vec![json!(shown)]).await?;
            page.wait_until(&format!("view.year === '{shown}'")).await?;
            // Another word in the table.
            page.script("[...document.querySelectorAll('#tabs button')].find((it) => it.textContent.includes('mine.csv')).click();", Vec::new())
                .await?;
            page.wait_until("document.querySelector(\"input[data-row='2'][data-column='4']\")?.value === 'rivalry'").await?;
            let before = page.eval("view.printout()").await?;
            write(page, 2, 4, "war").await?;
            page.wait_until(&format!("view.dataset.state === 'ready' && view.printout() !== {before}")).await?;
            assert_eq!(page.eval("view.year").await?, shown, "{step}");
            let picture = String::from_utf8(save(page, "#save-svg").await?)?;
            assert!(picture.contains(&format!("at the end of {written}")), "{step}: {}", &picture[..600]);
            let lines = page.eval("pick('#embed-code').value").await?.as_str().context("lines")?.to_owned();
            assert!(lines.contains(&format!("year=\"{last}\"")), "{lines}");
        }
        // Of what counts something else, the last step is shown.
        paste(page, "source,target,start,end,type\nAland,Bland,1900,1920,alliance\n").await?;
        page.wait_until("view.dataset.state === 'ready' && view.year === 1920").await
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_in_any_state() -> Result<()> {
    let dark = Media { dark: true, ..Media::default() };
    for (screen, media, mistakes) in
        [(Screen::DESK, Media::default(), false), (Screen::DESK, dark, true), (Screen::PHONE, Media::default(), true)]
    {
        visit(workbench().on(screen).with_media(media), async |page| {
            if mistakes {
                paste(page, MISTAKES).await?;
            }
            let mut states = States::of(page);
            states
                .look(&format!("the workbench, {} px, dark: {}, mistakes: {mistakes}", screen.width, media.dark))
                .await?;
            page.click("#paste-open").await?;
            states.look("the workbench's dialog").await?;
            states.are_clean()?;
            let wide =
                page.eval("document.documentElement.scrollWidth <= document.documentElement.clientWidth").await?;
            assert_eq!(wide, true, "the page is wider than the screen");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_its_other_part_it_checks_tables_and_says_what_is_missing() -> Result<()> {
    workbench()
        .under_policy(Some(&policy()))
        .not_waiting()
        .forgiving("404")
        .answering("/workbench-late.wasm", response(404, "text/plain", "There is no such file."))
        .run(async |page| {
            let missing = "./workbench-late.wasm could not be fetched (404): load this page again";
            page.wait_until(&format!("pick('#status').textContent === '{missing}'")).await?;
            page.wait_until("document.querySelectorAll('input[data-row]').length > 0").await
        })
        .await
}
