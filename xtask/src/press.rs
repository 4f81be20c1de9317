//! Compression: what lies beside each file for a plain host, and what the payload table counts.

use std::io::Write as _;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// How a file may travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// Brotli, the smaller.
    Brotli,
    /// gzip, which everyone reads.
    Gzip,
}

impl Encoding {
    /// From the smallest to the largest.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Its name in HTTP.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The end of the name of a file that was pressed beforehand.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// As small as it gets: brotli 11, gzip 9.
    pub fn smallest(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, 11),
            Self::Gzip => gzip(bytes, 9),
        }
    }

    /// Nearly as small in a tenth of the time: for pictures, which come by the dozen.
    pub fn small(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, 9),
            Self::Gzip => gzip(bytes, 9),
        }
    }

    /// Small enough while someone waits.
    pub fn quick(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, 4),
            Self::Gzip => gzip(bytes, 6),
        }
    }
}

fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut pressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut pressed, &params)?;
    Ok(pressed)
}

fn gzip(bytes: &[u8], level: u32) -> Result<Vec<u8>> {
    // The header carries neither a name nor a time: the same bytes give the same file.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn comes_back_as_it_went() {
        let text = "friend and foe, ".repeat(400);
        for press in [Encoding::smallest, Encoding::quick] {
            let mut back = String::new();
            let pressed = press(Encoding::Gzip, text.as_bytes()).expect("gzip");
            flate2::read::GzDecoder::new(&*pressed).read_to_string(&mut back).expect("gzip");
            assert_eq!(back, text);

            let mut back = Vec::new();
            let pressed = press(Encoding::Brotli, text.as_bytes()).expect("brotli");
            brotli::BrotliDecompress(&mut &*pressed, &mut back).expect("brotli");
            assert_eq!(back, text.as_bytes());
        }
    }
}
