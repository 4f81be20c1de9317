//! A window of 320 pixels, texts of twice their size, and the text spacing of WCAG 1.4.12: nothing scrolls to the side and
//! no text is cut.

use anyhow::{Result, ensure};
use detente_browser::{Page, Screen, Visit};
use serde_json::{Value, json};

use crate::workbench;

const NARROW: Screen = Screen { width: 320, height: 640, ratio: 1.0, touch: false };

/// The pages; the view in a frame keeps what it has to itself.
const PAGES: [&str; 6] = ["", "story.html", "claims.html", "sources.html", "workbench.html", "embed.html"];

/// Texts of twice their size, as a reader's browser makes them, and the spacing of WCAG 1.4.12, in page and view.
const LARGE: &str = "document.documentElement.style.fontSize = '200%';";
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const inner = document.querySelector('detente-view')?.shadowRoot;
    if (inner) inner.adoptedStyleSheets = [...inner.adoptedStyleSheets, sheet];";

/// What lies beyond the window's right, and texts that their box cuts: those that clip what overflows, and hide more than
/// a pixel of it. What scrolls by itself, what screen readers alone read, and one line with an ellipsis do not count.
const CUT: &str = "(() => {
    const found = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`the page is ${wide} px too wide`);
    const scan = (scope) => {
        for (const it of scope.querySelectorAll('*')) {
            if (it.shadowRoot) scan(it.shadowRoot);
            const style = getComputedStyle(it);
            if (!it.checkVisibility() || style.clipPath !== 'none' || style.textOverflow === 'ellipsis' || !it.textContent.trim()) continue;
            const clips = (how) => how === 'hidden' || how === 'clip';
            const cut = (clips(style.overflowX) && it.scrollWidth > it.clientWidth + 1) || (clips(style.overflowY) && it.scrollHeight > it.clientHeight + 1);
            if (cut && it.clientWidth > 1 && ![document.documentElement, document.body].includes(it)) found.push(`${it.localName}.${it.className}: ${it.textContent.trim().slice(0, 40)}`);
        }
    };
    scan(document);
    return found;
})()";

async fn cut(page: &Page) -> Result<Vec<String>> {
    Ok(serde_json::from_value(page.eval(CUT).await?)?)
}

#[tokio::test]
async fn at_320_pixels_with_large_and_spaced_texts_nothing_is_cut_or_scrolls_to_the_side() -> Result<()> {
    for address in PAGES {
        let visit = Visit::to(address);
        // The workbench has a policy of its own.
        let visit = if address == "workbench.html" { visit.under_policy(Some(&workbench::policy())) } else { visit };
        visit
            .on(NARROW)
            .not_waiting()
            .run(async |page| {
                // Not every page has a view; the workbench's waits for a table.
                let ready = "document.readyState === 'complete' && (document.body.id === 'workbench' || !document.querySelector('detente-view:not([hidden])')?.checkVisibility() || document.querySelector('detente-view').dataset.state === 'ready')";
                page.wait_until(ready).await?;
                for (state, change) in [("narrow", ""), ("with spacing", SPACED), ("with texts of 200 %", LARGE)] {
                    page.script(change, Vec::<Value>::new()).await?;
                    let found = cut(page).await?;
                    ensure!(found.is_empty(), "/{address} {state}: {found:?}");
                }
                // A box of a fixed width is noticed, and one that cuts its text.
                if address == "claims.html" {
                    page.script(
                        "for (const [text, style] of [['wide', { width: '400px' }], ['cut', { height: '4px', overflow: 'hidden' }]]) { const box = document.createElement('p'); box.textContent = text; Object.assign(box.style, style); document.body.append(box); }",
                        Vec::<Value>::new(),
                    )
                    .await?;
                    ensure!(cut(page).await?.len() == 2, "{:?}", cut(page).await?);
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// High contrast is what the reader's system asks for, or an attribute: black on white, marks of bad terms as diamonds.
#[tokio::test]
async fn high_contrast_follows_the_system_and_print_is_black_on_white() -> Result<()> {
    Visit::to("embed.html?year=1972&theme=contrast")
        .forgiving("willReadFrequently")
        .run(async |page| {
            page.texts_ready().await?;
            let colors = "['--ground', '--ink', '--stance2', '--stance-2'].map((name) => pick('.view').style.getPropertyValue(name))";
            page.wait_until("pick('.view').style.getPropertyValue('--ground') === '#ffffff'").await?;
            assert_eq!(page.eval(colors).await?, json!(["#ffffff", "#000000", "#00447c", "#8f0000"]));
            ensure!(page.eval("view.printout().includes('area  USA #8f0000')").await? == json!(true));
            page.script("view.theme = 'print';", Vec::<Value>::new()).await?;
            page.wait_until("pick('.view').style.getPropertyValue('--stance2') === '#000000'").await?;
            // Of what is drawn on the canvas no pixel has a colour.
            let grey = "(() => { let colored = 0, inked = 0;
                const shown = [...root.querySelectorAll('.marks, .offstage')].filter((canvas) => canvas.width > 1);
                for (const canvas of shown) for (let data = pixels(canvas), at = 0; at < data.length; at += 4) { if (data[at + 3] < 255) continue; inked++;
                    if (Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]) > 2) colored++; }
                return [colored, inked > 1000]; })()";
            page.wait_until(&format!("({grey})[0] === 0")).await?;
            assert_eq!(page.eval(grey).await?, json!([0, true]));
            page.script("view.theme = 'light';", Vec::<Value>::new()).await?;
            page.wait_until(&format!("({grey})[0] > 100")).await
        })
        .await
}
