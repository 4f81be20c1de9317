//! The limits as they hold for one reading: those of the format, or others that the caller sets.

use super::super::suggestion::{did_you_mean, nearest};
use super::Limit;

impl Limit {
    /// Every limit, in the order of the documentation.
    pub const ALL: [Self; 14] = [
        Self::Bytes,
        Self::Folder,
        Self::Actors,
        Self::Ties,
        Self::TieRows,
        Self::Events,
        Self::Columns,
        Self::Cells,
        Self::Elements,
        Self::Pairs,
        Self::List,
        Self::Text,
        Self::Name,
        Self::Depth,
    ];

    /// Its name, what it limits, and how much can be set.
    const fn described(self) -> (&'static str, &'static str, usize) {
        match self {
            Self::Bytes => ("bytes", "bytes of a file, or of standard input", 1 << 30),
            Self::Folder => ("folder", "bytes of all files together", 1 << 31),
            // Ids are 16-bit numbers.
            Self::Actors => ("actors", "actors", super::ROWS),
            Self::Ties => ("ties", "ties", 1_000_000),
            Self::TieRows => ("tie-rows", "rows that are yet to be joined to ties, one a year", 10_000_000),
            Self::Events => ("events", "events", super::ROWS),
            Self::Columns => ("columns", "columns of a table", 10_000),
            Self::Cells => ("cells", "values of a table in JSON or of a graph: rows times columns", 1_000_000_000),
            Self::Elements => ("elements", "elements and texts of a graph in XML", 100_000_000),
            Self::Pairs => ("pairs", "pairs of members of groups that are looked at", 1_000_000_000),
            Self::List => ("list", "ids in one field", 10_000),
            Self::Text => ("text", "characters of a text", 1_000_000),
            Self::Name => ("name", "characters of a name or an id", 10_000),
            // The parser itself stops at 128.
            Self::Depth => ("depth", "levels of nesting of the descriptor, or of plain JSON", 120),
        }
    }

    /// The name by which it is set.
    pub const fn key(self) -> &'static str {
        self.described().0
    }

    /// What it limits.
    pub const fn meaning(self) -> &'static str {
        self.described().1
    }

    /// The most that can be set.
    pub const fn ceiling(self) -> usize {
        self.described().2
    }

    /// The limit of that name.
    ///
    /// # Errors
    /// When there is none, in words: the nearest, or all of them.
    pub fn of_key(key: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|limit| limit.key() == key);
        let keys = Self::ALL.map(Self::key);
        let all = || format!("the limits are {}", keys.join(", "));
        found.ok_or_else(|| {
            format!("no limit is called `{key}`: {}", did_you_mean(nearest(key, keys.into_iter()), all()))
        })
    }

    /// What to do where a limit is exceeded: how the command line raises it, or that it cannot.
    pub(in super::super) fn hint(self, found: usize) -> String {
        let (key, _, ceiling) = self.described();
        if found <= ceiling {
            format!("leave out what is not needed; the command line takes it with --limit {key}={found}")
        } else {
            format!(
                "leave out what is not needed; the command line takes {ceiling} at most, with --limit {key}={ceiling}"
            )
        }
    }
}

/// How large a dataset may be for one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([usize; Limit::ALL.len()]);

impl Default for Limits {
    fn default() -> Self {
        Self(Limit::ALL.map(Limit::usual))
    }
}

impl Limits {
    /// How much is allowed.
    pub const fn of(&self, limit: Limit) -> usize {
        self.0[limit as usize]
    }

    /// Allows so much: more than usual, or less.
    ///
    /// # Errors
    /// When it is nothing, or more than can be set.
    pub fn set(&mut self, limit: Limit, most: usize) -> Result<(), String> {
        if (1..=limit.ceiling()).contains(&most) {
            self.0[limit as usize] = most;
            return Ok(());
        }
        Err(format!("`{}` goes from 1 to {}", limit.key(), limit.ceiling()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_has_its_place_and_can_be_raised() {
        for (place, limit) in Limit::ALL.into_iter().enumerate() {
            assert_eq!(limit as usize, place);
            assert_eq!(Limit::of_key(limit.key()), Ok(limit));
            let mut limits = Limits::default();
            assert_eq!(limits.of(limit), limit.usual());
            assert_eq!(limits.set(limit, limit.ceiling()), Ok(()));
            assert_eq!(limits.of(limit), limit.ceiling());
            assert!(limits.set(limit, 0).is_err() && limits.set(limit, limit.ceiling() + 1).is_err());
            assert!(limit.usual() < limit.ceiling());
        }
        assert_eq!(Limit::of_key("tie"), Err("no limit is called `tie`: did you mean `ties`?".to_owned()));
    }
}
