//! The codes of languages that columns and keys may end with.

/// The codes of ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik \
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt \
    my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so \
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether a text is the code of a language, two letters of ISO 639-1.
pub(super) fn is_language(code: &str) -> bool {
    code.len() == 2 && LANGUAGES.split(' ').any(|known| known == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_languages_are_two_letters_each() {
        assert_eq!(LANGUAGES.split(' ').count(), 184);
        assert!(LANGUAGES.split(' ').all(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())));
        assert!(["it", "ko", "ar", "zu"].into_iter().all(is_language));
        assert!(!["", "i", "xx", "ita", "IT", "t "].into_iter().any(is_language));
    }
}
