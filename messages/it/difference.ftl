### Italiano. Translated by the project; not yet read by a native speaker.

difference-alone = { $step ->
    [year] ‹ Solo quest’anno
    [month] ‹ Solo questo mese
   *[day] ‹ Solo questo giorno
}
difference-heading = Dalla { $then } alla { $now }
difference-none = Nessun rapporto è diverso.
difference-lines = { $step ->
    [year] L’immagine mostra le linee dell’anno scelto.
    [month] L’immagine mostra le linee del mese scelto.
   *[day] L’immagine mostra le linee del giorno scelto.
}
difference-marks = Nell’immagine, un cerchio vuoto segna il posto di allora, una linea punteggiata il percorso fino al posto di adesso.
difference-nearer = { $all ->
    [one] { $all } si è avvicinato
   *[other] { $all } si sono avvicinati
}
difference-farther = { $all ->
    [one] { $all } si è allontanato
   *[other] { $all } si sono allontanati
}
difference-opened = { $all ->
    [one] { $all } ha aperto relazioni o è comparso
   *[other] { $all } hanno aperto relazioni o sono comparsi
}
difference-ended = { $all ->
    [one] { $all } ha chiuso le relazioni o è scomparso
   *[other] { $all } hanno chiuso le relazioni o sono scomparsi
}
difference-came = { $all ->
    [one] { $all } è entrato nella documentazione
   *[other] { $all } sono entrati nella documentazione
}
difference-went = { $all ->
    [one] { $all } non è più documentato
   *[other] { $all } non sono più documentati
}
difference-warmer = { $all ->
    [one] { $all } rapporto è migliorato
   *[other] { $all } rapporti sono migliorati
}
difference-colder = { $all ->
    [one] { $all } rapporto è peggiorato
   *[other] { $all } rapporti sono peggiorati
}
difference-stances = { $then } → { $now }
difference-was = prima { $then }
