//! The element's life in every order that a page may think of, and what it shows of itself to the page.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use detente::layout::pack;
use detente_browser::{Visit, built_site};
use serde_json::{Value, json};

/// How each case of `lifecycle.js` ends: state, year, who is in focus, the compared year, and which dataset.
fn expected() -> Vec<(&'static str, Value)> {
    let ready =
        |year: i16, focus: &str, compared: Option<i16>, dataset: &str| json!(["ready", year, focus, compared, dataset]);
    let first = |year: i16, focus: &str| ready(year, focus, None, "first");
    let other = ready(1970, "A3", None, "other");
    let joined = |parts: &[Value]| {
        let flat = |part: &Value| part.as_array().cloned().unwrap_or_else(|| vec![part.clone()]);
        Value::Array(parts.iter().flat_map(flat).collect())
    };
    vec![
        ("parsed, then defined", first(1972, "KOR")),
        ("parsed with a dataset of its own, then defined", other.clone()),
        ("made, set and appended, then defined", other.clone()),
        ("made and set, then defined, then appended", other.clone()),
        ("properties, then defined, then attributes", joined(&[ready(1953, "KOR", Some(1972), "first"), json!([[]])])),
        ("cloned, then defined", first(1953, "")),
        ("removed before it was defined", joined(&[json!([true, null]), first(1953, "")])),
        ("defined, then parsed", other.clone()),
        ("by innerHTML", ready(1972, "KOR", Some(1953), "first")),
        ("by the constructor", first(1972, "")),
        ("appended, then set", other.clone()),
        (
            "set while it loads, attributes and properties",
            joined(&[json!(["loading", 1972]), ready(1972, "KOR", Some(1953), "first"), json!(["2", "full"])]),
        ),
        ("another dataset while it loads", ready(1972, "A3", None, "other")),
        ("another dataset and back while it loads", first(1972, "KOR")),
        ("removed before it was ready, then appended", joined(&[json!(["loading"]), first(1972, "KOR")])),
        ("removed and appended in one task while it loads", joined(&[first(1972, ""), json!([1])])),
        ("removed and appended in one task", first(1980, "KOR")),
        ("moved on the way to a year", first(1990, "")),
        ("set while it is nowhere", joined(&[json!([1953]), ready(1953, "CHN", Some(1950), "first")])),
        ("another dataset while it is nowhere", ready(1972, "A3", None, "other")),
        ("cloned while it runs", joined(&[first(1953, ""), first(1972, "")])),
        (
            "moved to another document and back",
            joined(&[first(1972, "KOR"), json!(["absolute"]), first(1972, "KOR"), json!(["absolute"])]),
        ),
        ("what is asked before it ever stood anywhere", json!([true, "", 1972, "", null])),
        ("own properties, fresh and running", json!(["-"])),
    ]
}

/// The members that `www/interface.json` describes, and what the browser itself calls.
fn described() -> Result<BTreeSet<String>> {
    let all: Value = serde_json::from_str(include_str!("../../../www/interface.json"))?;
    let lists = ["properties", "methods"].map(|list| all[list].as_array().cloned().unwrap_or_default());
    let mut names: BTreeSet<String> =
        lists.iter().flatten().filter_map(|entry| Some(entry["name"].as_str()?.to_owned())).collect();
    let called = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback"];
    names.extend(called.map(str::to_owned));
    // Every element's method; frameworks write the attribute of that name as if it were a property.
    names.insert("focus".to_owned());
    Ok(names)
}

#[tokio::test]
async fn every_order_of_definition_attributes_insertion_upgrade_and_removal() -> Result<()> {
    let mut site = built_site()?;
    let page = |body: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Orders</title><link rel=\"icon\" href=\"icon.svg\">{body}</html>"
        )
    };
    let parsed = "<detente-view id=\"parsed\" view=\"network\" year=\"1972\" focus=\"KOR\"><p>Inside</p></detente-view>\
         <detente-view id=\"own\" view=\"network\" src=\"other.bin\" texts=\"other.json\" year=\"1970\" focus=\"A3\"></detente-view>";
    site.insert("orders.html", page(&format!("{parsed}<script type=\"module\" src=\"lifecycle.js\"></script>")));
    site.insert("defined.html", page("<script type=\"module\" src=\"define.js\"></script>"));
    site.insert("empty.html", page("<p>Nothing</p>"));
    site.insert("lifecycle.js", include_str!("lifecycle.js"));
    let other = detente_browser::generate(12, 30)?;
    site.insert("other.bin", pack(&other));
    let texts = other.texts().context("its texts")?;
    site.insert("other.json", serde_json::to_vec(&detente::data::TextColumns::of(texts))?);
    Visit::to("orders.html")
        .of_site(site)
        .not_waiting()
        // Markup is written and parsed here, which the strict policy forbids.
        .under_policy(None)
        .run(async |page| {
            page.wait_as_long_as(std::time::Duration::from_secs(120), "window.finished === true").await?;
            let results = page.eval("window.results").await?;
            let results = results.as_object().context("results by name")?;
            let wrong: Vec<String> = expected()
                .into_iter()
                .filter(|(name, expected)| results.get(*name) != Some(expected))
                .map(|(name, expected)| format!("{name}: {:?}, not {expected}", results.get(name)))
                .collect();
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
            let members: BTreeSet<String> = serde_json::from_value(results["members of the class"].clone())?;
            assert_eq!(members, described()?);
            assert_eq!(results.len(), expected().len() + 1);
            Ok(())
        })
        .await
}
