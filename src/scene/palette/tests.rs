//! Contrasts and differences of the colours of every theme, for every kind of colour vision.
#![allow(clippy::unreadable_literal, reason = "a colour is read as six digits")]

use super::*;

fn luminance(color: Color) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(color.red) + 0.7152 * channel(color.green) + 0.0722 * channel(color.blue)
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every tone that a rung may have, whole or between two.
fn tones() -> impl Iterator<Item = i16> {
    -Rung::WARMEST..=Rung::WARMEST
}

/// Every theme with the least contrast of its marks and of its words.
fn themes() -> Vec<(&'static str, Colors, f64, f64)> {
    vec![
        ("light", LIGHT, 3.0, 4.5),
        ("dark", DARK, 3.0, 4.5),
        ("contrast", colors(Theme::CONTRAST), 7.0, 7.0),
        ("contrast-dark", colors(Theme::CONTRAST_DARK), 7.0, 7.0),
        ("print", colors(Theme::PRINT), 7.0, 7.0),
    ]
}

/// What of a theme stands out too little from what it may lie on: every mark and every word from its
/// band and from the ground, text from any band; and the least contrast of marks and of words.
fn faint(colors: &Colors, mark_least: f64, word_least: f64) -> (Vec<String>, [f64; 2]) {
    let [background, foreground, muted, absent] = colors.plain;
    let (mut found, mut least) = (Vec::new(), [f64::MAX; 2]);
    let mut hold = |what: String, kind: usize, one: Color, under: Color| {
        let ratio = contrast(one, under);
        least[kind] = least[kind].min(ratio);
        if ratio < [mark_least, word_least][kind] {
            found.push(format!("{what} {one} on {under}: {ratio:.2}"));
        }
    };
    let bands: Vec<Color> = tones().map(|tone| colors.at(tone)[BAND]).chain([background]).collect();
    for tone in tones() {
        let [mark, word, band] = colors.at(tone);
        for under in [background, band] {
            hold(format!("mark {tone}"), 0, mark, under);
            hold(format!("hollow on {tone}"), 0, absent, under);
            hold(format!("word {tone}"), 1, word, under);
        }
    }
    for under in bands {
        hold("text".into(), 1, foreground, under);
        hold("muted text".into(), 1, muted, under);
    }
    for (place, region) in colors.regions.iter().enumerate() {
        hold(format!("region {place}"), 0, *region, background);
    }
    (found, least)
}

#[test]
fn every_pair_of_every_theme_has_its_contrast() {
    for (name, colors, mark_least, word_least) in themes() {
        let (found, least) = faint(&colors, mark_least, word_least);
        assert!(found.is_empty(), "{name}, {least:?} at least: {found:?}");
    }
}

#[test]
fn one_colour_that_is_too_faint_is_found() {
    for place in [MARK, WORD] {
        let mut planted = LIGHT;
        planted.tones[3][place] = Color::hex(0xb9b6ae);
        let (found, _) = faint(&planted, 3.0, 4.5);
        assert!(found.iter().any(|line| line.contains("#b9b6ae")), "{place}: {found:?}");
    }
}

#[test]
fn where_colours_are_few_good_and_bad_terms_differ_or_shapes_tell_them() {
    let differ = |theme: Theme| {
        let colors = colors(theme);
        let apart = |one: i16, other: i16| {
            let least = VISIONS.map(|(_, lacks)| {
                let [a, b] = [one, other].map(|tone| lab_as_seen(colors.at(tone)[MARK], lacks));
                difference(a, b)
            });
            least.into_iter().fold(f64::MAX, f64::min)
        };
        [apart(100, -100), apart(100, 0), apart(0, -100)].into_iter().fold(f64::MAX, f64::min)
    };
    for theme in [Theme::CONTRAST, Theme::CONTRAST_DARK] {
        let far = differ(theme);
        assert!(far >= 10.0, "{theme:?}: {far:.1}");
    }
    // Print has one colour: the shapes of marks and the dashes of lines tell the terms, which `Palette::is_plain` says.
    assert!(differ(Theme::PRINT) < 1.0);
}

