//! A dataset read in a language: its texts in that language, as far as it has them.

use crate::language::Language;

use super::super::translation::USUAL;
use super::super::{ActorId, CountryName, Texts, Translation};
use super::Dataset;

impl Dataset {
    /// Sets the language in which it is read. Texts that it does not have in that language stay in its own, between
    /// U+2066 (or U+2067, where its own runs from right to left) and U+2069.
    pub fn read_in(&mut self, language: Language) {
        self.restore();
        self.language = language;
        self.translate();
    }

    /// The dataset with its own texts, in English words.
    #[must_use]
    pub fn unread(&self) -> Self {
        let mut own = self.clone();
        own.restore();
        own.language = Language::ENGLISH;
        own
    }

    /// Says what countries are called in the language in which it will be read, for actors that the dataset gives no
    /// name in it.
    pub fn name_countries(&mut self, countries: Vec<CountryName>) {
        self.restore();
        self.countries = countries;
        self.translate();
    }

    /// The code of the language of its own texts.
    pub fn own_language(&self) -> &str {
        let code = self.texts.as_ref().map_or("", |texts| &texts.about.language);
        if code.is_empty() { USUAL } else { code }
    }

    /// The code of the language of its own texts, where some that are shown stand in it among those of another.
    pub fn foreign(&self) -> &str {
        if self.own_texts.as_ref().is_some_and(Translation::is_partial) { self.own_language() } else { "" }
    }

    /// Fills a place of a translation, value after value, each ended by U+001F; it is read when a language is set.
    pub fn translate_place(&mut self, language: &str, place: &str, values: &str) {
        let Some(texts) = &mut self.texts else { return };
        if let Some(translation) = texts.translations.iter_mut().find(|translation| translation.language == language) {
            translation.fill(place, values);
        }
    }

    /// What an actor is called in the dataset's own language, where it is read in another; else empty.
    pub fn own_name(&self, actor: ActorId) -> &str {
        self.own_texts.as_ref().map_or("", |own| own.short_name(actor.index()))
    }

    /// Puts its own texts back; whether there were others in their place.
    pub(super) fn restore(&mut self) -> bool {
        let Some(mut own) = self.own_texts.take() else { return false };
        self.exchange(&mut own);
        true
    }

    /// Puts the texts of the language in which it is read in the place of its own.
    pub(super) fn translate(&mut self) {
        let code = self.language.code();
        if code == self.own_language() {
            return;
        }
        let all = self.texts.as_ref().map_or(&[][..], |texts| &texts.translations);
        let mut translation = all.iter().find(|one| one.language == code).cloned().unwrap_or_else(Translation::default);
        self.exchange(&mut translation);
        self.own_texts = Some(translation);
    }

    fn exchange(&mut self, translation: &mut Translation) {
        let own = self.own_language().to_owned();
        let mut none = Texts::default();
        let texts = self.texts.as_mut().unwrap_or(&mut none);
        translation.exchange(&mut self.tables, texts, &own, &self.countries);
    }
}
