//! The rows of the table behind a tie: which lead, which stand beside, why, and who says so.

use super::super::{Dyad, LaterReason, Source, SourceId, TieId, order};
use super::{Dataset, pair};
use crate::time::Playhead;

impl Dataset {
    /// The row of the table on which a tie rests: itself, or the row that leads in an effective tie.
    pub fn row(&self, id: TieId) -> TieId {
        let beyond = id.index().checked_sub(self.tables.ties.len());
        beyond.and_then(|place| self.tables.leads.get(place)).map_or(id, |lead| *lead)
    }

    /// The row on which a tie rests and then, earliest first, the rows beside it: of an effective tie those of its dyad
    /// that hold at the playhead or, where the tie itself does not hold then, share a day with it.
    #[inline(never)]
    pub fn rows_of(&self, id: TieId, playhead: Playhead) -> Vec<TieId> {
        let lead = self.row(id);
        let mut rows = vec![lead];
        if lead != id {
            let own = self.tie(id).spell;
            for row in self.rows_between(self.tie(id).dyad()) {
                let spell = self.tie(row).spell;
                let is_beside = if own.holds(playhead) { spell.holds(playhead) } else { spell.overlaps(&own) };
                if row != lead && is_beside {
                    rows.push(row);
                }
            }
        }
        rows
    }

    /// The rows of a dyad as the table has them, earliest first; they may overlap.
    #[inline(never)]
    pub fn rows_between(&self, dyad: Dyad) -> Vec<TieId> {
        let ties = self.ties.of_key(pair(dyad));
        let rows = &self.tables.ties;
        let mut found: Vec<u32> = ties.to_vec();
        // Where the first is a row, all are.
        if ties.first().is_some_and(|first| *first as usize >= rows.len()) {
            found.clear();
            for (index, row) in rows.iter().enumerate() {
                if row.dyad() == dyad {
                    found.push(index as u32);
                }
            }
        }
        let from = |at: usize| rows[found[at] as usize].spell.from;
        let sorted = order(found.len(), &|a, b| from(a).cmp(&from(b)));
        sorted.into_iter().map(|at| TieId(found[at])).collect()
    }

    /// How the row on which a tie rests is named: `PRK-CHN@1949-10-06`.
    pub fn tie_name(&self, id: TieId) -> String {
        let tie = self.tie(self.row(id));
        format!("{}-{}@{}", self.actor(tie.a).code, self.actor(tie.b).code, tie.spell.from)
    }

    /// The later reasons of a row that belong to a year no later than `year`, earliest first.
    pub fn reasons_until(&self, row: TieId, year: i16) -> impl Iterator<Item = &LaterReason> {
        let all = self.texts.as_ref().map_or(&[][..], |texts| &texts.reasons);
        // They are in the order of the ties.
        let first = all.partition_point(|reason| reason.tie < row);
        all[first..].iter().take_while(move |reason| reason.tie == row && reason.year <= year)
    }

    /// The documents behind rows as their reasons stand in `year`: their own, those of their events, those of their
    /// later reasons, each once.
    #[inline(never)]
    pub fn sources_of_rows(&self, rows: &[TieId], year: i16) -> Vec<&Source> {
        let Some(texts) = &self.texts else { return Vec::new() };
        let mut ids: Vec<SourceId> = Vec::new();
        for row in rows {
            ids.extend_from_slice(&texts.ties[row.index()].sources);
            for event in &self.tie(*row).events {
                ids.extend_from_slice(&texts.events[event.index()].sources);
            }
            for reason in self.reasons_until(*row, year) {
                ids.extend_from_slice(&reason.sources);
            }
        }
        let mut seen = Vec::new();
        ids.retain(|id| {
            !seen.contains(id) && {
                seen.push(*id);
                true
            }
        });
        ids.iter().filter_map(|id| texts.sources.get(id.index())).collect()
    }
}
