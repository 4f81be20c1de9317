//! The datasets that are measured, and the pages that show them.

use std::ops::RangeInclusive;

use anyhow::Result;
use detente::bundled;
use detente::data::Dataset;
use detente_browser::Made;

/// A dataset with a page that shows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    /// The page, below the folder of its side.
    pub(crate) address: &'static str,
    /// What is made up for it; nothing where it is the page's own dataset.
    pub(crate) made: Option<Made>,
    /// The years that are swept: fewer where the floor's marks of all years would not fit into memory.
    pub(crate) years: (i16, i16),
    /// Steps of a run.
    pub(crate) steps: u32,
}

/// The page with its own dataset.
pub(crate) const PAGE: Subject =
    Subject { name: "page", address: "index.html", made: None, years: (1945, 2025), steps: 160 };
pub(crate) const S: Subject = made("S", "s.html", Made::S, (1945, 2025), 160);
pub(crate) const M: Subject = made("M", "m.html", Made::M, (1970, 1989), 76);
pub(crate) const L: Subject = made("L", "l.html", Made::L, (1970, 1976), 24);
pub(crate) const XL: Subject = made("XL", "xl.html", Made::Xl, (1970, 1973), 12);
pub(crate) const STAR_5: Subject = made("star of 5,000", "star5.html", Made::Star(5_000), (1970, 1979), 36);
pub(crate) const STAR_20: Subject = made("star of 20,000", "star20.html", Made::Star(20_000), (1970, 1973), 12);

const fn made(name: &'static str, address: &'static str, made: Made, years: (i16, i16), steps: u32) -> Subject {
    Subject { name, address, made: Some(made), years, steps }
}

impl Subject {
    pub(crate) fn dataset(&self) -> Result<Dataset> {
        self.made.map_or_else(|| Ok(bundled::dataset()), Made::dataset)
    }

    pub(crate) const fn years(&self) -> RangeInclusive<i16> {
        self.years.0..=self.years.1
    }

    /// The file with its pack, below the folder of its side.
    pub(crate) fn pack(&self) -> String {
        self.address.replace(".html", ".bin")
    }

    /// Its page: like the first, with another dataset.
    pub(crate) fn page(&self) -> String {
        let (name, pack) = (self.name, self.pack());
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{name}</title><link rel=\"icon\" href=\"icon.svg\">\
             <link rel=\"stylesheet\" href=\"page.css\"><script type=\"module\" src=\"define.js\"></script>\
             <main><detente-view src=\"{pack}\"></detente-view></main></html>"
        )
    }
}