/// Brettel, Viénot and Mollon's simulation in its linear form (Viénot 1999), then CIE Lab distance.
fn lab_as_seen(color: Color, lacks: [[f64; 3]; 3]) -> [f64; 3] {
    let linear = [color.red, color.green, color.blue].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    });
    let seen = lacks.map(|row| row.iter().zip(linear).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0));
    let xyz = [
        (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505,
        0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2],
        (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089,
    ];
    let [x, y, z] = xyz.map(|value| if value > 0.008_856 { libm::cbrt(value) } else { 7.787 * value + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

const NORMAL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTAN: [[f64; 3]; 3] = [[0.112_38, 0.887_62, 0.0], [0.112_38, 0.887_62, 0.0], [0.004_01, -0.004_01, 1.0]];
const DEUTAN: [[f64; 3]; 3] = [[0.292_75, 0.707_25, 0.0], [0.292_75, 0.707_25, 0.0], [-0.022_34, 0.022_34, 1.0]];
const TRITAN: [[f64; 3]; 3] = [[1.0, 0.144_61, -0.144_61], [0.0, 0.859_24, 0.140_76], [0.0, 0.859_24, 0.140_76]];
const VISIONS: [(&str, [[f64; 3]; 3]); 4] =
    [("normal", NORMAL), ("protan", PROTAN), ("deutan", DEUTAN), ("tritan", TRITAN)];

/// CIEDE2000 (Sharma, Wu and Dalal 2005) of two colours in CIE Lab.
fn difference([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    use libm::{atan2, cos, exp, hypot, pow, sin, sqrt};
    let share = |chroma: f64| sqrt(pow(chroma, 7.0) / (pow(chroma, 7.0) + pow(25.0, 7.0)));
    let stretch = 1.5 - 0.5 * share(f64::midpoint(hypot(a1, b1), hypot(a2, b2)));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (hypot(a1, b1), hypot(a2, b2));
    let (h1, h2) = (atan2(b1, a1).to_degrees().rem_euclid(360.0), atan2(b2, a2).to_degrees().rem_euclid(360.0));
    let turn = (h2 - h1 + 540.0).rem_euclid(360.0) - 180.0;
    let (l, c, h) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2), h1 + turn / 2.0);
    let cosine = |degrees: f64| cos(degrees.to_radians());
    let t = 1.0 - 0.17 * cosine(h - 30.0) + 0.24 * cosine(2.0 * h) + 0.32 * cosine(3.0 * h + 6.0)
        - 0.2 * cosine(4.0 * h - 63.0);
    let off = (l - 50.0) * (l - 50.0);
    let lightness = (l2 - l1) / (1.0 + 0.015 * off / sqrt(20.0 + off));
    let chroma = (c2 - c1) / (1.0 + 0.045 * c);
    let hue = 2.0 * sqrt(c1 * c2) * sin((turn / 2.0).to_radians()) / (1.0 + 0.015 * c * t);
    let blue = (h.rem_euclid(360.0) - 275.0) / 25.0;
    let rotation = -2.0 * share(c) * sin((60.0 * exp(-blue * blue)).to_radians());
    sqrt(lightness * lightness + chroma * chroma + hue * hue + rotation * chroma * hue)
}

/// Pairs of Sharma, Wu and Dalal's table.
#[test]
fn the_difference_of_colours_is_the_published_one() {
    for (one, other, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0011], 7.2195),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
    ] {
        assert!((difference(one, other) - expected).abs() < 1e-4, "{one:?} and {other:?}");
    }
}

/// How far the marks of two tones differ at least, for every kind of colour vision, light and dark.
fn least_difference(one: i16, other: i16, far: fn([f64; 3], [f64; 3]) -> f64) -> (f64, &'static str) {
    let mut least = (f64::MAX, "");
    for colors in [&LIGHT, &DARK] {
        for (vision, lacks) in VISIONS {
            let [a, b] = [one, other].map(|tone| lab_as_seen(colors.at(tone)[MARK], lacks));
            if far(a, b) < least.0 {
                least = (far(a, b), vision);
            }
        }
    }
    least
}

/// A ladder whose neighbours look alike to one kind of colour vision is found.
#[test]
fn two_tones_that_one_kind_of_vision_takes_for_one_are_found() {
    // Red and green of one lightness, which differ by far for most eyes and hardly for protan ones.
    let [red, green] = [0x9a5b00, 0x4f6d00].map(Color::hex);
    let far = |lacks| difference(lab_as_seen(red, lacks), lab_as_seen(green, lacks));
    let far = VISIONS.map(|(_, lacks)| far(lacks));
    assert!(far[0] >= 10.0 && far[1..].iter().any(|far| *far < 10.0), "{far:?}");
}

#[test]
fn neighbours_on_the_ladder_differ_for_every_kind_of_colour_vision() {
    // Ladders that reach as far as the palette; and those of nine rungs, whose colours are mixed and differ less.
    for (farthest, least) in [(3, 10.0), (4, 4.0)] {
        for value in -farthest..farthest {
            let [one, other] = [value, value + 1].map(|value| value * Rung::WARMEST / farthest);
            let (far, vision) = least_difference(one, other, difference);
            assert!(far >= least, "{vision}: {one} and {other} differ by {far:.1}");
        }
    }
}

#[test]
fn regions_differ_from_one_another_and_from_none_for_every_kind_of_colour_vision() {
    for palette in [&LIGHT, &DARK] {
        let mut colors = palette.regions.to_vec();
        let [background, _, _, absent] = palette.plain;
        colors.push(absent);
        for (index, one) in colors.iter().enumerate() {
            assert!(contrast(*one, background) >= 3.0, "{one}");
            for other in &colors[index + 1..] {
                for (vision, lacks) in VISIONS {
                    let far = difference(lab_as_seen(*one, lacks), lab_as_seen(*other, lacks));
                    assert!(far >= 15.0, "{vision}: {one} and {other} differ by {far:.1}");
                }
            }
        }
    }
}

#[test]
fn friend_and_foe_differ_for_every_kind_of_colour_vision() {
    let apart = |a: [f64; 3], b: [f64; 3]| libm::sqrt(a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>());
    for friend in [100, 200, 300] {
        for foe in [-100, -200, -300] {
            let (far, vision) = least_difference(friend, foe, apart);
            assert!(far >= 20.0, "{vision}: {friend} and {foe} differ by {far:.1}");
        }
    }
}

#[test]
fn whole_tones_are_the_colours_of_the_palette() {
    for colors in [&LIGHT, &DARK] {
        let whole = [300, 200, 100, 0, -100, -200, -300].map(|tone| colors.at(tone));
        assert_eq!(whole, colors.tones);
    }
}
