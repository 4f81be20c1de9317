//! What the descriptor says of the dataset as a whole: `datapackage.json` and its object `detente`.

mod ladder;
mod span;
mod weight;

use serde_json::Value;

use super::super::draft::{Draft, Step};
use super::super::rules::{hidden, is_web_address, longer_than};
use super::super::schema::contradictions;
use super::super::suggestion::{did_you_mean, nearest, quote};
use super::super::{ActorId, Combine, DatasetInfo, Limit, ProblemKind, Report, arrange, limits};
use super::fields::{Fields, Several};

/// The ego, if the descriptor names an actor. Without the key the network has no centre: [`names_no_ego`].
pub(super) fn ego(fields: &Fields<'_>) -> Option<ActorId> {
    let code = fields.draft.descriptor.as_ref()?.get("detente")?.get("ego")?.as_str()?;
    fields.actor_of(code)
}

/// The year of the package's `created`, an RFC 3339 time. Nothing depends on it but citations: nonsense is no mistake.
pub(super) fn year_of(package: &Value) -> Option<i16> {
    let (year, rest) = package.get("created")?.as_str()?.trim().split_at_checked(4)?;
    year.parse().ok().filter(|year| *year > 0 && rest.starts_with('-'))
}

/// Whether the descriptor leaves the ego out.
pub(super) fn names_no_ego(fields: &Fields<'_>) -> bool {
    let own = fields.draft.own();
    own.is_some_and(|own| own.get("ego").is_none())
}

/// The format that this program reads.
const FORMAT: u64 = 1;

/// The report of a dataset that is written for a later version of the format: nothing else that is found wrong with it
/// needs to be wrong.
pub(super) fn newer_format(draft: &Draft) -> Option<Report> {
    let format = draft.own()?.get("format")?.as_u64().filter(|format| *format > FORMAT)?;
    let message = format!("the dataset is written in format {format}, and this program reads format {FORMAT}");
    let path = ["detente", "format"].map(Step::key);
    let mut problem = draft.descriptor_problem(ProblemKind::NewerFormat, &path, message);
    "format".clone_into(&mut problem.location.field);
    let version = env!("CARGO_PKG_VERSION");
    let hint = format!("this is detente {version}: install a later version, one that reads format {format}");
    Some(Report { problems: vec![problem.hint(hint)], ..Report::default() })
}

/// Every text of the descriptor is visible and not too long, and what it says of the tables is so.
pub(super) fn check(fields: &mut Fields<'_>) {
    let draft = fields.draft;
    if let Some(value) = &draft.descriptor {
        check_texts(fields, value, &mut Vec::new());
    }
    for contradiction in contradictions(draft) {
        let problem =
            draft.descriptor_problem(ProblemKind::ResourceMismatch, &contradiction.path, contradiction.message);
        fields.report(problem.hint(contradiction.hint));
    }
}

fn check_texts(fields: &mut Fields<'_>, value: &Value, path: &mut Vec<Step>) {
    match value {
        Value::String(text) => {
            if let Some((_, letter)) = hidden(text) {
                let message = format!("the text holds the hidden character U+{:04X}", u32::from(letter));
                let problem = fields.draft.descriptor_problem(ProblemKind::ControlCharacter, path, message);
                fields.report(problem.hint("delete it; nobody can see what it does"));
            }
            let most = fields.draft.findings.limits.of(Limit::Text);
            if let Some(length) = longer_than(most, text) {
                let message = format!("the text has {length} characters; the limit is {most}");
                let problem = fields.draft.descriptor_problem(ProblemKind::LimitExceeded, path, message);
                fields.report(problem.hint(Limit::Text.hint(length)));
            }
        }
        Value::Array(list) => {
            for (index, entry) in list.iter().enumerate() {
                path.push(Step::Index(index));
                check_texts(fields, entry, path);
                path.pop();
            }
        }
        Value::Object(object) => {
            for (key, entry) in object {
                path.push(Step::key(key));
                check_texts(fields, entry, path);
                path.pop();
            }
        }
        _ => {}
    }
}

