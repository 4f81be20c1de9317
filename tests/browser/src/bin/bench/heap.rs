//! Whether memory grows while the slider is moved.

use anyhow::Result;
use detente_browser::{Visit, heap_growth};

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::Bench;
use crate::subjects::PAGE;

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (site, sides) = bench.site(&PAGE)?;
    let page = Visit::to("index.html").of_site(site).with_any_frame_rate().open().await?;
    let (mut slope, mut pages) = (Runs::default(), Runs::default());
    for side in sides.iter().filter(|side| side.is_page()) {
        let growth = heap_growth(&page, &side.address(&PAGE)).await?;
        side.of(&mut slope).push(growth.bytes / 1024.0);
        side.of(&mut pages).push(growth.pages);
    }
    report.add(Row::new(8, "heap, growth in 1,000 steps", "KiB", Goal::AtMost(5.0), slope));
    report.add(Row::new(8, "WebAssembly memory, growth after the first sweep", "pages", Goal::AtMost(0.0), pages));
    Ok(())
}
