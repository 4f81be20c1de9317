//! Hostile texts of `tests/payloads/payloads.json` on every surface of the page and in pictures opened as documents:
//! they are shown as text, nothing of them runs, and nothing is asked of another host. The page has no policy here, so
//! that it is not the policy that keeps them from running.

use anyhow::{Context as _, Result};
use detente::data::{Dataset, ProblemKind, ReadOptions, TextColumns, is_web_address, read_any, validate};
use detente::layout::{Layout, pack};
use detente::moment::Moment;
use detente::render::{SharePage, html_table, svg};
use detente::scene::{Palette, Theme, View, at_rest, poster};
use detente::time::Playhead;
use detente_browser::{Page, Visit, built_site};
use serde_json::{Value, json};
use xtask::site::Site;

/// Texts that a dataset may hold: those without hidden characters, which are refused.
fn payloads() -> Result<Vec<String>> {
    let all: Value = serde_json::from_str(include_str!("../../payloads/payloads.json"))?;
    let texts = all["texts"].as_array().context("texts")?.iter().filter_map(|one| one["value"].as_str());
    Ok(texts
        .filter(|text| !text.chars().any(|letter| letter.is_control() || is_unseen(letter)))
        .map(String::from)
        .collect())
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A network in which every text is the name of an actor, why it stands as it does, an event, and a source.
fn dataset(texts: &[String]) -> Result<Dataset> {
    let row = |place: usize| format!("P{place}");
    let actors = texts
        .iter()
        .enumerate()
        .map(|(place, text)| json!({ "id": row(place), "name": text, "prominence": 1 + place % 3 }));
    let stance = |place: usize| (place % 7) as i64 - 3;
    let ties = texts.iter().enumerate().map(|(place, text)| {
        json!({ "a": "EGO", "b": row(place), "from": 1950, "stance": stance(place), "why": text, "sources": format!("s{place}") })
    });
    let events = texts.iter().enumerate().map(|(place, text)| {
        json!({ "id": format!("e{place}"), "date": "1952", "actors": format!("EGO P{place}"), "title": text, "summary": text })
    });
    let sources = texts.iter().enumerate().map(|(place, text)| {
        json!({ "id": format!("s{place}"), "title": text, "publisher": text, "url": format!("https://example.org/{place}") })
    });
    let network = json!({
        "title": "<b onmouseover=__ran()>Payloads",
        "detente": { "ego": "EGO", "first_year": 1950, "last_year": 1955 },
        "actors": std::iter::once(json!({ "id": "EGO", "name": "<i>Ego" })).chain(actors).collect::<Vec<_>>(),
        "ties": ties.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "sources": sources.collect::<Vec<_>>(),
    });
    let files = [("network.json".to_owned(), serde_json::to_vec(&network)?)];
    match validate(&read_any(&files, &ReadOptions::default()), ProblemKind::ALL) {
        Ok((dataset, _)) => Ok(dataset),
        Err(report) => anyhow::bail!("{report}"),
    }
}

const HEAD: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title>\
    <link rel=\"icon\" href=\"icon.svg\"><script>window.__ran = () => { window.ran = true; };</script>";

/// The site with pages that show the dataset.
fn site(dataset: &Dataset) -> Result<Site> {
    let mut site = built_site()?;
    site.insert("payloads.bin", pack(dataset));
    site.insert("payloads.json", serde_json::to_vec(&dataset.texts().map(TextColumns::of))?);
    let view = "<script type=\"module\" src=\"define.js\"></script><h1>A host</h1>\
        <detente-view src=\"payloads.bin\" texts=\"payloads.json\" year=\"1952\"></detente-view></html>";
    site.insert("host.html", format!("{HEAD}{view}"));
    let moment = Moment::at(dataset, Playhead::end_of(1952));
    site.insert("table.html", format!("{HEAD}{}", html_table(dataset, &moment)));
    site.insert("share.html", SharePage::of(dataset, 1952, "").page());
    let layout = Layout::solve(dataset);
    let view = View::new(1200.0, 800.0, Theme::Light);
    for (name, scene) in
        [("network.svg", at_rest(dataset, &layout, 1952, &view)), ("poster.svg", poster(dataset, &layout, 1952, &view))]
    {
        site.insert(name, svg(&[&scene], Palette::paper(Theme::Light), &dataset.info().title, &payloads()?.join(" ")));
    }
    // What would happen if texts were taken for markup, but for leaving the page.
    let stays: Vec<String> = payloads()?.into_iter().filter(|text| !text.contains("http-equiv")).collect();
    let hole = serde_json::to_string(&stays)?.replace('<', "\\u003c");
    site.insert("hole.html", format!("{HEAD}<main></main><script>for (const text of {hole}) document.querySelector('main').innerHTML += text;</script></html>"));
    Ok(site)
}

/// What a page must not have, wherever it came from: anything that runs or fetches, but what the host wrote itself.
const HARMLESS: &str = "(() => {
    if (window.ran) return 'a text ran';
    const roots = [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean)];
    const bad = roots.flatMap((one) => [...one.querySelectorAll('script:not([src=\"define.js\"]), iframe, object, embed, form, base, meta[http-equiv], link[href^=http], img, image, use, animate, foreignObject, style')])
        .filter((one) => !(one.localName === 'script' && one.textContent.startsWith('window.__ran =')) && !(one.localName === 'img' && /^\\d+\\.png$/.test(one.getAttribute('src'))));
    if (bad.length) return bad[0].outerHTML;
    const links = roots.flatMap((one) => [...one.querySelectorAll('[href], [src]')]).map((one) => one.getAttribute('href') ?? one.getAttribute('src'));
    const odd = links.find((link) => /^\\s*(javascript|data|vbscript|blob):/i.test(link) || link.includes('canary'));
    if (odd) return odd;
    const asked = performance.getEntriesByType('resource').map(({ name }) => name).find((name) => !name.startsWith(location.origin));
    if (asked) return asked;
    for (const one of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
        const handler = one.getAttributeNames().find((name) => name.startsWith('on'));
        if (handler) return one.outerHTML;
    }
    return Object.keys(Object.prototype).join() || 'nothing';
})()";

