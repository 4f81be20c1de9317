//! In which ways two slots may meet, over all years.

/// How a slot stands at the end of one year: a ring, of which there are nine at the most, or one of these two.
pub(super) type Code = u8;
pub(super) const HOLLOW: Code = 9;
pub(super) const ABSENT: Code = 10;

/// The bits of two on rings, three for each ring; then of one hollow and one on the ring inside of it, on the same, or
/// outside; the same turned round; and of two hollow.
const ONE_HOLLOW: Code = 27;
const OTHER_HOLLOW: Code = 30;
const BOTH_HOLLOW: Code = 33;

/// How two slots stand when they may meet: on one ring, or on neighbouring ones. Each case is a bit.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Cases(u64);

impl Cases {
    /// In no year do they meet.
    pub(super) const NONE: Self = Self(0);

    /// In all years, where hollow ones stand on the ring `hollow`.
    pub(super) fn of(one: &[Code], other: &[Code], hollow: Code) -> Self {
        let bits = one.iter().zip(other).map(|(one, other)| {
            let turn = (other + 1).wrapping_sub(*one);
            match (*one, *other) {
                (ABSENT, _) | (_, ABSENT) => 0,
                (HOLLOW, HOLLOW) => 1 << BOTH_HOLLOW,
                (HOLLOW, ring) | (ring, HOLLOW) if ring.abs_diff(hollow) > 1 => 0,
                (HOLLOW, ring) => 1_u64 << (ONE_HOLLOW + ring + 1 - hollow),
                (ring, HOLLOW) => 1 << (OTHER_HOLLOW + ring + 1 - hollow),
                _ if turn <= 2 => 1 << (one * 3 + turn),
                _ => 0,
            }
        });
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Each case once.
    pub(super) fn iter(self, hollow: Code) -> impl Iterator<Item = (Code, Code)> {
        let mut bits = self.0;
        core::iter::from_fn(move || {
            let bit = bits.trailing_zeros() as Code;
            bits &= bits.wrapping_sub(1);
            match bit {
                0..ONE_HOLLOW => Some((bit / 3, bit / 3 + bit % 3 - 1)),
                ONE_HOLLOW..OTHER_HOLLOW => Some((HOLLOW, bit + hollow - ONE_HOLLOW - 1)),
                OTHER_HOLLOW..BOTH_HOLLOW => Some((bit + hollow - OTHER_HOLLOW - 1, HOLLOW)),
                BOTH_HOLLOW => Some((HOLLOW, HOLLOW)),
                _ => None,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_is_found_again() {
        for hollow in 0..HOLLOW {
            let ring = |code: Code| if code == HOLLOW { hollow } else { code };
            for one in 0..=ABSENT {
                for other in 0..=ABSENT {
                    let meet = one != ABSENT && other != ABSENT && ring(one).abs_diff(ring(other)) <= 1;
                    let expected: Vec<_> = meet.then_some((one, other)).into_iter().collect();
                    let found: Vec<_> = Cases::of(&[one], &[other], hollow).iter(hollow).collect();
                    assert_eq!(found, expected, "{hollow}");
                }
            }
        }
    }
}
