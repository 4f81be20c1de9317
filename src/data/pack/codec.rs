//! Numbers and texts of a pack: one trait for writing and reading, so that one description of the format does both.

use super::super::rules::is_text;

/// Goes over a pack, writing or reading each value in turn.
pub(super) trait Codec {
    /// A whole number.
    fn number(&mut self, value: &mut i64);
    /// A text.
    fn text(&mut self, value: &mut String);
    /// The length of a list, no longer than `most`.
    fn length(&mut self, value: usize, most: usize) -> usize;
}

/// Writes a pack.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
}

impl Codec for Writer {
    fn number(&mut self, value: &mut i64) {
        // Zigzag: small numbers of either sign are short.
        let mut rest = ((*value << 1) ^ (*value >> 63)).cast_unsigned();
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    fn text(&mut self, value: &mut String) {
        self.number(&mut (value.len() as i64));
        self.bytes.extend_from_slice(value.as_bytes());
    }

    fn length(&mut self, value: usize, _: usize) -> usize {
        self.number(&mut (value as i64));
        value
    }
}

/// Reads a pack. What is malformed becomes zero or empty, and is remembered.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) malformed: bool,
    /// Whether a text was read that no table may hold.
    pub(super) bad_text: bool,
}

impl Codec for Reader<'_> {
    fn number(&mut self, value: &mut i64) {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let Some((byte, rest)) = self.bytes.split_first() else {
                self.malformed = true;
                return;
            };
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 56 {
                break;
            }
        }
        *value = (number >> 1).cast_signed() ^ -(number & 1).cast_signed();
    }

    fn text(&mut self, value: &mut String) {
        let length = self.length(0, self.bytes.len());
        match self.bytes.split_at_checked(length) {
            Some((text, rest)) => {
                self.bytes = rest;
                match core::str::from_utf8(text) {
                    Ok(text) => {
                        self.bad_text |= !is_text(text);
                        text.clone_into(value);
                    }
                    Err(_) => self.malformed = true,
                }
            }
            None => self.malformed = true,
        }
    }

    fn length(&mut self, _: usize, most: usize) -> usize {
        let mut length = 0;
        self.number(&mut length);
        // Every entry takes a byte at least, so that a short pack cannot ask for much memory.
        match usize::try_from(length) {
            Ok(length) if length <= most && length <= self.bytes.len() => length,
            _ => {
                self.malformed = true;
                0
            }
        }
    }
}
