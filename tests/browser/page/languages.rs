//! The view in other languages: its labels and sentences, names and texts of the dataset, and what stays in the
//! dataset's own language.

use anyhow::{Context as _, Result};
use detente::data::{Dataset, TextColumns, read, validate};
use detente::layout::pack;
use detente_browser::{Page, Screen, Visit, built_site};
use serde_json::{Value, json};

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
            assert_eq!(page.eval("location.search + location.hash").await?, "?lang=it#year=1972");
            assert_eq!(page.text(".languages [aria-current]").await?, "Italiano");
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
            let link = "document.querySelector('nav.pages [hreflang=en]').getAttribute('href')";
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
