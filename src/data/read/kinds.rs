//! Words that mean a rung of the ladder, as tables of alliances and conflicts use them, in English, German, French,
//! Italian and Spanish.

use serde_json::{Value, json};

use super::super::Stance;
use super::super::suggestion::nearest;
use super::synonyms::without_accents;
use super::weights::WeightRule;

/// The words that are understood without being told, by rung. Of alliances the kinds are those of the common
/// collections: who promises to defend stands higher than who promises to consult, and that higher than who promises
/// not to attack.
const WORDS: [(&[&str], i8); 7] = [
    (
        &[
            "ally",
            "allied",
            "alliance",
            "defense",
            "defence",
            "defense pact",
            "defence pact",
            "mutual defense",
            "offense",
            "offence",
            "bundnis",
            "verbundet",
            "verbundete",
            "allianz",
            "allie",
            "allies",
            "alleanza",
            "alleato",
            "alianza",
            "aliado",
        ],
        3,
    ),
    (
        &[
            "partner",
            "partners",
            "partnership",
            "entente",
            "consultation",
            "friend",
            "friendly",
            "friendship",
            "aligned",
            "consul",
            "freundschaft",
            "freundlich",
            "amitie",
            "amicizia",
            "amistad",
        ],
        2,
    ),
    (
        &[
            "cordial",
            "cooperative",
            "cooperation",
            "neutrality",
            "neutrality pact",
            "nonaggression",
            "non aggression",
            "nonagg",
            "nichtangriff",
            "nichtangriffspakt",
            "neutralitat",
            "nonaggression pact",
            "non aggression pact",
            "positive",
        ],
        1,
    ),
    (&["distant", "neutral", "normal"], 0),
    (&["strained", "tension", "dispute", "negative"], -1),
    (
        &[
            "hostile",
            "hostility",
            "rival",
            "rivals",
            "rivalry",
            "enemy",
            "enemies",
            "foe",
            "foes",
            "feind",
            "feindschaft",
            "feindlich",
            "rivalitat",
            "ennemi",
            "rivalite",
            "nemico",
            "rivalita",
            "enemigo",
            "rivalidad",
        ],
        -2,
    ),
    (&["war", "at war", "krieg", "im krieg", "guerre", "guerra"], -3),
];

/// The rungs where a descriptor gives none.
pub(super) const RUNGS: [(i8, &str); 7] =
    [(3, "ally"), (2, "partner"), (1, "cordial"), (0, "distant"), (-1, "strained"), (-2, "hostile"), (-3, "at war")];

/// A ladder of the usual seven rungs with names of their own.
pub(super) fn ladder(names: &[String; 7]) -> Value {
    let rungs = RUNGS.iter().zip(names);
    rungs.map(|((value, _), name)| json!({ "value": value, "name": name })).collect()
}

/// The ladder of ties of one kind: whoever is tied stands on one rung, of a colour that is neither warm nor cold.
pub(super) fn presence(name: &str) -> Value {
    json!([{ "value": 1, "name": name, "tone": 0 }, { "value": 0, "name": format!("not {name}") }])
}

/// A word as it is compared: small letters, one blank between its parts.
pub(super) fn plain(word: &str) -> String {
    if let Some(rung) = number(word) {
        return rung.to_string();
    }
    let low = without_accents(&word.to_lowercase());
    let parts = low.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '_'));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The rung that a word means, if it is one of those understood without being told.
pub(super) fn known(word: &str) -> Option<i8> {
    let word = plain(word);
    WORDS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, rung)| *rung)
}

/// The word understood without being told that is nearest to one that is not.
pub(in super::super) fn nearest_word(word: &str) -> Option<&'static str> {
    nearest(&plain(word), WORDS.iter().flat_map(|(words, _)| words.iter().copied()))
}

/// The number of a stance, if a text is one: `2`, `+2`, `−2`, and `2.0`, as programs write a whole number.
pub(super) fn number(text: &str) -> Option<i8> {
    let text = text.trim().replace('−', "-");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    whole
        .parse()
        .ok()
        .filter(|_: &i8| !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0'))
        .filter(|rung| Stance::new(*rung).is_some())
}

/// What words of this dataset mean, beside those understood without being told.
#[derive(Debug, Default)]
pub(super) struct Rungs {
    /// Words that were given with their rungs.
    pub(super) given: Vec<(String, i8)>,
    /// The names of the rungs, as the descriptor has them.
    pub(super) names: Vec<(String, i8)>,
    /// The coldest rung and the warmest.
    pub(super) ends: [i8; 2],
    /// What makes a rung of a weight.
    pub(super) weights: WeightRule,
}

impl Rungs {
    /// The rung that a value of a column means.
    pub(super) fn of(&self, text: &str) -> Option<i8> {
        let word = plain(text);
        let listed = |list: &[(String, i8)]| list.iter().find(|(other, _)| *other == word).map(|(_, rung)| *rung);
        let [coldest, warmest] = self.ends;
        let on_ladder = |rung: &i8| (coldest..=warmest).contains(rung);
        let told = || number(text).filter(on_ladder);
        listed(&self.given).or_else(told).or_else(|| listed(&self.names)).or_else(|| known(text).filter(on_ladder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_and_hyphens() {
        assert_eq!(known("Defense"), Some(3));
        assert_eq!(known(" Non-Aggression  Pact"), Some(1));
        assert_eq!(known("at_war"), Some(-3));
        assert_eq!(known("dynastic"), None);
        assert_ne!(plain("-1"), plain("1"));
        assert_eq!(["2", "+3", "−3", "4.0", "2.5"].map(number), [Some(2), Some(3), Some(-3), Some(4), None]);
    }

    #[test]
    fn what_is_given_comes_before_what_is_known() {
        let (given, names) = (vec![("entente".into(), 1)], vec![("normal".into(), -1)]);
        let rungs = Rungs { given, names, ends: [-3, 3], weights: WeightRule::default() };
        assert_eq!(["Entente", "NORMAL", "war", "?"].map(|word| rungs.of(word)), [Some(1), Some(-1), Some(-3), None]);
        let short = Rungs { ends: [-2, 1], ..rungs };
        assert_eq!(["war", "ally", "2", "1"].map(|word| short.of(word)), [None, None, None, Some(1)]);
    }
}