async fn is_harmless(page: &Page, surface: &str) -> Result<()> {
    assert_eq!(page.eval(HARMLESS).await?, "nothing", "{surface}");
    Ok(())
}

#[tokio::test]
async fn texts_of_a_dataset_are_shown_and_do_nothing() -> Result<()> {
    let texts = payloads()?;
    assert!(texts.len() >= 40, "{}", texts.len());
    let dataset = dataset(&texts)?;
    Visit::to("host.html")
        .of_site(site(&dataset)?)
        .under_policy(None)
        .run(async |page| {
            page.texts_ready().await?;
            page.wait_until("view.dataset.late === 'ready'").await?;
            is_harmless(page, "the view").await?;
            for (place, text) in texts.iter().enumerate() {
                // The card: its name, why, and the event, each as it was written.
                page.script("view.focusId = rest[0];", vec![json!(format!("P{place}"))]).await?;
                page.wait_until(&format!("view.focusId === 'P{place}'")).await?;
                let shown = format!("root.textContent.includes({})", serde_json::to_string(text)?);
                page.wait_until(&shown).await.with_context(|| format!("{text} is shown as it was written"))?;
            }
            is_harmless(page, "cards").await?;
            page.click(".table summary").await?;
            page.wait_until("pick('.table table').rows.length > 40").await?;
            let in_table = page.eval("[...pick('.table table').rows].map((row) => row.textContent).join('\\n')").await?;
            for text in &texts {
                assert!(in_table.as_str().unwrap_or_default().contains(text.as_str()), "the table holds {text}");
            }
            is_harmless(page, "the table").await?;
            for text in texts.iter().filter(|text| text.len() < 40) {
                page.script(
                    "const field = pick('.sought'); field.value = rest[0].slice(0, 30); field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
                    vec![json!(text)],
                )
                .await?;
                page.wait_until("!pick('.popup').hidden").await?;
            }
            is_harmless(page, "search").await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn pictures_and_pages_of_a_dataset_do_nothing_when_they_are_opened() -> Result<()> {
    let dataset = dataset(&payloads()?)?;
    Visit::to("table.html")
        .of_site(site(&dataset)?)
        .under_policy(None)
        .not_waiting()
        // The page of a year names its picture, which is not there.
        .forgiving(".png")
        .forgiving("share.css")
        .forgiving("favicon")
        .run(async |page| {
            is_harmless(page, "the table of a page").await?;
            for document in ["share.html", "network.svg", "poster.svg"] {
                page.goto(document).await?;
                page.wait_until("document.readyState === 'complete'").await?;
                is_harmless(page, document).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn texts_taken_for_markup_are_noticed() -> Result<()> {
    let dataset = dataset(&payloads()?)?;
    Visit::to("hole.html")
        .of_site(site(&dataset)?)
        .under_policy(None)
        .not_waiting()
        .forgiving("")
        .run(async |page| {
            page.wait_until("window.ran === true").await?;
            assert_ne!(page.eval(HARMLESS).await?, "nothing");
            Ok(())
        })
        .await
}

/// Addresses made of pieces of good and bad ones: the same in every run.
fn addresses(count: usize) -> Vec<String> {
    const PIECES: [&str; 42] = [
        "https://",
        "http://",
        "HTTP://",
        "javascript:",
        "data:text/html,",
        "//",
        "/",
        "\\",
        "?",
        "#",
        "@",
        ":",
        ".",
        "..",
        "-",
        "_",
        "example.org",
        "example",
        "org",
        "EXAMPLE.ORG",
        "xn--e1afmkfd.org",
        "пример.рф",
        "例え.jp",
        "日本",
        "ß",
        "a",
        "1",
        "127.0.0.1",
        "256.1.1.1",
        "0x7f.1",
        "1.2.3",
        "99999",
        "80",
        "[::1]",
        "%41",
        "%",
        " ",
        "\t",
        "é",
        "a%2e.b",
        "हिन्दी.भारत",
        "／",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        // Xorshift: all that is needed is that no two are alike.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below
    };
    let mut one = || {
        let scheme = PIECES[if next(4) == 0 { next(8) } else { next(2) }];
        (0..=next(6)).fold(scheme.to_owned(), |text, _| text + PIECES[next(PIECES.len())])
    };
    (0..count).map(|_| one()).collect()
}

#[tokio::test]
async fn an_address_that_is_taken_is_one_of_the_web_for_the_browser_too() -> Result<()> {
    let taken: Vec<String> = addresses(100_000).into_iter().filter(|text| is_web_address(text)).collect();
    assert!(taken.len() > 5_000, "{}", taken.len());
    Visit::to("embed.html")
        .run(async |page| {
            let odd = page
                .script(
                    "return rest[0].filter((text) => {
                         if (!URL.canParse(text)) return true;
                         const { protocol, username, password, host } = new URL(text);
                         return !/^https?:$/.test(protocol) || username !== '' || password !== '' || host === '';
                     });",
                    vec![json!(taken)],
                )
                .await?;
            assert_eq!(odd, json!([]), "of {}", taken.len());
            Ok(())
        })
        .await
}

/// A host with a framed view, a frame beside it, and 10,000 messages to make, the same in every run: none is one
/// that the view takes.
const SENDERS: &str = r#"
<iframe id="view" src="embed.html?year=1972" title="The view" width="600" height="400"></iframe>
<iframe id="other" src="other.html" title="Another"></iframe>
<script>
let state = 1;
const next = (below) => (state = (state * 48271) % 2147483647) % below;
const pick = (list) => list[next(list.length)];
// A whole number is a year, and one outside of the span its nearest end: none is here.
const VALUES = [null, undefined, true, 1953.5, NaN, Infinity, 1e300, 10n, "", "1953.5", "19530000", "-", "<img src=x onerror=__ran()>", [], [1953], {},
  { valueOf: 1953 }, new Date(0), "javascript:__ran()", "CHN'", "a b", "x".repeat(5000), "../1953", "KOR;CHN", new Uint8Array(4), "__proto__", "constructor"];
const message = () => pick([
  () => pick(VALUES),
  () => ({ type: "detente:set", v: 1, year: pick(VALUES), playing: pick([null, 0, "true", {}]), focus: pick(VALUES.filter((one) => typeof one !== "string" || one.includes("<"))) }),
  () => ({ type: "detente:set", v: pick([0, 2, "1", null]), year: 1953, focus: "KOR", playing: true }),
  () => ({ type: pick(["detente:SET", "detente:load", "set", "", null, 3, "__proto__"]), v: 1, year: 1953, src: "https://canary.invalid/x.bin" }),
  () => ({ type: "detente:set", v: 1, src: "https://canary.invalid/x.bin", texts: "x", html: "<b>", theme: "dark", [pick(["__proto__", "constructor", "innerHTML", "toString"])]: { year: 1953 } }),
  () => JSON.stringify({ type: "detente:set", v: 1, year: 1953 }),
  () => `pymxPYMx${pick(["view", "__proto__"])}xPYMxwidthxPYMx${next(5000)}`,
])();
const valid = { type: "detente:set", v: 1, year: 1953, focus: "KOR", playing: true };
const flood = (post, count, spoiled) => { for (let i = 0; i < count; i++) post(spoiled || i % 2 ? message() : valid); };
const frame = (id) => document.getElementById(id).contentWindow;
// What is declared is no property of the window, and in Firefox the driver does not find it.
Object.assign(window, { frame, flood, valid });
</script>
"#;

#[tokio::test]
async fn messages_that_are_none_change_nothing_in_a_frame() -> Result<()> {
    let mut site = built_site()?;
    site.insert("host.html", format!("{HEAD}{SENDERS}</html>"));
    site.insert("other.html", format!("{HEAD}</html>"));
    Visit::to("host.html")
        .of_site(site)
        .under_policy(None)
        .not_waiting()
        .run(async |page| {
            let inner = "const it = frame('view').document.querySelector('detente-view');";
            page.wait_until("frame('view').document?.querySelector('detente-view')?.dataset.state === 'ready'").await?;
            page.wait_until("frame('other').document?.readyState === 'complete'").await?;
            let state = format!("{inner} return [it.year, it.focusId, it.paused, it.theme, it.getAttribute('src'), frame('view').ran ?? null, Object.keys(frame('view').Object.prototype).length];");
            let before = page.script(&state, Vec::new()).await?;
            assert_eq!(before, json!([1972, "", true, "auto", null, null, 0]));
            // From the host itself only what is no message of ours; from the others whatever it is, valid ones too.
            for sender in [
                "flood((one) => frame('view').postMessage(one, '*'), 10000, true);",
                "frame('other').target = frame('view'); const post = frame('other').Function('one', 'target.postMessage(one, \"*\")'); flood(post, 10000, false);",
                "const post = frame('view').Function('one', 'postMessage(one, \"*\")'); flood(post, 10000, false);",
            ] {
                page.script(sender, Vec::new()).await?;
                page.script("return new Promise((done) => setTimeout(done, 500));", Vec::new()).await?;
                assert_eq!(page.script(&state, Vec::new()).await?, before, "{sender}");
            }
            // The frame still listens.
            page.script("frame('view').postMessage(valid, '*');", Vec::new()).await?;
            page.wait_until("(() => { const it = frame('view').document.querySelector('detente-view'); return it.focusId === 'KOR' && !it.paused; })()").await
        })
        .await
}
