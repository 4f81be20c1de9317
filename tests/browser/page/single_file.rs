//! A page made by an installed command line: one file, opened from a disk.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use detente_browser::{Page, Visit};
use serde_json::json;

use crate::{rests_at, year};

/// The installed command line, and whether it is.
fn installed() -> Result<PathBuf> {
    env::var_os("DETENTE_COMMAND").map(PathBuf::from).context("`cargo xtask test` installs the command line")
}

/// Runs a command in a folder; what it prints.
fn detente(folder: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new(installed()?).args(arguments).current_dir(folder).output()?;
    ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// An empty folder.
fn empty(name: &str) -> Result<PathBuf> {
    let folder = env::temp_dir().join(format!("detente-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

async fn open(page: &Page, file: &Path, hash: &str) -> Result<()> {
    page.client().goto(&format!("file://{}{hash}", file.display())).await?;
    page.ready().await?;
    page.texts_ready().await
}

#[tokio::test]
async fn three_commands_make_a_page_that_opens_from_a_disk_and_moves() -> Result<()> {
    let folder = empty("three-commands")?;
    detente(&folder, &["new", "demo"])?;
    let said = detente(&folder, &["check", "demo"])?;
    assert!(said.starts_with("no errors, no warnings"), "{said}");
    detente(&folder, &["page", "demo", "-o", "demo.html"])?;
    let file = folder.join("demo.html");
    // Nothing of the dataset that the program was built with travels along.
    let text = std::fs::read_to_string(&file)?;
    assert!(!text.contains("Korea") && text.contains("A-land"), "{}", text.len());
    Visit::to("embed.html")
        .not_waiting()
        .forgiving("https://example.org/")
        .run(async |page| {
            page.ready().await?;
            open(page, &file, "#year=1914").await?;
            rests_at(page, 1914).await?;
            assert!(page.text(".line").await?.contains("War between A-land and C-land"));
            page.eval("view.year = 1926").await?;
            rests_at(page, 1926).await?;
            assert_eq!(year(page).await?, "1926");
            // The address keeps what is shown, the reasons are there, and nothing was asked for.
            assert_eq!(page.eval("location.hash").await?, "#year=1926");
            page.wait_until("root.textContent.includes('Both promise to stay neutral.')").await?;
            let asked = "performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('data:')).map(({ name }) => name)";
            assert_eq!(page.eval(asked).await?, json!([]));
            // The policy of the page forbids it.
            let fetched = "fetch('https://example.org/').then(() => 'fetched', (error) => error.name)";
            assert_eq!(page.eval(fetched).await?, "TypeError");
            // It plays.
            page.eval("(view.year = 1904, view.play())").await?;
            page.wait_until("Number(view.year) > 1905").await?;
            page.eval("view.pause()").await?;
            Ok(())
        })
        .await?;
    std::fs::remove_dir_all(folder)?;
    Ok(())
}
