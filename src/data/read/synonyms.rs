//! What people call the columns of a table of ties, and of a table of actors.
//!
//! Names are compared without case, blanks, hyphens and underscores, and without what stands after them in brackets.

use super::head::plain;

/// Names of the two columns that name the actors, the preferred pair first. `from` and `to` are last, because they
/// may be dates too.
pub(super) const PAIRS: [(&str, &str); 15] = [
    ("a", "b"),
    ("source", "target"),
    ("sourcename", "targetname"),
    ("sourcelabel", "targetlabel"),
    ("sender", "receiver"),
    ("sender", "target"),
    ("initiator", "target"),
    ("origin", "destination"),
    ("reporter", "partner"),
    ("exporter", "importer"),
    ("actor", "partner"),
    ("actor", "toward"),
    ("subject", "object"),
    ("ego", "alter"),
    ("from", "to"),
];

/// What a numbered pair begins with (`country1`, `country2`; `state_a`, `state_b`): names before codes.
pub(super) const STEMS: [&str; 24] = [
    "actor",
    "actorname",
    "statename",
    "statenme",
    "countryname",
    "name",
    "label",
    "country",
    "state",
    "nation",
    "party",
    "member",
    "organisation",
    "organization",
    "side",
    "node",
    "stateabb",
    "iso3",
    "iso",
    "code",
    "ccode",
    "cowcode",
    "gwno",
    "id",
];

/// What a numbered pair ends with.
pub(super) const SUFFIXES: [(&str, &str); 2] = [("1", "2"), ("a", "b")];

/// When a tie begins. A name with `year` in it may have companions with `month` and `day` in its place.
pub(super) const FROM: [&str; 29] = [
    "from",
    "start",
    "begin",
    "since",
    "onset",
    "startdate",
    "begindate",
    "fromdate",
    "datefrom",
    "datestart",
    "started",
    "validfrom",
    "effective",
    "effectivedate",
    "signed",
    "entry",
    "startyear",
    "beginyear",
    "fromyear",
    "yearfrom",
    "yearstart",
    "yearbegin",
    "begyear",
    "styear",
    "dyadstyear",
    "entryyear",
    "firstyear",
    "stdate",
    "startyear1",
];

/// The first day on which a tie no longer held.
pub(super) const TO: [&str; 1] = ["to"];

/// The last day, month or year on which a tie held.
pub(super) const UNTIL: [&str; 25] = [
    "until",
    "end",
    "enddate",
    "dateend",
    "ended",
    "till",
    "through",
    "stop",
    "todate",
    "dateto",
    "validuntil",
    "validto",
    "terminated",
    "termination",
    "exit",
    "endyear",
    "yearend",
    "toyear",
    "yearto",
    "untilyear",
    "dyadendyear",
    "exityear",
    "lastyear",
    "finish",
    "endyear1",
];

/// One year in which a tie held.
pub(super) const YEAR: [&str; 2] = ["year", "yr"];

/// Intervals as Gephi writes them.
pub(super) const SPELLS: [&str; 3] = ["timeset", "interval", "spells"];

/// A rung, by value or by name.
pub(super) const STANCE: [&str; 5] = ["stance", "relation", "relationship", "rung", "sign"];

/// A word that means a rung.
pub(super) const KIND: [&str; 8] =
    ["kind", "type", "tietype", "relationtype", "edgetype", "alliancetype", "category", "class"];

/// A number that grows with the tie.
pub(super) const WEIGHT: [&str; 7] = ["weight", "value", "strength", "score", "intensity", "count", "n"];

/// A text about the tie.
pub(super) const WHY: [&str; 10] =
    ["why", "reason", "label", "title", "treaty", "description", "notes", "note", "comment", "comments"];

/// What several ties belong to.
pub(super) const TIE_GROUP: [&str; 5] = ["group", "groupname", "alliancename", "treatyname", "bloc"];

/// Which way a tie points.
pub(super) const DIRECTION: [&str; 3] = ["direction", "directed", "directedness"];

/// 1 where a tie may have begun earlier, and where it may have held longer, than its dates say: the record begins or ends
/// there.
pub(super) const LEFT_CENSOR: [&str; 3] = ["leftcensor", "leftcensored", "fromcensored"];
pub(super) const RIGHT_CENSOR: [&str; 4] = ["rightcensor", "rightcensored", "tocensored", "untilcensored"];

/// The group of a table of members.
pub(super) const GROUP: [&str; 13] = [
    "group",
    "groupname",
    "war",
    "warname",
    "alliance",
    "alliancename",
    "treaty",
    "bloc",
    "organisation",
    "organization",
    "igo",
    "dispute",
    "conflict",
];

/// The member of a group.
pub(super) const MEMBER: [&str; 11] = [
    "actor",
    "actorname",
    "statename",
    "statenme",
    "countryname",
    "country",
    "state",
    "member",
    "nation",
    "stateabb",
    "ccode",
];

/// The side of a group on which a member stands.
pub(super) const SIDE: [&str; 2] = ["side", "sidea"];

/// The columns of a table of actors, with what else they are called.
pub(super) const ACTOR: [(&str, &[&str]); 13] = [
    ("id", &["id", "nodeid", "key", "code", "iso3"]),
    ("name", &["name", "label", "title", "fullname"]),
    ("short_name", &["shortname", "short", "abbreviation", "abb"]),
    ("kind", &["kind", "type"]),
    ("region", &["region", "continent"]),
    ("from", &FROM),
    ("to", &TO),
    ("until", &UNTIL),
    ("lon", &["lon", "longitude", "lng", "long"]),
    ("lat", &["lat", "latitude"]),
    ("x", &["x"]),
    ("y", &["y"]),
    ("prominence", &["prominence"]),
];

/// A name as the tables above have it.
pub(super) fn squashed(name: &str) -> String {
    plain(name.trim()).replace('_', "")
}
