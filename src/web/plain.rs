//! Plain data of the first part, put together by hand: `serde_wasm_bindgen`, which does so for the late part, would
//! make the first one 2 kB larger.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::words::{Now, Outline};

/// An object with these fields.
fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // An object of our own takes every field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// An array.
fn list(items: impl Iterator<Item = JsValue>) -> JsValue {
    let list = Array::new();
    for item in items {
        list.push(&item);
    }
    list.into()
}

fn pair(one: impl Into<JsValue>, other: &str) -> JsValue {
    list([one.into(), other.into()].into_iter())
}

/// Texts.
pub(super) fn texts<'t>(texts: impl Iterator<Item = &'t str>) -> JsValue {
    list(texts.map(JsValue::from_str))
}

/// Pairs of texts.
pub(super) fn pairs<'t>(pairs: impl Iterator<Item = (&'t str, &'t str)>) -> JsValue {
    list(pairs.map(|(one, other)| pair(one, other)))
}

pub(super) fn outline(outline: &Outline<'_>) -> JsValue {
    let absence = outline.absence.as_ref().map_or(JsValue::UNDEFINED, |(name, meaning)| pair(&**name, meaning));
    object(&[
        ("title", outline.title.into()),
        ("first", outline.first.into()),
        ("last", outline.last.into()),
        ("lastId", outline.last_id.as_str().into()),
        ("step", outline.step.into()),
        ("stances", list(outline.stances.iter().map(|(value, name)| pair(*value, name)))),
        ("lines", outline.lines.into()),
        ("absence", absence),
        ("signs", pairs(outline.signs.iter().map(|(sign, words)| (&**sign, &**words)))),
    ])
}

pub(super) fn now(now: &Now<'_>) -> JsValue {
    object(&[
        ("year", now.year.into()),
        ("line", now.line.into()),
        ("counts", texts(now.counts.iter().map(String::as_str))),
    ])
}
