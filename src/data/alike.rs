//! Texts that are the same, or look the same, though their characters differ.
//!
//! The crates `unicode-normalization` and `unicode-security` know all pairs, by tables that the page which reads datasets
//! would have to fetch. What is folded here is what keyboards, spreadsheets and copied texts
//! bring: accents apart from their letters, wide letters, letters of Greek, Cyrillic and mathematics.

/// Letters with a mark, each followed by the letter without it, by the mark as a character of its own.
const MARKED: [(char, &str); 17] = [
    ('\u{300}', "ÀAÈEÌIÒOÙUàaèeìiòoùuǸNǹnẀWẁwỲYỳyẦÂầâỀÊềêỒÔồô"),
    ('\u{301}', "ÁAÉEÍIÓOÚUÝYáaéeíióoúuýyĆCćcĹLĺlŃNńnŔRŕrŚSśsŹZźzẤÂấâẾÊếêỐÔốôΆΑΈΕΉΗΊΙΌΟΎΥΏΩάαέεήηίιόούυώωЃГѓгЌКќк"),
    ('\u{302}', "ÂAÊEÎIÔOÛUâaêeîiôoûuĈCĉcĜGĝgĤHĥhĴJĵjŜSŝsŴWŵwŶYŷy"),
    ('\u{303}', "ÃAÑNÕOãañnõoĨIĩiŨUũuẼEẽe"),
    ('\u{304}', "ĀAāaĒEēeĪIīiŌOōoŪUūu"),
    ('\u{306}', "ĂAăaĔEĕeĞGğgĬIĭiŎOŏoŬUŭuЙИйиЎУўу"),
    ('\u{307}', "ĊCċcĖEėeĠGġgİIŻZżz"),
    ('\u{308}', "ÄAËEÏIÖOÜUäaëeïiöoüuÿyŸYЁЕёеЇІїіϊιϋυ"),
    ('\u{309}', "ẢAảaẺEẻeỈIỉiỎOỏoỦUủu"),
    ('\u{30a}', "ÅAåaŮUůu"),
    ('\u{30b}', "ŐOőoŰUűu"),
    ('\u{30c}', "ČCčcĎDďdĚEěeŇNňnŘRřrŠSšsŤTťtŽZžzǍAǎaǏIǐiǑOǒoǓUǔuĽLľl"),
    ('\u{31b}', "ƠOơoƯUưu"),
    ('\u{323}', "ẠAạaẸEẹeỊIịiỌOọoỤUụuỴYỵy"),
    ('\u{326}', "ȘSșsȚTțt"),
    ('\u{327}', "ÇCçcĢGģgĶKķkĻLļlŅNņnŖRŗrŞSşsŢTţt"),
    ('\u{328}', "ĄAąaĘEęeĮIįiŲUųu"),
];

/// Letters that look like one of the alphabet, small ones; those of which only the capital does come first.
const ALIKE: [(&str, char); 27] = [
    ("Ν", 'n'),
    ("Υ", 'y'),
    ("Ζ", 'z'),
    ("0оοσօ", 'o'),
    ("1|іιӏ", 'l'),
    ("аαɑ", 'a'),
    ("вβ", 'b'),
    ("сϲ", 'c'),
    ("ԁ", 'd'),
    ("еε", 'e'),
    ("ɡ", 'g'),
    ("нηһ", 'h'),
    ("јϳ", 'j'),
    ("кκ", 'k'),
    ("мμ", 'm'),
    ("ո", 'n'),
    ("рρ", 'p'),
    ("ԛ", 'q'),
    ("ѕ", 's'),
    ("тτ", 't'),
    ("υս", 'u'),
    ("ѵν", 'v'),
    ("ԝω", 'w'),
    ("хχ", 'x'),
    ("уγү", 'y'),
    ("ᴢ", 'z'),
    ("_‐‑–−", '-'),
];

/// The letter and the mark that one character stands for, as far as they are known.
fn parted(letter: char) -> Option<(char, char)> {
    let find = |(mark, pairs): &(char, &str)| {
        let mut letters = pairs.chars();
        while let (Some(marked), Some(plain)) = (letters.next(), letters.next()) {
            if marked == letter {
                return Some((plain, *mark));
            }
        }
        None
    };
    if letter.is_ascii() { None } else { MARKED.iter().find_map(find) }
}

/// A text with every mark apart from its letter, as Unicode's form NFD has it: two texts of one such form are one text.
pub(super) fn canonical(text: &str) -> String {
    let mut parts = String::with_capacity(text.len());
    for letter in text.chars() {
        push_parted(letter, &mut parts);
    }
    parts
}

fn push_parted(letter: char, parts: &mut String) {
    if let Some((plain, mark)) = parted(letter) {
        push_parted(plain, parts);
        parts.push(mark);
        return;
    }
    match letter {
        '\u{212a}' => parts.push('K'),
        '\u{212b}' => parts.push_str("A\u{30a}"),
        '\u{2126}' => parts.push('Ω'),
        '가'..='힣' => {
            // Syllables stand in the order of their parts: 21 vowels, and 27 finals or none, for each initial.
            let place = u32::from(letter) - 0xac00;
            let jamo = [0x1100 + place / 588, 0x1161 + place % 588 / 28, 0x11a7 + place % 28];
            let last = if place.is_multiple_of(28) { 2 } else { 3 };
            parts.extend(jamo[..last].iter().filter_map(|code| char::from_u32(*code)));
        }
        other => parts.push(other),
    }
}

