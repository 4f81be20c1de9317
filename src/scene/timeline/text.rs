//! Names that must fit: whole, or cut with an ellipsis.

use super::super::text_width;

/// Fewer letters than this before an ellipsis tell nothing.
const FEWEST: usize = 3;

/// The text where it fits into `room` CSS pixels, or as much of its beginning as does, with an ellipsis; `None` where
/// not even a few letters fit.
pub(super) fn fit(text: &str, size: f64, bold: bool, room: f64) -> Option<String> {
    if text_width(text, size, bold) <= room {
        return Some(text.to_owned());
    }
    let left = room - text_width("…", size, bold);
    let (mut short, mut kept) = (String::new(), 0);
    for (count, letter) in text.chars().enumerate() {
        short.push(letter);
        if text_width(&short, size, bold) > left {
            break;
        }
        kept = count + 1;
    }
    let mut short: String = text.chars().take(kept).collect();
    while short.ends_with(' ') {
        short.pop();
    }
    short.push('…');
    (kept >= FEWEST).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_whole_or_cut_or_left_out() {
        let whole = text_width("Soviet Union", 12.0, false);
        assert_eq!(fit("Soviet Union", 12.0, false, whole).as_deref(), Some("Soviet Union"));
        let cut = fit("Soviet Union", 12.0, false, whole * 0.7).expect("room for some letters");
        assert!(cut.ends_with('…') && cut.starts_with("Sov"), "{cut}");
        assert!(text_width(&cut, 12.0, false) <= whole * 0.7);
        assert_eq!(fit("Soviet Union", 12.0, false, 12.0), None);
    }
}
