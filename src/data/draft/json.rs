//! Where the values of a JSON text stand, which `serde_json` does not tell.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// A step on the way to a value: into an object by key, or into a list by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Step {
    Key(String),
    Index(usize),
}

impl Step {
    pub(in super::super) fn key(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

/// The byte at which brackets nest deeper than `most` levels.
pub(in super::super) fn too_deep(text: &str, most: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (from, to) in (Tokens { text, at: 0 }) {
        match &text[from..to] {
            "{" | "[" => depth += 1,
            "}" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > most {
            return Some(from);
        }
    }
    None
}

/// The bytes of each key that its object has already, quotes included. The text is valid JSON.
pub(in super::super) fn keys_given_twice(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    // The keys so far of every object that is open, and nothing for a list.
    let mut open: Vec<Option<BTreeSet<Cow<'_, str>>>> = Vec::new();
    let mut last = (0, 0);
    for (from, to) in (Tokens { text, at: 0 }) {
        match &text[from..to] {
            "{" => open.push(Some(BTreeSet::new())),
            "[" => open.push(None),
            "}" | "]" => drop(open.pop()),
            ":" => {
                if let Some(Some(keys)) = open.last_mut()
                    && !keys.insert(unescaped(&text[last.0..last.1]))
                {
                    found.push(last);
                }
            }
            _ => {}
        }
        last = (from, to);
    }
    found
}

/// A key as it is compared: an escape sequence means its letter.
fn unescaped(key: &str) -> Cow<'_, str> {
    let read = || serde_json::from_str(key).ok().map(Cow::Owned);
    key.contains('\\').then(read).flatten().unwrap_or_else(|| Cow::Borrowed(key.trim_matches('"')))
}

/// The bytes of the value at the end of a path: all of a text or number, the opening bracket of an object or a list.
///
/// The text is valid JSON; a key with an escape sequence is not found.
pub(in super::super) fn locate(text: &str, path: &[Step]) -> Option<(usize, usize)> {
    let mut tokens = Tokens { text, at: 0 };
    let mut value = tokens.next()?;
    for step in path {
        let opening = &text[value.0..value.1];
        value = match step {
            Step::Key(key) if opening == "{" => tokens.value_of(key)?,
            Step::Index(index) if opening == "[" => tokens.entry(*index)?,
            _ => return None,
        };
    }
    Some(value)
}

/// The tokens of JSON, strings whole, as bytes from and to; commas are passed over.
pub(in super::super) struct Tokens<'a> {
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

impl<'a> Tokens<'a> {
    /// The tokens of a text.
    pub(in super::super) const fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The value of a key in the object whose opening bracket was read last.
    fn value_of(&mut self, key: &str) -> Option<(usize, usize)> {
        loop {
            let (from, to) = self.next().filter(|(from, to)| &self.text[*from..*to] != "}")?;
            let found = self.text.get(from + 1..to - 1) == Some(key);
            self.next().filter(|(from, to)| &self.text[*from..*to] == ":")?;
            let value = self.next()?;
            if found {
                return Some(value);
            }
            self.pass(value)?;
        }
    }

    /// An entry of the list whose opening bracket was read last.
    fn entry(&mut self, index: usize) -> Option<(usize, usize)> {
        let mut left = index;
        loop {
            let value = self.next().filter(|(from, to)| &self.text[*from..*to] != "]")?;
            if left == 0 {
                return Some(value);
            }
            self.pass(value)?;
            left -= 1;
        }
    }

    /// Reads on to the end of the value that begins with the token read last.
    pub(in super::super) fn pass(&mut self, (from, to): (usize, usize)) -> Option<()> {
        let mut depth = i32::from(matches!(&self.text[from..to], "{" | "["));
        while depth > 0 {
            let (from, to) = self.next()?;
            depth += match &self.text[from..to] {
                "{" | "[" => 1,
                "}" | "]" => -1,
                _ => 0,
            };
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_path() {
        let text = r#"{"x": {"ego": 1, "own": {"ego": 2}}, "a\"b": [{"own": 3}, [], 7], "own": {"deep": {"ego": 4}, "ego": "Ä"}}"#;
        let value = |path: &[Step]| locate(text, path).map(|(from, to)| &text[from..to]);
        let keys = |keys: &[&str]| keys.iter().map(|key| Step::key(key)).collect::<Vec<Step>>();
        assert_eq!(value(&keys(&["own", "ego"])), Some("\"Ä\""));
        assert_eq!(value(&keys(&["x", "ego"])), Some("1"));
        assert_eq!(value(&keys(&["own"])), Some("{"));
        assert_eq!(value(&keys(&["ego"])), None);
        assert_eq!(value(&keys(&["own", "deep", "own"])), None);
        assert_eq!(value(&keys(&["x", "ego", "own"])), None);
        let list = r#"{"list": [{"name": "a"}, {"name": "b"}, 3]}"#;
        let entry = |path: &[Step]| locate(list, path).map(|(from, to)| &list[from..to]);
        assert_eq!(entry(&[Step::key("list"), Step::Index(1), Step::key("name")]), Some("\"b\""));
        assert_eq!(entry(&[Step::key("list"), Step::Index(2)]), Some("3"));
        assert_eq!(entry(&[Step::key("list"), Step::Index(3)]), None);
        assert_eq!(entry(&[Step::Index(0)]), None);
    }

    #[test]
    fn no_text_leads_the_scanner_astray() {
        for text in ["", "\"", "\"\\", "{\"a\":", "{\"a\\\":1", "é", "\"é", "{:}}}", "[[[\"\\é"] {
            assert!(locate(text, &[Step::key("a"), Step::Index(0)]).is_none(), "{text}");
            assert!(too_deep(text, 4).is_none());
        }
    }
}
