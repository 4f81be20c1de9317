//! Names that must fit: whole, or cut with an ellipsis.

use super::super::text_width;

/// Fewer letters than this before an ellipsis tell nothing.
const FEWEST: usize = 3;

/// The text where it fits into `room` CSS pixels, or as much of its beginning as does, with an ellipsis; empty where not
/// even a few letters fit.
#[inline(never)]
pub(super) fn fit(text: &str, size: f64, bold: bool, room: f64) -> String {
    let mut short = text.to_owned();
    if text_width(text, size, bold) <= room {
        return short;
    }
    let room = room - text_width("…", size, bold);
    let mut count = text.chars().count();
    while count > 0 && (short.ends_with(' ') || text_width(&short, size, bold) > room) {
        short.pop();
        count -= 1;
    }
    if count < FEWEST {
        return String::new();
    }
    short.push('…');
    short
}

/// The text in one line where it fits into `room` CSS pixels or cannot be broken, else in two: the first of as many words as
/// fit, and of one at least.
pub(super) fn in_two_lines(text: &str, size: f64, room: f64) -> (&str, &str) {
    if text_width(text, size, false) <= room {
        return (text, "");
    }
    let mut lines = (text, "");
    for (at, letter) in text.char_indices() {
        let (Some(first), Some(second), ' ') = (text.get(..at), text.get(at + 1..), letter) else { continue };
        if lines.1.is_empty() || text_width(first, size, false) <= room {
            lines = (first, second);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_whole_or_cut_or_left_out() {
        let whole = text_width("Soviet Union", 12.0, false);
        assert_eq!(fit("Soviet Union", 12.0, false, whole), "Soviet Union");
        let cut = fit("Soviet Union", 12.0, false, whole * 0.7);
        assert!(cut.ends_with('…') && cut.starts_with("Sov"), "{cut}");
        assert!(text_width(&cut, 12.0, false) <= whole * 0.7);
        assert_eq!(fit("Soviet Union", 12.0, false, 12.0), "");
        assert_eq!(fit("Soviet Union", 12.0, false, -12.0), "");
    }

    #[test]
    fn a_name_too_long_for_one_line_breaks_between_words() {
        let room = text_width("one two", 12.0, false);
        assert_eq!(in_two_lines("one two", 12.0, room), ("one two", ""));
        assert_eq!(in_two_lines("one two three", 12.0, room), ("one two", "three"));
        assert_eq!(in_two_lines("threeandmore two", 12.0, room), ("threeandmore", "two"));
        assert_eq!(in_two_lines("threeandmore", 12.0, room), ("threeandmore", ""));
    }
}
