//! The payload table: what a reader downloads, raw, by gzip 9 and by brotli 11, against the budget in `xtask/budget.json`.

use std::fmt;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use crate::compress::Encoding;
use crate::site::{GLUE, LATE_SCRIPT, LATE_WASM, PAINTER, STILL_STYLES, Site, TEXTS, WASM, WORKBENCH_WASM};
use crate::workspace::Workspace;

/// The script that shows the first frame.
const ELEMENT: &str = "element.js";
/// What the page of the picture loads before its first frame; scripts and styles of other pages are weighed, not counted.
const FIRST: [&str; 5] = [WASM, GLUE, ELEMENT, "define.js", "page.css"];
/// What shows the still pictures of its years, before any of that is there.
const PICTURES: [&str; 2] = [STILL_STYLES, "still.js"];
/// What it loads after it.
const LATE: [&str; 3] = [LATE_WASM, LATE_SCRIPT, PAINTER];

/// What the workbench loads beside the viewer. The viewer that it fills is that of the picture once more.
const WORKBENCH: [&str; 5] = ["workbench.html", "workbench.css", "workbench.js", "workbench-worker.js", WORKBENCH_WASM];

/// The most that each sum may weigh, in bytes by brotli; names and numbers of `xtask/budget.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The script of the element, without what it fetches after the first frame.
    element: usize,
    /// Scripts, styles and program of the first frame, without the dataset.
    first_code: usize,
    /// The same with the dataset, without its texts.
    first_frame: usize,
    /// Everything that the page of the picture fetches.
    everything: usize,
    /// What the workbench fetches beside the viewer.
    workbench: usize,
}

impl Budget {
    /// Reads the committed budget.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let file = workspace.root().join("xtask/budget.json");
        let text = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        serde_json::from_slice(&text).context("budget.json is no budget")
    }
}

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
#[derive(Clone, Debug)]
pub struct Payload {
    rows: Vec<(String, Weight)>,
    sums: Vec<Sum>,
}

/// What a part of the page weighs by brotli, and the most that it may, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Weighed {
    pub name: String,
    pub bytes: usize,
    pub most: Option<usize>,
}

/// A sum, and the most that it may weigh by brotli.
#[derive(Clone, Debug)]
struct Sum {
    name: &'static str,
    weight: Weight,
    most: Option<usize>,
}

impl Payload {
    /// Weighs a page. `dataset` is the pack inside the wasm, where it was found.
    pub fn weigh(site: &Site, dataset: Option<&[u8]>, budget: &Budget) -> Result<Self> {
        let mut rows = Vec::new();
        for (name, bytes) in site.files() {
            let ending = name.rsplit('.').next().unwrap_or_default();
            // Pages of single years are many and small, and nobody loads two of them.
            if name == TEXTS || (!name.contains('/') && matches!(ending, "wasm" | "js" | "css" | "html")) {
                rows.push((name.to_owned(), Weight::of(bytes)?));
            }
        }
        // What comes first, first.
        let place = |name: &str| FIRST.iter().chain(&LATE).position(|known| *known == name).unwrap_or(usize::MAX);
        rows.sort_by_key(|(name, _)| (place(name), name.clone()));
        let of = |names: &[&str]| {
            let named = rows.iter().filter(|(name, _)| names.contains(&name.as_str()));
            named.fold(Weight::default(), |sum, (_, weight)| sum.and(*weight))
        };
        let (first, pictures, late, texts) = (of(&FIRST), of(&PICTURES), of(&LATE), of(&[TEXTS]));
        let workbench = of(&WORKBENCH);
        let mut sums = vec![Sum { name: "script of the element", weight: of(&[ELEMENT]), most: Some(budget.element) }];
        if let Some(dataset) = dataset {
            let weight = Weight::of(dataset)?;
            rows.push(("(dataset in the wasm)".to_owned(), weight));
            sums.push(Sum { name: "first frame: code", weight: first.without(weight), most: Some(budget.first_code) });
        }
        sums.push(Sum { name: "first frame: with data", weight: first, most: Some(budget.first_frame) });
        sums.push(Sum { name: "still pictures: code", weight: pictures, most: None });
        sums.push(Sum { name: "late part", weight: late, most: None });
        sums.push(Sum {
            name: "everything",
            weight: first.and(pictures).and(late).and(texts),
            most: Some(budget.everything),
        });
        sums.push(Sum { name: "workbench", weight: workbench, most: Some(budget.workbench) });
        Ok(Self { rows, sums })
    }

    /// The sums by brotli.
    pub fn sums(&self) -> Vec<Weighed> {
        let weighed = |sum: &Sum| Weighed { name: sum.name.to_owned(), bytes: sum.weight.brotli, most: sum.most };
        self.sums.iter().map(weighed).collect()
    }

    /// Makes sure that no sum is over the budget.
    ///
    /// # Errors
    ///
    /// With the sums that are.
    pub fn check(&self) -> Result<()> {
        let over: Vec<_> = self.sums.iter().filter(|sum| sum.is_over()).map(|sum| sum.name).collect();
        if !over.is_empty() {
            bail!("over the budget of xtask/budget.json: {}.", over.join(", "));
        }
        Ok(())
    }
}

impl Sum {
    fn is_over(&self) -> bool {
        self.most.is_some_and(|most| self.weight.brotli > most)
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
        for sum in &self.sums {
            row(f, sum.name, sum.weight)?;
            match sum.most {
                Some(most) => writeln!(f, "   {}: at most {}", if sum.is_over() { "OVER" } else { "OK" }, Kilo(most))?,
                None => writeln!(f)?,
            }
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
        for (name, size) in [
            (WASM, 90_000),
            (LATE_WASM, 30_000),
            (ELEMENT, 9_000),
            (TEXTS, 50_000),
            ("index.html", 500_000),
            ("late.js.br", 9_000),
        ] {
            site.insert(name, noise(size));
        }
        let budget =
            Budget { element: 10_000, first_code: 71_000, first_frame: 100_000, everything: 150_000, workbench: 1 };
        let payload = Payload::weigh(&site, Some(&noise(30_000)), &budget).expect("weighed");
        let over: Vec<_> = payload.sums.iter().filter(|sum| sum.is_over()).map(|sum| sum.name).collect();
        assert_eq!(over, ["everything"]);
        let said = payload.check().expect_err("too much").to_string();
        assert_eq!(said, "over the budget of xtask/budget.json: everything.");
        let text = payload.to_string();
        assert!(text.lines().nth(1).is_some_and(|line| line.starts_with(WASM)), "{text}");
        assert!(text.contains("OVER: at most 150.0") && !text.contains("late.js.br"), "{text}");
        let enough = Budget { everything: 200_000, ..budget };
        Payload::weigh(&site, Some(&noise(30_000)), &enough).expect("weighed").check().expect("within the budget");
    }

    #[test]
    fn the_committed_budget_can_be_read() {
        let budget = Budget::read(&Workspace::find().expect("the repository")).expect("a budget");
        assert!(budget.element < budget.first_code && budget.first_code < budget.first_frame);
        assert!(budget.first_frame < budget.everything);
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
