//! What is shown at a year was known by its end: reasons in parts, in card, table, tip and changes.

use detente::data::{Dataset, TieId, read, validate};
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::time::Playhead;
use detente::words::{self, Row, Topic};

use crate::dataset::files;

const FOLDERS: [&str; 2] = ["data/north-korea", "tests/data/german-empire"];

fn open(folder: &str) -> Dataset {
    validate(&read(&files(folder)), &[]).unwrap_or_else(|report| panic!("{report}")).0
}

/// The ties that have later reasons, each once.
fn ties_in_parts(dataset: &Dataset) -> Vec<TieId> {
    let mut ties: Vec<TieId> = dataset.texts().expect("texts").reasons.iter().map(|reason| reason.tie).collect();
    ties.dedup();
    ties
}

/// Asserts that a row tells the parts of a tie until a year, and none of the others.
fn tells_until(dataset: &Dataset, tie: TieId, year: i16, row: &Row<'_>) {
    let name = dataset.tie_name(tie);
    for reason in dataset.texts().expect("texts").reasons.iter().filter(|reason| reason.tie == tie) {
        let part = format!(" {}: {}", reason.year, reason.why);
        assert_eq!(row.text.contains(&part), reason.year <= year, "{name} at the end of {year}: {}", row.text);
    }
}

#[test]
fn a_long_spell_tells_what_was_known_by_the_end_of_the_year() {
    for folder in FOLDERS {
        let dataset = open(folder);
        let (info, layout) = (dataset.info(), Layout::solve(&dataset));
        let ties = ties_in_parts(&dataset);
        assert!(!ties.is_empty(), "{folder}");
        for year in info.first_year..=info.last_year {
            let moment = Moment::at(&dataset, Playhead::end_of(year));
            let table = words::table(&dataset, &moment);
            for id in &ties {
                let tie = dataset.tie(*id);
                let tip = words::tip(&dataset, &layout, &moment, Topic::Spell(*id)).expect("a spell");
                tells_until(&dataset, *id, year, &tip.row);
                if !tie.spell.holds(Playhead::end_of(year)) {
                    continue;
                }
                let focus = dataset.alter(tie.dyad()).map_or(Focus::Tie(tie.dyad()), Focus::Actor);
                let card = words::card(&dataset, &layout, &moment, focus).expect("a card");
                tells_until(&dataset, *id, year, &card.row);
                let spells = card.sections.iter().find(|section| section.kind == "spells").expect("spells");
                let current = spells.rows.iter().find(|row| row.current).expect("the one that holds");
                tells_until(&dataset, *id, year, current);
                if let Focus::Actor(actor) = focus {
                    let code = &dataset.actor(actor).code;
                    tells_until(&dataset, *id, year, table.rows.iter().find(|row| row.id == *code).expect("a row"));
                }
            }
        }
    }
}

#[test]
fn the_documents_of_a_part_come_with_it() {
    let dataset = open(FOLDERS[0]);
    for id in ties_in_parts(&dataset) {
        let texts = dataset.texts().expect("texts");
        for reason in texts.reasons.iter().filter(|reason| reason.tie == id) {
            let cited = dataset.sources_of_rows(&[id], reason.year);
            for source in &reason.sources {
                assert!(cited.contains(&&texts.sources[source.index()]), "{}", reason.why);
            }
        }
    }
}

#[test]
fn a_later_reason_is_no_reason_before_its_year() {
    let dataset = open(FOLDERS[0]);
    let cuba = dataset.actor_ids().find(|id| dataset.actor(*id).code == "CUB").expect("Cuba");
    let layout = Layout::solve(&dataset);
    let text = |year| {
        let moment = Moment::at(&dataset, Playhead::end_of(year));
        words::standing(&dataset, &layout, &moment, Focus::Actor(cuba)).expect("a standing").text
    };
    assert_eq!(text(1965), "Two revolutionary states that face the United States open relations.");
    assert!(!text(1985).contains("Castro") && text(1986).contains(" 1986: Castro comes"));
    assert!(text(2013).contains("1966: ") && text(2013).contains("2013: ") && !text(2013).contains("2018"));
}
