//! Rows that two actors have in common.

use super::order;
use crate::time::Date;

/// Indices grouped by a pair of actors, each group by date.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    /// Indices of rows, group after group.
    pub(super) indices: Vec<u32>,
    /// Each pair with where its group starts, in order.
    starts: Vec<((u16, u16), usize)>,
}

impl Groups {
    pub(super) fn of(of: &[u32], key: &dyn Fn(u32) -> (u16, u16), date: &dyn Fn(u32) -> Date) -> Self {
        let earlier = |a: u32, b: u32| key(a).cmp(&key(b)).then_with(|| date(a).cmp(&date(b)));
        let sorted = order(of.len(), &|a, b| earlier(of[a], of[b]));
        let indices: Vec<u32> = sorted.into_iter().map(|place| of[place]).collect();
        let mut starts: Vec<((u16, u16), usize)> = Vec::new();
        for (place, index) in indices.iter().enumerate() {
            if starts.last().is_none_or(|(last, _)| *last != key(*index)) {
                starts.push((key(*index), place));
            }
        }
        Self { indices, starts }
    }

    pub(super) fn of_key(&self, key: (u16, u16)) -> &[u32] {
        self.starts.binary_search_by_key(&key, |(key, _)| *key).map_or(&[], |place| self.group(place))
    }

    fn group(&self, place: usize) -> &[u32] {
        let end = self.starts.get(place + 1).map_or(self.indices.len(), |(_, start)| *start);
        &self.indices[self.starts[place].1..end]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = ((u16, u16), &[u32])> {
        self.starts.iter().enumerate().map(|(place, (key, _))| (*key, self.group(place)))
    }
}
