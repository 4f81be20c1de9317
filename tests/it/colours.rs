//! One source of colour: what the page's own styles repeat is the palette. Names that step back stay legible where contrast
//! was asked for.

use detente::bundled;
use detente::layout::{Focus, Layout};
use detente::scene::{Color, Datum, Mark, Palette, Theme, View, at_rest};

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

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    let channel = |value: f64| {
        let value = value / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}

/// The contrast of what shines through with the ground behind it.
fn contrast(color: Color, ground: Color) -> f64 {
    let parts = |color: Color| [color.red, color.green, color.blue].map(f64::from);
    let (above, below) = (parts(color), parts(ground));
    let mixed = [0, 1, 2].map(|at| above[at] * color.alpha + below[at] * (1.0 - color.alpha));
    let (one, other) = (luminance(mixed), luminance(below));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The faintest name of an actor while somebody else is in focus.
fn faintest(theme: Theme) -> f64 {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    let focus = Focus::Actor(dataset.find("CHN").expect("an actor"));
    let view = View { focus, ..View::new(900.0, 700.0, theme) };
    let ground = Palette::of(theme, dataset.info()).background;
    let ego = dataset.ego();
    let names = at_rest(&dataset, &layout, 1972, &view).marks.into_iter().filter_map(|mark| match mark {
        Mark::Label { color, datum: Datum::Actor(actor), .. } if Some(actor) != ego => Some(contrast(color, ground)),
        _ => None,
    });
    names.fold(f64::MAX, f64::min)
}

#[test]
fn who_asked_for_contrast_reads_the_names_that_step_back() {
    for theme in [Theme::CONTRAST, Theme::CONTRAST_DARK] {
        let found = faintest(theme);
        assert!((4.5..21.0).contains(&found), "{theme:?}: {found:.2}");
    }
    // Elsewhere they are fainter, and the same measure finds that.
    assert!(faintest(Theme::Light) < 4.5);
}
