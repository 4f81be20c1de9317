//! Breaking a text into lines.

use super::super::label::width;

/// A text in lines no wider than `room`, as even as they can be; what is more than `most` lines ends in `…`.
pub(super) fn wrapped(text: &str, size: f64, bold: bool, room: f64, most: usize) -> Vec<String> {
    let mut lines = broken(text, size, bold, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}…"), size, bold) > room {
                last.pop();
            }
            *last = format!("{}…", last.trim_end());
        }
        return lines;
    }
    // The narrowest measure with as many lines leaves no word alone on the last.
    let mut narrow = room;
    while lines.len() > 1 {
        narrow -= room * 0.03;
        let next = broken(text, size, bold, narrow);
        if next.len() != lines.len() || next.iter().any(|line| width(line, size, bold) > narrow) {
            break;
        }
        lines = next;
    }
    lines
}

/// A text in lines, each as full as it can be; a word that is too wide is broken.
fn broken(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size, bold) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(core::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width(&line, size, bold) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(core::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_their_room_and_lose_no_letter() {
        let text = "The UN seats both Koreas; a treaty binds ThisOneIsFarTooLongForAnyLineOfThatWidth";
        let lines = wrapped(text, 20.0, false, 200.0, 99);
        assert!(lines.len() > 3 && lines.iter().all(|line| width(line, 20.0, false) <= 200.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        let cut = wrapped(text, 20.0, false, 200.0, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…'), "{cut:?}");
    }
}
