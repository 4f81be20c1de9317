//! The ladder of the descriptor, and what refers to it.

use serde_json::Value;

use super::super::super::draft::{Step, ladder_key, rungs};
use super::super::super::rules::{RUNGS, longer_than, twice};
use super::super::super::suggestion::{did_you_mean, nearest, quote};
use super::super::super::{Combine, ProblemKind, Rung, Stance, limits, sorted};
use super::Part;

impl Part<'_, '_> {
    /// The ladder, warmest rung first: two to nine rungs whose values follow one another.
    pub(super) fn ladder(&mut self) -> Option<Vec<Rung>> {
        if self.value.get("ladder").is_some() && self.value.get("stances").is_some() {
            self.wrong("ladder", "delete it or `stances`: both are the ladder");
        }
        let list = rungs(self.value).map_or(&[][..], Vec::as_slice);
        let rung = |one: &Value| {
            let value = one.get("value")?.as_i64().and_then(|value| i8::try_from(value).ok());
            let name = one.get("name")?.as_str()?.trim();
            let is_name = !name.is_empty() && longer_than(limits::NAME, name).is_none();
            Some(Rung { stance: value.and_then(Stance::new)?, name: name.to_owned(), tone: 0 }).filter(|_| is_name)
        };
        let found: Vec<Rung> = list.iter().filter_map(rung).collect();
        let mut ladder = sorted(found, &|a, b| b.stance.cmp(&a.stance));
        let steps = ladder.windows(2).all(|pair| pair[0].stance.value() - pair[1].stance.value() == 1);
        if !RUNGS.contains(&list.len()) || ladder.len() != list.len() || !steps {
            let most = Stance::FARTHEST;
            let demand = format!(
                "it must have two to nine entries, whose `value`s are whole numbers that follow one another, from -{most} \
                 to {most}, each with a `name`"
            );
            self.wrong(ladder_key(self.value), &demand);
            return None;
        }
        let names: Vec<&str> = ladder.iter().map(|rung| rung.name.as_str()).collect();
        if let Some(name) = twice(&names).map(|at| names[at]) {
            let is_it = |one: &Value| one.get("name").and_then(Value::as_str).is_some_and(|own| own.trim() == name);
            let at = list.iter().rposition(is_it).unwrap_or_default();
            let message = format!("two stances are called {}", quote(name));
            self.report_at(ProblemKind::DuplicateStance, at, "name", message, "give each stance a name of its own");
        }
        let usual = Rung::usual_tones(&ladder);
        for (rung, usual) in ladder.iter_mut().zip(usual) {
            let is_it = |one: &&Value| one.get("value").and_then(Value::as_i64) == Some(rung.stance.value().into());
            let tone = list.iter().find(is_it).and_then(|one| one.get("tone")).and_then(Value::as_f64);
            rung.tone = tone.map_or(usual, |tone| libm::round(tone.clamp(-3.0, 3.0) * 100.0) as i16);
        }
        self.thresholds(&ladder);
        Some(ladder)
    }

    /// What a stance means, and by which rule it is coded, may be missing, but is not something else than a text; its
    /// tone is a number of the palette's range.
    pub(super) fn meanings(&mut self) {
        for (at, stance) in rungs(self.value).into_iter().flatten().enumerate() {
            for field in ["meaning", "rule"] {
                if let Some(value) = stance.get(field).filter(|value| value.as_str().is_none()) {
                    let message = format!("`{field}` of a stance is {}", quote(&value.to_string()));
                    self.report_at(ProblemKind::BadDescriptor, at, field, message, "it must be a text in quotes");
                }
            }
            let is_tone = |tone: &Value| tone.as_f64().is_some_and(|tone| (-3.0..=3.0).contains(&tone));
            if let Some(tone) = stance.get("tone").filter(|tone| !is_tone(tone)) {
                let message = format!("`tone` of a stance is {}", quote(&tone.to_string()));
                let hint = "it must be a number from -3, the coldest colour, to 3, the warmest";
                self.report_at(ProblemKind::BadDescriptor, at, "tone", message, hint);
            }
        }
    }

    /// Points at a key of one of the stances.
    pub(super) fn report_at(&mut self, kind: ProblemKind, at: usize, field: &str, message: String, hint: &str) {
        self.is_valid = false;
        let path = [Step::key("detente"), Step::key(ladder_key(self.value)), Step::Index(at), Step::key(field)];
        let mut problem = self.fields.draft.descriptor_problem(kind, &path, message).hint(hint);
        field.clone_into(&mut problem.location.field);
        self.fields.report(problem);
    }

    pub(super) fn combine(&mut self) -> Option<Combine> {
        let Some(value) = self.value.get("combine") else { return Some(Combine::default()) };
        let name = value.as_str().unwrap_or_default();
        let found = Combine::NAMES.into_iter().find(|(known, _)| *known == name);
        if found.is_none() {
            let names = Combine::NAMES.map(|(name, _)| name);
            let near = nearest(name, names.into_iter());
            self.wrong("combine", &did_you_mean(near, format!("it must be one of {}", names.map(quote).join(", "))));
        }
        found.map(|(_, combine)| combine)
    }

    /// A rung of the ladder; when it is missing, the one that is nearest to distant.
    pub(super) fn implied_stance(&mut self, ladder: Option<&[Rung]>) -> Option<Stance> {
        let ladder = ladder?;
        let stances = || ladder.iter().map(|rung| rung.stance);
        let Some(value) = self.value.get("implied_stance") else {
            return stances().min_by_key(|stance| stance.value().unsigned_abs());
        };
        let found = stances().find(|stance| value.as_i64() == Some(stance.value().into()));
        if let (None, Some(best), Some(worst)) = (found, ladder.first(), ladder.last()) {
            let (worst, best) = (worst.stance.value(), best.stance.value());
            self.wrong("implied_stance", &format!("it must be a number from {worst} to {best}"));
        }
        found
    }
}
