//! The view in other languages: its labels and sentences, names and texts of the dataset, and what stays in the
//! dataset's own language.

use anyhow::{Context as _, Result};
use detente::data::{Dataset, TextColumns, read, validate};
use detente::layout::pack;
use detente_browser::{Overrides, Page, Screen, Visit, built_site, response};
use serde_json::{Value, json};

use crate::axe::States;
use crate::rests_at;

/// Whether the words of the view, and the texts of its dataset, are there in a language.
async fn speaks(page: &Page, language: &str) -> Result<()> {
    page.texts_ready().await?;
    page.wait_until(&format!("view.dataset.words === '{language}'")).await
}

/// Texts of the dataset's own language that do not say so: parts of texts between the marks that the program puts
/// round them, in an element of another language or direction; and elements that are marked without such a text.
const UNMARKED: &str = "(() => {
    const texts = document.createTreeWalker(pick('.view'), NodeFilter.SHOW_TEXT), wrong = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (!/[\\u2066\\u2067]/.test(text.data)) continue;
        const at = text.parentElement, marked = at.closest('[lang]');
        if (at.matches('option')) continue;
        if (!marked || marked.lang !== 'OWN' || marked.dir !== 'ltr') wrong.push(text.data);
    }
    return wrong;
})()";

/// How many texts are marked as being in a language.
fn marked(language: &str) -> String {
    format!("root.querySelectorAll('.foreign[lang={language}][dir=ltr]').length")
}

#[tokio::test]
async fn labels_sentences_and_names_are_in_the_language_of_the_address() -> Result<()> {
    // Of each: a label, what the ego and a state that is no more are called, whether the year's line is translated, and
    // how the note on English texts begins.
    let all = [
        (
            "it",
            "Confronta con",
            ["Corea del Sud", "Unione Sovietica"],
            true,
            "Alcuni testi di questi dati sono in inglese",
        ),
        ("ko", "비교", ["대한민국", "소련"], false, "이 데이터의 일부 글은 영어"),
        ("ar", "", ["كوريا الجنوبية", "الاتحاد السوفيتي"], false, "بعض نصوص هذه البيانات باللغة الإنجليزية"),
    ];
    for (language, compare, names, is_line_translated, note) in all {
        Visit::to(&format!("?lang={language}#year=1972"))
            .on(if language == "ar" { Screen::PHONE } else { Screen::DESK })
            .run(async |page| {
                speaks(page, language).await?;
                rests_at(page, 1972).await?;
                let said = page.text(".compare").await?;
                assert!(said.contains(compare), "{said}");
                let rows = page.eval("[...root.querySelectorAll('.timeline button')].map((it) => it.getAttribute('aria-label')).join('\\n')").await?;
                for name in names {
                    assert!(rows.to_string().contains(name), "{name} in {rows}");
                }
                // Titles of events are English, and say so; whatever is not marked is wrong.
                assert_eq!(page.eval(&UNMARKED.replace("OWN", "en")).await?, json!([]));
                assert!(page.eval(&marked("en")).await?.as_u64().is_some_and(|count| count > 3), "{language}");
                let title = "root.querySelector('.change h3 .foreign').lang";
                assert_eq!(page.eval(title).await?, "en");
                let line = page.eval("Boolean(root.querySelector('.line .foreign'))").await?;
                assert_eq!(line, json!(!is_line_translated), "{language}");
                let said = page.text(".texts-in").await?;
                assert!(said.starts_with(note), "{said}");
                assert_eq!(page.eval("pick('.view').closest('[lang]')?.lang ?? view.lang").await?, language);
                let direction = if language == "ar" { "rtl" } else { "ltr" };
                assert_eq!(page.eval("getComputedStyle(pick('.view')).direction").await?, direction);
                // What is in focus, and found, and its sources' titles.
                page.eval("view.focusId = 'USA'").await?;
                page.wait_until("pick('.card') && !pick('.card').hidden && pick('.card').textContent.length > 200").await?;
                page.wait_until(&format!("{}.length === 0", UNMARKED.replace("OWN", "en"))).await?;
                // Nothing is wider than the page, and the address keeps the language.
                assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await?, true);
                assert_eq!(page.eval("location.search").await?, format!("?lang={language}"));
                // A text that does not say its language is noticed.
                page.eval("root.querySelector('.foreign').removeAttribute('lang')").await?;
                let unmarked = page.eval(&UNMARKED.replace("OWN", "en")).await?;
                assert_eq!(unmarked.as_array().map(Vec::len), Some(1), "{unmarked}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_reader_finds_the_other_languages_and_comes_back() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            assert_eq!(page.texts(".languages a").await?, ["English", "Italiano", "한국어", "العربية"]);
            assert_eq!(page.eval("root.querySelectorAll('.foreign').length").await?, 0);
            assert!(!page.shows(".texts-in").await?);
            // The dataset's texts in other languages were not asked for.
            let asked =
                "performance.getEntriesByType('resource').some(({ name }) => /texts-(it|ko|ar)|messages-/.test(name))";
            assert_eq!(page.eval(asked).await?, false);
            page.click(".languages a[lang=it]").await?;
            page.ready().await?;
            speaks(page, "it").await?;
            rests_at(page, 1972).await?;
            assert_eq!(page.eval("location.pathname + location.hash").await?, "/index-it.html#year=1972");
            assert_eq!(page.text(".languages [aria-current]").await?, "Italiano");
            // From page to page, and back to the first one.
            page.wait_until("!('wordless' in view.dataset)").await?;
            page.click(".languages a[lang=ko]").await?;
            page.ready().await?;
            speaks(page, "ko").await?;
            assert_eq!(page.eval("location.pathname + location.hash").await?, "/index-ko.html#year=1972");
            page.wait_until("!('wordless' in view.dataset)").await?;
            page.click(".languages a[lang=en]").await?;
            page.ready().await?;
            rests_at(page, 1972).await?;
            assert_eq!(page.eval("location.pathname + location.search + location.hash").await?, "/#year=1972");
            page.texts_ready().await?;
            page.eval("view.lang = 'it'").await?;
            speaks(page, "it").await?;
            // The attribute is said first, and English is as it was.
            page.eval("view.lang = 'en'").await?;
            speaks(page, "en").await?;
            page.wait_until("root.querySelectorAll('.foreign').length === 0 && !pick('.texts-in').checkVisibility()")
                .await?;
            page.wait_until(
                "root.textContent.includes('Soviet Union') && !root.textContent.includes('Unione Sovietica')",
            )
            .await
        })
        .await
}

/// What can be seen of the view and of the still picture in its place, and read in English letters there.
const SEEN: &str = "(() => {
    const still = [...document.querySelectorAll('.still')].filter((it) => it.checkVisibility());
    const words = still[0]?.querySelector('.counts').textContent ?? pick('.counts').textContent;
    return { view: pick('.view').checkVisibility({ visibilityProperty: true }), still: still.length, words };
})()";

