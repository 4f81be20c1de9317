//! Scales and their round values: plotters' coordinates, to a fraction of a pixel.

use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::{RangedCoordf64, RangedCoordi32};

/// Parts of a CSS pixel that a value is mapped to; plotters maps to whole numbers.
const FINE: f64 = 16.0;

/// A linear scale from values to CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    values: (f64, f64),
    pixels: (f64, f64),
}

impl Axis {
    /// The scale that maps the ends of `values` to the ends of `pixels`, and what lies beyond them beyond.
    pub const fn new(values: (f64, f64), pixels: (f64, f64)) -> Self {
        Self { values, pixels }
    }

    /// Where a value stands.
    pub fn at(&self, value: f64) -> f64 {
        let scale = RangedCoordf64::from(self.values.0..self.values.1);
        let limit = ((self.pixels.0 * FINE) as i32, (self.pixels.1 * FINE) as i32);
        f64::from(scale.map(&value, limit)) / FINE
    }

    /// The value that stands at `pixel`.
    pub fn value(&self, pixel: f64) -> f64 {
        let length = self.pixels.1 - self.pixels.0;
        let share = if length == 0.0 { 0.0 } else { (pixel - self.pixels.0) / length };
        self.values.0 + share * (self.values.1 - self.values.0)
    }

    /// Round whole values along the scale, at most so many.
    pub fn ticks(&self, most: usize) -> Vec<i32> {
        RangedCoordi32::from(self.values.0 as i32..self.values.1 as i32).key_points(most)
    }

    /// Both ends, in CSS pixels.
    pub const fn pixels(&self) -> (f64, f64) {
        self.pixels
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let axis = Axis::new((1945.0, 2025.0), (150.0, 950.0));
        assert_eq!(axis.at(1945.0), 150.0);
        assert_eq!(axis.at(2025.0), 950.0);
        assert_eq!(axis.at(1944.0), 140.0);
        assert!((axis.value(axis.at(1972.5)) - 1972.5).abs() < 0.01);
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(Axis::new((0.0, 200.0), (0.0, 1.0)).ticks(3), [0, 100, 200]);
        let decades = Axis::new((1945.0, 2025.0), (0.0, 1.0)).ticks(10);
        assert_eq!(decades, [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020]);
    }
}
