//! In which ways two slots may meet, over all years.

/// How a slot stands at the end of one year: a ring, or one of these two.
pub(super) type Code = u8;
pub(super) const HOLLOW: Code = 7;
pub(super) const ABSENT: Code = 8;

/// How two slots stand when they may meet: on one ring, or on neighbouring ones. Each case is a bit.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Cases(u32);

impl Cases {
    /// In no year do they meet.
    pub(super) const NONE: Self = Self(0);

    /// In all years.
    pub(super) fn of(one: &[Code], other: &[Code]) -> Self {
        let bits = one.iter().zip(other).map(|(one, other)| {
            let turn = (other + 1).wrapping_sub(*one);
            match (*one, *other) {
                (ABSENT, _) | (_, ABSENT) => 0,
                (HOLLOW, HOLLOW) => 1 << 27,
                (HOLLOW, ring @ 2..=4) => 1 << (19 + ring),
                (ring @ 2..=4, HOLLOW) => 1 << (22 + ring),
                (HOLLOW, _) | (_, HOLLOW) => 0,
                _ if turn <= 2 => 1 << (one * 3 + turn),
                _ => 0,
            }
        });
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Each case once.
    pub(super) fn iter(self) -> impl Iterator<Item = (Code, Code)> {
        let mut bits = self.0;
        core::iter::from_fn(move || {
            let bit = bits.trailing_zeros() as Code;
            bits &= bits.wrapping_sub(1);
            match bit {
                0..21 => Some((bit / 3, bit / 3 + bit % 3 - 1)),
                21..24 => Some((HOLLOW, bit - 19)),
                24..27 => Some((bit - 22, HOLLOW)),
                27 => Some((HOLLOW, HOLLOW)),
                _ => None,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Stance;

    #[test]
    fn every_case_is_found_again() {
        let ring = |code: Code| if code == HOLLOW { Stance::DISTANT.ring() as Code } else { code };
        for one in 0..=ABSENT {
            for other in 0..=ABSENT {
                let meet = one != ABSENT && other != ABSENT && ring(one).abs_diff(ring(other)) <= 1;
                let expected: Vec<_> = meet.then_some((one, other)).into_iter().collect();
                assert_eq!(Cases::of(&[one], &[other]).iter().collect::<Vec<_>>(), expected);
            }
        }
    }
}
