//! Every table that a dataset may have, column by column.

use super::{Column, Kind, Need, Schema};
use crate::data::rules::{BEARING, LONGITUDE, SEPARATORS, SHARE};
use crate::data::{ActKind, ActorKind, Confidence, Prominence, Region, TieDirection, Verdict, Weight, limits};

/// Every table, in the order in which they are read and reported.
pub(in super::super) const SCHEMAS: [&Schema; 13] = [
    &ACTORS, &TIES, &MEMBERS, &REASONS, &ACTS, &EVENTS, &SOURCES, &YEARS, &ERAS, &CLAIMS, &CHAPTERS, &FIGURES, &ALIASES,
];

/// A table with a key and no more than that; the others begin with it.
const TABLE: Schema = Schema {
    file: "",
    description: "",
    most_rows: limits::ROWS,
    key: "id",
    label: "title",
    separators: "",
    columns: &[],
};

const fn must(name: &'static str, kind: Kind, description: &'static str) -> Column {
    Column { name, kind, need: Need::Value, description, is_read: false }
}

const fn open(name: &'static str, kind: Kind, description: &'static str) -> Column {
    Column { name, kind, need: Need::Column, description, is_read: false }
}

const fn optional(name: &'static str, kind: Kind, description: &'static str) -> Column {
    Column { name, kind, need: Need::Optional, description, is_read: false }
}

/// A column that readers read, so that there may be one of its name and `_it`, `_ko` … for other languages.
const fn read(column: Column) -> Column {
    Column { is_read: true, ..column }
}

/// The words of a list of words with their meanings.
const fn words<const N: usize, T: Copy>(names: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut index = 0;
    while index < N {
        words[index] = names[index].0;
        index += 1;
    }
    words
}

const ACTOR_KINDS: [&str; 2] = words(&ActorKind::NAMES);
const REGIONS: [&str; 7] = words(&Region::NAMES);
const PROMINENCES: [&str; 3] = words(&Prominence::NAMES);
const ACT_KINDS: [&str; 6] = words(&ActKind::NAMES);
const CONFIDENCES: [&str; 3] = words(&Confidence::NAMES);
const DIRECTIONS: [&str; 3] = words(&TieDirection::NAMES);
const VERDICTS: [&str; 4] = words(&Verdict::NAMES);

const CONFIDENCE: Column =
    optional("confidence", Kind::Words(&CONFIDENCES), "How sure the record is; high where nothing is said");
const PARAGRAPHS: Column = optional(
    "paragraphs",
    Kind::WholeNumbers(1..=10_000),
    "Paragraphs of the reviewed work that speak of it, separated by blanks; checked, not shown",
);

pub(in super::super) const ACTORS: Schema = Schema {
    file: "actors.csv",
    description: "Who: states and bodies.",
    most_rows: limits::ACTORS,
    label: "short_name",
    separators: SEPARATORS,
    columns: &[
        must("id", Kind::Name, "A short code, ISO 3166-1 alpha-3 where there is one"),
        read(optional("name", Kind::Name, "Full name; the short one, or else the id, where there is none")),
        read(optional("short_name", Kind::Name, "Name on a label; the full one, or else the id, where there is none")),
        read(optional("also", Kind::Text, "What else people type to find it, separated by semicolons")),
        optional("kind", Kind::Words(&ACTOR_KINDS), "Only a state is counted as a state; a state unless it says so"),
        optional("region", Kind::Words(&REGIONS), "The sector of the picture; one of its own where there is none"),
        optional("from", Kind::Date, "First day; empty when older than the first year"),
        optional("to", Kind::Date, "First day on which it no longer was; empty while it lasts"),
        optional("until", Kind::Date, "In the place of `to`: the last day, month or year on which it was"),
        optional("successor", Kind::Keys("actors.csv"), "Who takes its place, separated by blanks"),
        optional(
            "prominence",
            Kind::Words(&PROMINENCES),
            "1 principal, 2 named, 3 dot; by its number of ties where there is none",
        ),
        optional("bearing", Kind::Number(BEARING), "Degrees clockwise from the top, where the dataset chooses it"),
        optional(
            "x",
            Kind::Number(SHARE),
            "Place in the unit square from the left, with `y`; where every actor has one, they stand there and not on rings",
        ),
        optional("y", Kind::Number(SHARE), "Place in the unit square from the top, with `x`"),
        optional("lon", Kind::Number(LONGITUDE), "Longitude of the capital or seat, degrees east"),
        optional(
            "lat",
            Kind::Number(-90.0..=90.0),
            "Latitude of the capital or seat, degrees north; checked, not shown",
        ),
    ],
    ..TABLE
};