/// What holds for the dataset as a whole, unless something in the descriptor is wrong.
pub(super) fn info(fields: &mut Fields<'_>) -> Option<DatasetInfo> {
    let draft = fields.draft;
    let package = draft.descriptor.as_ref()?;
    let mut top = Part { fields, value: package, path: None, is_valid: true };
    let name = top.text("name");
    let version = top.text("version");
    let published = year_of(package);
    let package_title = top.open_text("title");
    let Some(own) = package.get("detente").filter(|own| own.is_object()) else {
        top.wrong("detente", "it must be an object with first_year, last_year and stances");
        return None;
    };
    let is_valid = top.is_valid;
    let mut part = Part { fields, value: own, path: Some("detente"), is_valid };
    let title = part.open_text("title").or(package_title).filter(|title| longer_than(limits::NAME, title).is_none());
    if title.is_none() {
        part.wrong("title", &format!("it must be a text of at most {} characters", limits::NAME));
    }
    let subtitle = part.open_text("subtitle").unwrap_or_default();
    let ego = part.actor("ego");
    let rival = part.actor("rival");
    if rival.is_some() && rival == ego {
        part.wrong("rival", "it must be another actor than the ego");
    }
    part.need_the_ego();
    let span = part.span();
    let ladder = part.ladder();
    part.meanings();
    let combine = part.combine();
    part.weight();
    let implied_stance = part.implied_stance(ladder.as_deref());
    let counts_relations = part.flag("counts_relations");
    let turning_points = part.turning_points(span);
    part.flag("sources_required");
    part.format();
    part.in_force();
    let is_valid = part.is_valid;
    let (calendar, first_year, last_year) = span?;
    Some(DatasetInfo {
        name: name?,
        version: version?,
        published,
        title: title?,
        subtitle,
        ego,
        rival,
        calendar,
        first_year,
        last_year,
        ladder: ladder?,
        combine: combine?,
        implied_stance: implied_stance?,
        counts_relations,
        turning_points,
    })
    .filter(|_| is_valid)
}

/// What the descriptor says of ties of one dyad that hold at the same time, rightly or not.
pub(super) fn several(fields: &Fields<'_>) -> Several {
    match fields.draft.own().and_then(|own| own.get("combine")) {
        None => Several::Unsaid,
        Some(value) if value.as_str() == Some(Combine::Error.name()) => Several::Refused,
        Some(_) => Several::Combined,
    }
}

/// Whether every fact must have a source: the descriptor says `sources_required`.
pub(super) fn demands_sources(fields: &Fields<'_>) -> bool {
    let own = fields.draft.own();
    own.and_then(|own| own.get("sources_required")).and_then(Value::as_bool) == Some(true)
}

/// The hosts of encyclopedias: those that the descriptor names, or the best known one.
pub(super) fn encyclopedias(fields: &mut Fields<'_>) -> Vec<String> {
    const FIELD: &str = "encyclopedias";
    let own = fields.draft.own();
    let Some(value) = own.and_then(|own| own.get(FIELD)) else { return vec!["wikipedia.org".to_owned()] };
    let host =
        |value: &Value| value.as_str().filter(|host| is_web_address(&format!("https://{host}"))).map(str::to_owned);
    let hosts: Option<Vec<String>> = value.as_array().and_then(|list| list.iter().map(host).collect());
    hosts.unwrap_or_else(|| {
        let mut part = Part { fields, value: own.unwrap_or(value), path: Some("detente"), is_valid: true };
        part.wrong(FIELD, "it must be a list of hosts, such as [\"wikipedia.org\"]");
        Vec::new()
    })
}

/// An object of the descriptor, and what was found in it.
struct Part<'f, 'd> {
    fields: &'f mut Fields<'d>,
    value: &'d Value,
    /// The key that leads to it, if it is not the whole.
    path: Option<&'static str>,
    is_valid: bool,
}

