//! What the weights of ties measure, and the thresholds by which they make rungs.

use serde_json::Value;

use super::super::super::draft::rungs;
use super::super::super::rules::longer_than;
use super::super::super::suggestion::quote;
use super::super::super::{ProblemKind, Rung, Weight, limits};
use super::Part;

impl Part<'_, '_> {
    /// What the weights measure is, if the descriptor says so: a name, and if wanted a unit.
    pub(super) fn weight(&mut self) {
        const FIELD: &str = "weight";
        let Some(value) = self.value.get(FIELD) else { return };
        let text = |key: &str| {
            let text = value.get(key).map_or(Some(""), Value::as_str).map(str::trim);
            text.filter(|text| longer_than(limits::NAME, text).is_none())
        };
        let (name, unit) = (text("name").filter(|name| !name.is_empty()), text("unit"));
        if name.is_none() || unit.is_none() {
            let most = limits::NAME;
            let demand = format!(
                "it must be an object with a `name`, such as {{ \"name\": \"trade\", \"unit\": \"million dollars\" }}, each a text \
                 of at most {most} characters"
            );
            self.wrong(FIELD, &demand);
        }
    }

    /// The least weight of each rung, if the ladder has any: numbers that fall from the warmest rung on, of all rungs but
    /// the coldest.
    pub(super) fn thresholds(&mut self, ladder: &[Rung]) {
        const FIELD: &str = "at_least";
        let list = rungs(self.value).map_or(&[][..], Vec::as_slice);
        if !list.iter().any(|one| one.get(FIELD).is_some()) {
            return;
        }
        let mut above = f64::INFINITY;
        let last = ladder.len().saturating_sub(1);
        let mut thresholds = vec![None; ladder.len()];
        for (place, rung) in ladder.iter().enumerate() {
            let is_it = |one: &Value| one.get("value").and_then(Value::as_i64) == Some(rung.stance.value().into());
            let Some(at) = list.iter().position(is_it) else { continue };
            let value = list[at].get(FIELD);
            let least = value.and_then(Value::as_f64).and_then(Weight::new);
            match (least, value) {
                (Some(weight), _) if weight.value() < above => above = weight.value(),
                (None, None) if place == last => continue,
                (None, None) => {
                    let message = format!("{} has no `{FIELD}`, where others have one", quote(&rung.name));
                    let hint = "every rung but the coldest needs one";
                    self.report_at(ProblemKind::BadDescriptor, at, FIELD, message, hint);
                }
                (_, value) => {
                    let said = value.map_or(String::new(), Value::to_string);
                    let message = format!("`{FIELD}` of {} is {}", quote(&rung.name), quote(&said));
                    let hint = if least.is_some() {
                        "it must be less than that of the next warmer rung".to_owned()
                    } else {
                        format!("it must be a number from 0 to {}, without quotes", Weight::MOST)
                    };
                    self.report_at(ProblemKind::BadDescriptor, at, FIELD, message, &hint);
                }
            }
            thresholds[place] = least;
        }
        self.fields.thresholds = thresholds;
    }
}
