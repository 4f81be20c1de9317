//! The ladder, stances on it, and the rows that lead in effective ties.

use super::super::limits;
use super::super::tables::{Rung, Tables};
use super::super::tie::{Stance, TieId};
use super::Fields;

impl Fields<'_> {
    pub(super) fn ladder(&mut self, ladder: &mut Vec<Rung>) {
        let length = self.codec.length(ladder.len(), limits::LIST);
        while ladder.len() < length {
            ladder.push(Rung::default());
        }
        for rung in ladder {
            self.stance(&mut rung.stance);
            self.text(&mut rung.name);
            self.number(&mut rung.tone);
        }
    }

    /// The rows of the table and then the effective ties, whose description is the same, and the rows that lead in them.
    pub(super) fn all_ties(&mut self, tables: &mut Tables) {
        let mut rows = tables.ties.len() as u32;
        self.number(&mut rows);
        tables.ties.append(&mut tables.effective);
        self.ties(&mut tables.ties);
        let rows = (rows as usize).min(tables.ties.len());
        tables.effective = tables.ties.split_off(rows);
        while tables.leads.len() < tables.effective.len() {
            tables.leads.push(TieId::default());
        }
        for lead in &mut tables.leads {
            self.number(&mut lead.0);
        }
    }

    pub(super) fn stance(&mut self, value: &mut Stance) {
        let mut number = value.value();
        self.number(&mut number);
        match Stance::new(number) {
            Some(stance) => *value = stance,
            None => self.is_valid = false,
        }
    }

    /// A stance that may be missing: its number, counted from the least there can be as 1, or 0.
    pub(super) fn open_stance(&mut self, value: &mut Option<Stance>) {
        const BELOW: i8 = Stance::FARTHEST + 1;
        let mut number = value.map_or(0, |stance| stance.value() + BELOW);
        self.number(&mut number);
        *value = number.checked_sub(BELOW).filter(|_| number > 0).and_then(Stance::new);
        self.is_valid &= value.is_some() == (number != 0);
    }
}