/// The character of the keyboard that another form of it stands for: wide, in a circle, of mathematics.
pub(super) fn plain_form(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let nth = |first: char, place: u32| char::from_u32(u32::from(first) + place);
    match code {
        0xff01..=0xff5e => nth('!', code - 0xff01),
        0x3000 => Some(' '),
        0x24b6..=0x24cf => nth('A', code - 0x24b6),
        0x24d0..=0x24e9 => nth('a', code - 0x24d0),
        0x1d7ce..=0x1d7ff => nth('0', (code - 0x1d7ce) % 10),
        0x1d400..=0x1d6a3 => match (code - 0x1d400) % 52 {
            capital @ 0..26 => nth('A', capital),
            small => nth('a', small - 26),
        },
        _ => None,
    }
}

/// Whether a character takes no room: a joiner, or a choice of a letter's form.
const fn is_without_width(letter: char) -> bool {
    matches!(letter, '\u{34f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180e}')
}

/// What an id looks like: letters that the eye takes for one another become one.
pub(super) fn skeleton(id: &str) -> String {
    if id.is_ascii() {
        let seen = |letter: char| match letter {
            'I' | '1' | '|' => 'l',
            '0' => 'o',
            '_' => '-',
            other => other.to_ascii_lowercase(),
        };
        return id.chars().map(seen).collect();
    }
    let known = |letter: char| ALIKE.iter().find(|(all, _)| all.contains(letter)).map(|(_, one)| *one);
    let seen = |letter: char| {
        let letter = plain_form(letter).unwrap_or(letter);
        let letter = if letter == 'I' { 'l' } else { known(letter).unwrap_or(letter) };
        letter.to_lowercase().map(|low| known(low).unwrap_or(low)).collect::<Vec<char>>()
    };
    canonical(id).chars().filter(|letter| !is_without_width(*letter)).flat_map(seen).collect()
}

/// The first character of an id that looks like one of the keyboard and is another, with that one: another form of it
/// anywhere, and a letter of another alphabet among those of ours.
pub(super) fn disguised(id: &str) -> Option<(char, char)> {
    let is_ours = id.contains(|letter: char| letter.is_ascii_alphabetic());
    let alphabet = |letter: char| {
        let is_other = is_ours && !letter.is_ascii() && letter.is_alphabetic();
        let like = || skeleton(letter.encode_utf8(&mut [0; 4])).chars().next().filter(char::is_ascii_alphabetic);
        is_other.then(like).flatten().filter(|_| parted(letter).is_none())
    };
    let like = |letter: char| Some((letter, plain_form(letter).or_else(|| alphabet(letter))?));
    id.chars().find_map(like)
}

/// Where two texts that look the same differ: `U+0420 in the place of U+0050`. `None` where they look different.
pub(super) fn difference(one: &str, other: &str) -> Option<String> {
    if one == other || skeleton(one) != skeleton(other) || one.eq_ignore_ascii_case(other) {
        return None;
    }
    if canonical(one) == canonical(other) {
        return Some("one has the accent as a character of its own, the other has not".to_owned());
    }
    let mut pairs = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
    let code = |letter: char| format!("U+{:04X}", u32::from(letter));
    let (a, b) = pairs.next()?;
    Some(format!("{} stands in the place of {}", code(a), code(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_have_one_skeleton() {
        for (one, other) in [
            ("PRK", "РRК"),
            ("B0B-1", "BOB_I"),
            ("KOR", "ＫＯＲ"),
            ("KOR", "𝐊𝑂𝙍"),
            ("AB", "A\u{200d}B"),
            ("Née", "Ne\u{301}e"),
            ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
            ("ẤN", "A\u{302}\u{301}N"),
            ("NZ", "ΝΖ"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
        for (one, other) in [("PRK", "KOR"), ("A", "Á"), ("a", "ä"), ("N", "V")] {
            assert_ne!(skeleton(one), skeleton(other), "{one} {other}");
        }
    }

    #[test]
    fn two_forms_of_one_text_are_one() {
        assert_eq!(canonical("É"), canonical("E\u{301}"));
        assert_eq!(canonical("Å"), canonical("\u{212b}"));
        assert_ne!(canonical("É"), canonical("E"));
        for (mark, pairs) in MARKED {
            assert_eq!(pairs.chars().count() % 2, 0, "{mark:?} {pairs}");
        }
    }

    #[test]
    fn what_stands_among_other_letters_in_disguise_is_found() {
        assert_eq!(disguised("ＡAA"), Some(('Ａ', 'A')));
        assert_eq!(disguised("PРK"), Some(('Р', 'p')));
        for plain in ["PRK", "РОССИЯ", "Côte", "Škoda", "ΕΛΛΑΣ", "中国", "A1"] {
            assert_eq!(disguised(plain), None, "{plain}");
        }
    }

    #[test]
    fn the_difference_of_look_alikes_is_told() {
        assert_eq!(difference("РRK", "PRK").as_deref(), Some("U+0420 stands in the place of U+0050"));
        assert!(difference("É", "E\u{301}").is_some_and(|text| text.contains("accent")));
        assert_eq!(difference("prk", "PRK"), None);
        assert_eq!(difference("PRK", "KOR"), None);
    }
}
