### Italiano. Translated by the project; not yet read by a native speaker.

card-as-of = Alla { $end }:
card-others = Allo stesso posto in altri periodi: { $names }
card-ties = I rapporti con gli altri alla { $end }
card-spells = I rapporti nel corso degli anni ({ $all })
card-events = Che cosa è accaduto
card-events-between = Che cosa è accaduto, { $from }–{ $to }
card-acts = Atti diplomatici
card-centre = Metti al centro
