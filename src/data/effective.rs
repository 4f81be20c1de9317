//! Ties of one dyad that hold at the same time: which stance they have together, and from when to when.
//!
//! Whoever looks at a dyad sees one tie on any day. Where rows of the table overlap, *effective* ties are made of them,
//! which follow one another; each rests on the row that leads, beside which the others hold. They are made where tables
//! are read, and travel in the pack.

use core::cmp::Ordering;

use super::{
    Censoring, Combine, Confidence, DatasetInfo, Manner, Stance, Tables, Tie, TieDirection, TieId, Weight, order,
};
use crate::time::{Date, Spell};

impl Tables {
    /// Makes the effective ties anew of the rows, as [`super::DatasetInfo::combine`] says.
    pub fn combine(&mut self) {
        self.combine_by(&[]);
    }

    /// The same, where the sum of weights makes the rung: by the least weight of each rung, warmest first.
    pub(super) fn combine_by(&mut self, thresholds: &[Option<Weight>]) {
        let rule = (&self.info, thresholds);
        let found = if self.info.combine == Combine::Error { Vec::new() } else { effective_ties(rule, &self.ties) };
        (self.effective, self.leads) = found.into_iter().unzip();
    }
}

/// Every two ties that give one dyad two stances on one day, as indices: one that begins earlier, and a later one.
///
/// A tie is held against that one of the earlier ties which ends last, for that need not be its neighbour.
pub(super) fn overlaps(ties: &[&Tie]) -> Vec<(usize, usize)> {
    let key = |index: usize| (ties[index].dyad(), ties[index].spell.from);
    let end = |index: usize| ties[index].spell.to.map_or(f64::MAX, Date::instant);
    let mut found = Vec::new();
    let mut longest: Option<usize> = None;
    for later in order(ties.len(), &|a, b| key(a).cmp(&key(b))) {
        let earlier = longest.filter(|earlier| ties[*earlier].dyad() == ties[later].dyad());
        if let Some(earlier) = earlier.filter(|earlier| ties[*earlier].spell.overlaps(&ties[later].spell)) {
            found.push((earlier, later));
        }
        longest = earlier.filter(|earlier| end(*earlier) >= end(later)).or(Some(later));
    }
    found
}

/// The effective ties of every dyad of which two rows hold on one day, dyad after dyad, each with the row that leads in
/// it.
fn effective_ties(rule: Rule<'_>, rows: &[Tie]) -> Vec<(Tie, TieId)> {
    let mut found = Vec::new();
    let key = |index: usize| (rows[index].dyad(), rows[index].spell.from);
    let sorted = order(rows.len(), &|a, b| key(a).cmp(&key(b)));
    let mut group: Vec<usize> = Vec::new();
    let mut overlap = false;
    let mut end = f64::MIN;
    for (place, index) in sorted.iter().enumerate() {
        let row = &rows[*index];
        overlap |= row.spell.from.instant() < end;
        end = end.max(row.spell.to.map_or(f64::MAX, Date::instant));
        group.push(*index);
        if sorted.get(place + 1).is_none_or(|next| rows[*next].dyad() != row.dyad()) {
            if overlap {
                let held: Vec<&Tie> = group.iter().map(|index| &rows[*index]).collect();
                let ties = combined(rule, &held).into_iter();
                found.extend(ties.map(|(tie, lead)| (tie, TieId(group[lead] as u32))));
            }
            (overlap, end) = (false, f64::MIN);
            group.clear();
        }
    }
    found
}

/// Which of two rows leads where both hold, first; of equals the one that began first, then the one written first.
fn leading(combine: Combine, one: &Tie, other: &Tie) -> Ordering {
    let begin = |tie: &Tie| tie.spell.from.instant();
    let stronger = || {
        let far = |tie: &Tie| tie.stance.value().unsigned_abs();
        far(other).cmp(&far(one)).then_with(|| one.stance.cmp(&other.stance))
    };
    let earlier = || begin(one).total_cmp(&begin(other));
    match combine {
        Combine::Error | Combine::Strongest => stronger().then_with(earlier),
        Combine::Latest | Combine::Sum => earlier().reverse().then_with(stronger),
    }
}

