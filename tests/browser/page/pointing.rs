//! Pointing at actors, focusing them, travelling by keys, and reading who says so.

use anyhow::{Context as _, Result};
use detente_browser::{Key, Page, Screen, Visit};

use crate::rests_at;

/// Where an actor's disc is in the window.
async fn disc(page: &Page, code: &str) -> Result<(f64, f64)> {
    let script = format!("view.printout().match(/disc  {code} at \\(([\\d.]+), ([\\d.]+)\\)/).slice(1).map(Number)");
    let [x, y]: [f64; 2] = serde_json::from_value(page.eval(&script).await?).context("two numbers")?;
    let picture = page.bounds(".marks").await?;
    Ok((picture.left + x, picture.top + y))
}

#[tokio::test]
async fn pointing_tells_the_stance_since_when_why_and_who_says_so() -> Result<()> {
    Visit::to("#year=1951")
        .run(async |page| {
            page.texts_ready().await?;
            page.point_at(disc(page, "CHN").await?).await?;
            page.wait_until("!pick('.tip').hidden").await?;
            let tip = page.text(".tip").await?;
            assert_eq!(
                tip,
                "China: allysince 19 October 1950, before that partnerChina’s army, as ‘People’s Volunteers’, enters the war and takes over the command of its northern side.Wikipedia: People's Volunteer Army"
            );
            page.point_at((5.0, 5.0)).await?;
            page.wait_until("pick('.tip').hidden").await
        })
        .await
}

#[tokio::test]
async fn a_click_focuses_escape_goes_back_and_the_address_knows() -> Result<()> {
    Visit::to("#year=1951")
        .run(async |page| {
            page.texts_ready().await?;
            page.click_at(disc(page, "CHN").await?).await?;
            page.wait_until("!pick('.card').hidden").await?;
            assert_eq!(page.text(".card h2").await?, "China");
            assert_eq!(page.address().await?, "#year=1951&focus=CHN");
            let spells = page.count(".spell").await?;
            assert!(spells > 15, "{spells} spells");
            assert_eq!(page.count(".spell.current").await?, 1);
            let unsourced = "[...root.querySelectorAll('.spell')].filter((it) => !it.querySelector('.sources a')).length";
            assert_eq!(page.eval(unsourced).await?, 0);
            let chord = "view.printout().split('\\n').some((line) => line.startsWith('path  USA-CHN@') && line.includes('0.95'))";
            assert_eq!(page.eval(chord).await?, true, "the tie with the United States stands out");
            page.key(Key::Escape).await?;
            page.wait_until("pick('.card').hidden").await?;
            assert_eq!(page.address().await?, "#year=1951");
            page.back().await?;
            page.wait_until("!pick('.card').hidden").await?;
            page.reload().await?;
            page.ready().await?;
            page.wait_until("!pick('.card').hidden && pick('.card h2').textContent === 'China'").await
        })
        .await
}

#[tokio::test]
async fn a_tap_on_a_phone_focuses() -> Result<()> {
    Visit::to("#year=2018")
        .on(Screen::PHONE)
        .run(async |page| {
            page.reach(".marks").await?;
            page.tap_at(disc(page, "USA").await?).await?;
            page.wait_until("!pick('.card').hidden && pick('.card h2').textContent === 'United States'").await
        })
        .await
}

#[tokio::test]
async fn arrow_keys_go_round_and_enter_focuses() -> Result<()> {
    Visit::to("#year=1951")
        .run(async |page| {
            page.press(".marks", Key::Right).await?;
            page.wait_until("!pick('.tip').hidden").await?;
            let first = page.text(".tip-name b").await?;
            page.key(Key::Right).await?;
            let second = page.text(".tip-name b").await?;
            assert_ne!(first, second);
            page.key(Key::Left).await?;
            assert_eq!(page.text(".tip-name b").await?, first);
            assert!(page.text("[role=status]").await?.starts_with(&first));
            page.key(Key::Enter).await?;
            page.wait_until("!pick('.card').hidden").await?;
            assert_eq!(page.text(".card h2").await?, first);
            page.key(Key::Up).await?;
            page.key(Key::Down).await?;
            page.key(Key::Escape).await?;
            page.wait_until("pick('.card').hidden").await
        })
        .await
}

#[tokio::test]
async fn every_change_has_its_date_and_its_sources() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            rests_at(page, 1972).await?;
            let native = detente::moment::changes(&detente::bundled::dataset(), 1972).len() as u64;
            assert_eq!(page.count(".change").await?, native);
            assert_eq!(page.count(".change time").await?, native);
            let unsourced =
                "[...root.querySelectorAll('.change')].filter((it) => !it.querySelector('.sources a')).length";
            assert_eq!(page.eval(unsourced).await?, 0);
            let links = "[...root.querySelectorAll('.sources a')].every((it) => /^https?:$/.test(it.protocol) \
                         && it.rel.includes('noopener') && it.rel.includes('nofollow'))";
            assert_eq!(page.eval(links).await?, true);
            // A name in the list focuses its actor.
            page.script(
                "[...root.querySelectorAll('.change .name')].find((it) => it.textContent === 'South Korea').click();",
                Vec::new(),
            )
            .await?;
            page.wait_until("!pick('.card').hidden && pick('.card h2').textContent === 'South Korea'").await
        })
        .await
}

#[tokio::test]
async fn a_card_tells_another_coding_and_what_was_known_by_then() -> Result<()> {
    Visit::to("#year=2013&focus=CUB")
        .run(async |page| {
            page.texts_ready().await?;
            page.wait_until("!pick('.card').hidden").await?;
            let other = page.text(".card > .alternative").await?;
            assert!(other.starts_with("Another reading: cooperative. "), "{other}");
            let why = page.text(".card > .summary").await?;
            assert!(why.contains(" 1986: ") && why.contains(" 2013: ") && !why.contains("2018"), "{why}");
            Ok(())
        })
        .await
}
