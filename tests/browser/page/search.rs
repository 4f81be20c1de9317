//! Finding a country, an event or a year, and citing the view.

use anyhow::{Context as _, Result};
use detente_browser::{Key, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::rests_at;

/// The field of the search.
const FIELD: &str = ".sought";
const OPEN: &str = "pick('.sought').getAttribute('aria-expanded') === 'true'";

/// Types into the search by the keyboard alone, and waits for the list.
async fn seek(page: &Page, words: &str) -> Result<()> {
    page.focus(".play").await?;
    page.type_text("/").await?;
    page.type_text(words).await?;
    page.wait_until(OPEN).await
}

#[tokio::test]
async fn an_event_is_found_by_keys_and_marked_in_its_year() -> Result<()> {
    Visit::to("#year=1951&focus=CHN")
        .run(async |page| {
            page.texts_ready().await?;
            seek(page, "sunshine").await?;
            assert_eq!(page.text("[role=option] b").await?, "Sunshine");
            assert_eq!(page.text("[role=option] .detail").await?, "25 February 1998 · South Korea");
            assert_eq!(page.attribute(FIELD, "aria-activedescendant").await?, None);
            page.key(Key::Down).await?;
            let active = page.attribute(FIELD, "aria-activedescendant").await?.context("an option is active")?;
            assert_eq!(page.attribute(&format!("#{active}"), "aria-selected").await?.as_deref(), Some("true"));
            page.wait_until("pick('[role=status]').textContent === '2 found'").await?;
            page.key(Key::Enter).await?;
            rests_at(page, 1998).await?;
            page.wait_until("Boolean(root.querySelector('.found'))").await?;
            assert_eq!(page.text(".found h3").await?, "Kim Dae-jung announces the Sunshine Policy (much warmer)");
            assert_eq!(page.attribute(".found", "aria-current").await?.as_deref(), Some("true"));
            assert_eq!(page.address().await?, "#year=1998", "nobody is in focus");
            seen(page).await
        })
        .await
}

/// The marked event is in sight.
async fn seen(page: &Page) -> Result<()> {
    page.wait_until(
        "(() => { const it = pick('.found h3').getBoundingClientRect(), all = pick('.scroll').getBoundingClientRect(); \
         return it.top >= Math.max(all.top, 0) && it.bottom <= Math.min(all.bottom, innerHeight); })()",
    )
    .await
}

#[tokio::test]
async fn an_event_is_found_by_pointer_also_on_a_phone() -> Result<()> {
    for screen in [Screen::DESK, Screen::PHONE] {
        Visit::to("#year=1990")
            .on(screen)
            .run(async |page| {
                page.texts_ready().await?;
                page.focus(FIELD).await?;
                page.type_text("kaesong").await?;
                page.wait_until(OPEN).await?;
                assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await?, true);
                let title = page.text("#found-0 .title").await?;
                assert!(title.contains("Kaesong"), "{title}");
                if screen == Screen::PHONE {
                    page.tap_at(page.reach("#found-0").await?.centre()).await?;
                } else {
                    page.click("#found-0").await?;
                }
                page.wait_until("Boolean(root.querySelector('.found'))").await?;
                assert!(page.text(".found h3").await?.starts_with(&title));
                assert!(!page.shows(".popup").await?);
                seen(page).await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_event_of_the_shown_year_is_marked_at_once() -> Result<()> {
    Visit::to("#year=1998")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1998).await?;
            seek(page, "sunshine policy").await?;
            page.key(Key::Enter).await?;
            page.wait_until("Boolean(root.querySelector('.found'))").await?;
            seen(page).await
        })
        .await
}

#[tokio::test]
async fn a_country_is_put_into_focus_at_a_year_in_which_it_is() -> Result<()> {
    Visit::to("#year=2025")
        .run(async |page| {
            page.texts_ready().await?;
            seek(page, "Cuba").await?;
            assert_eq!(page.text("#found-0 .title").await?, "Cuba");
            assert_eq!(page.text("#found-0 .detail").await?, "cooperative at the end of 2025");
            page.key(Key::Enter).await?;
            page.wait_until("!pick('.card').hidden && pick('.card h2').textContent === 'Cuba'").await?;
            assert_eq!(page.address().await?, "#year=2025&focus=CUB");
            // The Soviet Union is gone at the end of 2025; it is shown when it last was.
            seek(page, "soviet").await?;
            page.key(Key::Enter).await?;
            page.wait_until("location.hash === '#year=1990&focus=SUN'").await?;
            // A name of which only the letters fit.
            seek(page, "cote d'ivoire").await?;
            page.click("#found-0").await?;
            page.wait_until("pick('.card h2').textContent === 'Ivory Coast'").await
        })
        .await
}

#[tokio::test]
async fn a_year_is_gone_to_and_escape_closes_then_clears() -> Result<()> {
    Visit::to("#year=2025")
        .run(async |page| {
            page.texts_ready().await?;
            seek(page, "1994").await?;
            assert_eq!(page.text("#found-0 .title").await?, "1994");
            page.key(Key::Enter).await?;
            rests_at(page, 1994).await?;
            seek(page, "199").await?;
            assert_eq!(page.count("[role=group][aria-label=Years] [role=option]").await?, 10);
            // Up from the field is the last; once more through the field is the first again.
            page.keys(&[Key::Up.into(), Key::Down.into(), Key::Down.into()]).await?;
            assert_eq!(page.attribute(FIELD, "aria-activedescendant").await?.as_deref(), Some("found-0"));
            page.key(Key::Home).await?;
            assert_eq!(page.attribute(FIELD, "aria-activedescendant").await?, None);
            assert_eq!(page.ask(FIELD, "it.selectionStart").await?, 0);
            page.key(Key::Escape).await?;
            assert!(!page.shows(".popup").await?);
            assert_eq!(page.ask(FIELD, "it.value").await?, "199");
            page.key(Key::Escape).await?;
            assert_eq!(page.ask(FIELD, "it.value").await?, "");
            rests_at(page, 1994).await
        })
        .await
}

#[tokio::test]
async fn nothing_found_is_said_and_nothing_is_markup() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            page.focus(FIELD).await?;
            page.type_text("<b>/zzz").await?;
            page.wait_until("!pick('.none').hidden").await?;
            assert_eq!(page.attribute(FIELD, "aria-expanded").await?.as_deref(), Some("false"));
            assert_eq!(page.ask(FIELD, "it.value").await?, "<b>/zzz", "a stroke is a letter where one types");
            page.wait_until("pick('[role=status]').textContent === 'Nothing found'").await?;
            page.key(Key::Enter).await?;
            rests_at(page, 1972).await
        })
        .await
}

