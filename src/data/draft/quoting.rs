//! How the characters of CSV stand to quotes, as the `csv` crate reads them.

/// Where in a field the next character stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Quoting {
    /// At the first character of a field.
    Start,
    /// In a field without quotes, or after text that follows a closing one.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote that closes the field, or is the first of two.
    Closed,
    /// In blanks after the closing quote.
    Trailing,
}

impl Quoting {
    /// Whether a character ends the field: the delimiter or a line end, outside quotes.
    pub(super) fn ends(self, letter: char, delimiter: char) -> bool {
        self != Self::Quoted && (letter == delimiter || matches!(letter, '\r' | '\n'))
    }

    /// Where the character after this one stands.
    pub(super) fn after(self, letter: char, delimiter: char) -> Self {
        match (self, letter) {
            _ if self.ends(letter, delimiter) => Self::Start,
            (Self::Quoted, '"') => Self::Closed,
            (Self::Quoted, _) | (Self::Start | Self::Closed, '"') => Self::Quoted,
            (Self::Closed | Self::Trailing, letter) if letter.is_ascii_whitespace() => Self::Trailing,
            _ => Self::Plain,
        }
    }
}
