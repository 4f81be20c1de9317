//! Colours that the reader's system forces: canvases and the drawn rings take them, and give them back.

use anyhow::{Result, ensure};
use detente_browser::{Media, Page, Visit};
use serde::Deserialize;
use serde_json::json;

use crate::rests_at;

const FORCED: Media = Media { dark: false, calm: false, forced_colors: true, print: false };

/// How many opaque pixels of the canvas of marks have each of the system's colours, how many have another one, and what
/// colours the rings have.
const COUNT: &str = "(() => {
    const numbers = (color) => color.match(/[0-9]+/g).slice(0, 3).join(', ');
    const probe = pick('.view').appendChild(document.createElement('span'));
    const system = Object.fromEntries(['Canvas', 'CanvasText', 'LinkText', 'Highlight'].map((name) => {
        probe.style.color = name;
        return [name, numbers(getComputedStyle(probe).color)];
    }));
    probe.remove();
    const counts = Object.fromEntries(Object.keys(system).map((name) => [name, 0]));
    const names = new Map(Object.entries(system).map(([name, color]) => [color, name]));
    let others = 0;
    for (const canvas of root.querySelectorAll('.marks, .offstage')) {
        if (canvas.width <= 1) continue;
        const data = pixels(canvas);
        for (let at = 0; at < data.length; at += 4) {
            if (data[at + 3] < 255) continue;
            const name = names.get(`${data[at]}, ${data[at + 1]}, ${data[at + 2]}`);
            if (name) counts[name] += 1; else others += 1;
        }
    }
    const rings = [...root.querySelectorAll('.rings circle, .rings path')].flatMap((it) => [it.style.fill, it.style.stroke]);
    const foreign = rings.filter((color) => color && color !== 'none' && !names.has(numbers(color)));
    return { counts: [counts.Canvas, counts.CanvasText, counts.LinkText, counts.Highlight], others, rings: rings.length, foreign: foreign.length };
})()";

/// What [`COUNT`] counts.
#[derive(Debug, Deserialize)]
struct Counted {
    /// Background, text, links and highlights.
    counts: [usize; 4],
    others: usize,
    rings: usize,
    foreign: usize,
}

impl Counted {
    async fn of(page: &Page) -> Result<Self> {
        Ok(serde_json::from_value(page.eval(COUNT).await?)?)
    }

    /// Whether all that is drawn has the system's colours, but for the edges of shapes, which are between two of them.
    fn is_forced(&self) -> bool {
        let all: usize = self.counts.iter().sum();
        self.counts[1..].iter().all(|&count| count > 100)
            && self.others < all / 2
            && self.rings > 0
            && self.foreign == 0
    }
}

#[tokio::test]
async fn forced_colours_are_those_of_the_canvases_while_they_are_forced() -> Result<()> {
    Visit::to("#year=1972")
        .with_media(FORCED)
        .forgiving("willReadFrequently")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1972).await?;
            let forced = Counted::of(page).await?;
            ensure!(forced.is_forced(), "{forced:?}");
            // What meaning a colour has is said by the place as well: each ring has a line around it.
            let lines = page
                .eval("[...root.querySelectorAll('.rings circle')].filter((it) => it.style.stroke !== 'none').length")
                .await?;
            ensure!(lines.as_u64().is_some_and(|lines| lines >= 7), "{lines} rings have a line");
            page.set_media(Media::default()).await?;
            page.wait_until("getComputedStyle(pick('.view')).getPropertyValue('--ground').trim() === '#fcfbf8'")
                .await?;
            let own = Counted::of(page).await?;
            ensure!(!own.is_forced(), "{own:?}");
            page.set_media(FORCED).await?;
            page.wait_until("getComputedStyle(pick('.view')).getPropertyValue('--ground').trim() !== '#fcfbf8'")
                .await?;
            // On paper none are forced: it is black on white.
            page.script("dispatchEvent(new Event('beforeprint'));", Vec::new()).await?;
            assert_eq!(page.eval("pick('.view').style.getPropertyValue('--ground')").await?, json!("#ffffff"));
            page.script("dispatchEvent(new Event('afterprint'));", Vec::new()).await?;
            Ok(())
        })
        .await
}
