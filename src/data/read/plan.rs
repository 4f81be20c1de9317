//! Which column of a table of ties is what: decided for the head as a whole, because `from` is a date in one table and
//! an actor in another.

use super::super::draft::RawTable;
use super::super::mapping::Mapping;
use super::super::numerals::float;
use super::super::report::Findings;
use super::super::schema::{Column, Kind, TIES};
use super::super::suggestion::{nearest, quote};
use super::super::{MEANINGS, ProblemKind, ReadOptions};
use super::columns::{DateColumns, Head, LOOKED_AT};
use super::instants::is_date;
use super::kinds::{self, Rungs};
use super::synonyms::{
    DIRECTION, FROM, KIND, LEFT_CENSOR, PAIRS, RIGHT_CENSOR, SPELLS, STANCE, STEMS, SUFFIXES, TIE_GROUP, TO, UNTIL,
    WEIGHT, WHY, YEAR, squashed,
};
use super::weights::{WeightRule, is_weight};

/// What tells the rung of a tie.
#[derive(Debug)]
pub(super) enum Measure {
    /// A column of rungs, or of words that mean rungs.
    Words(usize),
    /// Columns that are named by a word and hold 1 where it applies.
    Indicators(Vec<(usize, i8)>),
    /// A column of numbers.
    Weight(usize),
    /// Nothing: all ties are alike.
    Presence,
}

/// Which column of a table of ties is what.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) from: Option<DateColumns>,
    pub(super) to: Option<usize>,
    pub(super) until: Option<DateColumns>,
    pub(super) year: Option<usize>,
    /// Whether a row may tell a tie again for another year, beside its dates.
    pub(super) repeats: bool,
    pub(super) spells: Option<usize>,
    pub(super) measure: Measure,
    /// Columns that say whether a beginning and an end are censored.
    pub(super) censors: [Option<usize>; 2],
    /// Whether weights are made rungs by parting them, and are no weights of the format where one is below 0.
    pub(super) thirds: bool,
    /// What is taken over as it is.
    pub(super) passes: Vec<(usize, &'static Column)>,
}

/// What is known beside the table.
pub(super) struct Known<'k> {
    pub(super) options: &'k ReadOptions,
    pub(super) rungs: &'k Rungs,
    /// Other tables that are there.
    pub(super) tables: &'k [&'static str],
}

impl Known<'_> {
    /// What makes a rung of a weight. Thresholds that the caller gives come before those of the descriptor.
    pub(super) fn weighs(&self) -> &WeightRule {
        if self.options.thresholds.is_empty() { &self.rungs.weights } else { &WeightRule::Thirds }
    }
}

/// The direction of the format that a word means.
pub(super) fn direction(word: &str) -> Option<&'static str> {
    match word.trim().to_lowercase().as_str() {
        "directed" | "a-to-b" | "true" => Some("a-to-b"),
        "b-to-a" => Some("b-to-a"),
        "undirected" | "mutual" | "bidirectional" | "both" | "false" => Some("both"),
        _ => None,
    }
}

/// What is said of a column of weights that tell no stance.
const WIDTH: &str = "the width of the line";
/// What is said of a column of directions.
const DIRECTED: &str = "directed is a-to-b, undirected both ways";

/// Whether a name is one that a table of ties may have, for telling what stands between its fields.
pub(super) fn is_known(name: &str) -> bool {
    let name = squashed(name);
    let lists: [&[&str]; 13] = [
        &FROM,
        &TO,
        &UNTIL,
        &YEAR,
        &SPELLS,
        &STANCE,
        &KIND,
        &WEIGHT,
        &WHY,
        &DIRECTION,
        &TIE_GROUP,
        &LEFT_CENSOR,
        &RIGHT_CENSOR,
    ];
    PAIRS.iter().any(|(a, b)| *a == name || *b == name)
        || numbered_pairs().any(|(a, b)| a == name || b == name)
        || lists.iter().any(|list| list.contains(&name.as_str()))
}

