//! Descriptors around the seed's tables: each key as it should be, left out, or any JSON.

use arbitrary::Arbitrary;
use detente::data::{Combine, ProblemKind, read, validate};
use detente::viewer::Viewer;
use serde_json::{Map, Value, json};

use crate::asks::Few;
use crate::{Ask, play, seed};

/// What the descriptor says, and what is then asked of the viewer.
#[derive(Arbitrary, Debug)]
pub struct Input {
    // First, since bytes that have run out ask for nothing.
    asks: Few<Ask>,
    ego: u8,
    rival: Option<u8>,
    first_year: u8,
    /// In years.
    span: u16,
    /// The name of one stance.
    stance: Option<(u8, String)>,
    /// How many rungs there are beyond seven.
    rungs: u8,
    /// The tone of the best rung.
    tone: Option<i8>,
    implied_stance: Option<i8>,
    counts_relations: Option<bool>,
    combine: Option<u8>,
    /// Years after the first.
    turning_points: Option<Few<u8>>,
    /// Labels of hosts.
    encyclopedias: Option<Few<u8>>,
    subtitle: Option<String>,
    created: Option<u16>,
    /// Whether what follows is applied: a quarter of all inputs, so that most descriptors are valid.
    damage: u8,
    changes: Vec<(u8, Json)>,
    /// Where bytes of the text are overwritten, and by what.
    bytes: Vec<(u16, u8)>,
}

/// Any JSON, or nothing at all.
#[derive(Arbitrary, Debug)]
enum Json {
    Missing,
    Null,
    Flag(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(u8, Json)>),
    Nested(u8),
}

const KEYS: [&str; 24] = [
    "name",
    "version",
    "title",
    "subtitle",
    "created",
    "detente",
    "ego",
    "rival",
    "first_year",
    "last_year",
    "stances",
    "value",
    "implied_stance",
    "counts_relations",
    "turning_points",
    "combine",
    "encyclopedias",
    "in_force",
    "resources",
    "path",
    "schema",
    "fields",
    "foreignKeys",
    "constraints",
];

/// The keys of the outer object; the others are of the object `detente`.
const OUTER: [&str; 7] = ["name", "version", "title", "created", "detente", "resources", "schema"];

fn key(place: u8) -> &'static str {
    KEYS[usize::from(place) % KEYS.len()]
}

impl Json {
    fn value(&self) -> Option<Value> {
        Some(match self {
            Self::Missing => return None,
            Self::Null => Value::Null,
            Self::Flag(flag) => json!(flag),
            Self::Whole(number) => json!(number),
            Self::Number(number) => json!(number),
            Self::Text(text) => json!(text),
            Self::List(list) => list.iter().filter_map(Self::value).collect(),
            Self::Object(entries) => {
                let entry = |(place, json): &(u8, Self)| Some((key(*place).to_owned(), json.value()?));
                Value::Object(entries.iter().filter_map(entry).collect())
            }
            Self::Nested(depth) => (0..*depth).fold(Value::Null, |inner, _| json!([inner])),
        })
    }
}

impl Input {
    /// Reads the seed's tables with this descriptor, and plays them if they are valid.
    ///
    /// # Panics
    /// When Détente has a fault.
    pub fn run(&self) {
        let mut text = self.descriptor().to_string().into_bytes();
        let length = text.len();
        let damages = if self.is_damaged() { 4 } else { 0 };
        for (at, byte) in self.bytes.iter().take(damages) {
            text[usize::from(*at) % length] = *byte;
        }
        let mut files: Vec<_> =
            seed::FILES[1..].iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
        files.push((seed::FILES[0].0.to_owned(), text));
        match validate(&read(&files), ProblemKind::ALL) {
            Ok((dataset, _)) => play::play(dataset, &self.asks.0, planted),
            Err(report) => assert!(report.errors() > 0 && !report.to_string().is_empty(), "a refusal gives its reason"),
        }
    }

