//! Makes changed tables keep the rules again, so that most packs open and are played.

use detente::data::{ActorId, Combine, Dyad, EventId, Tables};
use detente::time::Spell;

use super::{actor, event};

/// Points references at rows that are there, orders what must be in order, and drops what contradicts the rest.
pub(super) fn repair(tables: &mut Tables) {
    let (actors, events) = (tables.actors.len().max(1), tables.events.len());
    let known = |id: ActorId| actor((id.index() % actors) as u8);
    info(tables, &known);
    for (index, row) in tables.actors.iter_mut().enumerate() {
        row.to = row.to.filter(|to| row.from.is_none_or(|from| from < *to));
        row.bearing = row.bearing.map(|degrees| degrees.abs() % 360.0);
        row.lon = if row.lon.is_finite() { row.lon % 180.0 } else { 0.0 };
        // Whoever succeeds stands later in the table, so nobody succeeds itself in a ring.
        row.successors.retain(|id| (index + 1..actors).contains(&id.index()));
        row.successors.sort_unstable();
        row.successors.dedup();
    }
    ties(tables, &known);
    for act in &mut tables.acts {
        (act.actor, act.toward) = (known(act.actor), known(act.toward));
    }
    tables.acts.retain(|act| act.actor != act.toward);
    for row in &mut tables.events {
        row.until = row.until.filter(|until| row.date < *until);
        once(&mut row.actors, &known);
        for effect in &mut row.effects {
            let [a, b] = effect.dyad.both().map(known);
            if let Some(dyad) = Dyad::new(a, b) {
                effect.dyad = dyad;
            }
            effect.change %= 4;
        }
        row.effects.retain(|effect| effect.change != 0 && effect.dyad.both().iter().all(|id| id.index() < actors));
    }
    tables.events.sort_by_key(|event| event.date);
    let known = |id: EventId| event((id.index() % events.max(1)) as u8);
    for row in &mut tables.ties {
        once(&mut row.events, &known);
        row.events.truncate(events);
    }
    for row in &mut tables.years {
        once(&mut row.events, &known);
        row.events.truncate(events);
        row.line.insert_str(0, "Line");
    }
    tables.years.sort_by_key(|row| row.year);
    tables.years.dedup_by_key(|row| row.year);
    tables.info.title.insert_str(0, "Title");
    for era in &mut tables.eras {
        era.title.insert_str(0, "Era");
        mend(&mut era.spell);
    }
}

fn info(tables: &mut Tables, known: &dyn Fn(ActorId) -> ActorId) {
    let info = &mut tables.info;
    info.ego = info.ego.map(known);
    info.rival = info.rival.map(known).filter(|rival| info.ego.is_some_and(|ego| ego != *rival));
    info.first_year = if (1900..2000).contains(&info.first_year) { info.first_year } else { 1950 };
    info.last_year = info.last_year.clamp(info.first_year, info.first_year + 30);
    info.counts_relations &= info.ego.is_some() && !tables.acts.is_empty();
    info.published = info.published.map(|year| year.rem_euclid(3000) + 1);
    for year in &mut info.turning_points {
        *year = info.first_year + year.rem_euclid(info.last_year - info.first_year + 1);
    }
    info.turning_points.sort_unstable();
    info.turning_points.dedup();
}

/// Ties of two actors; of those of a dyad that overlap, the first, unless they are combined.
fn ties(tables: &mut Tables, known: &dyn Fn(ActorId) -> ActorId) {
    let combines = tables.info.combine != Combine::Error;
    let mut kept: Vec<(Option<Dyad>, Spell)> = Vec::new();
    tables.ties.retain_mut(|tie| {
        (tie.a, tie.b) = (known(tie.a), known(tie.b));
        mend(&mut tie.spell);
        let dyad = Dyad::new(tie.a, tie.b);
        let is_free = !kept.iter().any(|(other, spell)| *other == dyad && spell.overlaps(&tie.spell));
        kept.push((dyad, tie.spell));
        dyad.is_some() && (combines || is_free)
    });
}

fn mend(spell: &mut Spell) {
    spell.to = spell.to.filter(|to| spell.from < *to);
}

/// Each of a list as `known` has it, once.
fn once<T: Copy + Ord>(list: &mut Vec<T>, known: &dyn Fn(T) -> T) {
    for id in list.iter_mut() {
        *id = known(*id);
    }
    list.sort_unstable();
    list.dedup();
}
