//! Whether memory grows while the slider is moved.

use anyhow::Result;
use detente_browser::{Visit, heap_growth};

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::Bench;
use crate::subjects::PAGE;

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (site, sides) = bench.site(&PAGE)?;
    let page = Visit::to("index.html").of_site(site).to_watch_memory().open().await?;
    let (mut slope, mut first, mut later) = (Runs::default(), Runs::default(), Runs::default());
    for side in sides.iter().filter(|side| side.is_page()) {
        let growth = heap_growth(&page, &side.address(&PAGE)).await?;
        side.of(&mut slope).push(growth.bytes / 1024.0);
        side.of(&mut first).push(growth.pages_after_first);
        side.of(&mut later).push(growth.pages_after_warm_up);
    }
    report.add(Row::new(8, "heap, growth in 1,000 steps", "KiB", Goal::AtMost(5.0), slope));
    report.add(Row::new(8, "WebAssembly memory, growth after the first sweep", "pages", Goal::AtMost(0.0), first));
    report.add(Row::new(8, "WebAssembly memory, growth after the tenth sweep", "pages", Goal::None, later));
    Ok(())
}
