### Italiano. Translated by the project; not yet read by a native speaker.

doubt-low = incerto
doubt-medium = meno certo
doubt-medium-and-date = meno certo, e così la data
doubt-date = data incerta
