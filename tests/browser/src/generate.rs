//! Datasets made up for measuring: as large as asked, the same on every machine.

mod tables;

use anyhow::{Result, anyhow};
use detente::data::{Dataset, read, validate};

use tables::Files;

/// A size of which datasets are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// 30 actors round the ego, 91 ties in a year.
    S,
    /// 200 actors with positions, about 2,000 ties in a year.
    M,
    /// 200 actors with positions, about 18,000 ties in a year.
    L,
    /// 2,000 actors with positions, about 50,000 ties in a year.
    Xl,
    /// So many actors round the ego, each tied to it alone.
    Star(usize),
}

impl Made {
    /// The dataset.
    ///
    /// # Errors
    /// When the generator broke a rule.
    pub fn dataset(self) -> Result<Dataset> {
        of(&match self {
            Self::S => tables::round_the_ego(30, 120),
            Self::M => tables::with_positions(200, 2_000),
            Self::L => tables::with_positions(200, 18_000),
            Self::Xl => tables::with_positions(2_000, 50_000),
            Self::Star(actors) => tables::star(actors),
        })
    }
}

/// A dataset of so many actors and dyads over 80 years, each dyad with a spell of five to fifteen years after the other.
///
/// The ego has a dyad with everybody; the others are drawn by lot.
///
/// # Errors
/// When the generator broke a rule.
pub fn generate(actors: usize, dyads: usize) -> Result<Dataset> {
    of(&tables::round_the_ego(actors, dyads))
}

fn of(files: &Files) -> Result<Dataset> {
    let (dataset, _) = validate(&read(files), &[]).map_err(|report| anyhow!("{report}"))?;
    Ok(dataset)
}
