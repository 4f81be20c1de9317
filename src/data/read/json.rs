//! The descriptor: parsed by `serde_json`, with the places that it does not tell.

use super::super::draft::Draft;
use super::super::{ProblemKind, limits};

/// Parses the descriptor's text, or says why not.
pub(super) fn parse(draft: &mut Draft) {
    let text = &draft.descriptor_text;
    if let Some(at) = too_deep(&text.text) {
        let message = format!("the nesting is deeper than {}", limits::DEPTH);
        let problem = draft.descriptor_problem(ProblemKind::LimitExceeded, Some((at, at + 1)), message);
        draft.findings.push(problem);
        return;
    }
    match serde_json::from_str(&text.text) {
        Ok(value) => draft.descriptor = Some(value),
        Err(error) => {
            // It counts bytes up to and with the one at fault, and says the place again in its sentence.
            let at = text.start(error.line()) + error.column().saturating_sub(1);
            let at = (0..=at.min(text.text.len())).rev().find(|at| text.text.is_char_boundary(*at)).unwrap_or_default();
            let sentence = error.to_string();
            let sentence = sentence.split(" at line ").next().unwrap_or_default();
            let message = format!("not JSON: {sentence}");
            let problem = draft.descriptor_problem(ProblemKind::BadDescriptor, Some((at, at + 1)), message);
            draft.findings.push(problem);
        }
    }
}

/// Where brackets nest deeper than the limit.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (from, to) in (Tokens { text, at: 0 }) {
        match &text[from..to] {
            "{" | "[" => depth += 1,
            "}" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits::DEPTH {
            return Some(from);
        }
    }
    None
}

/// The bytes of the value that a path of keys leads to, in the text of an object.
pub(in super::super) fn value_of(text: &str, path: &[&str]) -> Option<(usize, usize)> {
    let mut tokens = Tokens { text, at: 0 };
    let (mut depth, mut found) = (0_usize, 0_usize);
    let mut key = None;
    while let Some((from, to)) = tokens.next() {
        match &text[from..to] {
            ":" => {
                let wanted = path.get(found).copied();
                let named = key.take().is_some_and(|(from, to): (usize, usize)| text.get(from + 1..to - 1) == wanted);
                if depth == found + 1 && wanted.is_some() && named {
                    found += 1;
                    let value = tokens.next()?;
                    if found == path.len() {
                        return Some(value);
                    }
                    match &text[value.0..value.1] {
                        "{" => depth += 1,
                        other => {
                            found -= 1;
                            depth += usize::from(other == "[");
                        }
                    }
                }
            }
            "{" | "[" => depth += 1,
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                found = found.min(depth.saturating_sub(1));
            }
            _ => key = Some((from, to)),
        }
    }
    None
}

/// The tokens of JSON, strings whole, as bytes from and to.
struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let apart = |byte: &u8| byte.is_ascii_whitespace() || *byte == b',';
        let from = self.at + bytes.get(self.at..)?.iter().position(|byte| !apart(byte))?;
        let mut to = from + 1;
        match bytes.get(from)? {
            b'{' | b'}' | b'[' | b']' | b':' => {}
            b'"' => {
                while bytes.get(to).is_some_and(|byte| *byte != b'"') {
                    to += 1 + usize::from(bytes.get(to) == Some(&b'\\'));
                }
                to = (to + 1).min(bytes.len());
            }
            _ => {
                while bytes.get(to).is_some_and(|byte| !apart(byte) && !b"{}[]:\"".contains(byte)) {
                    to += 1;
                }
            }
        }
        while !self.text.is_char_boundary(to) {
            to += 1;
        }
        self.at = to;
        Some((from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_keys_alone() {
        let text =
            r#"{"x": {"ego": 1, "own": {"ego": 2}}, "a\"b": [{"own": 3}], "own": {"deep": {"ego": 4}, "ego": "Ä"}}"#;
        let value = |path: &[&str]| value_of(text, path).map(|(from, to)| &text[from..to]);
        assert_eq!(value(&["own", "ego"]), Some("\"Ä\""));
        assert_eq!(value(&["x", "ego"]), Some("1"));
        assert_eq!(value(&["own"]), Some("{"));
        assert_eq!(value(&["ego"]), None);
        assert_eq!(value(&["own", "deep", "own"]), None);
        assert_eq!(value(&["x", "ego", "own"]), None);
        assert_eq!(value_of(r#"{"own": 5, "z": {"ego": 1}}"#, &["own", "ego"]), None);
        assert_eq!(value_of(r#"{"own": {}, "z": {"ego": 1}}"#, &["own", "ego"]), None);
    }

    #[test]
    fn no_text_leads_the_scanner_astray() {
        for text in ["", "\"", "\"\\", "{\"a\":", "{\"a\\\":1", "é", "\"é", "{:}}}", "[[[\"\\é"] {
            assert!(value_of(text, &["a", "b"]).is_none(), "{text}");
            assert!(too_deep(text).is_none());
        }
    }
}
