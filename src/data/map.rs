//! Maps and sets in the order of their keys, kept by the same code whatever the keys are: std's are compiled for each
//! type anew, three kilobytes of the page each time.

use core::borrow::Borrow;
use core::cmp::Ordering;

/// No list of a [`Numbers`] is longer.
const LONGEST: usize = 256;

/// The numbers of entries in the order of their keys, in lists that follow one another; none of them is empty.
#[derive(Clone, Debug, Default)]
struct Numbers(Vec<Vec<u32>>);

impl Numbers {
    /// The number that `compare` finds equal, or where it belongs: in which list, and at which place.
    fn find(&self, compare: &dyn Fn(u32) -> Ordering) -> Result<u32, (usize, usize)> {
        let after = self.0.partition_point(|list| list.first().is_some_and(|first| compare(*first).is_le()));
        let at = after.saturating_sub(1);
        let Some(list) = self.0.get(at) else { return Err((0, 0)) };
        list.binary_search_by(|number| compare(*number)).map(|place| list[place]).map_err(|place| (at, place))
    }

    fn insert(&mut self, (at, place): (usize, usize), number: u32) {
        let Some(list) = self.0.get_mut(at) else { return self.0.push(vec![number]) };
        list.insert(place, number);
        if list.len() > LONGEST {
            let rest = list.split_off(LONGEST / 2);
            self.0.insert(at + 1, rest);
        }
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().flatten().map(|number| *number as usize)
    }
}

/// Values by keys.
#[derive(Clone, Debug)]
pub(super) struct Map<K, V> {
    /// As they came.
    entries: Vec<(K, V)>,
    numbers: Numbers,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), numbers: Numbers::default() }
    }
}

impl<K: Ord, V> Map<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<u32, (usize, usize)>
    where
        K: Borrow<Q>,
    {
        self.numbers.find(&|number| self.entries[number as usize].0.borrow().cmp(key))
    }

    pub(super) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|number| &self.entries[number as usize].1)
    }

    pub(super) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// The value of a key, which `make` makes where there is none yet.
    pub(super) fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let number = match self.find(&key) {
            Ok(number) => number as usize,
            Err(place) => {
                self.numbers.insert(place, self.entries.len() as u32);
                self.entries.push((key, make()));
                self.entries.len() - 1
            }
        };
        &mut self.entries[number].1
    }

    /// Puts a value in the place of the one that the key had; that one.
    pub(super) fn insert(&mut self, key: K, value: V) -> Option<V> {
        if let Ok(number) = self.find(&key) {
            return Some(core::mem::replace(&mut self.entries[number as usize].1, value));
        }
        self.entry(key, || value);
        None
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &K> {
        self.numbers.iter().map(|number| &self.entries[number].0)
    }

    /// The values as they came.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// The values in the order of their keys.
    pub(super) fn into_values(self) -> impl Iterator<Item = V> {
        let mut values: Vec<Option<V>> = self.entries.into_iter().map(|(_, value)| Some(value)).collect();
        let numbers = self.numbers.0.into_iter().flatten();
        numbers.filter_map(move |number| values[number as usize].take())
    }
}

/// Keys, each once.
#[derive(Clone, Debug)]
pub(super) struct Set<K>(Map<K, ()>);

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Map::default())
    }
}

impl<K: Ord> Set<K> {
    /// Adds a key; whether it is new.
    pub(super) fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ()).is_none()
    }

    pub(super) fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::default();
        for key in keys {
            set.insert(key);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_map_is_that_of_std(pairs in prop::collection::vec((0_u16..900, 0_u8..9), 0..2000)) {
            let (mut ours, mut theirs) = (Map::default(), BTreeMap::new());
            for (key, value) in &pairs {
                prop_assert_eq!(ours.insert(*key, *value), theirs.insert(*key, *value));
            }
            *ours.entry(7, || 99) += 1;
            *theirs.entry(7).or_insert(99) += 1;
            prop_assert_eq!(ours.len(), theirs.len());
            prop_assert!(ours.keys().eq(theirs.keys()));
            prop_assert!((0..900).all(|key| ours.get(&key) == theirs.get(&key)));
            prop_assert_eq!(ours.contains_key(&901), theirs.contains_key(&901));
            prop_assert!(ours.into_values().eq(theirs.into_values()));
        }

        #[test]
        fn a_set_is_that_of_std(keys in prop::collection::vec("[a-c]{0,4}", 0..600)) {
            let (ours, theirs) = (keys.iter().collect::<Set<_>>(), keys.iter().collect::<BTreeSet<_>>());
            prop_assert_eq!(ours.len(), theirs.len());
            prop_assert_eq!(ours.0.is_empty(), theirs.is_empty());
            prop_assert!(ours.iter().eq(theirs.iter()));
            prop_assert!(keys.iter().all(|key| ours.contains(key)) && !ours.contains(&"d".to_owned()));
        }
    }
}
