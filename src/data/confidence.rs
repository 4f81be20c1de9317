//! How sure the record is of a fact.

/// How sure the record is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// A guess, or a single weak source.
    Low,
    /// A judgement on good sources, or an encyclopedia alone.
    Medium,
    /// On record.
    #[default]
    High,
}

impl Confidence {
    /// Every degree with its name in the tables.
    pub const NAMES: [(&'static str, Self); 3] = [("low", Self::Low), ("medium", Self::Medium), ("high", Self::High)];

    /// The name in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}
