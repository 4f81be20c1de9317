//! One sort for all tables: sorting indices by a given comparison is compiled once, which keeps the page small.
//!
//! A merge sort of our own, because std's stable sort takes 1.5 kB of the page, and no list here is long.

use core::cmp::Ordering;

/// The indices `0..count` in the order of `compare`; equals keep their order.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    let mut merged = indices.clone();
    let mut run = 1;
    while run < count {
        let mut start = 0;
        while start < count {
            let (middle, end) = ((start + run).min(count), (start + 2 * run).min(count));
            merge(&indices, &mut merged, (start, middle, end), compare);
            start = end;
        }
        core::mem::swap(&mut indices, &mut merged);
        run *= 2;
    }
    indices
}

/// Merges the sorted runs `start..middle` and `middle..end`; of equals the one of the first run comes first.
fn merge(
    from: &[usize],
    into: &mut [usize],
    (start, middle, end): (usize, usize, usize),
    compare: &dyn Fn(usize, usize) -> Ordering,
) {
    let (mut left, mut right) = (start, middle);
    for place in &mut into[start..end] {
        let takes_left = left < middle && (right == end || compare(from[left], from[right]) != Ordering::Greater);
        let next = if takes_left { &mut left } else { &mut right };
        *place = from[*next];
        *next += 1;
    }
}

/// `list` in the order of `compare`; equals keep their order.
pub fn sorted<T>(list: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let indices = order(list.len(), &|a, b| compare(&list[a], &list[b]));
    let mut slots: Vec<Option<T>> = list.into_iter().map(Some).collect();
    indices.into_iter().filter_map(|index| slots[index].take()).collect()
}

/// Puts a list in the order of `compare`; equals keep their order. In the place of std's sorts, which are compiled for
/// each type anew.
pub fn arrange<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    *list = sorted(core::mem::take(list), compare);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted = sorted(list, &|a, b| a.0.cmp(&b.0));
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn any_list_is_sorted_as_std_sorts_it() {
        let mut seed = 7_u32;
        for count in 0..70 {
            let list: Vec<u32> = (0..count)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    seed >> 28
                })
                .collect();
            let mut expected: Vec<usize> = (0..list.len()).collect();
            expected.sort_by_key(|index| list[*index]);
            assert_eq!(order(list.len(), &|a, b| list[a].cmp(&list[b])), expected);
        }
    }
}
