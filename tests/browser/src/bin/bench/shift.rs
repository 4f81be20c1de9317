//! How far what is shown is moved by what comes after it, while a page loads on a slow network.

use anyhow::Result;
use detente_browser::{Screen, Visit, layout_shift};

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::Bench;
use crate::subjects::PAGE;

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (site, sides) = bench.site(&PAGE)?;
    for (screen, size) in [(Screen::DESK, "1280 × 900"), (Screen::PHONE, "360 × 740")] {
        let page = Visit::to("claims.html").of_site(site.clone()).on(screen).not_waiting().open().await?;
        for (address, name) in [
            ("index.html", "page"),
            ("index.html#year=1972", "page at #year=1972"),
            ("embed.html", "embed"),
            ("embed.html?year=1972", "embed of 1972"),
        ] {
            let mut runs = Runs::default();
            for side in sides.iter().filter(|side| side.is_page()) {
                let address = format!("{}{address}", side.folder());
                side.of(&mut runs).push(layout_shift(&page, &address).await?.iter().map(|shift| shift.score).sum());
            }
            report.add(Row::new(3, format!("layout shift, {name}, {size}"), "", Goal::AtMost(0.0), runs));
        }
    }
    Ok(())
}
