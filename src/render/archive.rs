//! Bytes made smaller: gzip for one file, zip for a folder.

use flate2::{Compress, Compression, Crc, FlushCompress, Status};

/// A file of gzip, without name and time.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Method 8, no flags, no time, the best compression, no system named.
    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff];
    file.extend(deflated(bytes));
    file.extend(checksum(bytes).to_le_bytes());
    file.extend((bytes.len() as u32).to_le_bytes());
    file
}

/// A zip archive of files by their names, which are UTF-8, in the order given. Times are those of no day: 1 January 1980.
pub fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let (packed, at) = (deflated(bytes), archive.len() as u32);
        // Version 2.0, names in UTF-8, method 8, and the first day that the format has.
        let mut entry: Vec<u8> = [20_u16, 1 << 11, 8, 0, 0x21].into_iter().flat_map(u16::to_le_bytes).collect();
        for number in [checksum(bytes), packed.len() as u32, bytes.len() as u32] {
            entry.extend(number.to_le_bytes());
        }
        entry.extend((name.len() as u16).to_le_bytes());
        entry.extend([0; 2]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&entry);
        archive.extend(name.as_bytes());
        archive.extend(packed);
        directory.extend(b"PK\x01\x02");
        directory.extend(20_u16.to_le_bytes());
        directory.extend(entry);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, length, count) = (archive.len() as u32, directory.len() as u32, (files.len() as u16).to_le_bytes());
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].concat());
    archive.extend([start.to_le_bytes(), [0; 4]].concat());
    let end = archive.len();
    archive[end - 8..].copy_from_slice(&[length.to_le_bytes(), start.to_le_bytes()].concat());
    archive.extend([0; 2]);
    archive
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut compress = Compress::new(Compression::best(), false);
    let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
    loop {
        let taken = compress.total_in() as usize;
        // Memory cannot fail to be written to.
        match compress.compress_vec(&bytes[taken..], &mut packed, FlushCompress::Finish) {
            Ok(Status::Ok | Status::BufError) => packed.reserve(packed.capacity()),
            _ => return packed,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        for bytes in [
            Vec::new(),
            b"a".to_vec(),
            b"abc".repeat(100_000),
            (0..200_000_u32).map(|n| (n.wrapping_mul(n) >> 7) as u8).collect(),
        ] {
            let mut back = Vec::new();
            flate2::read::GzDecoder::new(&gzip(&bytes)[..]).read_to_end(&mut back).expect("gzip");
            assert!(back == bytes, "{}", bytes.len());
        }
    }
}
