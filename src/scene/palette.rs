//! Colours by stance, light and dark: the one source of colours, for pictures and for the page.
#![allow(clippy::unreadable_literal, reason = "a colour is read as six digits")]

use crate::data::{DatasetInfo, Region, Rung, Stance};

use super::Color;

/// Light or dark background, or the colours of a reader who has colours forced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// The system's colours of background, text, links and highlights, each as `0xRRGGBB`.
    Forced([u32; 4]),
}

/// The colours of a theme, for a ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// The paper.
    pub background: Color,
    /// Text, and the ego.
    pub foreground: Color,
    /// Text that steps back.
    pub muted: Color,
    /// The rim of a hollow dot: no relations.
    pub absent: Color,
    /// The number of the warmest rung.
    warmest: i8,
    /// Of each rung, warmest first: marks, text where the mark's colour would be too faint to read, the ring's band.
    rungs: Vec<[Color; 3]>,
    theme: Colors,
}

/// The colours of which palettes are made.
#[derive(Clone, Debug, PartialEq)]
struct Colors {
    /// Background, foreground, muted and absent.
    plain: [Color; 4],
    /// From the warmest tone, 3, to the coldest, −3: marks, text and bands.
    tones: [[Color; 3]; 7],
    /// Marks by region where there is no ego, in the order of [`Region`]; whoever states none has the colour of absence.
    regions: [Color; 7],
}

/// The place of a mark's colour, a word's and a band's.
const MARK: usize = 0;
const WORD: usize = 1;
const BAND: usize = 2;

impl Palette {
    /// The paper of a theme, whatever the ladder.
    pub const fn paper(theme: Theme) -> Color {
        colors(theme).plain[0]
    }

    /// The palette of a theme for a dataset's ladder.
    pub fn of(theme: Theme, info: &DatasetInfo) -> Self {
        let theme = colors(theme);
        let [background, foreground, muted, absent] = theme.plain;
        let warmest = info.ends()[0].value();
        let rungs = info.ladder.iter().map(|rung| theme.at(rung.tone)).collect();
        Self { background, foreground, muted, absent, warmest, rungs, theme }
    }

    #[inline(never)]
    fn rung(&self, stance: Stance, place: usize) -> Color {
        let rung = usize::try_from(self.warmest - stance.value()).unwrap_or(0).min(self.rungs.len().saturating_sub(1));
        self.rungs.get(rung).map_or(self.muted, |colors| colors[place])
    }

    /// The colour of a mark.
    pub fn stance(&self, stance: Stance) -> Color {
        self.rung(stance, MARK)
    }

    /// The colour of a mark by its actor's region.
    pub fn region(&self, region: Region) -> Color {
        match region {
            Region::Unstated => self.absent,
            stated => self.theme.regions[stated as usize],
        }
    }

    /// The colour of a word about a stance.
    pub fn text(&self, stance: Stance) -> Color {
        self.rung(stance, WORD)
    }

    /// Width and colour of the line around a ring's band where all bands have one colour.
    pub fn band_rim(&self) -> Option<(f64, Color)> {
        let [first, .., last] = &self.theme.tones;
        (first[BAND] == last[BAND]).then_some((1.0, self.muted))
    }

    /// The colour of a ring's band.
    pub fn band(&self, stance: Stance) -> Color {
        self.rung(stance, BAND)
    }

    /// The colour of a change for the worse (−2, −1), for neither, or for the better (+1, +2).
    pub fn tone(&self, tone: i8) -> Color {
        self.theme.tones[(3 - tone.clamp(-2, 2)) as usize][MARK]
    }

    /// The colour of what is counted for the ego, as a mark and as a word.
    pub const fn ego(&self) -> [Color; 2] {
        [self.theme.tones[0][MARK], self.theme.tones[0][WORD]]
    }

    /// Every colour as a CSS custom property with its value, `("--stance-3", "#a8140f")`.
    ///
    /// `--ground`, `--ink`, `--quiet` and `--absent` are background, foreground, muted and absent; `--stance`, `--text`
    /// and `--band` have the numbers of the ladder's rungs, `--tone` goes from −2 to 2, `--region` in the order of
    /// [`Region`] from 0 to 6.
    pub fn css(theme: Theme, info: &DatasetInfo) -> Vec<(String, String)> {
        let palette = Self::of(theme, info);
        let mut list = Vec::with_capacity(43);
        add(&mut list, "--ground", None, palette.background);
        add(&mut list, "--ink", None, palette.foreground);
        add(&mut list, "--quiet", None, palette.muted);
        add(&mut list, "--absent", None, palette.absent);
        for (place, color) in palette.theme.regions.iter().enumerate() {
            add(&mut list, "--region", Some(place as i8), *color);
        }
        for rung in &info.ladder {
            let value = Some(rung.stance.value());
            add(&mut list, "--stance", value, palette.stance(rung.stance));
            add(&mut list, "--text", value, palette.text(rung.stance));
            add(&mut list, "--band", value, palette.band(rung.stance));
        }
        for tone in -2..=2 {
            add(&mut list, "--tone", Some(tone), palette.tone(tone));
        }
        list
    }
}

