//! The rungs of a ladder that are drawn.

use super::Stance;

/// Some rungs of a ladder: those that are drawn as rings, the warmest nearest the centre, and named in the legend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rungs(u32);

impl Rungs {
    /// With this stance too.
    pub(super) fn add(&mut self, stance: Stance) {
        self.0 |= 1 << place(stance);
    }

    /// How many there are.
    pub const fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The ring of a stance, 0 for the one nearest the centre; that of the next colder, where the stance has none.
    pub fn ring(self, stance: Stance) -> usize {
        let warmer = self.0 & ((1 << place(stance)) - 1);
        (warmer.count_ones() as usize).min(self.count().saturating_sub(1))
    }

    /// From the warmest to the coldest: the rings from the centre outwards.
    #[inline(never)]
    pub fn list(self) -> Vec<Stance> {
        let mut list = Vec::with_capacity(self.count());
        let mut value = Stance::FARTHEST;
        while value >= -Stance::FARTHEST {
            if let Some(stance) = Stance::new(value)
                && self.0 >> place(stance) & 1 == 1
            {
                list.push(stance);
            }
            value -= 1;
        }
        list
    }
}

/// The bit of a stance, the lowest for the warmest there can be.
const fn place(stance: Stance) -> u32 {
    (Stance::FARTHEST - stance.value()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_count_only_what_is_there() {
        let stances = [-2, 3, 1].map(|value| Stance::new(value).expect("a stance"));
        let mut rungs = Rungs::default();
        for stance in stances {
            rungs.add(stance);
        }
        let values: Vec<i8> = rungs.list().into_iter().map(Stance::value).collect();
        assert_eq!((rungs.count(), values), (3, vec![3, 1, -2]));
        assert_eq!(rungs.list().into_iter().map(|stance| rungs.ring(stance)).collect::<Vec<_>>(), [0, 1, 2]);
        // One that is not there shares the ring of the next colder, the coldest that of the last.
        assert_eq!([2, 0, -3, 9].map(|value| rungs.ring(Stance::new(value).expect("a stance"))), [1, 2, 2, 0]);
    }
}
