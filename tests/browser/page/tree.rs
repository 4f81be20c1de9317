//! The tree of the picture, the one status, and what assistive technology gets of a view as a whole.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use detente::bundled;
use detente::data::{Dataset, TextColumns, read, validate};
use detente::layout::pack;
use detente::moment::Moment;
use detente::time::Playhead;
use detente::words;
use detente_browser::{Key, Page, Visit, built_site};
use serde_json::json;
use xtask::site::Site;

use crate::rests_at;

/// What the keyboard is on in the tree.
const AT: &str =
    "root.activeElement?.closest('.tree')?.contains(root.activeElement) ? root.activeElement.ariaLabel : null";

async fn open_tree(page: &Page) -> Result<()> {
    page.script("pick('.tree').open = true;", Vec::new()).await?;
    page.wait_until("root.querySelectorAll('.tree [role=treeitem]').length > 0").await
}

#[tokio::test]
async fn the_tree_is_walked_by_keys_from_rings_to_actors_to_what_is_known_of_them() -> Result<()> {
    let dataset = bundled::dataset();
    let table = words::table(&dataset, &Moment::at(&dataset, Playhead::end_of(1972)));
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1972).await?;
            open_tree(page).await?;
            // One stop of the keyboard, on the first ring.
            assert_eq!(page.count(".tree [tabindex='0']").await?, 1);
            page.focus(".tree [tabindex='0']").await?;
            let first: Vec<_> = table.rows.iter().take_while(|row| row.how == table.rows[0].how).collect();
            assert_eq!(page.eval(AT).await?, json!(format!("{}: {}", first[0].how, first.len())));
            page.keys(&[Key::Right.into(), Key::Right.into()]).await?;
            let actor = page.eval(AT).await?;
            assert!(actor.as_str().is_some_and(|said| said.starts_with(&first[0].title)), "{actor}");
            // All who are drawn, in the order of the rings.
            page.script("for (let it; (it = root.querySelector('.tree > ul > [aria-expanded=false]'));) it.firstChild.click();", Vec::new()).await?;
            let names = page.eval("[...root.querySelectorAll('.tree > ul > li > ul > li')].map((it) => it.dataset.key)").await?;
            let expected: Vec<&str> = table.rows.iter().map(|row| row.id.as_ref()).collect();
            assert_eq!(names, json!(expected));
            // What is known of China: why, spells, events; Enter leads to it and stays.
            page.script("const it = pick('[data-key=CHN]'); it.firstChild.click();", Vec::new()).await?;
            let kinds = page.eval("[...pick('[data-key=CHN]').querySelectorAll(':scope > ul > li')].map((it) => it.dataset.key.split('/')[1])").await?;
            assert_eq!(kinds, json!(["", "ties", "spells", "events", "acts"]));
            page.key(Key::Enter).await?;
            page.wait_until("view.focusId === 'CHN'").await?;
            page.wait_until("pick('[role=status]').textContent.startsWith('China')").await?;
            assert!(page.eval(AT).await?.as_str().is_some_and(|said| said.starts_with("China")));
            // Letters, Home, End, and Left back to the ring.
            page.type_text("s").await?;
            let said = page.eval(AT).await?;
            assert!(said.as_str().is_some_and(|said| said.to_lowercase().starts_with('s')), "{said}");
            page.key(Key::Left).await?;
            let ring = page.eval(AT).await?;
            assert!(ring.as_str().is_some_and(|said| said.contains(": ")), "{ring}");
            // Another year: the keyboard stays in the tree.
            page.script("view.year = 1973;", Vec::new()).await?;
            rests_at(page, 1973).await?;
            assert_ne!(page.eval(AT).await?, json!(null));
            Ok(())
        })
        .await
}

/// Notes what the status says and when.
const LISTEN: &str = "window.said = []; new MutationObserver(() => window.said.push([performance.now(), pick('[role=status]').textContent]))
    .observe(pick('[role=status]'), { childList: true, characterData: true, subtree: true });";

