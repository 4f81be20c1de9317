//! Descriptors around the seed's tables: each key as it should be, left out, or any JSON.

use arbitrary::Arbitrary;
use detente::data::{ProblemKind, Stance, read, validate};
use detente::viewer::Viewer;
use serde_json::{Map, Value, json};

use crate::{Ask, play, seed};

/// What the descriptor says, and what is then asked of the viewer.
#[derive(Arbitrary, Debug)]
pub struct Input {
    ego: u8,
    rival: Option<u8>,
    first_year: u8,
    /// In years.
    span: u16,
    stances: Option<[String; 7]>,
    implied_stance: Option<i8>,
    counts_relations: Option<bool>,
    /// Years after the first.
    turning_points: Option<Vec<u8>>,
    subtitle: Option<String>,
    created: Option<u16>,
    changes: Vec<(u8, Json)>,
    /// Where bytes of the text are overwritten, and by what.
    bytes: Vec<(u16, u8)>,
    asks: Vec<Ask>,
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

const KEYS: [&str; 22] = [
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
    pub fn run(&self) {
        let mut text = self.descriptor().to_string().into_bytes();
        let length = text.len();
        for (at, byte) in self.bytes.iter().take(4) {
            text[usize::from(*at) % length] = *byte;
        }
        let mut files: Vec<_> =
            seed::FILES[1..].iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
        files.push((seed::FILES[0].0.to_owned(), text));
        match validate(&read(&files), ProblemKind::ALL) {
            Ok((dataset, _)) => play::play(dataset, &self.asks, planted),
            Err(report) => assert!(report.errors() > 0 && !report.to_string().is_empty(), "a refusal gives its reason"),
        }
    }

    fn descriptor(&self) -> Value {
        let first = 1940 + i64::from(self.first_year % 20);
        let mut own = Map::new();
        own.insert("ego".to_owned(), json!(seed::code(self.ego % 3)));
        own.insert("first_year".to_owned(), json!(first));
        own.insert("last_year".to_owned(), json!(first + i64::from(self.span % 2048)));
        let names = self.stances.clone().unwrap_or_else(|| Stance::LADDER.map(|stance| stance.value().to_string()));
        let stance = |(stance, name): (Stance, String)| json!({ "value": stance.value(), "name": name });
        own.insert("stances".to_owned(), Stance::LADDER.into_iter().zip(names).map(stance).collect());
        let rival = self.rival.map(|place| json!(seed::code(place % 3)));
        let points = self.turning_points.as_ref();
        let points = points.map(|years| years.iter().map(|after| json!(first + i64::from(*after))).collect());
        for (name, value) in [
            ("rival", rival),
            ("implied_stance", self.implied_stance.map(|stance| json!(stance % 4))),
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
        for (place, json) in self.changes.iter().take(4) {
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
        && info.implied_stance == Stance::HOSTILE
}
