//! Colours by stance, light and dark: the one source of colours, for pictures and for the page.
#![allow(clippy::unreadable_literal, reason = "a colour is read as six digits")]

use crate::data::Stance;

use super::Color;

/// Light or dark background.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// The colours of a theme.
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
    /// Marks by rung, warmest first, as [`Stance::LADDER`].
    stances: [Color; 7],
    /// Text by rung where the mark's colour would be too faint to read.
    texts: [Color; 7],
    /// The rings' bands by rung.
    bands: [Color; 7],
}

impl Palette {
    /// The palette of a theme.
    pub const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// The colour of a mark.
    pub const fn stance(&self, stance: Stance) -> Color {
        self.stances[stance.ring()]
    }

    /// The colour of a word about a stance.
    pub const fn text(&self, stance: Stance) -> Color {
        self.texts[stance.ring()]
    }

    /// The colour of a change for the worse (−2, −1), for neither, or for the better (+1, +2).
    pub const fn tone(&self, tone: i8) -> Color {
        self.stance(match tone {
            2.. => Stance::PARTNER,
            1 => Stance::CORDIAL,
            0 => Stance::DISTANT,
            -1 => Stance::STRAINED,
            _ => Stance::HOSTILE,
        })
    }

    /// Every colour as a CSS custom property with its value, `("--stance-3", "#a8140f")`.
    ///
    /// `--ground`, `--ink`, `--quiet` and `--absent` are background, foreground, muted and absent; `--stance`, `--text`
    /// and `--band` go from −3 to 3, `--tone` from −2 to 2.
    pub fn css(theme: Theme) -> Vec<(String, String)> {
        let palette = Self::of(theme);
        let mut list = Vec::with_capacity(30);
        let mut add = |name: String, color: Color| list.push((name, color.to_string()));
        add("--ground".to_owned(), palette.background);
        add("--ink".to_owned(), palette.foreground);
        add("--quiet".to_owned(), palette.muted);
        add("--absent".to_owned(), palette.absent);
        for stance in Stance::LADDER {
            let value = stance.value();
            add(format!("--stance{value}"), palette.stance(stance));
            add(format!("--text{value}"), palette.text(stance));
            add(format!("--band{value}"), palette.band(stance));
        }
        for tone in -2..=2 {
            add(format!("--tone{tone}"), palette.tone(tone));
        }
        list
    }

    /// The colour of a ring's band.
    pub const fn band(&self, stance: Stance) -> Color {
        self.bands[stance.ring()]
    }
}

/// One colour for each rung, from `0xRRGGBB`.
const fn seven(colors: [u32; 7]) -> [Color; 7] {
    let mut list = [Color::hex(0); 7];
    let mut index = 0;
    while index < 7 {
        list[index] = Color::hex(colors[index]);
        index += 1;
    }
    list
}

static LIGHT: Palette = Palette {
    background: Color::hex(0xfc_fb_f8),
    foreground: Color::hex(0x17_1e_2b),
    muted: Color::hex(0x5c_61_6b),
    absent: Color::hex(0x7d_80_86),
    stances: seven([0x005a78, 0x267a9c, 0x5a9495, 0x8b8479, 0xad8452, 0xbf4d19, 0xa8140f]),
    texts: seven([0x00566b, 0x1b6c82, 0x36706f, 0x5f5d57, 0x855a17, 0xa33f10, 0x96100c]),
    bands: seven([0xd3e7ea, 0xdfeeef, 0xebf4f4, 0xf5f5f1, 0xfbf4e9, 0xfbeee7, 0xf8e7e5]),
};

static DARK: Palette = Palette {
    background: Color::hex(0x0f_14_1a),
    foreground: Color::hex(0xef_ec_e4),
    muted: Color::hex(0xa3_a8_b0),
    absent: Color::hex(0x80_86_8f),
    stances: seven([0x55d3e4, 0x2c9fc0, 0x78a69d, 0x7b7d84, 0xcba777, 0xf88633, 0xea4943]),
    texts: seven([0x58c8da, 0x6fb6c9, 0x9cc4bb, 0xa6abb3, 0xd3aa78, 0xf09a66, 0xff8a80]),
    bands: seven([0x12303a, 0x112831, 0x111f28, 0x11181f, 0x181817, 0x1d1716, 0x241416]),
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

    #[test]
    fn every_mark_stands_out_three_to_one_from_its_band_and_the_ground() {
        for palette in [&LIGHT, &DARK] {
            for stance in Stance::LADDER {
                for under in [palette.background, palette.band(stance)] {
                    let ratio = contrast(palette.stance(stance), under);
                    assert!(ratio >= 3.0, "{stance} on {under}: {ratio:.2}");
                }
            }
            for stance in Stance::LADDER {
                assert!(contrast(palette.absent, palette.band(stance)) >= 3.0, "hollow on {stance}");
            }
        }
    }

    #[test]
    fn every_word_can_be_read_four_and_a_half_to_one_on_any_band() {
        for palette in [&LIGHT, &DARK] {
            let unders = Stance::LADDER.map(|stance| palette.band(stance));
            for under in unders.into_iter().chain([palette.background]) {
                assert!(contrast(palette.foreground, under) >= 4.5);
                assert!(contrast(palette.muted, under) >= 4.5, "muted on {under}");
            }
            for stance in Stance::LADDER {
                for under in [palette.background, palette.band(stance)] {
                    let ratio = contrast(palette.text(stance), under);
                    assert!(ratio >= 4.5, "word {stance} on {under}: {ratio:.2}");
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

    #[test]
    fn neighbours_on_the_ladder_differ_for_every_kind_of_colour_vision() {
        for palette in [&LIGHT, &DARK] {
            for (vision, lacks) in VISIONS {
                for pair in Stance::LADDER.windows(2) {
                    let [a, b] = [pair[0], pair[1]].map(|stance| lab_as_seen(palette.stance(stance), lacks));
                    let far = difference(a, b);
                    assert!(far >= 10.0, "{vision}: {} and {} differ by {far:.1}", pair[0], pair[1]);
                }
            }
        }
    }

    #[test]
    fn friend_and_foe_differ_for_every_kind_of_colour_vision() {
        for palette in [&LIGHT, &DARK] {
            for (vision, lacks) in VISIONS {
                for friend in &Stance::LADDER[..3] {
                    for foe in &Stance::LADDER[4..] {
                        let [a, b] = [*friend, *foe].map(|stance| lab_as_seen(palette.stance(stance), lacks));
                        let far = libm::sqrt(a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>());
                        assert!(far >= 20.0, "{vision}: {friend} and {foe} differ by {far:.1}");
                    }
                }
            }
        }
    }
}
