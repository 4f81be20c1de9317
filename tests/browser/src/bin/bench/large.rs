//! Networks made up as large as the budgets of checking, laying out and loading: ties without a centre and without
//! positions, as an edge list.

use std::fmt::Write as _;

/// What a tie can be, in words that are understood.
const KINDS: [&str; 6] = ["alliance", "entente", "partner", "cordial", "rivalry", "war"];
/// The years, of which each tie holds a part.
const FIRST: usize = 1900;
const YEARS: usize = 100;

/// So many actors, and so many ties: where there are more than two can have, one after the other.
pub(crate) fn edge_list(actors: usize, ties: usize) -> String {
    let mut table = "source,target,start,end,type\n".to_owned();
    for_each(actors, ties, |a, b, from, until, kind| {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "State {a},State {b},{from},{until},{kind}");
    });
    table
}

/// The same with a word for each tie that means nothing.
pub(crate) fn mistakes(actors: usize, ties: usize) -> String {
    KINDS.iter().fold(edge_list(actors, ties), |table, kind| table.replace(&format!(",{kind}\n"), ",x\n"))
}

/// The same as JSON.
pub(crate) fn json(actors: usize, ties: usize) -> String {
    let mut rows = Vec::new();
    for_each(actors, ties, |a, b, from, until, kind| {
        rows.push(serde_json::json!({ "a": format!("State {a}"), "b": format!("State {b}"), "from": from, "until": until, "kind": kind }));
    });
    serde_json::json!({ "ties": rows }).to_string()
}

/// A prime number, so that its multiples come to each two once before they come to any again.
const SPREAD: usize = 7919;

fn for_each(actors: usize, ties: usize, mut tell: impl FnMut(usize, usize, usize, usize, &str)) {
    let dyads = actors * (actors - 1) / 2;
    let each = YEARS / ties.div_ceil(dyads);
    for index in 0..ties {
        let round = index / dyads;
        let (a, b) = pair(index * SPREAD % dyads);
        let from = FIRST + round * each + index * 7 % (each / 2);
        tell(a, b, from, from + each / 2 - 1, KINDS[(index * 5 + round) % KINDS.len()]);
    }
}

/// The nth two of many.
fn pair(index: usize) -> (usize, usize) {
    let b = (8 * index + 1).isqrt().div_ceil(2);
    (index - b * (b - 1) / 2, b)
}
