//! What a reader's eyes and fingers ask of the picture: few colours, and a nearer look.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::scene::{Theme, Zoom};
use crate::viewer::Command;

use super::view::Detente;

#[wasm_bindgen]
impl Detente {
    /// Few colours in the place of a theme's: those of `"contrast"`, `"contrast-dark"` or `"print"`, or the system's for
    /// background, text, links and highlights, as CSS computes them (`rgb(0, 0, 0)`), one after the other. What is
    /// something else changes nothing.
    #[wasm_bindgen(js_name = fewColors)]
    pub fn few_colors(&mut self, colors: &str) -> u32 {
        let theme = match colors {
            "contrast" => Theme::CONTRAST,
            "contrast-dark" => Theme::CONTRAST_DARK,
            "print" => Theme::PRINT,
            _ => {
                let color = |text: &str| {
                    let numbers = text.split(|sign: char| !sign.is_ascii_digit());
                    let mut numbers = numbers.filter_map(|it| it.parse::<u8>().ok()).map(u32::from);
                    // How opaque it is follows, where it is not.
                    Some(numbers.next()? << 16 | numbers.next()? << 8 | numbers.next()?)
                };
                let colors: Vec<u32> = colors.split_terminator(')').filter_map(color).collect();
                let Ok(colors) = colors.try_into() else { return 0 };
                Theme::Few(colors)
            }
        };
        self.ask(Command::Theme(theme))
    }

    /// Two fingers went from two places on the network to two others, in CSS pixels.
    #[allow(clippy::too_many_arguments, reason = "four places as numbers, which cross the border as they are")]
    pub fn pinch(&mut self, ax: f64, ay: f64, bx: f64, by: f64, cx: f64, cy: f64, dx: f64, dy: f64) -> u32 {
        self.ask(Command::Pinch([ax, ay, bx, by, cx, cy, dx, dy]))
    }

    /// Back to the whole network.
    pub fn unzoom(&mut self) -> u32 {
        self.ask(Command::Unzoom)
    }

    /// Whether the network is looked at from nearer than as a whole.
    pub fn zoomed(&self) -> bool {
        self.viewer.view().zoom != Zoom::NONE
    }
}
