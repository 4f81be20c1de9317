//! The payload table: what a reader downloads, raw, by gzip 9 and by brotli 11, against the budgets.

use std::fmt;

use anyhow::Result;

use crate::compress::Encoding;
use crate::site::{GLUE, Site, TEXTS, WASM};

/// The scripts and styles that the page of the picture loads; those of other pages are weighed, not counted.
const LOADED: [&str; 5] = [WASM, GLUE, "element.js", "define.js", "page.css"];

/// The code of the page without a dataset, in bytes by brotli.
const CODE_BUDGET: usize = 75_000;
/// The same with what the first frame needs of the dataset.
const FRAME_BUDGET: usize = 100_000;
/// The same with all texts.
const WHOLE_BUDGET: usize = 140_000;

/// Bytes of something: raw, by gzip, by brotli.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    fn of(bytes: &[u8]) -> Result<Self> {
        let size = |encoding: Encoding| encoding.smallest(bytes).map(|compressed| compressed.len());
        Ok(Self { raw: bytes.len(), gzip: size(Encoding::Gzip)?, brotli: size(Encoding::Brotli)? })
    }

    fn and(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn without(self, other: Self) -> Self {
        let less = |all: usize, part: usize| all.saturating_sub(part);
        Self {
            raw: less(self.raw, other.raw),
            gzip: less(self.gzip, other.gzip),
            brotli: less(self.brotli, other.brotli),
        }
    }
}

/// What a reader downloads, file by file and in sum.
#[derive(Clone, Debug, Default)]
pub struct Payload {
    rows: Vec<(String, Weight)>,
    code: Weight,
    texts: Weight,
    dataset: Option<Weight>,
}

impl Payload {
    /// Weighs a page. `dataset` is the pack inside the wasm, where it was found.
    pub fn weigh(site: &Site, dataset: Option<&[u8]>) -> Result<Self> {
        let mut payload = Self::default();
        for (name, bytes) in site.files() {
            let ending = name.rsplit('.').next().unwrap_or_default();
            // Pages of single years are many and small, and nobody loads two of them.
            if name != TEXTS && (name.contains('/') || !matches!(ending, "wasm" | "js" | "css" | "html")) {
                continue;
            }
            let weight = Weight::of(bytes)?;
            if name == TEXTS {
                payload.texts = weight;
            } else if LOADED.contains(&name) {
                payload.code = payload.code.and(weight);
            }
            payload.rows.push((name.to_owned(), weight));
        }
        // The wasm and the glue first, then by name.
        payload.rows.sort_by_key(|(name, _)| (name != WASM, name != GLUE, name.clone()));
        payload.dataset = dataset.map(Weight::of).transpose()?;
        Ok(payload)
    }

    /// The sums with their budgets, in bytes by brotli.
    fn sums(&self) -> Vec<(&'static str, Weight, usize)> {
        let mut sums = Vec::new();
        if let Some(dataset) = self.dataset {
            sums.push(("code alone", self.code.without(dataset), CODE_BUDGET));
        }
        sums.push(("code and first frame", self.code, FRAME_BUDGET));
        sums.push(("code and all texts", self.code.and(self.texts), WHOLE_BUDGET));
        sums
    }

    /// Whether every budget is kept.
    pub fn fits(&self) -> bool {
        self.sums().iter().all(|(_, weight, budget)| weight.brotli <= *budget)
    }
}

impl fmt::Display for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, name: &str, weight: Weight| {
            write!(f, "{name:<28}{:>9}{:>9}{:>9}", Kilo(weight.raw), Kilo(weight.gzip), Kilo(weight.brotli))
        };
        writeln!(f, "{:<28}{:>9}{:>9}{:>9}   (kB = 1000 bytes)", "payload", "raw", "gzip", "brotli")?;
        for (name, weight) in &self.rows {
            row(f, name, *weight)?;
            writeln!(f)?;
        }
        if let Some(dataset) = self.dataset {
            row(f, "(dataset in the wasm)", dataset)?;
            writeln!(f)?;
        }
        for (name, weight, budget) in self.sums() {
            row(f, name, weight)?;
            let verdict = if weight.brotli <= budget { "OK" } else { "OVER" };
            writeln!(f, "   {verdict}: at most {} kB by brotli", budget / 1000)?;
        }
        Ok(())
    }
}

/// Bytes as kB with one decimal.
struct Kilo(usize);

impl fmt::Display for Kilo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:.1}", self.0 as f64 / 1000.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_up_and_judges() {
        let mut site = Site::default();
        site.insert(WASM, noise(90_000));
        site.insert(GLUE, noise(9_000));
        site.insert(TEXTS, noise(50_000));
        site.insert("index.html", noise(500_000));
        site.insert("detente.js.br", noise(500_000));
        let payload = Payload::weigh(&site, Some(&noise(30_000))).expect("weighed");
        let verdicts: Vec<_> = payload.sums().iter().map(|(_, weight, budget)| weight.brotli <= *budget).collect();
        assert_eq!(verdicts, [true, true, false]);
        assert!(!payload.fits());
        let text = payload.to_string();
        assert!(text.lines().nth(1).is_some_and(|line| line.starts_with(WASM)), "{text}");
        assert!(text.contains("OVER: at most 140 kB") && !text.contains("detente.js.br"), "{text}");
    }

    /// Bytes that cannot be compressed.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            (state >> 8) as u8
        };
        (0..length).map(|_| next()).collect()
    }
}