/// How ties count together, and the least weight of each rung where weights make them.
type Rule<'r> = (&'r DatasetInfo, &'r [Option<Weight>]);

/// The effective ties of one dyad whose rows overlap, earliest first, each with the place in `rows` of the row that
/// leads in it.
///
/// Neighbours that differ in nothing but the rows beside are one. It takes as long as sorting: each stretch between
/// two dates is given to the first of the leading order that holds in it, and is passed over from then on.
fn combined((info, thresholds): Rule<'_>, rows: &[&Tie]) -> Vec<(Tie, usize)> {
    let combine = info.combine;
    let cuts = cuts(rows);
    let at = |date: Date| cuts.partition_point(|cut| cut.instant() < date.instant());
    let reach = |row: &Tie| (at(row.spell.from), row.spell.to.map_or(cuts.len(), at));
    let mut leads: Vec<Option<usize>> = vec![None; cuts.len()];
    // From each stretch the next that may have no lead yet.
    let mut free: Vec<usize> = (0..=cuts.len()).collect();
    let mut totals = vec![Total::default(); cuts.len() + 1];
    for row in order(rows.len(), &|a, b| leading(combine, rows[a], rows[b])) {
        let (start, end) = reach(rows[row]);
        totals[start].add(rows[row], 1);
        totals[end].add(rows[row], -1);
        let mut stretch = next_free(&mut free, start);
        while stretch < end {
            leads[stretch] = Some(row);
            free[stretch] = stretch + 1;
            stretch = next_free(&mut free, stretch);
        }
    }
    let mut ties: Vec<(Tie, usize)> = Vec::new();
    let mut total = Total::default();
    let mut before = None;
    for (stretch, lead) in leads.into_iter().enumerate() {
        total.join(totals[stretch]);
        if let Some(row) = lead {
            let spell = Spell { from: cuts[stretch], to: cuts.get(stretch + 1).copied() };
            let mut tie = effective(rows[row], spell);
            total.point(&mut tie);
            if combine == Combine::Sum {
                total.apply((info, thresholds), &mut tie);
            }
            match ties.last_mut().filter(|_| before.is_some()) {
                Some((last, leading)) if *leading == row && is_one(last, &tie) => last.spell.to = tie.spell.to,
                Some((last, _)) => {
                    last.spell.to = Some(tie.spell.from);
                    ties.push((tie, row));
                }
                None => ties.push((tie, row)),
            }
        }
        before = lead;
    }
    ties
}

/// Every date on which a row begins or ends, each once: the stretches between them. The last one has no end.
fn cuts(rows: &[&Tie]) -> Vec<Date> {
    let mut dates: Vec<Date> = Vec::with_capacity(2 * rows.len());
    for row in rows {
        dates.push(row.spell.from);
        dates.extend(row.spell.to);
    }
    let mut cuts: Vec<Date> = Vec::with_capacity(dates.len());
    for index in order(dates.len(), &|a, b| dates[a].cmp(&dates[b])) {
        if cuts.last().is_none_or(|last| last.instant() < dates[index].instant()) {
            cuts.push(dates[index]);
        }
    }
    cuts
}

/// The first stretch from `stretch` on that has no lead; the ways there are shortened for whoever comes next.
fn next_free(free: &mut [usize], mut stretch: usize) -> usize {
    while free[stretch] != stretch {
        free[stretch] = free[free[stretch]];
        stretch = free[stretch];
    }
    stretch
}

/// A row for as long as it leads, with its own dates where they are those of its ends: they may be vaguer or surer
/// than those of another row. Its events stay with the row, of which many effective ties may be made.
fn effective(row: &Tie, spell: Spell) -> Tie {
    let own = |date: Date, own: Option<Date>| own.filter(|own| own.instant() == date.instant()).unwrap_or(date);
    let spell = Spell { from: own(spell.from, Some(row.spell.from)), to: spell.to.map(|to| own(to, row.spell.to)) };
    let (is_first, is_last) = (spell.from == row.spell.from, spell.to == row.spell.to);
    let Censoring { from, to, end_unknown } = row.manner.censoring();
    let censoring = Censoring { from: from && is_first, to: to && is_last, end_unknown: end_unknown && is_last };
    let manner = Manner::new(row.manner.direction(), censoring);
    let Tie { a, b, stance, alternative, confidence, weight, .. } = *row;
    Tie { a, b, spell, stance, alternative, confidence, weight, manner, events: Vec::new() }
}

