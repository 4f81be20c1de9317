### Italiano. Translated by the project; not yet read by a native speaker.

table-caption = Stati e organizzazioni alla { $end }: { $all }
table-caption-ties = Relazioni alla { $end }: { $all }
table-caption-outside = { $caption }; { $outside }
table-stance = { $stance } ({ $value })
table-actor = Attore
table-relation = Relazione
table-stance-head = Posizione
table-since = Dal
table-why = Perché
