//! What is drawn: the same picture as natively, in the stance's colour at the ring's distance, on every screen.

use anyhow::{Context as _, Result};
use detente::bundled;
use detente::data::{ActorId, Dataset};
use detente::layout::Layout;
use detente::moment::Moment;
use detente::scene::{Anchor, Datum, Mark, Palette, Point, RadialScale, Theme, View, at_rest, text_width};
use detente::time::Playhead;
use detente_browser::{Media, Page, Screen, Visit};

use crate::rests_at;

/// The size of the picture in CSS pixels.
async fn size(page: &Page) -> Result<(f64, f64)> {
    let size = page.ask(".net", "[it.clientWidth, it.clientHeight]").await?;
    serde_json::from_value(size).context("a size is two numbers")
}

#[tokio::test]
async fn the_browser_draws_what_is_drawn_natively() -> Result<()> {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    for screen in [Screen::DESK, Screen::PHONE] {
        Visit::to("#year=1951")
            .on(screen)
            .run(async |page| {
                let (width, height) = size(page).await?;
                let view = View::new(width, height, Theme::Light);
                for year in [1951, 1972, 2001, 2018, 2024] {
                    page.goto(&format!("#year={year}")).await?;
                    rests_at(page, year).await?;
                    let native = at_rest(&dataset, &layout, year, &view).printout(&dataset);
                    let browser = page.eval("view.printout()").await?;
                    assert_eq!(browser.as_str().unwrap_or_default(), native, "{year}");
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// A point in the disc of each principal at a year's end, and the colour it must have.
fn discs(dataset: &Dataset, year: i16, view: &View) -> Vec<(String, Point, [u8; 3])> {
    let scene = at_rest(dataset, &Layout::solve(dataset), year, view);
    let moment = Moment::at(dataset, Playhead::end_of(year));
    let rings = RadialScale::fit(view.size, dataset.rungs());
    let mut found = Vec::new();
    for code in ["CHN", "SUN", "RUS", "KOR", "JPN", "USA", "UNO", "CUB", "MNG"] {
        let Some(actor) = dataset.find(code) else { continue };
        let Some(standing) = moment.standing(actor) else { continue };
        let color = Palette::of(view.theme, dataset.info()).stance(standing.stance);
        let disc = scene.marks.iter().find_map(|mark| match mark {
            Mark::Disc { at, radius, fill, datum: Datum::Actor(other), .. } if *other == actor && *fill == color => {
                Some((*at, *radius))
            }
            _ => None,
        });
        let (at, radius) = disc.unwrap_or_else(|| panic!("{code} in {year} is not drawn"));
        let band = rings.band_at(at.distance(rings.centre));
        assert_eq!(band, Some(standing.stance), "{code} in {year} is off its band");
        // Between the rim and the hole of a mark that is less certain. Where a label or another mark covers it, as on
        // a phone, the pixel there is theirs.
        let at = Point { x: at.x + radius * 0.55, ..at };
        if scene.marks.iter().any(|mark| covers(mark, at) || is_disc_of_another(mark, actor, at)) {
            continue;
        }
        found.push((code.to_owned(), at, [color.red, color.green, color.blue]));
    }
    found
}

/// Whether a point lies in the disc, or in the rim, of another than that actor.
fn is_disc_of_another(mark: &Mark, actor: ActorId, at: Point) -> bool {
    let Mark::Disc { at: place, radius, datum, .. } = mark else { return false };
    *datum != Datum::Actor(actor) && place.distance(at) < radius + 2.0
}

/// Whether a label covers a point.
fn covers(mark: &Mark, at: Point) -> bool {
    let Mark::Label { text, at: place, anchor, size, bold, datum, .. } = mark else { return false };
    let width = text_width(text, *size, *bold);
    let left = match anchor {
        Anchor::Start => place.x,
        Anchor::Middle => place.x - width / 2.0,
        Anchor::End => place.x - width,
    };
    let is_ego = matches!(datum, Datum::Actor(actor) if Some(*actor) == bundled::dataset().ego());
    !is_ego && (left..left + width).contains(&at.x) && (at.y - place.y).abs() < *size
}

#[tokio::test]
async fn marks_have_the_stances_colour_at_their_rings_distance() -> Result<()> {
    let dataset = bundled::dataset();
    for (theme, screen) in [(Theme::Light, Screen::DESK), (Theme::Dark, Screen::DESK), (Theme::Light, Screen::PHONE)] {
        Visit::to("#year=1951")
            .on(screen)
            .with_media(Media { dark: theme == Theme::Dark, ..Media::default() })
            .run(async |page| {
                let (width, height) = size(page).await?;
                for year in [1951, 1972, 2018, 2024] {
                    page.goto(&format!("#year={year}")).await?;
                    rests_at(page, year).await?;
                    let discs = discs(&dataset, year, &View::new(width, height, theme));
                    assert!(discs.len() >= 5);
                    let points: Vec<(f64, f64)> = discs.iter().map(|(_, at, _)| (at.x, at.y)).collect();
                    for ((code, _, expected), found) in discs.iter().zip(page.pixels(".rings", &points).await?) {
                        let near = expected.iter().zip(found).all(|(a, b)| a.abs_diff(b) <= 3);
                        assert!(near, "{code} in {year}: {found:?} is not {expected:?}");
                    }
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_resized_window_draws_anew_and_sharp() -> Result<()> {
    Visit::to("#year=1972")
        .run(async |page| {
            rests_at(page, 1972).await?;
            for (width, ratio) in [(1280, 1.0), (900, 2.0), (320, 3.0), (2560, 1.0), (3840, 1.0)] {
                page.set_screen(Screen { width, height: 900, ratio, touch: false }).await?;
                page.wait_until(&format!(
                    "devicePixelRatio === {ratio} && [...root.querySelectorAll('.marks, .offstage')].some((it) => Math.abs(it.width - pick('.net').clientWidth * {ratio}) <= 1.5)"
                ))
                .await?;
                let fits = page.eval("document.documentElement.scrollWidth <= innerWidth").await?;
                assert_eq!(fits, true, "at {width}");
                let (wide, high) = size(page).await?;
                let dataset = bundled::dataset();
                let discs = discs(&dataset, 1972, &View::new(wide, high, Theme::Light));
                let (_, at, expected) = &discs[0];
                let found = page.pixel(".rings", at.x, at.y).await?;
                let near = expected.iter().zip(found).all(|(a, b)| a.abs_diff(b) <= 3);
                assert!(near, "at {width}: {found:?} is not {expected:?}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn words_are_as_wide_as_the_table_of_letters_says() -> Result<()> {
    let dataset = bundled::dataset();
    let names: Vec<&str> = dataset.actors().iter().map(|actor| actor.short_name.as_str()).collect();
    Visit::to("")
        .run(async |page| {
            let script = "const context = new OffscreenCanvas(1, 1).getContext('2d');
                context.font = `12px ${getComputedStyle(view).fontFamily}`;
                return rest[0].map((name) => context.measureText(name).width);";
            let widths: Vec<f64> = serde_json::from_value(page.script(script, vec![serde_json::json!(names)]).await?)?;
            let wider: Vec<String> = names
                .iter()
                .zip(widths)
                .filter(|(name, width)| *width > detente::scene::text_width(name, 12.0, false) * 1.06)
                .map(|(name, width)| format!("{name}: {width:.1}"))
                .collect();
            assert!(wider.len() * 20 < names.len(), "{wider:?}");
            Ok(())
        })
        .await
}