/// Adds a colour under its name, which may have a number.
#[inline(never)]
fn add(list: &mut Vec<(String, String)>, name: &str, number: Option<i8>, color: Color) {
    let mut name = name.to_owned();
    if let Some(number) = number {
        name.push_str(&number.to_string());
    }
    list.push((name, color.to_string()));
}

impl Colors {
    /// The colours of a tone in hundredths, between those of the whole tones beside it.
    fn at(&self, tone: i16) -> [Color; 3] {
        let below = (Rung::WARMEST - tone.clamp(-Rung::WARMEST, Rung::WARMEST)) as usize;
        let (one, other) = (below / 100, (below / 100 + 1).min(6));
        let mut colors = self.tones[one];
        for (color, other) in colors.iter_mut().zip(self.tones[other]) {
            *color = other.alpha((below % 100) as f64 / 100.0).over(*color);
        }
        colors
    }
}

const fn colors(theme: Theme) -> Colors {
    match theme {
        Theme::Light => LIGHT,
        Theme::Dark => DARK,
        Theme::Forced(system) => forced(system),
    }
}

/// Warm relations as links, cold ones as highlights, all else as text: place, dash and shape say the rest.
const fn forced([ground, text, link, highlight]: [u32; 4]) -> Colors {
    let marks = [link, link, link, text, highlight, highlight, highlight];
    let plain = [Color::hex(ground), Color::hex(text), Color::hex(text), Color::hex(text)];
    Colors { plain, tones: seven(marks, [text; 7], [ground; 7]), regions: list([text; 7]) }
}

/// The colours of the seven whole tones, each list from `0xRRGGBB`, warmest first.
const fn seven(marks: [u32; 7], texts: [u32; 7], bands: [u32; 7]) -> [[Color; 3]; 7] {
    let mut list = [[Color::hex(0); 3]; 7];
    let mut index = 0;
    while index < 7 {
        list[index] = [Color::hex(marks[index]), Color::hex(texts[index]), Color::hex(bands[index])];
        index += 1;
    }
    list
}

const fn list(numbers: [u32; 7]) -> [Color; 7] {
    let mut list = [Color::hex(0); 7];
    let mut place = 0;
    while place < 7 {
        list[place] = Color::hex(numbers[place]);
        place += 1;
    }
    list
}

const LIGHT: Colors = Colors {
    plain: [Color::hex(0xfc_fb_f8), Color::hex(0x17_1e_2b), Color::hex(0x5c_61_6b), Color::hex(0x7d_80_86)],
    tones: seven(
        [0x005a78, 0x267a9c, 0x5a9495, 0x8b8479, 0xad8452, 0xbf4d19, 0xa8140f],
        [0x00566b, 0x1b6c82, 0x36706f, 0x5f5d57, 0x855a17, 0xa33f10, 0x96100c],
        [0xd3e7ea, 0xdfeeef, 0xebf4f4, 0xf5f5f1, 0xfbf4e9, 0xfbeee7, 0xf8e7e5],
    ),
    regions: list([0xa98f14, 0x640a39, 0x181e7d, 0x177232, 0x92458d, 0x3f98ce, 0x2f2b00]),
};

const DARK: Colors = Colors {
    plain: [Color::hex(0x0f_14_1a), Color::hex(0xef_ec_e4), Color::hex(0xa3_a8_b0), Color::hex(0x80_86_8f)],
    tones: seven(
        [0x55d3e4, 0x2c9fc0, 0x78a69d, 0x7b7d84, 0xcba777, 0xf88633, 0xea4943],
        [0x58c8da, 0x6fb6c9, 0x9cc4bb, 0xa6abb3, 0xd3aa78, 0xf09a66, 0xff8a80],
        [0x12303a, 0x112831, 0x111f28, 0x11181f, 0x181817, 0x1d1716, 0x241416],
    ),
    regions: list([0xfcc01b, 0xb23a63, 0xb6b3f5, 0x1ab886, 0xefdef0, 0x84ffc3, 0x8f7f1b]),
};

#[cfg(test)]
mod tests {
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

    #[test]
    fn every_mark_stands_out_three_to_one_from_its_band_and_the_ground() {
        for colors in [&LIGHT, &DARK] {
            let [background, _, _, absent] = colors.plain;
            for tone in tones() {
                let [mark, _, band] = colors.at(tone);
                for under in [background, band] {
                    let ratio = contrast(mark, under);
                    assert!(ratio >= 3.0, "{tone} on {under}: {ratio:.2}");
                }
                assert!(contrast(absent, band) >= 3.0, "hollow on {tone}");
            }
        }
    }

    #[test]
    fn every_word_can_be_read_four_and_a_half_to_one_on_any_band() {
        for colors in [&LIGHT, &DARK] {
            let [background, foreground, muted, _] = colors.plain;
            for tone in tones() {
                let [_, word, band] = colors.at(tone);
                for under in [band, background] {
                    assert!(contrast(foreground, under) >= 4.5);
                    assert!(contrast(muted, under) >= 4.5, "muted on {under}");
                    let ratio = contrast(word, under);
                    assert!(ratio >= 4.5, "word {tone} on {under}: {ratio:.2}");
                }
            }
        }
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
        let [x, y, z] =
            xyz.map(|value| if value > 0.008_856 { libm::cbrt(value) } else { 7.787 * value + 16.0 / 116.0 });
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
}
