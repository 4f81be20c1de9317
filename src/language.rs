//! The language in which a dataset is read: its messages, and how it counts.

/// A language. The messages of English are in the program; those of any other language come as a table.
#[derive(Clone, Copy, Debug)]
pub struct Language(&'static Inner);

/// Behind a reference, so that a language is as small as one.
#[derive(Debug)]
struct Inner {
    code: &'static str,
    /// By number; none for English.
    messages: &'static [&'static str],
}

/// The character that begins a message in the program is its number and this.
const FIRST: usize = 0x20;

impl Language {
    /// English.
    pub const ENGLISH: Self = Self(&Inner { code: "en", messages: &[] });

    /// The language of a table of messages: a line with its code and a fingerprint, then a message in each line.
    ///
    /// A table stays in memory, because messages are handed out as they stand there. `None` for a table with another
    /// fingerprint: it was made for another program.
    pub fn of_table(table: &'static str, fingerprint: &str) -> Option<Self> {
        let mut lines = table.split('\n');
        let (code, made_for) = lines.next()?.split_once(' ')?;
        (made_for == fingerprint)
            .then(|| Self(Box::leak(Box::new(Inner { code, messages: lines.collect::<Vec<_>>().leak() }))))
    }

    /// Its code as in the attribute `lang`: `en`, `it`, `ko`, `ar`.
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// A message of the program in this language. The text begins with the message's number and is English after that.
    #[inline(never)]
    pub fn message(self, english: &'static str) -> &'static str {
        let mut letters = english.chars();
        let number = letters.next().unwrap_or_default() as usize;
        self.0.messages.get(number.wrapping_sub(FIRST)).copied().unwrap_or(letters.as_str())
    }

    /// Which plural category the Unicode CLDR gives to a whole number, of those that are not one number alone: `few` as
    /// `f`, `many` as `m`, and `*` for none. In the languages here `zero`, `one` and `two` are those numbers.
    pub fn plural(self, number: i32) -> char {
        match number % 100 {
            3..=10 if self.0.code == "ar" => 'f',
            11.. if self.0.code == "ar" => 'm',
            _ => '*',
        }
    }
}

#[cfg(test)]
mod tests {
    use icu_locale_core::Locale;
    use icu_plurals::{PluralCategory, PluralRules};

    use super::*;

    #[test]
    fn plural_categories_are_those_of_the_cldr() {
        for code in ["en", "it", "ko", "ar"] {
            let language = Language::of_table(
                match code {
                    "it" => "it ",
                    "ko" => "ko ",
                    "ar" => "ar ",
                    _ => "en ",
                },
                "",
            )
            .expect("a table");
            let locale: Locale = code.parse().expect("a language");
            let rules = PluralRules::try_new_cardinal(locale.into()).expect("rules");
            for number in 0..=100_000 {
                let expected = match rules.category_for(number) {
                    PluralCategory::Zero => number == 0,
                    PluralCategory::One => number == 1,
                    PluralCategory::Two => number == 2,
                    PluralCategory::Few => language.plural(number) == 'f',
                    PluralCategory::Many => language.plural(number) == 'm',
                    PluralCategory::Other => language.plural(number) == '*',
                };
                assert!(expected, "{number} in {code}");
            }
        }
    }

    #[test]
    fn a_table_of_another_program_is_refused() {
        assert!(Language::of_table("it 1\nciao", "2").is_none());
        assert!(Language::of_table("it", "").is_none());
        let italian = Language::of_table("it 1\nuno\ndue", "1").expect("a table");
        assert_eq!([" one", "!two", "\"three"].map(|message| italian.message(message)), ["uno", "due", "three"]);
        assert_eq!(Language::ENGLISH.message("!two"), "two");
    }
}
