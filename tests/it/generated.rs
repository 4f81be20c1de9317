//! Folders of tables without a mistake, as varied as tables may be, made of any bytes.

use std::fmt::Write as _;

use arbitrary::Unstructured;

/// The files of a folder by name.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// Codes of the actors, the ego first.
const CODES: [&str; 8] = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH"];
const REGIONS: [&str; 7] = ["Africa", "Asia", "Europe", "North America", "South America", "Oceania", "body"];
const ACTS: [&str; 6] = ["established", "suspended", "severed", "restored", "embassy-opened", "embassy-closed"];
const CONFIDENCES: [&str; 3] = ["low", "medium", "high"];
const LETTERS: &[char] = &['a', 'B', 'é', 'К', '가', ',', '"', '\n', ';', '=', '-', ' ', '<', '&'];

/// A first day, some of them of the record and not of the tie.
fn earlier(u: &mut Unstructured<'_>, from: &str) -> String {
    if chance(u, 8) { format!("../{from}") } else { from.to_owned() }
}

/// The end of a tie, some of them unknown or of the record.
fn later(u: &mut Unstructured<'_>, to: &str) -> String {
    match (chance(u, 8), to) {
        (true, "") => "..".to_owned(),
        (true, to) => format!("{to}/.."),
        (false, to) => to.to_owned(),
    }
}

/// Weight, direction and group of a tie.
fn manner(u: &mut Unstructured<'_>) -> String {
    let weight = if chance(u, 2) { (f64::from(number(u, 0, 2_000_000)) / 1000.0).to_string() } else { String::new() };
    let direction = pick(u, &["", "", "both", "a-to-b", "b-to-a"]);
    let group = if chance(u, 3) { quoted(&text(u)) } else { String::new() };
    format!("{weight},{direction},{group}")
}

/// A number from `low` to `high`; the lowest when the bytes are used up.
fn number(u: &mut Unstructured<'_>, low: i32, high: i32) -> i32 {
    u.int_in_range(low..=high.max(low)).unwrap_or(low)
}

