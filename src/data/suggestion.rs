//! The nearest of some names for hints, and texts made short enough to quote.

use strsim::levenshtein;

/// No longer name is compared, in characters.
const LONGEST: usize = 64;
/// How much of a value is quoted in a message, in characters.
const QUOTED: usize = 60;

/// The nearest of some names, if at most a third of its letters are wrong.
pub(super) fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let comparable = |name: &str| name.to_lowercase().chars().take(LONGEST + 1).collect::<String>();
    let name = comparable(name);
    let length = name.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let limit = (length / 3).max(1);
    let near = names.filter_map(|other| {
        let candidate = comparable(other);
        // The distance is at least the difference in length, which is cheaper.
        let may_be_near = candidate.chars().count().abs_diff(length) <= limit;
        may_be_near.then(|| (levenshtein(&name, &candidate), other)).filter(|(distance, _)| *distance <= limit)
    });
    near.min().map(|(_, other)| other)
}

/// `did you mean …?`, or what else to do.
pub(super) fn did_you_mean(near: Option<&str>, otherwise: impl Into<String>) -> String {
    near.map_or_else(|| otherwise.into(), |near| format!("did you mean `{near}`?"))
}

/// The name that a hint like that of [`did_you_mean`] offers, also with what it is called behind it.
pub(super) fn meant(hint: &str) -> Option<&str> {
    hint.strip_prefix("did you mean `")?.strip_suffix('?')?.split('`').next()
}

/// A value in backticks, cut when it is long.
pub(super) fn quote(text: &str) -> String {
    format!("`{}`", short(text))
}

/// The beginning of a text.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// `1 error`, `2 errors`, `no errors`.
pub(super) fn numbered(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        many => format!("{many} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_finds_none() {
        let words = ["established", "suspended", "severed"];
        assert_eq!(nearest("etablished", words.into_iter()), Some("established"));
        assert_eq!(nearest("SEVERED", words.into_iter()), Some("severed"));
        assert_eq!(nearest("war", words.into_iter()), None);
        assert_eq!(nearest("", words.into_iter()), None);
    }

    #[test]
    fn what_is_meant_can_be_read_again() {
        assert_eq!(meant(&did_you_mean(Some("severed"), "")), Some("severed"));
        assert_eq!(meant("did you mean `B-1` (Bland)?"), Some("B-1"));
        assert_eq!(meant(&did_you_mean(None, "write a date")), None);
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!([0, 1, 2].map(|count| numbered(count, "error")), ["no errors", "1 error", "2 errors"]);
    }

    #[test]
    fn a_long_value_is_cut_in_a_message() {
        assert_eq!(quote("1972"), "`1972`");
        assert_eq!(quote(&"é".repeat(70)).chars().count(), 63);
    }
}