pub(in super::super) const TIES: Schema = Schema {
    file: "ties.csv",
    description: "How two actors stood to one another, in half-open spells.",
    most_rows: limits::TIES,
    key: "",
    columns: &[
        must("a", Kind::Key("actors.csv"), "First of the pair"),
        must("b", Kind::Key("actors.csv"), "Second of the pair"),
        must("from", Kind::Date, "First day of the spell"),
        optional(
            "to",
            Kind::Date,
            "First day on which it no longer held; empty while it lasts, `..` where the end is not known",
        ),
        optional("until", Kind::Date, "In the place of `to`: the last day, month or year on which it held"),
        must(
            "stance",
            Kind::Stance,
            "The number of a stance, the higher the better, or its name; in its place `kind`, a word of `kinds` in the descriptor, or `weight` alone",
        ),
        optional(
            "weight",
            Kind::Number(0.0..=Weight::MOST),
            "How strong it is, in the unit of `weight` in the descriptor",
        ),
        optional("direction", Kind::Words(&DIRECTIONS), "Which way it points; both ways unless it says so"),
        optional("group", Kind::Name, "What several ties belong to, such as a treaty"),
        read(optional("why", Kind::Text, "The reason in a sentence, as known in the year in which it begins")),
        optional(
            "alternative",
            Kind::Stance,
            "Another stance that the record supports too; empty where none is argued",
        ),
        read(optional(
            "alternative_reason",
            Kind::Text,
            "Who codes it so, or why it can be coded so; with `alternative` only",
        )),
        optional("events", Kind::Keys("events.csv"), "What made it so, separated by blanks"),
        optional("sources", Kind::Keys("sources.csv"), "Documents beside those of the events, separated by blanks"),
        CONFIDENCE,
        PARAGRAPHS,
    ],
    ..TABLE
};

pub(in super::super) const MEMBERS: Schema = Schema {
    file: "members.csv",
    description: "Who belonged to which group: allies within a group or within a side of it, at war across its sides.",
    key: "",
    columns: &[
        must("group", Kind::Name, "The group: an alliance, a war"),
        must("actor", Kind::Key("actors.csv"), "Who belonged to it"),
        must("from", Kind::Date, "First day"),
        optional("to", Kind::Date, "First day on which it no longer belonged to it; empty while it lasts"),
        optional("until", Kind::Date, "In the place of `to`: the last day, month or year on which it did"),
        optional("side", Kind::Name, "The side of a group that has sides; given for each of its members or for none"),
        optional("sources", Kind::Keys("sources.csv"), "Documents, separated by blanks"),
    ],
    ..TABLE
};

pub(in super::super) const REASONS: Schema = Schema {
    file: "reasons.csv",
    description: "What a long spell rests on later, each shown from its year on.",
    key: "",
    columns: &[
        must("tie", Kind::Tie, "The spell, by the name of its tie: A-B@from"),
        must("year", Kind::Year, "The first year that shows it, after the one in which the spell begins"),
        read(must("why", Kind::Text, "The reason in a sentence, as known by the end of that year")),
        optional("events", Kind::Keys("events.csv"), "What made it so, separated by blanks"),
        optional("sources", Kind::Keys("sources.csv"), "Documents beside those of the events, separated by blanks"),
    ],
    ..TABLE
};

pub(in super::super) const ACTS: Schema = Schema {
    file: "acts.csv",
    description: "Diplomatic acts of one actor towards another.",
    key: "",
    columns: &[
        must("actor", Kind::Key("actors.csv"), "Who acted"),
        must("toward", Kind::Key("actors.csv"), "Towards whom"),
        must("date", Kind::Date, "When"),
        must("act", Kind::Words(&ACT_KINDS), "What was done"),
        read(optional("note", Kind::Text, "What else is known")),
        optional("source", Kind::Key("sources.csv"), "The document"),
        CONFIDENCE,
    ],
    ..TABLE
};

pub(in super::super) const EVENTS: Schema = Schema {
    file: "events.csv",
    description: "What happened.",
    most_rows: limits::EVENTS,
    separators: "@",
    columns: &[
        must("id", Kind::Name, "Readable id"),
        must("date", Kind::Date, "Day, month or year; the first day of what lasted"),
        optional("until", Kind::Date, "Last day of what lasted, inclusive"),
        optional("kind", Kind::Text, "Sort of event; not shown"),
        optional("actors", Kind::Keys("actors.csv"), "Who took part, separated by blanks"),
        read(must("title", Kind::Text, "One line")),
        read(optional("summary", Kind::Text, "Two or three sentences, in the present tense")),
        optional(
            "effect",
            Kind::Effects,
            "Changes from -2 (much colder) to +2 (much warmer): USA:-2 is the relation with the ego, CHN-JPN:+1 that of two others; emphasis, not arithmetic",
        ),
        optional("sources", Kind::Keys("sources.csv"), "Documents, separated by blanks"),
        CONFIDENCE,
        PARAGRAPHS,
    ],
    ..TABLE
};