#[tokio::test]
async fn the_citation_names_the_year_and_who_is_in_focus() -> Result<()> {
    Visit::to("#year=1951&focus=CHN")
        .run(async |page| {
            page.texts_ready().await?;
            page.click(".cite").await?;
            page.wait_until("root.querySelector('dialog')?.open === true").await?;
            let address = page.client().current_url().await?.to_string();
            let text = page.ask("#cite-text", "it.value").await?;
            let text = text.as_str().unwrap_or_default();
            assert!(
                text.starts_with("Détente contributors (2026). North Korea’s friends and foes, 1945–2025"),
                "{text}"
            );
            assert!(text.contains("end of 1951; China in focus") && text.ends_with(&address), "{text}");
            let bibtex = page.ask("#cite-bibtex", "it.value").await?;
            let bibtex = bibtex.as_str().unwrap_or_default();
            assert!(
                bibtex.starts_with("@misc{detente-1951-CHN,\n") && bibtex.contains("\n  year = {2026},\n"),
                "{bibtex}"
            );
            assert!(is_balanced(bibtex));
            let csl = page.ask("#cite-csl", "it.value").await?;
            let csl: Value = serde_json::from_str(csl.as_str().unwrap_or_default())?;
            assert_eq!(csl[0]["type"], "dataset");
            assert_eq!(csl[0]["issued"]["date-parts"], json!([[2026]]));
            assert_eq!(csl[0]["URL"], json!(address));
            page.click("[aria-label='Copy BibTeX']").await?;
            page.wait_until("/^BibTeX (copied|is selected)/.test(pick('.said').textContent)").await?;
            page.key(Key::Escape).await?;
            page.wait_until("!pick('dialog').open").await?;
            assert_eq!(page.eval("root.activeElement.className").await?, "opener cite", "the focus is back");
            assert!(!page.ask(".card", "it.hidden").await?.as_bool().unwrap_or(true), "China is still in focus");
            Ok(())
        })
        .await
}

/// Braces as BibTeX counts them: a backslash before one changes nothing.
fn is_balanced(bibtex: &str) -> bool {
    let mut depth = 0;
    for letter in bibtex.chars() {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

#[tokio::test]
async fn a_citation_of_a_hostile_dataset_can_be_read() -> Result<()> {
    Visit::to("")
        .run(async |page| {
            let made = page
                .script(
                    r#"return (async () => {
                    const { citations, addressOf } = await import("./dialogs.js");
                    const address = addressOf("http://x.example/a%20b#year=1&lens=x{}", true, 1999, "a{,b");
                    const made = citations({ key: "detente-1999-ab", author: "", title: "50% of {A_B} & #1 ~ \\x \"q\" $ ^ ü }}",
                        version: "1_0", published: undefined, view: "end of 1999; Å}\n{ in focus", text: "50%." }, address);
                    return { ...made, plain: addressOf("http://x.example/#year=1", false, 1999, "") };
                })();"#,
                    Vec::new(),
                )
                .await?;
            let bibtex = made["bibtex"].as_str().unwrap_or_default();
            assert!(is_balanced(bibtex), "{bibtex}");
            let title = "  title = {{50\\% of \\textbraceleft{}A\\_B\\textbraceright{} \\& \\#1 \\textasciitilde{} \
                         \\textbackslash{}x \"q\" \\$ \\textasciicircum{} ü \\textbraceright{}\\textbraceright{}}},\n";
            assert!(bibtex.contains(title), "{bibtex}");
            assert!(bibtex.starts_with("@misc{detente-1999-ab,\n"), "{bibtex}");
            assert!(!bibtex.contains("year =") && !bibtex.contains("author ="), "nothing is invented: {bibtex}");
            let csl: Value = serde_json::from_str(made["csl"].as_str().unwrap_or_default())?;
            assert_eq!(csl[0].get("issued"), None);
            assert_eq!(csl[0]["URL"], "http://x.example/a%20b#year=1999&lens=x%7B%7D&focus=a%7B%2Cb");
            assert_eq!(made["plain"], "http://x.example/");
            Ok(())
        })
        .await
}
