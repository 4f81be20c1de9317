//! Each kind of contradiction, planted in good tables, and the refusal that names it.

use detente::data::{Combine, Dataset, Dyad, Era, Event, Position, Rule, Stance, Tables, Tie, UnpackError, YearLine};
use detente::time::Date;

use super::{EVENTS, IDS, REAL};

type Plant = fn(&mut Tables);

/// What is wrong, how to make it of the good small tables, and the refusal.
#[rustfmt::skip]
const CONTRADICTIONS: &[(&str, Plant, UnpackError)] = &[
    ("a span that is reversed", |t| t.info.first_year = 1961, UnpackError::Rule(Rule::Span)),
    ("a span that is too long", |t| t.info.first_year = -5000, UnpackError::Rule(Rule::Span)),
    ("a span beyond all years", |t| t.info.last_year = i16::MAX, UnpackError::Rule(Rule::Span)),
    ("a turning point outside", |t| t.info.turning_points = vec![1970], UnpackError::Rule(Rule::Span)),
    ("turning points out of order", |t| t.info.turning_points = vec![1952, 1951], UnpackError::Rule(Rule::Order)),
    ("an ego that is its own rival", |t| t.info.rival = t.info.ego, UnpackError::Rule(Rule::Pair)),
    ("an ego beyond the end", |t| t.info.ego = Some(IDS[99]), UnpackError::Reference("an actor")),
    ("a rival without an ego", |t| (t.info.ego, t.info.rival) = (None, Some(IDS[1])), UnpackError::Reference("an ego")),
    ("counts without an ego", |t| (t.info.ego, t.info.rival, t.info.counts_relations) = (None, None, true), UnpackError::Reference("an ego")),
    ("a solved position outside of the square", |t| t.positions = vec![Position { x: 0.5, y: 1.5 }], UnpackError::Form),
    ("a solved position that is no number", |t| t.positions = vec![Position { x: f32::NAN, y: 0.5 }], UnpackError::Form),
    ("a rival beyond the end", |t| t.info.rival = Some(IDS[99]), UnpackError::Reference("an actor")),
    ("no actors", |t| t.actors.clear(), UnpackError::Reference("an actor")),
    ("counts without acts", |t| { t.info.counts_relations = true; t.acts.clear(); }, UnpackError::Reference("an act")),
    ("a name of a stance that is empty", |t| t.info.ladder[6].name.clear(), UnpackError::Rule(Rule::Text)),
    ("a ladder of one rung", |t| t.info.ladder.truncate(1), UnpackError::Rule(Rule::Length)),
    ("a ladder of no rung", |t| t.info.ladder.clear(), UnpackError::Rule(Rule::Length)),
    ("a ladder of ten rungs", |t| t.info.ladder = vec![t.info.ladder[0].clone(); 10], UnpackError::Rule(Rule::Length)),
    ("a ladder with a rung left out", |t| drop(t.info.ladder.remove(3)), UnpackError::Rule(Rule::Number)),
    ("a ladder with a rung twice", |t| t.info.ladder[3].stance = t.info.ladder[2].stance, UnpackError::Rule(Rule::Number)),
    ("a tone beyond the palette", |t| t.info.ladder[0].tone = 301, UnpackError::Rule(Rule::Number)),
    ("a tie beyond the ladder", |t| t.ties[0].stance = Stance::new(4).expect("a stance"), UnpackError::Rule(Rule::Number)),
    ("another reading beyond the ladder", |t| t.ties[0].alternative = Stance::new(-9), UnpackError::Rule(Rule::Number)),
    ("an implied stance beyond the ladder", |t| t.info.implied_stance = Stance::new(-4).expect("a stance"), UnpackError::Rule(Rule::Number)),
    ("a title of blanks", |t| "  ".clone_into(&mut t.info.title), UnpackError::Rule(Rule::Text)),
    ("a name with a control character", |t| "B\u{1b}[31m".clone_into(&mut t.actors[1].short_name), UnpackError::Rule(Rule::Text)),
    ("a name that turns the direction", |t| "B\u{202e}".clone_into(&mut t.actors[1].short_name), UnpackError::Rule(Rule::Text)),
    ("a name that is too long", |t| t.actors[1].short_name = "B".repeat(501), UnpackError::Rule(Rule::Text)),
    ("a code given twice", |t| t.actors[1].code = t.actors[0].code.clone(), UnpackError::Rule(Rule::Code)),
    ("a code with a separator", |t| "B-B".clone_into(&mut t.actors[1].code), UnpackError::Rule(Rule::Code)),
    ("a longitude beyond the date line", |t| t.actors[1].lon = 180.1, UnpackError::Form),
    ("a longitude without end", |t| t.actors[1].lon = f32::INFINITY, UnpackError::Form),
    ("a longitude that is no number", |t| t.actors[1].lon = f32::NAN, UnpackError::Form),
    ("a bearing that is no number", |t| t.actors[1].bearing = Some(f32::NAN), UnpackError::Form),
    ("a bearing below zero", |t| t.actors[1].bearing = Some(-1.0), UnpackError::Form),
    ("a bearing that is huge", |t| t.actors[1].bearing = Some(f32::MAX), UnpackError::Form),
    ("a life that is reversed", |t| (t.actors[1].from, t.actors[1].to) = (Some(Date::from_year(1960)), Some(Date::from_year(1950))), UnpackError::Rule(Rule::Interval)),
    ("one that succeeds itself", |t| t.actors[1].successors = vec![IDS[1]], UnpackError::Rule(Rule::Ring)),
    ("a ring of three", |t| for (place, next) in [(0, 1), (1, 2), (2, 0)] { t.actors[place].successors = vec![IDS[next]]; }, UnpackError::Rule(Rule::Ring)),
    ("a successor beyond the end", |t| t.actors[1].successors = vec![IDS[99]], UnpackError::Reference("an actor")),
    ("too many successors", |t| t.actors[1].successors = vec![IDS[2]; 201], UnpackError::Form),
    ("a tie of one with itself", |t| t.ties[0].b = t.ties[0].a, UnpackError::Rule(Rule::Pair)),
    ("a tie with nobody", |t| t.ties[0].a = IDS[99], UnpackError::Reference("an actor")),
    ("a spell that is reversed", |t| t.ties[0].spell.to = Some(Date::from_year(1900)), UnpackError::Rule(Rule::Interval)),
    ("a spell that is empty", |t| t.ties[0].spell.to = Some(t.ties[0].spell.from), UnpackError::Rule(Rule::Interval)),
    ("a spell beyond all years", |t| t.ties[0].spell.from = Date::from_year(i16::MIN), UnpackError::Form),
    ("effective ties that overlap", |t| { t.info.combine = Combine::Latest; t.ties.push(t.ties[0].clone()); t.combine(); t.effective.push(t.effective[0].clone()); t.leads.push(t.leads[0]); }, UnpackError::Rule(Rule::Overlap)),
    ("an effective tie beyond the ladder", |t| { t.info.combine = Combine::Latest; t.ties.push(t.ties[0].clone()); t.combine(); t.effective[0].stance = Stance::new(5).expect("a stance"); }, UnpackError::Rule(Rule::Number)),
    ("an effective tie of no row", |t| { t.info.combine = Combine::Latest; t.ties.push(t.ties[0].clone()); t.combine(); t.ties.clear(); }, UnpackError::Reference("a leading row")),
    ("an effective tie of a row of others", |t| { t.info.combine = Combine::Latest; t.ties.push(t.ties[0].clone()); t.combine(); t.effective[0].b = IDS[2]; }, UnpackError::Reference("a leading row")),
    ("spells that overlap", |t| t.ties.push(Tie { a: t.ties[0].b, b: t.ties[0].a, ..t.ties[0].clone() }), UnpackError::Rule(Rule::Overlap)),
    ("another stance that is the same", |t| t.ties[0].alternative = Some(t.ties[0].stance), UnpackError::Rule(Rule::Alternative)),
    ("a tie by no event", |t| t.ties[0].events = vec![EVENTS[99]], UnpackError::Reference("an event")),
    ("an act toward oneself", |t| t.acts[0].toward = t.acts[0].actor, UnpackError::Rule(Rule::Pair)),
    ("an act toward nobody", |t| t.acts[0].toward = IDS[99], UnpackError::Reference("an actor")),
    ("an event without title", |t| t.events[0].title.clear(), UnpackError::Rule(Rule::Text)),
    ("an event that ends before it begins", |t| t.events[0].until = Some(Date::from_year(1900)), UnpackError::Rule(Rule::Interval)),
    ("events out of order", |t| t.events.push(Event { date: Date::from_year(1900), title: "x".to_owned(), ..Event::default() }), UnpackError::Rule(Rule::Order)),
    ("an event of nobody", |t| t.events[0].actors = vec![IDS[99]], UnpackError::Reference("an actor")),
    ("an effect on nobody", |t| t.events[0].effects[0].dyad = Dyad::new(IDS[0], IDS[99]).expect("two"), UnpackError::Reference("an actor")),
    ("an effect out of range", |t| t.events[0].effects[0].change = 3, UnpackError::Rule(Rule::Number)),
    ("an effect that is extreme", |t| t.events[0].effects[0].change = i8::MIN, UnpackError::Rule(Rule::Number)),
    ("a year twice", |t| t.years = vec![YearLine { year: 1950, line: "x".to_owned(), ..YearLine::default() }; 2], UnpackError::Rule(Rule::Order)),
    ("a year without a line", |t| t.years = vec![YearLine { year: 1950, ..YearLine::default() }], UnpackError::Rule(Rule::Text)),
    ("a year by no event", |t| t.years = vec![YearLine { year: 1950, line: "x".to_owned(), events: vec![EVENTS[99]] }], UnpackError::Reference("an event")),
    ("an era without a kind", |t| t.eras = vec![Era { title: "x".to_owned(), ..Era::default() }], UnpackError::Rule(Rule::Text)),
];

#[test]
fn every_contradiction_is_refused_by_its_rule() {
    for (name, plant, refusal) in CONTRADICTIONS {
        let mut tables = REAL[0].clone();
        plant(&mut tables);
        let found = Dataset::unpack(&tables.pack()).map(|_| ());
        assert_eq!(found, Err(*refusal), "{name}");
    }
}
