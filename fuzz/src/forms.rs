//! Networks in the other forms: an edge list, Gephi's two tables, members of groups, JSON,
//! GEXF and `GraphML`, with bytes changed.

use arbitrary::Arbitrary;
use detente::data::{ProblemKind, ReadOptions, read_any, validate};
use detente::viewer::Viewer;

use crate::asks::Few;
use crate::{Ask, DateInput, play, seed};

/// Rows, the form in which they are told, and what is then asked of the viewer.
#[derive(Arbitrary, Debug)]
pub struct Input {
    // First, since bytes that have run out ask for nothing.
    asks: Few<Ask>,
    form: u8,
    /// How columns are called.
    names: u8,
    rows: Few<Row>,
    /// Whether bytes are changed: a quarter of all inputs, so that most are valid.
    damage: u8,
    /// Where bytes of a file are overwritten, and by what.
    bytes: Vec<(u16, u8)>,
}

/// Two actors, or an actor and its side of a group.
#[derive(Arbitrary, Debug)]
struct Row {
    a: u8,
    b: u8,
    from: DateInput,
    /// In years after the first.
    years: Option<u8>,
    measure: i8,
}

/// Names of the two actors, of the beginning, of the end, and of what tells the stance.
const NAMES: [[&str; 5]; 4] = [
    ["a", "b", "from", "until", "stance"],
    ["source", "target", "start", "end", "type"],
    ["State 1", "State 2", "start_year", "end_year", "value"],
    ["from", "to", "since", "last year", "weight"],
];

const WORDS: [&str; 6] = ["war", "rivalry", "neutral", "neutrality", "entente", "Defense"];

impl Row {
    fn until(&self) -> String {
        let year = i32::from(self.from.date().year()) + i32::from(self.years.unwrap_or_default() % 8);
        self.years.map_or(String::new(), |_| year.to_string())
    }

    fn measure(&self, names: &[&str; 5]) -> String {
        match names[4] {
            "stance" => (self.measure % 4).to_string(),
            "type" => WORDS[usize::from(self.measure.unsigned_abs()) % WORDS.len()].to_owned(),
            _ => self.measure.to_string(),
        }
    }

    fn values(&self, names: &[&str; 5]) -> [String; 5] {
        let code = |place: u8| seed::code(place % 5).to_owned();
        [code(self.a), code(self.b), self.from.text(), self.until(), self.measure(names)]
    }
}

impl Input {
    /// Reads the network, and plays it if it is valid.
    ///
    /// # Panics
    /// When Détente has a fault.
    pub fn run(&self) {
        let mut files = self.files();
        if self.damage % 4 == 3 {
            let count = files.len();
            for (index, (at, byte)) in self.bytes.iter().take(4).enumerate() {
                let text = &mut files[index % count].1;
                let length = text.len();
                text[usize::from(*at) % length] = *byte;
            }
        }
        let ego = self.rows.0.first().map(|row| seed::code(row.a % 5).to_owned());
        let draft = read_any(&files, &ReadOptions { ego, ..ReadOptions::default() });
        let told = draft.mapping().to_string();
        assert!(told.is_empty() || told.ends_with('\n'), "what was understood is told in lines");
        match validate(&draft, ProblemKind::ALL) {
            Ok((dataset, _)) => play::play(dataset, &self.asks.0, planted),
            Err(report) => assert!(report.errors() > 0 && !report.to_string().is_empty(), "a refusal gives its reason"),
        }
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let names = &NAMES[usize::from(self.names) % NAMES.len()];
        let rows: Vec<[String; 5]> = self.rows.0.iter().map(|row| row.values(names)).collect();
        let table = |delimiter: &str| {
            let lines = rows.iter().map(|row| row.join(delimiter) + "\n");
            names.join(delimiter) + "\n" + &lines.collect::<String>()
        };
        let file = |name: &str, text: String| (name.to_owned(), text.into_bytes());
        match self.form % 7 {
            0 => vec![file("list.csv", table(","))],
            1 => vec![file("list.txt", table(";"))],
            2 => {
                let nodes = (0..5).map(|place| format!("{0},State {0},\"<[1940.0, Infinity)>\"\n", seed::code(place)));
                let nodes = "Id,Label,Timeset\n".to_owned() + &nodes.collect::<String>();
                vec![file("edges.csv", table(",")), file("nodes.csv", nodes)]
            }
            3 => {
                let lines = self.rows.0.iter().map(|row| {
                    let (actor, side) = (seed::code(row.a % 5), row.b % 2);
                    format!("War,{actor},{},{},{side}\n", row.from.text(), row.until())
                });
                vec![file("members.csv", "group,actor,from,until,side\n".to_owned() + &lines.collect::<String>())]
            }
            4 => {
                let ties: Vec<serde_json::Map<String, serde_json::Value>> = rows
                    .iter()
                    .map(|row| {
                        names.iter().zip(row).map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect()
                    })
                    .collect();
                vec![file("network.json", serde_json::json!({ "ties": ties }).to_string())]
            }
            5 => vec![file("network.graphml", graphml(names, &rows))],
            _ => vec![file("network.gexf", self.gexf(names))],
        }
    }

    fn gexf(&self, names: &[&str; 5]) -> String {
        let edges = self.rows.0.iter().map(|row| {
            let [a, b, from, until, measure] = row.values(names);
            let end = if until.is_empty() { until } else { format!(" end=\"{until}\"") };
            format!(
                "<edge source=\"{a}\" target=\"{b}\"><spells><spell start=\"{from}\"{end}/></spells>\
                 <attvalues><attvalue for=\"0\" value=\"{measure}\"/></attvalues></edge>"
            )
        });
        let nodes = (0..5).map(|place| format!("<node id=\"{0}\" label=\"State {0}\"/>", seed::code(place)));
        format!(
            "<gexf version=\"1.3\"><graph mode=\"dynamic\"><attributes class=\"edge\"><attribute id=\"0\" title=\"{}\"/>\
             </attributes><nodes>{}</nodes><edges>{}</edges></graph></gexf>",
            names[4],
            nodes.collect::<String>(),
            edges.collect::<String>()
        )
    }
}

fn graphml(names: &[&str; 5], rows: &[[String; 5]]) -> String {
    let keys = names[2..].iter().map(|name| format!("<key id=\"{name}\" for=\"edge\" attr.name=\"{name}\"/>"));
    let nodes = (0..5).map(|place| format!("<node id=\"{}\"/>", seed::code(place)));
    let edges = rows.iter().map(|row| {
        let data = names[2..].iter().zip(&row[2..]).map(|(name, value)| format!("<data key=\"{name}\">{value}</data>"));
        format!("<edge source=\"{}\" target=\"{}\">{}</edge>", row[0], row[1], data.collect::<String>())
    });
    format!(
        "<graphml>{}<graph>{}{}</graph></graphml>",
        keys.collect::<String>(),
        nodes.collect::<String>(),
        edges.collect::<String>()
    )
}

/// The planted fault: stances are made of weights with two thresholds, the weakest and the strongest both occur, one of
/// them below 0, and the shown year is not the last.
pub fn planted(viewer: &Viewer) -> bool {
    let (dataset, year) = (viewer.dataset(), viewer.shown_year());
    let has = |rung: i8| dataset.tables().ties.iter().any(|tie| tie.stance.value() == rung);
    dataset.info().ladder[0].name.starts_with("weight from") && has(-3) && has(1) && year != dataset.info().last_year
}