fn pick<'a, T: ?Sized>(u: &mut Unstructured<'_>, list: &[&'a T]) -> &'a T {
    list[number(u, 0, list.len() as i32 - 1) as usize]
}

fn chance(u: &mut Unstructured<'_>, of: i32) -> bool {
    number(u, 0, of) == 1
}

/// A text that is not empty, with what a table must quote.
fn text(u: &mut Unstructured<'_>) -> String {
    let letters: String =
        (0..number(u, 0, 11)).map(|_| LETTERS[number(u, 0, LETTERS.len() as i32 - 1) as usize]).collect();
    format!("x{letters}x")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A date in a year, as vague as it may be.
fn date_in(u: &mut Unstructured<'_>, year: i32) -> String {
    let doubt = pick(u, &["", "", "~", "?", "%"]);
    match number(u, 0, 2) {
        0 => format!("{year:04}{doubt}"),
        1 => format!("{year:04}-{:02}{doubt}", number(u, 1, 12)),
        _ => format!("{year:04}-{:02}-{:02}{doubt}", number(u, 1, 12), number(u, 1, 28)),
    }
}

/// What is generated: how many actors, their lives in whole years, and the span.
struct World {
    lives: Vec<(Option<i32>, Option<i32>)>,
    first: i32,
    last: i32,
    events: i32,
}

impl World {
    fn of(u: &mut Unstructured<'_>) -> Self {
        let first = number(u, 1900, 1990);
        let last = first + number(u, 0, 40);
        let life = |u: &mut Unstructured<'_>| {
            let from = chance(u, 4).then(|| number(u, first - 5, last));
            let to = chance(u, 4).then(|| from.unwrap_or(first) + number(u, 1, 30));
            (from, to)
        };
        let mut lives = vec![(None, None)];
        for _ in 0..number(u, 1, 7) {
            lives.push(life(u));
        }
        Self { lives, first, last, events: number(u, 0, 6) }
    }

    fn year(&self, u: &mut Unstructured<'_>) -> i32 {
        number(u, self.first, self.last)
    }

    fn code(&self, u: &mut Unstructured<'_>) -> &'static str {
        CODES[number(u, 0, self.lives.len() as i32 - 1) as usize]
    }

    /// Two different actors.
    fn pair(&self, u: &mut Unstructured<'_>) -> [&'static str; 2] {
        let count = self.lives.len() as i32;
        let one = number(u, 0, count - 1);
        let other = (one + number(u, 1, count - 1)) % count;
        [one, other].map(|index| CODES[index as usize])
    }

    /// Ids of some events, separated by blanks.
    fn some_events(&self, u: &mut Unstructured<'_>) -> String {
        let ids: Vec<String> = (0..self.events).filter(|_| chance(u, 3)).map(|index| format!("e{index}")).collect();
        ids.join(" ")
    }

    fn actors(&self, u: &mut Unstructured<'_>) -> String {
        let mut table =
            "id,name,short_name,also,kind,region,from,to,successor,prominence,bearing,x,y,lon,lat\n".to_owned();
        let year = |year: Option<i32>| year.map_or(String::new(), |year| format!("{year:04}"));
        // Nobody has a position, everybody, or some.
        let placed = number(u, 0, 2);
        for (index, (from, to)) in self.lives.iter().enumerate() {
            let name = quoted(&text(u));
            let aliases = if chance(u, 3) { quoted(&format!("{};{}", text(u), text(u))) } else { String::new() };
            let kind = pick(u, &["state", "state", "body"]);
            let region = pick(u, &REGIONS);
            // Only a later row succeeds, so that no ring closes; now and then it begins where this one ends.
            let later = number(u, index as i32, self.lives.len() as i32 - 1) as usize;
            let successor = if later > index && index > 0 { CODES[later] } else { "" };
            let prominence = number(u, 1, 3);
            let bearing = if chance(u, 3) { number(u, 0, 360).to_string() } else { String::new() };
            let position = if placed == 1 || (placed == 2 && chance(u, 1)) {
                let [x, y] = [number(u, 0, 10_000), number(u, 0, 10_000)].map(|share| f64::from(share) / 10_000.0);
                format!("{x},{y}")
            } else {
                ",".to_owned()
            };
            let lon = f64::from(number(u, -180_000, 180_000)) / 1000.0;
            writeln!(
                table,
                "{},{name},{name},{aliases},{kind},{region},{},{},{successor},{prominence},{bearing},{position},{lon},{}",
                CODES[index],
                year(*from),
                year(*to),
                number(u, -90, 90)
            )
            .expect("a row");
        }
        table
    }

    /// Up to three spells of each dyad that is drawn, within the lives of both, and later reasons. The spells follow one
    /// another, unless the descriptor `combines` those that overlap.
    fn ties(&self, u: &mut Unstructured<'_>, combines: bool) -> [String; 2] {
        let mut reasons = "tie,year,why,events,sources\n".to_owned();
        let columns =
            "a,b,from,to,stance,alternative,alternative_reason,why,events,sources,confidence,weight,direction,group\n";
        let mut table = columns.to_owned();
        let dyads = (0..self.lives.len()).flat_map(|low| (low + 1..self.lives.len()).map(move |high| (low, high)));
        for (low, high) in dyads {
            if !(low == 0 || chance(u, 3)) || chance(u, 3) {
                continue;
            }
            let lives = [self.lives[low], self.lives[high]];
            let begin = lives.iter().filter_map(|(from, _)| *from).max().unwrap_or(self.first - 3);
            let end = lives.iter().filter_map(|(_, to)| *to).min();
            let mut year = begin;
            for _ in 0..number(u, 1, 3) {
                let next = year + number(u, 1, 15);
                if end.is_some_and(|end| year >= end) {
                    break;
                }
                let to = match end {
                    Some(end) => format!("{:04}", next.min(end)),
                    _ if next > self.last => String::new(),
                    _ => format!("{next:04}"),
                };
                let from = if year + 1 < next && end.is_none_or(|end| year + 1 < end) {
                    date_in(u, year)
                } else {
                    format!("{year:04}")
                };
                // Turned round, it is the same dyad.
                let (a, b) = if chance(u, 2) { (CODES[high], CODES[low]) } else { (CODES[low], CODES[high]) };
                let (stance, why, events) = (number(u, -3, 3), quoted(&text(u)), self.some_events(u));
                let confidence = pick(u, &CONFIDENCES);
                let other = (number(u, 1, 6) + stance + 3) % 7 - 3;
                let other = if chance(u, 3) { format!("{other},{}", quoted(&text(u))) } else { ",".to_owned() };
                let (first, last, manner) = (earlier(u, &from), later(u, &to), manner(u));
                writeln!(table, "{a},{b},{first},{last},{stance},{other},{why},{events},report,{confidence},{manner}")
                    .expect("a row");
                let shown = year + number(u, 1, 3);
                let is_within = to.parse().is_ok_and(|to: i32| shown < to) || to.is_empty();
                if is_within && (self.first..=self.last).contains(&shown) && chance(u, 2) {
                    writeln!(reasons, "{a}-{b}@{from},{shown},{},,report", quoted(&text(u))).expect("a row");
                }
                if to.is_empty() && !combines {
                    break;
                }
                year = if combines { number(u, year + 1, next) } else { next };
            }
        }
        [table, reasons]
    }

    fn acts(&self, u: &mut Unstructured<'_>) -> String {
        let mut table = "actor,toward,date,act,note,source,confidence\n".to_owned();
        for _ in 0..number(u, 0, 8) {
            let [actor, toward] = self.pair(u);
            let year = self.year(u);
            let (date, act, confidence) = (date_in(u, year), pick(u, &ACTS), pick(u, &CONFIDENCES));
            let note = if chance(u, 2) { quoted(&text(u)) } else { String::new() };
            writeln!(table, "{actor},{toward},{date},{act},{note},report,{confidence}").expect("a row");
        }
        table
    }

    fn events(&self, u: &mut Unstructured<'_>) -> String {
        let mut table = "id,date,until,kind,actors,title,summary,effect,sources,confidence,paragraphs\n".to_owned();
        for index in 0..self.events {
            let year = self.year(u);
            let date = date_in(u, year);
            let until = if chance(u, 3) { (year + number(u, 1, 9)).to_string() } else { String::new() };
            let [a, b] = self.pair(u);
            let effect = if chance(u, 3) { format!("{a}-{b}:{}", number(u, -2, 2)) } else { String::new() };
            let (title, summary, confidence) = (quoted(&text(u)), quoted(&text(u)), pick(u, &CONFIDENCES));
            writeln!(table, "e{index},{date},{until},war,{a} {b},{title},{summary},{effect},report,{confidence},1 2")
                .expect("a row");
        }
        table
    }

    fn years(&self, u: &mut Unstructured<'_>) -> String {
        let mut table = "year,line,events\n".to_owned();
        for year in (self.first..=self.last).rev().filter(|year| year % 3 == 0) {
            let (line, events) = (quoted(&text(u)), self.some_events(u));
            writeln!(table, "{year},{line},{events}").expect("a row");
        }
        table
    }

    fn eras(&self, u: &mut Unstructured<'_>) -> String {
        let mut table = "id,kind,title,from,to,source\n".to_owned();
        for index in 0..number(u, 0, 5) {
            let year = self.year(u);
            let to = if chance(u, 2) { (year + number(u, 1, 20)).to_string() } else { String::new() };
            let (kind, title, from) = (pick(u, &["war", "period"]), quoted(&text(u)), date_in(u, year));
            writeln!(table, "era{index},{kind},{title},{from},{to},report").expect("a row");
        }
        table
    }

    fn figures(&self, u: &mut Unstructured<'_>) -> String {
        let mut table = "a,b,year,measure,unit,value,source,confidence,note\n".to_owned();
        for _ in 0..number(u, 0, 9) {
            let [a, b] = self.pair(u);
            let (year, value) = (self.year(u), f64::from(number(u, -1_000_000, 1_000_000)) / 10_000.0);
            let (measure, unit) = (pick(u, &["trade", "votes"]), pick(u, &["dollars", "per cent"]));
            let confidence = pick(u, &CONFIDENCES);
            writeln!(table, "{a},{b},{year},{measure},{unit},{value},report,{confidence},").expect("a row");
        }
        table
    }

    fn story(&self, u: &mut Unstructured<'_>) -> [String; 2] {
        let mut claims = "number,paragraph,section,claim,carried_by,verdict,record,sources\n".to_owned();
        let mut chapters = "id,section,title,from,to,focus,compare,text,aside,events,claims\n".to_owned();
        for index in 0..number(u, 0, 3) {
            let verdict = pick(u, &["confirmed", "imprecise", "unsupported", "wrong"]);
            let (claim, record, events) = (quoted(&text(u)), quoted(&text(u)), self.some_events(u));
            writeln!(claims, "1.{index},1,one,{claim},{events},{verdict},{record},report").expect("a row");
            let from = self.year(u);
            let to = number(u, from, self.last);
            let [a, b] = self.pair(u);
            let focus = if chance(u, 2) { format!("{a}-{b}") } else { self.code(u).to_owned() };
            let (title, aside) = (quoted(&text(u)), quoted(&text(u)));
            writeln!(chapters, "c{index},one,{title},{from},{to},{focus},{from},{title},{aside},{events},1.{index}")
                .expect("a row");
        }
        [claims, chapters]
    }
}

/// A folder without a mistake.
pub(crate) fn folder(u: &mut Unstructured<'_>) -> Files {
    let world = World::of(u);
    let [claims, chapters] = world.story(u);
    let combine = pick(u, &["error", "strongest", "latest", "sum"]);
    let [ties, reasons] = world.ties(u, combine != "error");
    let (rival, counts) = (chance(u, 2), chance(u, 2));
    let turning_point = world.year(u);
    let files = [
        ("datapackage.json", descriptor(&world, rival, counts, turning_point, combine)),
        ("actors.csv", world.actors(u)),
        ("ties.csv", ties),
        ("reasons.csv", reasons),
        ("acts.csv", world.acts(u)),
        ("events.csv", world.events(u)),
        ("years.csv", world.years(u)),
        ("eras.csv", world.eras(u)),
        ("figures.csv", world.figures(u)),
        ("claims.csv", claims),
        ("chapters.csv", chapters),
        ("sources.csv", "id,title,publisher,url,fragile\nreport,A report,,https://example.org/report,\n".to_owned()),
    ];
    files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

/// A descriptor without a mistake.
fn descriptor(world: &World, rival: bool, counts_relations: bool, turning_point: i32, combine: &str) -> String {
    let World { first, last, .. } = world;
    let stances: Vec<String> = (-3..=3)
        .map(|value| format!("{{ \"value\": {value}, \"name\": \"rung {value}\", \"meaning\": \"it is {value}\" }}"))
        .collect();
    let rival = if rival { "\"rival\": \"BBB\", " } else { "" };
    format!(
        "{{ \"name\": \"any\", \"version\": \"1.0.0\", \"title\": \"Anybody’s friends\", \
         \"contributors\": [{{ \"title\": \"Somebody\" }}], \
         \"licenses\": [{{ \"name\": \"CC-BY-4.0\", \"path\": \"https://example.org/licence\" }}], \
         \"detente\": {{ \"ego\": \"AAA\", {rival}\"combine\": \"{combine}\", \"first_year\": {first}, \"last_year\": {last}, \
         \"counts_relations\": {counts_relations}, \"turning_points\": [{turning_point}], \
         \"sections\": [{{ \"id\": \"one\", \"title\": \"One\" }}], \"stances\": [{}] }} }}",
        stances.join(", ")
    )
}