impl Part<'_, '_> {
    fn wrong(&mut self, field: &str, demand: &str) {
        let object = self.path.map_or(String::new(), |path| format!(" in `{path}`"));
        if let Some(value) = self.value.get(field) {
            let message = if value.is_array() || value.is_object() {
                format!("`{field}`{object} does not say what it must")
            } else {
                format!("`{field}`{object} is {}", quote(&value.to_string()))
            };
            self.report(ProblemKind::BadDescriptor, field, message, demand);
        } else {
            let keys = self.value.as_object().into_iter().flat_map(|object| object.keys().map(String::as_str));
            let hint = nearest(field, keys).map(|near| format!("`{near}` may be meant; call it `{field}`"));
            let message = format!("the descriptor lacks `{field}`{object}");
            self.report(ProblemKind::BadDescriptor, field, message, &hint.unwrap_or_else(|| demand.to_owned()));
        }
    }

    /// What is said beside the ego needs one.
    fn need_the_ego(&mut self) {
        if self.value.get("ego").is_some() {
            return;
        }
        let counts = self.value.get("counts_relations").and_then(Value::as_bool) == Some(true);
        for (field, is_there) in [("rival", self.value.get("rival").is_some()), ("counts_relations", counts)] {
            if is_there {
                self.wrong(field, "it needs an `ego`: name one, or delete it");
            }
        }
    }

    /// Points at the value, at the object that lacks it, or at the file.
    fn report(&mut self, kind: ProblemKind, field: &str, message: String, hint: &str) {
        self.is_valid = false;
        let path: Vec<Step> = self.path.into_iter().chain([field]).map(Step::key).collect();
        let mut problem = self.fields.draft.descriptor_problem(kind, &path, message).hint(hint);
        field.clone_into(&mut problem.location.field);
        self.fields.report(problem);
    }

    /// A text that may be missing, but is not something else.
    fn open_text(&mut self, field: &str) -> Option<String> {
        let value = self.value.get(field)?;
        if value.as_str().is_none() {
            self.wrong(field, "it must be a text in quotes");
        }
        value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
    }

    /// The version of the format, 1 where it is missing; a later one has been refused.
    fn format(&mut self) {
        if self.value.get("format").is_some_and(|format| format.as_u64() != Some(FORMAT)) {
            self.wrong("format", "it must be 1, a number without quotes; 1 is meant where it is missing");
        }
    }

    /// A name that must be there.
    fn text(&mut self, field: &str) -> Option<String> {
        let text = self.value.get(field).and_then(Value::as_str);
        let text = text.filter(|text| !text.trim().is_empty() && longer_than(limits::NAME, text).is_none());
        if text.is_none() {
            self.wrong(field, &format!("it must be a text in quotes, of at most {} characters", limits::NAME));
        }
        text.map(str::to_owned)
    }

    /// An actor that may be missing.
    fn actor(&mut self, field: &str) -> Option<ActorId> {
        let value = self.value.get(field)?;
        let Some(code) = value.as_str() else {
            self.wrong(field, "it must be the id of an actor");
            return None;
        };
        let found = self.fields.actor_of(code);
        if found.is_none()
            && let Some(hint) = self.fields.actor_hint(code)
        {
            self.report(ProblemKind::UnknownActor, field, format!("no actor has the id {}", quote(code)), &hint);
        }
        found
    }

    /// `true` or `false`; `false` when it is missing.
    fn flag(&mut self, field: &str) -> bool {
        let Some(value) = self.value.get(field) else { return false };
        if value.as_bool().is_none() {
            self.wrong(field, "it must be true or false, without quotes");
        }
        value.as_bool().unwrap_or_default()
    }

    /// Which acts put relations in force is said for readers of the tables; it cannot be chosen.
    fn in_force(&mut self) {
        let Some(value) = self.value.get("in_force") else { return };
        let mut acts: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        arrange(&mut acts, &Ord::cmp);
        if acts != ["established", "restored"] {
            let other = acts.into_iter().find(|act| !["established", "restored"].contains(act)).unwrap_or_default();
            let near = nearest(other, ["established", "restored"].into_iter());
            self.wrong("in_force", &did_you_mean(near, "it must be [\"established\", \"restored\"]"));
        }
    }
}
