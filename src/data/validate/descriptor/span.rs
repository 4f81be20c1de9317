//! The span of the slider and its steps: `span` or `first_year` and `last_year`, and `step`.

use serde_json::Value;

use super::super::super::rules::{LONGEST_SPAN, YEARS, is_span};
use super::super::super::span::read_span;
use super::super::super::suggestion::{did_you_mean, nearest};
use super::Part;
use crate::time::{Calendar, Date, Step};

/// How time is counted, and the first and the last step.
pub(super) type Span = (Calendar, i16, i16);

impl Part<'_, '_> {
    /// The span, unless something is wrong with it.
    pub(super) fn span(&mut self) -> Option<Span> {
        let step = self.step();
        let [first, last] = if self.value.get("span").is_some() { self.dates() } else { self.years() }?;
        let step = step?;
        let calendar = Calendar { step, origin: if step == Step::Year { 0 } else { first.year() } };
        let [first_step, last_step] = [first.counted_by(calendar).instant(), last.counted_by(calendar).instant_after()];
        let count = last_step - libm::floor(first_step);
        let most = f64::from(LONGEST_SPAN) + 1.0;
        if count > most && step != Step::Year {
            let steps = step.name();
            let demand = format!(
                "{first} to {last} has {count:.0} {steps}s, and a span at most {most}: shorten it, or count in longer steps"
            );
            self.wrong("step", &demand);
            return None;
        }
        Some((calendar, calendar.step_of(first), libm::ceil(last_step) as i16 - 1))
    }

    fn step(&mut self) -> Option<Step> {
        let Some(value) = self.value.get("step") else { return Some(Step::Year) };
        let names = Step::NAMES.map(|(name, _)| name);
        let step = Step::NAMES.iter().find(|(name, _)| Some(*name) == value.as_str()).map(|(_, step)| *step);
        if step.is_none() {
            let near = nearest(value.as_str().unwrap_or_default(), names.into_iter());
            self.wrong("step", &did_you_mean(near, "it must be \"year\", \"month\" or \"day\""));
        }
        step
    }

    /// `span`: two dates of any precision.
    fn dates(&mut self) -> Option<[Date; 2]> {
        for year in ["first_year", "last_year"] {
            if self.value.get(year).is_some() {
                self.wrong(year, "`span` says it already: delete one of them");
            }
        }
        let dates = self.value.get("span").and_then(Value::as_str).and_then(read_span);
        match dates {
            None => {
                self.wrong("span", "it must be two dates with a slash between them, such as \"1914-06/1914-12\"");
            }
            Some([first, last]) if last.instant_after() <= first.instant() => {
                self.wrong("span", "its second date must not lie before its first");
                return None;
            }
            Some([first, last]) if last.year() - first.year() > LONGEST_SPAN => {
                self.wrong("span", &format!("it must not be longer than {LONGEST_SPAN} years"));
                return None;
            }
            Some(_) => {}
        }
        dates
    }

    /// `first_year` and `last_year`.
    fn years(&mut self) -> Option<[Date; 2]> {
        let (first, last) = (self.year("first_year"), self.year("last_year"));
        if first.zip(last).is_some_and(|(first, last)| !is_span(first, last)) {
            let demand = format!("it must be first_year or a later year, at most {LONGEST_SPAN} years later");
            self.wrong("last_year", &demand);
            return None;
        }
        Some([Date::from_year(first?), Date::from_year(last?)])
    }

    fn year(&mut self, field: &str) -> Option<i16> {
        let year = self.value.get(field).and_then(Value::as_i64).and_then(|year| i16::try_from(year).ok());
        let year = year.filter(|year| YEARS.contains(year));
        if year.is_none() {
            self.wrong(field, "it must be a year, a number without quotes");
        }
        year
    }

    /// Steps of the span, sorted, each once.
    pub(super) fn turning_points(&mut self, span: Option<Span>) -> Vec<i16> {
        const FIELD: &str = "turning_points";
        let Some(value) = self.value.get(FIELD) else { return Vec::new() };
        let (calendar, first, last) = span.unwrap_or((Calendar::default(), i16::MIN, i16::MAX));
        let step = |value: &Value| match (calendar.step, value.as_str()) {
            (Step::Year, _) => i16::try_from(value.as_i64()?).ok(),
            (_, text) => text?.parse::<Date>().ok().map(|date| calendar.step_of(date)),
        };
        let step = |value: &Value| step(value).filter(|step| (first..=last).contains(step));
        let steps: Option<Vec<i16>> = value.as_array().and_then(|list| list.iter().map(step).collect());
        let Some(mut steps) = steps else {
            if calendar.counts_years() {
                self.wrong(FIELD, "it must be a list of years from first_year to last_year, without quotes");
            } else {
                let name = calendar.step.name();
                self.wrong(
                    FIELD,
                    &format!("it must be a list of {name}s of the span, such as [\"{}\"]", calendar.date(first)),
                );
            }
            return Vec::new();
        };
        steps.sort_unstable();
        steps.dedup();
        steps
    }
}
