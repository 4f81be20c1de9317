//! From bytes to text: UTF-8, with a byte order mark or without, and UTF-16 as spreadsheets write it.

use super::super::draft::Text;
use super::super::report::Findings;
use super::super::{Limit, Problem, ProblemKind};
use super::foreign;

/// The two orders in which the bytes of a UTF-16 unit may stand.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

/// The bytes as text, without a byte order mark; `None`, and a finding, when they are no text.
pub(in super::super) fn decode(file: &str, bytes: &[u8], findings: &mut Findings) -> Option<Text> {
    if bytes.len() > findings.limits.of(Limit::Bytes) {
        findings.push(too_large(file, Limit::Bytes, bytes.len(), findings));
        return None;
    }
    if let Some(problem) = foreign::by_bytes(file, bytes) {
        findings.push(problem);
        return None;
    }
    let text = text(file, bytes, findings)?;
    if let Some(problem) = foreign::by_text(file, &text.text) {
        findings.push(text.point(problem, text.text.len() - text.text.trim_start().len(), 1));
        return None;
    }
    Some(text)
}

/// The bytes of UTF-8 or UTF-16 as text.
fn text(file: &str, bytes: &[u8], findings: &mut Findings) -> Option<Text> {
    if let Some((order, units)) = utf16(bytes) {
        return decode_utf16(file, order, units, findings);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match core::str::from_utf8(bytes) {
        Ok(text) => Some(Text::new(text.to_owned())),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let message = format!("the byte 0x{byte:02x} here is not UTF-8");
            let problem = Problem::new(ProblemKind::BadUtf8, file, message)
                .hint("save the file as UTF-8; a spreadsheet calls it “CSV UTF-8”");
            // What comes before the byte is good, so that its place there is its place in the readable text too.
            findings.push(Text::new(String::from_utf8_lossy(bytes).into_owned()).point(problem, at, 1));
            None
        }
    }
}

/// The problem of a file that is too large, or that makes all files together so.
pub(super) fn too_large(file: &str, limit: Limit, bytes: usize, findings: &Findings) -> Problem {
    let what = match limit {
        Limit::Folder => format!("the files up to this one have {bytes} bytes together"),
        _ => format!("the file has {bytes} bytes"),
    };
    findings.exceeded(limit, bytes, file, &what)
}

/// The first letter of a text in any of these encodings, blanks apart.
pub(super) fn first_letter(bytes: &[u8]) -> Option<u8> {
    let mut letters = bytes.iter().copied().take(1000);
    letters.find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0 | 0xfe | 0xff | 0xef | 0xbb | 0xbf))
}

/// The order and the bytes of UTF-16: by its mark, or because every second byte of its beginning is zero.
fn utf16(bytes: &[u8]) -> Option<(Order, &[u8])> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some((Order::Little, rest)),
        [0xfe, 0xff, rest @ ..] => Some((Order::Big, rest)),
        [first, 0, third, 0, ..] if *first != 0 && *third != 0 => Some((Order::Little, bytes)),
        [0, second, 0, fourth, ..] if *second != 0 && *fourth != 0 => Some((Order::Big, bytes)),
        _ => None,
    }
}

fn decode_utf16(file: &str, order: Order, bytes: &[u8], findings: &mut Findings) -> Option<Text> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match order {
        Order::Little => u16::from_le_bytes(*pair),
        Order::Big => u16::from_be_bytes(*pair),
    });
    let decoded: Vec<_> = char::decode_utf16(units).collect();
    let good: String = decoded.iter().map_while(|letter| letter.as_ref().ok()).collect();
    if rest.is_empty() && decoded.iter().all(Result::is_ok) {
        return Some(Text::new(good));
    }
    let at = good.len();
    let message = "the file is UTF-16, and half a character stands here".to_owned();
    let problem = Problem::new(ProblemKind::BadUtf8, file, message)
        .hint("the file may have been cut off; save it again, best as UTF-8");
    findings.push(Text::new(good + "\u{fffd}").point(problem, at, 1));
    None
}
