//! How ties of one dyad count that hold at the same time.

/// How ties of one dyad that hold on the same day count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Combine {
    /// They do not: two on one day are an error.
    #[default]
    Error,
    /// The stance farthest from distant counts; of two as far the colder, for a conflict is no weaker beside a treaty.
    Strongest,
    /// That which began last counts; of two that began on one day the stronger.
    Latest,
    /// The sum of the stances counts, no further than the ends of the ladder.
    Sum,
}

impl Combine {
    /// Each with its name in the descriptor.
    pub const NAMES: [(&'static str, Self); 4] =
        [("error", Self::Error), ("strongest", Self::Strongest), ("latest", Self::Latest), ("sum", Self::Sum)];

    /// Its name in the descriptor.
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_own_name() {
        for (name, combine) in Combine::NAMES {
            assert_eq!(combine.name(), name);
        }
    }
}