/// Whether two of these names are those of the actors of a tie.
pub(super) fn has_pair(names: &[String]) -> bool {
    let has = |name: &str| names.iter().any(|other| other == name);
    PAIRS.iter().any(|(a, b)| has(a) && has(b)) || numbered_pairs().any(|(a, b)| has(&a) && has(&b))
}

fn numbered_pairs() -> impl Iterator<Item = (String, String)> {
    STEMS.iter().flat_map(|stem| SUFFIXES.iter().map(move |(a, b)| (format!("{stem}{a}"), format!("{stem}{b}"))))
}

/// The plan of a table. What its columns are read as goes to `mapping`, what is missing to `findings`.
pub(super) fn plan(
    table: &RawTable,
    known: &Known<'_>,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> Option<Plan> {
    let mut head = Head::of(table);
    head.given(known, findings);
    let pair = head.pair();
    let dates = pair.map(|_| head.dates());
    let measure = head.measure(known);
    let censors =
        [("left_censor", LEFT_CENSOR.as_slice(), "earlier"), ("right_censor", RIGHT_CENSOR.as_slice(), "later")];
    let censors =
        censors.map(|(meaning, names, when)| head.take(meaning, names, &format!("1 where the date may be {when}")));
    let passes = head.passes(known, &measure);
    mapping.columns.extend(head.listed());
    let thirds = known.weighs() == &WeightRule::Thirds;
    let Some((a, b)) = pair else {
        findings.push(head.no_pair());
        return None;
    };
    let (from, to, until, year, spells) = dates?;
    if from.is_none() && year.is_none() && spells.is_none() && known.options.span.is_none() {
        let message = "no column says when the ties held".to_owned();
        let problem = table.record_problem(ProblemKind::MissingColumn, &table.head, message);
        let hint = "add `from`, and `to` or `until` where a tie ended, or `year`; or give the first and the last year";
        findings.push(problem.hint(hint));
        return None;
    }
    let repeats = from.is_some() && year.is_some();
    let year = year.filter(|_| !repeats);
    Some(Plan { a, b, from, to, until, year, repeats, spells, measure, censors, thirds, passes })
}

type Dates = (Option<DateColumns>, Option<usize>, Option<DateColumns>, Option<usize>, Option<usize>);

