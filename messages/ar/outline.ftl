### العربية. Translated by the project; not yet read by a native speaker.

title-and-span = { ISOLATED($title) }، { $span }
