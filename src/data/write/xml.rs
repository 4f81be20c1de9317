//! Elements of an XML text, escaped.

use super::super::escape;

/// Writes elements, indented.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// An empty document.
    pub(super) fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// Opens an element; an attribute without a value is left out.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, Option<&str>)]) {
        self.begin(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        self.begin(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element with a text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.begin(name, &[]);
        self.text.extend([">", &escape(text), "</", name, ">\n"]);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.text.extend(["</", name, ">\n"]);
        }
    }

    /// The document; what is still open is closed.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.open.len()));
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        self.indent();
        self.text.extend(["<", name]);
        for (name, value) in attributes {
            if let Some(value) = value {
                self.text.extend([" ", *name, "=\"", &escape(value), "\""]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", Some("\"<&>'\n")), ("c", None)]);
        xml.text("d", "]]></d>\u{1}");
        xml.empty("e", &[]);
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;&gt;'&#10;\">\n  \
                        <d>]]&gt;&lt;/d&gt;\u{fffd}</d>\n  <e/>\n</a>\n";
        assert_eq!(xml.finish(), expected);
    }
}