    fn is_damaged(&self) -> bool {
        self.damage % 4 == 3
    }

    /// The seed's own ego, or another if the descriptor is damaged: the seed's events are written for it.
    fn ego(&self) -> &'static str {
        seed::code(if self.is_damaged() { self.ego % 3 } else { 0 })
    }

    /// In years. Few spans are long: each of their years is laid out, which takes its time.
    fn span(&self) -> i64 {
        i64::from(if self.span >= 0xfe00 { self.span % 2048 } else { self.span % 30 })
    }

    fn descriptor(&self) -> Value {
        let first = 1940 + i64::from(self.first_year % 20);
        let mut own = Map::new();
        own.insert("ego".to_owned(), json!(self.ego()));
        own.insert("first_year".to_owned(), json!(first));
        own.insert("last_year".to_owned(), json!(first + self.span()));
        // At least the seed's own seven, from -3 to 3, and up to two beyond on either side.
        let (best, worst) = (3 + (self.rungs % 3) as i8, -3);
        let name = |value: i8| match &self.stance {
            Some((place, name)) if *place % 7 == value.unsigned_abs() => format!("{value}{name}"),
            _ => value.to_string(),
        };
        let tone = self.tone.map(|tone| f64::from(tone % 4));
        let rung = |value: i8| {
            let mut rung = json!({ "value": value, "name": name(value) });
            if let Some(tone) = tone.filter(|_| value == best) {
                rung["tone"] = json!(tone);
            }
            rung
        };
        own.insert("stances".to_owned(), (worst..=best).map(rung).collect());
        let rival = self
            .rival
            .map(|place| seed::code(place % 3))
            .filter(|rival| self.is_damaged() || *rival != self.ego())
            .map(Value::from);
        let points = self.turning_points.as_ref();
        let points = points
            .map(|years| years.0.iter().map(|after| json!(first + i64::from(*after) % (self.span() + 1))).collect());
        // The seed's source is of example.org.
        let hosts = self.encyclopedias.as_ref();
        let hosts = hosts.map(|labels| {
            let host = |label: &u8| {
                if label.is_multiple_of(4) { "example.org".to_owned() } else { format!("h{label}.example") }
            };
            labels.0.iter().map(host).collect()
        });
        for (name, value) in [
            ("encyclopedias", hosts),
            ("rival", rival),
            ("implied_stance", self.implied_stance.map(|stance| json!(stance % 4))),
            ("combine", self.combine.map(|place| json!(Combine::NAMES[usize::from(place % 4)].0))),
            ("counts_relations", self.counts_relations.map(Value::from)),
            ("turning_points", points),
            ("subtitle", self.subtitle.clone().map(Value::from)),
        ] {
            own.extend(value.map(|value| (name.to_owned(), value)));
        }
        let mut package = json!({ "name": "small", "version": "1.0.0", "title": "A small dataset", "detente": own });
        if let Some(year) = self.created {
            package["created"] = json!(format!("{year}-01-01T00:00:00Z"));
        }
        for (place, json) in self.changes.iter().take(if self.is_damaged() { 4 } else { 0 }) {
            let name = key(*place);
            let object = if OUTER.contains(&name) { Some(&mut package) } else { package.get_mut("detente") };
            let Some(object) = object.and_then(Value::as_object_mut) else { continue };
            match json.value() {
                Some(value) => drop(object.insert(name.to_owned(), value)),
                None => drop(object.remove(name)),
            }
        }
        package
    }
}

/// The planted fault: the shown year is a turning point but not the last year, the dataset counts relations and has
/// no rival, and what an act implies is hostility.
pub fn planted(viewer: &Viewer) -> bool {
    let (info, year) = (viewer.dataset().info(), viewer.shown_year());
    info.turning_points.contains(&year)
        && year != info.last_year
        && info.counts_relations
        && info.rival.is_none()
        && info.implied_stance.value() == -2
}
