//! Compression: the `.br` and `.gz` beside each published file, and the sizes in the payload table.

use std::io::Write as _;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A content encoding of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// Brotli, the smaller.
    Brotli,
    /// gzip, which every client reads.
    Gzip,
}

impl Encoding {
    /// The one with the smaller output first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Its name in HTTP.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The ending of the name of a precompressed file.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// The smallest output: brotli 11, gzip 9.
    pub fn smallest(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, 11),
            Self::Gzip => gzip(bytes, 9),
        }
    }

    /// Nearly as small in a tenth of the time: brotli 9, gzip 9. For the many pictures.
    pub fn small(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, 9),
            Self::Gzip => gzip(bytes, 9),
        }
    }

    /// Fast enough for a response: brotli 4, gzip 6.
    pub fn quick(self, bytes: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => brotli(bytes, 4),
            Self::Gzip => gzip(bytes, 6),
        }
    }
}

fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

/// Bytes as a script holds them: compressed by gzip, in the letters of base64.
pub fn inlined(bytes: &[u8]) -> Result<String> {
    Ok(BASE64.encode(Encoding::Gzip.smallest(bytes)?))
}

fn gzip(bytes: &[u8], level: u32) -> Result<Vec<u8>> {
    // The header carries neither a name nor a time, so the same bytes give the same file.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn decompresses_to_the_original() {
        let text = "friend and foe, ".repeat(400);
        for compress in [Encoding::smallest, Encoding::quick] {
            let mut back = String::new();
            let compressed = compress(Encoding::Gzip, text.as_bytes()).expect("gzip");
            flate2::read::GzDecoder::new(&*compressed).read_to_string(&mut back).expect("gzip");
            assert_eq!(back, text);

            let mut back = Vec::new();
            let compressed = compress(Encoding::Brotli, text.as_bytes()).expect("brotli");
            brotli::BrotliDecompress(&mut &*compressed, &mut back).expect("brotli");
            assert_eq!(back, text.as_bytes());
        }
    }
}
