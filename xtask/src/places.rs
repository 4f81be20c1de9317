//! Places in the sources of libraries, which a panic names: blanked in what is published. They say nothing to a reader,
//! weigh half a kilobyte, and tell where the builder's toolchain keeps its sources.

/// What such a place begins with, where the toolchain's own sources and those of crates lie.
const BEGINNINGS: [&[u8]; 2] = [b"/rustc/", b"cargo/registry/src/"];
const ENDING: &[u8] = b".rs";
/// No place is longer, in bytes.
const LONGEST: usize = 200;

/// A module with blanks in the place of each such place; its length and all else stay.
pub(crate) fn blank(mut wasm: Vec<u8>) -> Vec<u8> {
    let mut at = 0;
    while at < wasm.len() {
        match length(&wasm[at..]) {
            Some(length) => {
                wasm[at..at + length].fill(b' ');
                at += length;
            }
            None => at += 1,
        }
    }
    wasm
}

/// How long the place is with which these bytes begin; `None` where they begin with none.
fn length(bytes: &[u8]) -> Option<usize> {
    if !BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning)) {
        return None;
    }
    let text = &bytes[..bytes.len().min(LONGEST)];
    let end = text.windows(ENDING.len()).position(|window| window == ENDING)? + ENDING.len();
    text[..end].iter().all(u8::is_ascii_graphic).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_libraries_are_blanked_and_nothing_else() {
        let blanked = |text: &str| String::from_utf8(blank(text.as_bytes().to_vec())).unwrap_or_default();
        assert_eq!(blanked("a/rustc/5980/library/core/src/cmp.rsb"), format!("a{}b", " ".repeat(35)));
        assert_eq!(blanked("cargo/registry/src/x/y.rssrc/data/tie.rs"), format!("{}src/data/tie.rs", " ".repeat(25)));
        for kept in ["/rustc/ and more", "/rustc/a b.rs", "cargo/registry/", "src/viewer.rs", ""] {
            assert_eq!(blanked(kept), kept);
        }
        let far = format!("/rustc/{}.rs", "x".repeat(LONGEST));
        assert_eq!(blanked(&far), far);
    }
}
