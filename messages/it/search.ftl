### Italiano. Translated by the project; not yet read by a native speaker.

search-years = Anni
search-actors = Paesi e organizzazioni
search-events = Eventi
search-none = Nessun risultato
search-found = { $found ->
    [one] { $found } risultato
   *[other] { $found } risultati
}
search-centre = al centro
search-actor = { $how }, { $end }
search-event = { $date }{ $actors ->
    [none] {""}
   *[other] {" "}· { $actors }
}{ $others ->
    [yes] {" "}e altri
   *[no] {""}
}