#[tokio::test]
async fn the_first_frame_of_a_page_in_a_language_is_in_it() -> Result<()> {
    for (path, year) in [("/messages-ko.txt", 1972), ("/late.js", 1972), ("/detente-texts-ko.txt", 2025)] {
        Visit::to(&format!("index-ko.html#year={year}"))
            .not_waiting()
            .holding(path)
            .forgiving("preloaded using link preload")
            .run(async |page| {
                page.wait_until("view?.dataset.state === 'ready'").await?;
                let seen = page.eval(SEEN).await?;
                assert_eq!((&seen["view"], &seen["still"]), (&json!(false), &json!(1)), "{path}: {seen}");
                assert!(seen["words"].to_string().contains("북한과 수교한 나라"), "{seen}");
                // The canvases have their sizes already.
                assert!(page.eval("pick('.net').clientHeight").await?.as_u64().is_some_and(|height| height > 200));
                // A view that does not wait would be seen, and in English where its words are still to come.
                if path == "/late.js" {
                    page.eval("delete view.dataset.wordless").await?;
                    let seen = page.eval(SEEN).await?;
                    assert_eq!((&seen["view"], &seen["still"]), (&json!(true), &json!(0)), "{seen}");
                    assert!(seen["words"].to_string().contains("relations"), "{seen}");
                    page.eval("view.dataset.wordless = ''").await?;
                }
                page.server().set_overrides(Overrides::default());
                page.wait_until("!('wordless' in view.dataset)").await?;
                let seen = page.eval(SEEN).await?;
                assert_eq!((&seen["view"], &seen["still"]), (&json!(true), &json!(0)), "{seen}");
                assert!(seen["words"].to_string().contains("북한과 수교한 나라"), "{seen}");
                assert_eq!(page.eval("view.dataset.words").await?, "ko");
                rests_at(page, year).await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_in_a_language_shows_what_it_has_where_words_or_parts_do_not_come() -> Result<()> {
    for path in ["/messages-ko.txt", "/late.js", "/detente-texts.txt"] {
        Visit::to("index-ko.html#year=1972")
            .not_waiting()
            .answering(path, response(404, "text/plain", "There is no such file."))
            .forgiving("404")
            .forgiving("could not be loaded")
            .forgiving("preloaded using link preload")
            .run(async |page| {
                page.wait_until("view?.dataset.state === 'ready' && !('wordless' in view.dataset)").await?;
                let seen = page.eval(SEEN).await?;
                assert_eq!((&seen["view"], &seen["still"]), (&json!(true), &json!(0)), "{path}: {seen}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_page_in_arabic_runs_from_right_to_left_and_axe_finds_nothing() -> Result<()> {
    for screen in [Screen::DESK, Screen::PHONE] {
        Visit::to("index-ar.html#year=1972")
            .on(screen)
            .run(async |page| {
                speaks(page, "ar").await?;
                page.wait_until("!('wordless' in view.dataset)").await?;
                rests_at(page, 1972).await?;
                assert_eq!(page.eval("getComputedStyle(document.querySelector('footer')).direction").await?, "rtl");
                assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await?, true);
                let mut states = States::of(page);
                states.look("the page in Arabic").await?;
                states.are_clean()
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_story_is_told_in_italian_and_says_what_is_not() -> Result<()> {
    Visit::to("story-it.html#first-words")
        .run(async |page| {
            page.wait_until("view?.dataset.words === 'it'").await?;
            assert_eq!(page.eval("document.documentElement.lang").await?, "it");
            assert_eq!(page.eval("document.querySelector('#first-words h3').textContent").await?, "Luglio 1972: le prime parole in comune");
            page.wait_until("document.querySelector('.steps-bar button:last-of-type')?.textContent === 'Successivo ›'").await?;
            // Titles of events are English.
            let events = "[...document.querySelectorAll('#first-words .rests li > a')].every((link) => link.querySelector('[lang=en][dir=ltr]'))";
            assert_eq!(page.eval(events).await?, true);
            assert_eq!(page.eval("/[\\u2066-\\u2069]/.test(document.querySelector('.steps').textContent)").await?, false);
            let link = "document.querySelector('nav.pages [hreflang=en][lang]').getAttribute('href')";
            assert_eq!(page.eval(link).await?, "story.html");
            Ok(())
        })
        .await
}

/// A dataset in Italian, and partly in English.
fn cities() -> Result<Dataset> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/two-languages");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        files.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), std::fs::read(&path)?));
    }
    Ok(validate(&read(&files), &[]).map_err(|report| anyhow::anyhow!("{report}"))?.0)
}

#[tokio::test]
async fn a_dataset_of_another_language_says_so_in_english() -> Result<()> {
    let dataset = cities()?;
    let mut site = built_site()?;
    site.insert("cities.bin", pack(&dataset));
    let texts = dataset.texts().context("it has texts")?;
    site.insert("cities.json", serde_json::to_vec(&TextColumns::of(texts))?);
    for translation in &texts.translations {
        site.insert(format!("cities-{}.json", translation.language), serde_json::to_vec(translation)?);
    }
    let head = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"icon.svg\">\
         <script type=\"module\" src=\"define.js\"></script><h1>A host</h1>";
    site.insert(
        "host.html",
        format!("{head}<detente-view src=\"cities.bin\" texts=\"cities.json\" year=\"1400\"></detente-view></html>"),
    );
    Visit::to("host.html")
        .of_site(site)
        .run(async |page| {
            page.texts_ready().await?;
            page.wait_until("root.textContent.includes('Mist')").await?;
            assert_eq!(page.text(".line").await?, "It begins well");
            assert_eq!(page.eval(&UNMARKED.replace("OWN", "it")).await?, json!([]));
            assert!(page.eval(&marked("it")).await?.as_u64().is_some_and(|count| count > 0));
            assert_eq!(page.text(".texts-in").await?, "Some texts of this dataset are in Italian.");
            page.eval("view.year = 1402").await?;
            page.wait_until("pick('.line').textContent.includes('Finisce male')").await?;
            assert_eq!(page.eval("root.querySelector('.line .foreign').lang").await?, "it");
            // In its own language nothing stands out.
            page.eval("view.lang = 'it'").await?;
            page.wait_until("view.dataset.words === 'it' && root.querySelectorAll('.foreign').length === 0").await?;
            page.wait_until("root.textContent.includes('Bruma') && !root.textContent.includes('Mist')").await?;
            assert_eq!(page.eval("pick('.texts-in').checkVisibility()").await?, Value::Bool(false));
            Ok(())
        })
        .await
}
