//! The descriptor of a dataset, made again of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Number;

use super::super::places::added::columns;
use super::super::{self as data, ActorId, Combine, Dataset, PageText, Resource, Section, StepId, Texts};

/// The descriptor as the form has it.
#[derive(Serialize)]
pub(super) struct Package<'a> {
    name: &'a str,
    version: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<Titled<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License<'a>>,
    detente: Own<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resources: Option<Vec<Resource>>,
}

#[derive(Serialize)]
struct Titled<'a> {
    title: &'a str,
}

#[derive(Serialize)]
struct License<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    path: &'a str,
}

#[derive(Serialize)]
struct Own<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    subtitle: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ego: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rival: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'static str>,
    stances: Vec<Rung<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<Measured<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    combine: Option<&'a str>,
    implied_stance: i8,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    counts_relations: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    turning_points: Vec<StepId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sections: Vec<Part<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed_work: Option<Work<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pages: BTreeMap<&'a str, Page<'a>>,
    #[serde(flatten)]
    translations: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
struct Rung<'a> {
    value: i8,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    meaning: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tone: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<Number>,
    #[serde(flatten)]
    translations: BTreeMap<String, &'a str>,
}

/// What the weights measure.
#[derive(Serialize)]
struct Measured<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    unit: &'a str,
    #[serde(flatten)]
    translations: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(flatten)]
    translations: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
struct Work<'a> {
    name: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    publisher: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    published: &'a str,
    #[serde(flatten)]
    translations: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
struct Page<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    heading: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    lede: &'a str,
    #[serde(flatten)]
    translations: BTreeMap<String, &'a str>,
}

/// The descriptor as text, with what it says of the tables if that is given.
pub(super) fn text(dataset: &Dataset, resources: Option<Vec<Resource>>) -> String {
    let none = Texts::default();
    let package = Package { resources, ..package(dataset, dataset.texts().unwrap_or(&none)) };
    // Texts and numbers alone can always be serialised.
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}

/// The descriptor without what it says of the tables.
pub(super) fn package<'a>(dataset: &'a Dataset, texts: &'a Texts) -> Package<'a> {
    let (info, about) = (dataset.info(), &texts.about);
    let said = |title: &'a str| if title.is_empty() { Vec::new() } else { vec![title] };
    Package {
        name: &info.name,
        version: &info.version,
        title: &info.title,
        // Of a pack the year alone is known.
        created: if about.created.is_empty() {
            info.published.map(|year| Cow::Owned(format!("{year:04}-01-01T00:00:00Z")))
        } else {
            Some(Cow::Borrowed(about.created.as_str()))
        },
        contributors: said(&about.authors).into_iter().map(|title| Titled { title }).collect(),
        licenses: said(&about.license).into_iter().map(|name| License { name, path: &about.license_url }).collect(),
        detente: own(dataset, texts),
        resources: None,
    }
}

fn own<'a>(dataset: &'a Dataset, texts: &'a Texts) -> Own<'a> {
    let (info, about) = (dataset.info(), &texts.about);
    let usual = data::Rung::usual_tones(&info.ladder);
    let [name, unit] = &about.weight;
    let rung = |(index, rung): (usize, &'a data::Rung)| Rung {
        value: rung.stance.value(),
        name: &rung.name,
        meaning: about.meanings.get(index).map_or("", String::as_str),
        rule: about.rules.get(index).map_or("", String::as_str),
        tone: (rung.tone != usual[index]).then(|| f64::from(rung.tone) / 100.0),
        at_least: about.thresholds.get(index).and_then(|least| least.parse().ok()),
        translations: told(texts, "stances", index),
    };
    let part = |(index, section): (usize, &'a Section)| Part {
        id: &section.id,
        title: &section.title,
        translations: told(texts, "sections", index),
    };
    let page = |(index, page): (usize, &'a PageText)| {
        let PageText { id, title, description, heading, lede } = page;
        (id.as_str(), Page { title, description, heading, lede, translations: told(texts, "pages", index) })
    };
    let code = |actor: ActorId| dataset.actor(actor).code.as_str();
    let work = about.reviewed_work.as_ref();
    let by_year = info.calendar.counts_years();
    Own {
        language: &about.language,
        translations: told(texts, "", 0),
        subtitle: &info.subtitle,
        ego: info.ego.map(code),
        rival: info.rival.map(code),
        first_year: by_year.then_some(info.first_year),
        last_year: by_year.then_some(info.last_year),
        span: (!by_year).then(|| format!("{}/{}", info.step_id(info.first_year), info.step_id(info.last_year))),
        step: (!by_year).then(|| info.calendar.step.name()),
        stances: info.ladder.iter().enumerate().map(rung).collect(),
        weight: Some(Measured { name, unit, translations: told(texts, "weight", 0) })
            .filter(|weight| !weight.name.is_empty()),
        combine: Some(info.combine).filter(|combine| *combine != Combine::Error).map(Combine::name),
        implied_stance: info.implied_stance.value(),
        counts_relations: info.counts_relations,
        turning_points: info.turning_points.iter().map(|step| info.step_id(*step)).collect(),
        sections: texts.sections.iter().enumerate().map(part).collect(),
        reviewed_work: work.map(|work| Work {
            name: &work.name,
            title: &work.title,
            publisher: &work.publisher,
            published: &work.published,
            translations: told(texts, "reviewed_work", 0),
        }),
        pages: about.pages.iter().enumerate().map(page).collect(),
    }
}

/// The translations of the texts of a part of the descriptor, by their keys: `title_it`.
fn told<'a>(texts: &'a Texts, part: &str, index: usize) -> BTreeMap<String, &'a str> {
    let of_one = columns(texts, part).into_iter().filter_map(|(key, values)| Some((key, values.get(index)?.as_str())));
    of_one.filter(|(_, value)| !value.is_empty()).collect()
}