impl Head<'_> {
    /// The meanings that the caller has given.
    fn given(&mut self, known: &Known<'_>, findings: &mut Findings) {
        for (column, meaning) in &known.options.columns {
            let at = self.table.columns().position(|name| name == column.trim());
            let at = at.or_else(|| self.names.iter().position(|name| *name == squashed(column)));
            let is_meaning = MEANINGS.contains(&meaning.as_str()) || meaning == "-";
            let (Some(at), true) = (at, is_meaning) else {
                let all: Vec<&str> = self.table.columns().collect();
                let (message, hint) = if at.is_none() {
                    let message = format!("{} is to be read as {}, but is no column", quote(column), quote(meaning));
                    (message, format!("the columns are {}", all.join(", ")))
                } else {
                    let message = format!("{} cannot be read as {}", quote(column), quote(meaning));
                    (message, format!("a column is read as one of {}, or - for none", MEANINGS.join(", ")))
                };
                let problem = self.table.record_problem(ProblemKind::UnknownColumn, &self.table.head, message);
                findings.push(problem.hint(hint));
                continue;
            };
            let meaning = if meaning == "-" { "" } else { meaning };
            self.read(at, meaning, "as given");
        }
    }

    /// The two columns that name the actors.
    fn pair(&mut self) -> Option<(usize, usize)> {
        if let (Some(a), Some(b)) = (self.of_meaning("a"), self.of_meaning("b")) {
            return Some((a, b));
        }
        let found = self.named_pair()?;
        let is_directed = DIRECTION.iter().any(|name| self.free(name).is_some());
        let note = if is_directed { "the two actors, ordered by the direction" } else { "the two actors, in no order" };
        Some((self.read(found.0, "a", note), self.read(found.1, "b", note)))
    }

    fn named_pair(&self) -> Option<(usize, usize)> {
        let both = |a: &str, b: &str| self.free(a).zip(self.free(b));
        let dates = |(a, b): (&str, &str)| {
            let (Some(a), Some(b)) = (self.free(a), self.free(b)) else { return false };
            self.mostly(a, is_date) || self.mostly(b, is_date)
        };
        PAIRS
            .iter()
            .filter(|pair| **pair != ("from", "to") || !dates(**pair))
            .find_map(|(a, b)| both(a, b))
            .or_else(|| numbered_pairs().find_map(|(a, b)| both(&a, &b)))
    }

    fn dates(&mut self) -> Dates {
        let spells = self.take("spells", &SPELLS, "intervals, of which each is a tie");
        let from = self.take("from", &FROM, "").map(|at| self.with_parts(at));
        let to = self.take("to", &TO, "the first day on which it no longer held");
        let until = self.take("until", &UNTIL, "the last day, month or year on which it held");
        let until = until.map(|at| self.with_parts(at));
        let note = "one year; years that follow one another are joined";
        let year = self.take("year", &YEAR, if from.is_none() { note } else { "not needed beside the dates" });
        match (from, year) {
            (None, Some(at)) if to.is_some() || until.is_some() => {
                self.read(at, "from", "");
                (Some(self.with_parts(at)), to, until, None, spells)
            }
            (Some(_), Some(at)) => {
                self.read(at, "", "other columns say when");
                (from, to, until, Some(at), spells)
            }
            _ => (from, to, until, year, spells),
        }
    }

    /// What tells the rung.
    fn measure(&mut self, known: &Known<'_>) -> Measure {
        for (meaning, names) in [("stance", STANCE.as_slice()), ("kind", KIND.as_slice())] {
            if let Some(at) = self.of_meaning(meaning) {
                return Measure::Words(at);
            }
            while let Some(at) = self.find(names) {
                if self.values(at).next().is_some() && self.values(at).all(|value| direction(value).is_some()) {
                    self.read(at, "direction", DIRECTED);
                } else if let Some(note) = self.is_no_measure(at, meaning, known) {
                    self.read(at, "", note);
                } else {
                    return Measure::Words(self.read(at, meaning, "each word or number means a stance"));
                }
            }
        }
        let indicators = self.indicators(known);
        if !indicators.is_empty() && self.of_meaning("weight").is_none() {
            return Measure::Indicators(indicators);
        }
        let note = match known.weighs() {
            WeightRule::Width(_) => WIDTH,
            _ => "a larger number is a stronger tie",
        };
        match self.take("weight", &WEIGHT, note) {
            Some(at) => Measure::Weight(at),
            None => Measure::Presence,
        }
    }

    /// Why a column of that name tells no rung.
    fn is_no_measure(&self, column: usize, meaning: &str, known: &Known<'_>) -> Option<&'static str> {
        if self.values(column).next().is_none() {
            return Some("it is empty");
        }
        // Of a weight and a word that nobody explains the weight says more.
        let has_other = || self.of_meaning("weight").is_some() || self.find(&WEIGHT).is_some();
        let is_understood = || self.values(column).take(LOOKED_AT).any(|value| known.rungs.of(value).is_some());
        (meaning == "kind" && has_other() && !is_understood())
            .then_some("none of its words is known, and there is a weight")
    }

    /// Columns that are named by a word that means a rung, and hold 1 or 0.
    fn indicators(&mut self, known: &Known<'_>) -> Vec<(usize, i8)> {
        const FLAGS: [&str; 10] = ["0", "1", "0.0", "1.0", "true", "false", "yes", "no", "x", ""];
        let rung = |at: usize| {
            let name = self.table.head.fields.get(at).unwrap_or_default().trim();
            // As `atop_defense` names the collection before the word. Of pledges, `neutral` is one of neutrality.
            let name =
                if known.rungs.of(name).is_some() { name } else { name.split_once('_').map_or(name, |(_, rest)| rest) };
            let name = if name.eq_ignore_ascii_case("neutral") { "neutrality" } else { name };
            let rung = if self.readings[at].is_none() { known.rungs.of(name) } else { None };
            let rung = rung.filter(|_| kinds::known(name).is_some() || float(name).is_none())?;
            let mut values = self.values(at).map(str::to_lowercase).take(LOOKED_AT).peekable();
            let is_flag = values.peek().is_some() && values.all(|value| FLAGS.contains(&value.as_str()));
            is_flag.then_some((at, rung))
        };
        let found: Vec<(usize, i8)> = (0..self.names.len()).filter_map(rung).collect();
        for (at, rung) in &found {
            self.read(*at, "kind", &format!("the stance {rung} where it holds 1"));
        }
        found
    }

    /// The columns that are taken over as they are.
    fn passes(&mut self, known: &Known<'_>, measure: &Measure) -> Vec<(usize, &'static Column)> {
        let mut found = Vec::new();
        for column in TIES.columns {
            let own = [column.name];
            let (names, note): (&[&str], _) = match column.name {
                "why" => (&WHY, ""),
                "weight" => (&WEIGHT, WIDTH),
                "direction" => (&DIRECTION, DIRECTED),
                "group" => (&TIE_GROUP, ""),
                _ => (&own, ""),
            };
            let names: Vec<String> = names.iter().map(|name| squashed(name)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let given = self
                .of_meaning(column.name)
                .filter(|_| matches!(column.name, "why" | "weight" | "direction" | "group"));
            let is_free = !matches!(column.name, "a" | "b" | "from" | "to" | "until" | "stance" | "paragraphs");
            let candidate = given.or_else(|| self.find(&names).filter(|_| is_free));
            let tells = |at: usize| matches!(measure, Measure::Weight(column) if *column == at);
            if let Some(at) = candidate.filter(|at| self.fits(*at, column, known, tells(*at))) {
                if given.is_none() {
                    self.read(at, column.name, note);
                }
                found.push((at, column));
            }
        }
        found
    }

    /// Whether the values of a column of that name can be those of the format.
    ///
    /// A weight that tells the stance is taken over too, unless one is below 0. Of another column of such a name all
    /// values are weights, and not all alike.
    fn fits(&self, at: usize, column: &Column, known: &Known<'_>, tells: bool) -> bool {
        match &column.kind {
            _ if column.name == "weight" && tells && known.weighs() != &WeightRule::Thirds => true,
            _ if column.name == "weight" => {
                let first = self.values(at).next();
                let is_one = |value: &str| if tells { !value.starts_with(['-', '−']) } else { is_weight(value) };
                self.values(at).all(is_one) && self.values(at).any(|value| Some(value) != first)
            }
            _ if column.name == "direction" => self.values(at).all(|value| direction(value).is_some()),
            Kind::Keys(file) | Kind::Key(file) => known.tables.contains(file),
            Kind::Words(words) => self.values(at).all(|value| words.contains(&value)),
            _ => self.values(at).next().is_some(),
        }
    }

    fn no_pair(&self) -> super::super::Problem {
        let all: Vec<&str> = self.table.columns().collect();
        let half = PAIRS.iter().flat_map(|(a, b)| [(a, b), (b, a)]).find_map(|(one, other)| {
            self.names.iter().any(|name| name == one).then_some(())?;
            let near = nearest(other, all.iter().copied().filter(|name| squashed(name) != *one))?;
            Some(format!("`{near}` may be meant; call it `{other}`"))
        });
        let is_value = |name: &&str| is_date(name) || kinds::known(name).is_some();
        let hint = if half.is_none() && all.iter().any(is_value) {
            "the first line must name the columns, such as a,b,from,to,stance: it seems to hold values".to_owned()
        } else {
            half.unwrap_or_else(|| "call them `a` and `b`, or `source` and `target`".to_owned())
        };
        let message = "no two columns name the actors of a tie".to_owned();
        let problem = self.table.record_problem(ProblemKind::MissingColumn, &self.table.head, message);
        let shown = all.iter().take(20).copied().collect::<Vec<&str>>().join(", ");
        problem.note(format!("the columns are {shown}")).hint(hint)
    }
}
