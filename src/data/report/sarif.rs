//! A report as SARIF 2.1.0, the format in which checkers hand results to code hosts and editors.

use core::fmt::Write as _;

use serde_json::{Value, json};

use super::super::{Location, Problem, ProblemKind};
use super::Report;
use super::json::printable;

impl Report {
    /// The report as SARIF 2.1.0, indented. Each rule's help is at `help` with `#` and its code, if there is an address.
    ///
    /// Columns count characters; results stand in the order of the report.
    ///
    /// # Errors
    /// Only if it cannot be serialised, which does not happen.
    pub fn sarif(&self, help: Option<&str>) -> Result<String, serde_json::Error> {
        let rules: Vec<Value> = ProblemKind::ALL.iter().map(|kind| rule(*kind, help)).collect();
        let results: Vec<Value> = self.problems.iter().map(result).collect();
        let further = self.further_errors + self.further_warnings;
        let mut invocation = json!({ "executionSuccessful": true });
        if further > 0 {
            let message = format!("{further} further problems are not listed");
            invocation["toolExecutionNotifications"] = json!([{ "level": "warning", "message": { "text": message } }]);
        }
        printable(&json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": { "name": "detente", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
                "invocations": [invocation],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        }))
    }
}

fn level(is_warning: bool) -> &'static str {
    if is_warning { "warning" } else { "error" }
}

fn rule(kind: ProblemKind, help: Option<&str>) -> Value {
    let code = kind.code();
    let mut rule = json!({
        "id": code,
        "shortDescription": { "text": kind.meaning() },
        "defaultConfiguration": { "level": level(kind.is_warning()) },
    });
    if let Some(help) = help {
        rule["helpUri"] = json!(format!("{help}#{code}"));
    }
    rule
}

fn result(problem: &Problem) -> Value {
    let kind = problem.kind;
    let mut location = json!({ "physicalLocation": physical(&problem.location, Some(problem)) });
    if !problem.location.field.is_empty() {
        location["logicalLocations"] = json!([{ "name": problem.location.field, "kind": "member" }]);
    }
    let parts = [problem.message.as_str(), &problem.note, &problem.hint];
    let text: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut result = json!({
        "ruleId": kind.code(),
        "ruleIndex": ProblemKind::ALL.iter().position(|other| *other == kind),
        "level": level(problem.allowed),
        "message": { "text": text.join("; ") },
        "locations": [location],
    });
    if let Some(other) = &problem.other {
        result["relatedLocations"] =
            json!([{ "id": 1, "physicalLocation": physical(other, None), "message": { "text": problem.note } }]);
    }
    result
}

/// Where in a file, with the line as it is written if the problem keeps it.
fn physical(location: &Location, problem: Option<&Problem>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&location.file) } });
    if location.line == 0 {
        return physical;
    }
    let mut region = json!({ "startLine": location.line });
    if location.column > 0 {
        region["startColumn"] = json!(location.column);
        region["endColumn"] = json!(location.column + location.length);
    }
    physical["region"] = region;
    if let Some(excerpt) = problem.map(|problem| &problem.excerpt).filter(|excerpt| !excerpt.is_empty()) {
        physical["contextRegion"] = json!({ "startLine": location.line, "snippet": { "text": excerpt } });
    }
    physical
}

/// A path as a reference after RFC 3986: relative as it is, absolute with its scheme.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_reference() {
        assert_eq!(uri("my data/ties.csv"), "my%20data/ties.csv");
        assert_eq!(uri("/é/a:b#c?.csv"), "file:///%C3%A9/a%3Ab%23c%3F.csv");
    }
}