#[tokio::test]
async fn one_status_says_at_most_one_thing_a_second_and_in_play_only_changes() -> Result<()> {
    let dataset = bundled::dataset();
    Visit::to("#year=1958")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1958).await?;
            assert_eq!(page.count("[role=status], [aria-live]:not([role=alert])").await?, 1);
            page.script(LISTEN, Vec::new()).await?;
            // More than is said: who is in focus, six times in a row; the last is.
            page.script("for (const id of ['CHN', 'KOR', 'JPN', 'USA', 'SUN', 'CHN']) view.shadowRoot.querySelector('.marks').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));", Vec::new()).await?;
            page.wait_until("window.said.length >= 2").await?;
            page.script("view.playFrom(1958, 1966);", Vec::new()).await?;
            page.wait_until("view.paused && view.year === 1966").await?;
            page.wait_until("window.said.at(-1)[1].startsWith('1966')").await?;
            let said: Vec<(f64, String)> = serde_json::from_value(page.eval("window.said").await?)?;
            is_quiet(&said, &dataset)?;
            // One that speaks twice in a tenth of a second is noticed, and so is a long sentence.
            for planted in ["say('1'); setTimeout(() => say('2'), 100);", "say('long '.repeat(40));"] {
                let speak = "window.said.length = 0; const say = (text) => { pick('[role=status]').textContent = text; };";
                let rest = "return new Promise((done) => setTimeout(done, 200));";
                page.script(&format!("{speak} {planted} {rest}"), Vec::new()).await?;
                let said: Vec<(f64, String)> = serde_json::from_value(page.eval("window.said").await?)?;
                ensure!(is_quiet(&said, &dataset).is_err(), "{said:?} is not noticed");
            }
            Ok(())
        })
        .await
}

/// Whether a status says one thing at a time, of no more than is taken in at once, and in play only what changes.
fn is_quiet(said: &[(f64, String)], dataset: &Dataset) -> Result<()> {
    for pair in said.windows(2) {
        ensure!(pair[1].0 - pair[0].0 >= 500.0, "too soon: {said:?}");
    }
    ensure!(said.iter().all(|(_, text)| text.chars().count() <= 150), "too long: {said:?}");
    for (_, text) in said {
        let Some(year) = text.split(':').next().and_then(|year| year.parse::<i16>().ok()) else { continue };
        let changes = words::year(dataset, &Moment::at(dataset, Playhead::end_of(year))).rows.len();
        ensure!(year == 1966 || changes > 0, "{text} in play, and nothing changes");
    }
    Ok(())
}

/// The smallest dataset, in a page of its own.
fn site() -> Result<Site> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../data/good");
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a name")?.to_owned();
        files.push((name, fs::read(&path)?));
    }
    files.sort();
    let (dataset, _) = validate(&read(&files), &[]).map_err(|report| anyhow::anyhow!("{report}"))?;
    let mut site = built_site()?;
    site.insert("small.bin", pack(&dataset));
    site.insert("small.json", serde_json::to_vec(&dataset.texts().map(TextColumns::of))?);
    // A year in which something changes.
    let year = 1953;
    site.insert(
        "small.html",
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"icon.svg\">\
             <script type=\"module\" src=\"define.js\"></script>\
             <detente-view src=\"small.bin\" texts=\"small.json\" year=\"{year}\"></detente-view></html>"
        ),
    );
    Ok(site)
}

/// Opens what is closed, so that all of it is told.
const OPEN: &str = "for (const name of ['.tree', '.table']) pick(name).open = true;";

#[tokio::test]
async fn assistive_technology_gets_the_whole_view_in_words() -> Result<()> {
    Visit::to("small.html")
        .of_site(site()?)
        .under_policy(None)
        .with_assistive_technology()
        .run(async |page| {
            page.texts_ready().await?;
            page.wait_until("pick('#description').textContent !== ''").await?;
            page.script(OPEN, Vec::new()).await?;
            page.wait_until("root.querySelectorAll('.tree [role=treeitem]').length > 0 && root.querySelectorAll('.table tr').length > 0").await?;
            page.script("for (let it; (it = root.querySelector('.tree [aria-expanded=false]'));) it.firstChild.click(); root.activeElement?.blur();", Vec::new()).await?;
            let told = page.accessible().await?;
            let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("access/{}.txt", page.engine().name()));
            if env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&file, &told)?;
            }
            let expected = fs::read_to_string(&file).unwrap_or_default();
            assert_eq!(told, expected, "what assistive technology gets is not what {} has", file.display());
            // A name that is taken away is noticed.
            page.script("pick('.slider').removeAttribute('aria-label');", Vec::new()).await?;
            page.wait_until("!pick('.slider').hasAttribute('aria-label')").await?;
            assert_ne!(page.accessible().await?, expected, "a slider without a name");
            Ok(())
        })
        .await
}