pub(in super::super) const SOURCES: Schema = Schema {
    file: "sources.csv",
    description: "Every document once.",
    columns: &[
        must("id", Kind::Name, "Readable id"),
        must("title", Kind::Text, "Title"),
        optional("publisher", Kind::Text, "Who published it"),
        optional("url", Kind::Address, "Address on the web; empty when it is not there"),
        optional("fragile", Kind::Text, "Why the address may stop working; empty when nothing speaks for that"),
    ],
    ..TABLE
};

pub(in super::super) const YEARS: Schema = Schema {
    file: "years.csv",
    description: "Each year in one line.",
    key: "year",
    label: "line",
    columns: &[
        must("year", Kind::Year, "Year"),
        read(must("line", Kind::Text, "The line")),
        optional("events", Kind::Keys("events.csv"), "Events it rests on, separated by blanks"),
    ],
    ..TABLE
};

pub(in super::super) const ERAS: Schema = Schema {
    file: "eras.csv",
    description: "Named periods; they may overlap.",
    columns: &[
        must("id", Kind::Name, "Readable id"),
        read(must("kind", Kind::Text, "Sort of period; those of a kind share a lane")),
        read(must("title", Kind::Text, "Name")),
        must("from", Kind::Date, "First day"),
        optional("to", Kind::Date, "First day after it; empty while it lasts"),
        optional("until", Kind::Date, "In the place of `to`: its last day, month or year"),
        optional("source", Kind::Key("sources.csv"), "The document"),
    ],
    ..TABLE
};

pub(in super::super) const CLAIMS: Schema = Schema {
    file: "claims.csv",
    description: "The claims of the reviewed work, restated, each checked against the record.",
    key: "number",
    label: "claim",
    columns: &[
        must("number", Kind::Name, "Paragraph and place in it"),
        optional("paragraph", Kind::WholeNumber(1..=10_000), "Paragraph of the reviewed work; checked, not shown"),
        optional("section", Kind::Text, "The section of the story it belongs to, one of `detente.sections`"),
        read(must("claim", Kind::Text, "The claim in our own words")),
        open("carried_by", Kind::Evidence, "Events and ties that bear on it; a tie is named A-B@from"),
        must("verdict", Kind::Words(&VERDICTS), "What checking it found"),
        read(open("record", Kind::Text, "What the record shows")),
        optional("sources", Kind::Keys("sources.csv"), "Documents, separated by blanks"),
    ],
    ..TABLE
};

pub(in super::super) const CHAPTERS: Schema = Schema {
    file: "chapters.csv",
    description: "The story in steps.",
    columns: &[
        must("id", Kind::Name, "Readable id"),
        must("section", Kind::Text, "The section it belongs to, one of `detente.sections`"),
        read(must("title", Kind::Text, "Title")),
        must("from", Kind::Year, "First year"),
        must("to", Kind::Year, "Last year"),
        open("focus", Kind::Focus, "Actor or pair in focus"),
        optional("compare", Kind::Year, "A second year to hold against the first"),
        read(must("text", Kind::Text, "The text")),
        read(optional("aside", Kind::Text, "What the reviewed work said and what the record shows")),
        optional("events", Kind::Keys("events.csv"), "Events it tells, separated by blanks"),
        optional("claims", Kind::Keys("claims.csv"), "Claims it rests on, separated by blanks"),
    ],
    ..TABLE
};

pub(in super::super) const FIGURES: Schema = Schema {
    file: "figures.csv",
    description: "What was measured between two actors in a year: trade, votes.",
    key: "",
    columns: &[
        must("a", Kind::Key("actors.csv"), "First of the pair"),
        must("b", Kind::Key("actors.csv"), "Second of the pair"),
        must("year", Kind::Year, "Year"),
        read(must("measure", Kind::Text, "What was measured, and on which basis")),
        read(must("unit", Kind::Text, "Unit")),
        must("value", Kind::Number(-1e15..=1e15), "Value"),
        optional("source", Kind::Key("sources.csv"), "The document"),
        CONFIDENCE,
        optional("note", Kind::Text, "What else is known; not shown"),
    ],
    ..TABLE
};

pub(in super::super) const ALIASES: Schema = Schema {
    file: "aliases.csv",
    description: "Ids that no longer exist, and what took them in.",
    key: "old",
    label: "now",
    columns: &[
        must("old", Kind::Name, "The former id"),
        open("now", Kind::Evidence, "Ids of today, separated by blanks"),
        optional("kind", Kind::Text, "event or tie; not shown"),
        optional("note", Kind::Text, "Why; not shown"),
    ],
    ..TABLE
};
