//! Colours by stance, light and dark: the one source of colours, for pictures and for the page.
#![allow(clippy::unreadable_literal, reason = "a colour is read as six digits")]

use crate::data::{DatasetInfo, Region, Rung, Stance};

use super::Color;

/// Light or dark background, or few colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Background, text, good terms and bad ones, each as `0xRRGGBB`: the colours of a system that forces them, of high
    /// contrast, or of print. Marks of bad terms are diamonds, and their lines dashed.
    Few([u32; 4]),
}

impl Theme {
    /// High contrast, light: whatever is drawn stands out seven to one at least.
    pub const CONTRAST: Self = Self::Few([0xffffff, 0x000000, 0x00447c, 0x8f0000]);
    /// High contrast, dark.
    pub const CONTRAST_DARK: Self = Self::Few([0x000000, 0xffffff, 0x7fd4ff, 0xffa07a]);
    /// Black on white.
    pub const PRINT: Self = Self::Few([0xffffff, 0, 0, 0]);
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

    /// Whether shapes and dashes tell bad terms, because colours are few and all bands have one.
    pub fn is_plain(&self) -> bool {
        let [first, .., last] = &self.theme.tones;
        first[BAND] == last[BAND]
    }

    /// Width and colour of the line around a ring's band where all bands have one colour.
    pub fn band_rim(&self) -> Option<(f64, Color)> {
        self.is_plain().then_some((1.0, self.muted))
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
        Theme::Few(few) => plain(few),
    }
}

/// Warm relations, cold ones and all else as text: place, dash and shape say the rest.
const fn plain([ground, text, warm, cold]: [u32; 4]) -> Colors {
    let marks = [warm, warm, warm, text, cold, cold, cold];
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
mod tests;