/// The rung on which thresholds put a weight: the warmest that asks for no more, or the coldest; `None` where there are
/// none.
fn rung_of(info: &DatasetInfo, thresholds: &[Option<Weight>], weight: Weight) -> Option<Stance> {
    let reaches = |least: &Option<Weight>| least.is_some_and(|least| least.value() <= weight.value());
    let place = thresholds.iter().position(reaches).or(thresholds.len().checked_sub(1))?;
    info.ladder.get(place).map(|rung| rung.stance)
}

/// Whether a row points to the later of its two, and whether to the earlier.
fn ways(row: &Tie) -> [bool; 2] {
    let direction = row.manner.direction();
    let (forth, back) = (direction != TieDirection::BToA, direction != TieDirection::AToB);
    if row.a < row.b { [forth, back] } else { [back, forth] }
}

/// Whether two neighbours of one lead differ in nothing.
fn is_one(one: &Tie, other: &Tie) -> bool {
    let parts = |tie: &Tie| (tie.stance, tie.alternative, tie.confidence, tie.weight, tie.manner.direction());
    parts(one) == parts(other)
}

/// What the rows of a stretch have together, or by how much it differs from the stretch before.
#[derive(Clone, Copy, Default)]
struct Total {
    rows: i32,
    stance: i32,
    /// How many rows have a confidence, from low to high.
    confidences: [i32; 3],
    /// How many rows have a weight, and the sum in billionths.
    weighted: i32,
    weight: i128,
    /// How many rows point to the later of the two in the order of the table, and how many to the earlier.
    ways: [i32; 2],
}

impl Total {
    fn add(&mut self, row: &Tie, sign: i32) {
        self.rows += sign;
        self.stance += sign * i32::from(row.stance.value());
        self.confidences[row.confidence as usize] += sign;
        if let Some(weight) = row.weight {
            self.weighted += sign;
            self.weight += i128::from(sign) * weight.billionths();
        }
        for (count, points) in self.ways.iter_mut().zip(ways(row)) {
            *count += sign * i32::from(points);
        }
    }

    fn join(&mut self, change: Self) {
        self.rows += change.rows;
        self.stance += change.stance;
        self.weighted += change.weighted;
        self.weight += change.weight;
        for (sum, change) in self.ways.iter_mut().zip(change.ways) {
            *sum += change;
        }
        for (sum, change) in self.confidences.iter_mut().zip(change.confidences) {
            *sum += change;
        }
    }

    /// A tie points one way where every row in force does.
    fn point(&self, tie: &mut Tie) {
        if self.ways.iter().all(|count| *count > 0) {
            tie.manner = Manner::new(TieDirection::Both, tie.manner.censoring());
        }
    }

    /// The sum of the stances and that of the weights, of which thresholds make the stance where the ladder has some. It
    /// is no surer than the least sure of them; another reading of one is none of the sum.
    fn apply(&self, (info, thresholds): Rule<'_>, tie: &mut Tie) {
        let [warmest, coldest] = info.ends();
        let sum = self.stance.clamp(coldest.value().into(), warmest.value().into());
        tie.stance = Stance::new(sum as i8).unwrap_or(tie.stance);
        tie.weight = (self.weighted > 0).then(|| Weight::of_billionths(self.weight));
        if let Some(stance) = tie.weight.and_then(|weight| rung_of(info, thresholds, weight)) {
            tie.stance = stance;
        }
        let least = Confidence::NAMES.iter().zip(self.confidences).find(|(_, rows)| *rows > 0);
        if let Some(((_, confidence), _)) = least {
            tie.confidence = *confidence;
        }
        tie.alternative = tie.alternative.filter(|_| self.rows == 1);
    }
}
