//! One source of colour: what the page's own styles repeat is the palette.

use detente::bundled;
use detente::scene::{Palette, Theme};

const PAGE: &str = include_str!("../../www/page.css");
const FRAME: &str = include_str!("../../www/embed.css");
const PAGES: [(&str, &str); 4] = [
    ("index.html", include_str!("../../www/index.html")),
    ("story.html", include_str!("../../www/story.html")),
    ("claims.html", include_str!("../../www/claims.html")),
    ("sources.html", include_str!("../../www/sources.html")),
];
/// The colours that a page needs before the program is there.
const GROUND: [&str; 3] = ["--ground", "--ink", "--quiet"];

fn palette(theme: Theme, name: &str) -> String {
    let found = Palette::css(theme, bundled::dataset().info()).into_iter().find(|(other, _)| other == name);
    found.unwrap_or_else(|| panic!("{name} is in the palette")).1
}

/// The first value of a custom property in a piece of a style sheet.
fn value<'a>(css: &'a str, name: &str) -> &'a str {
    let (_, rest) = css.split_once(&format!("{name}:")).unwrap_or_else(|| panic!("{name} is declared"));
    rest.split([';', '}']).next().unwrap_or_default().trim()
}

/// What a style sheet declares for light, and from `dark` on for dark.
fn compare(css: &str, dark: &str) {
    let (light, dark) = css.split_once(dark).expect("dark colours");
    for name in GROUND {
        assert_eq!(value(light, name), palette(Theme::Light, name), "{name}, light");
        assert_eq!(value(dark, name), palette(Theme::Dark, name), "{name}, dark");
    }
}

#[test]
fn the_styles_of_page_and_frame_repeat_the_palette() {
    compare(PAGE, "prefers-color-scheme: dark");
    compare(FRAME, "prefers-color-scheme: dark");
    compare(FRAME, ":root.dark");
}

#[test]
fn every_page_colours_the_browser_as_its_ground() {
    for (name, page) in PAGES {
        for (theme, word) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            let ground = palette(theme, "--ground");
            let meta =
                format!("<meta name=\"theme-color\" content=\"{ground}\" media=\"(prefers-color-scheme: {word})\">");
            assert!(page.contains(&meta), "{name} lacks {meta}");
        }
    }
}

#[test]
fn every_colour_of_the_palette_has_one_name_and_is_opaque() {
    for theme in [Theme::Light, Theme::Dark] {
        let list = Palette::css(theme, bundled::dataset().info());
        for (index, (name, color)) in list.iter().enumerate() {
            assert!(name.starts_with("--") && color.len() == 7, "{name}: {color}");
            assert!(list[..index].iter().all(|(other, _)| other != name), "{name} twice");
        }
        for name in ["--stance-3", "--stance3", "--text-1", "--band0", "--tone-2", "--tone2", "--absent"] {
            palette(theme, name);
        }
    }
    assert_ne!(palette(Theme::Light, "--stance-3"), palette(Theme::Dark, "--stance-3"));
}
