//! Photographs of the page: five years, two screens, light and dark, from top to bottom; and a window of each other page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use detente_browser::{Media, Screen, Visit};
use xtask::workspace::Workspace;

/// The other pages, each at the top of a window or at an entry, and whether it has a view to wait for.
const PAGES: [(&str, &str, bool); 5] = [
    ("story", "story.html#guarantor-and-critic", true),
    ("story-start", "story.html", true),
    ("claims", "claims.html", false),
    ("sources", "sources.html", false),
    ("embed", "embed.html?year=1972", true),
];
const YEARS: [u16; 5] = [1951, 1972, 2001, 2018, 2024];

fn main() -> std::process::ExitCode {
    detente_browser::conclude("shots", shoot())
}

#[tokio::main(flavor = "current_thread")]
async fn shoot() -> Result<()> {
    let folder = Workspace::find()?.target().join("shots");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    for screen in [Screen::DESK, Screen::PHONE] {
        for (dark, theme) in [(false, "light"), (true, "dark")] {
            let files = YEARS.map(|year| folder.join(format!("{year}-{}-{theme}.png", screen.width)));
            // One browser for the five years: they come from the address, as for a reader.
            album(screen, Media { dark, ..Media::default() }, &files).await?;
            for (name, address, has_view) in PAGES {
                let page = Visit::to(address).on(screen).with_media(Media { dark, ..Media::default() }).not_waiting();
                let page = page.open().await?;
                page.wait_until("document.readyState === 'complete'").await?;
                if has_view {
                    page.ready().await?;
                    page.texts_ready().await?;
                }
                // It is scrolled to the entry, and its year glides there.
                page.eval("new Promise((done) => setTimeout(() => done(true), 2500))").await?;
                let file = folder.join(format!("{name}-{}-{theme}.png", screen.width));
                let png = page.screenshot().await?;
                fs::write(&file, png).with_context(|| format!("cannot write {}", file.display()))?;
            }
        }
    }
    println!("The pictures are in {}", folder.display());
    Ok(())
}

async fn album(screen: Screen, media: Media, files: &[PathBuf; 5]) -> Result<()> {
    let page = Visit::to(&format!("#year={}", YEARS[0])).on(screen).with_media(media).open().await?;
    for (year, file) in YEARS.iter().zip(files) {
        page.goto(&format!("#year={year}")).await?;
        page.reload().await?;
        page.ready().await?;
        page.texts_ready().await?;
        shot(&page, file).await?;
    }
    Ok(())
}

async fn shot(page: &detente_browser::Page, file: &Path) -> Result<()> {
    // What is drawn only when it comes into view, then the top again; two frames each, so that it is drawn.
    for to in ["document.body.scrollHeight", "0"] {
        page.eval(&format!(
            "scrollTo(0, {to}), new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
        ))
        .await?;
    }
    let png = page.full_screenshot().await?;
    fs::write(file, png).with_context(|| format!("cannot write {}", file.display()))
}
