### Italiano. Translated by the project; not yet read by a native speaker.

citation-view = { $end }{ $compared ->
    [none] {""}
   *[other] ; a confronto con la { $compared }
}{ $focus ->
    [none] {""}
   *[other] ; in primo piano: { $focus }
}
citation = { $author ->
    [none] { $title }
   *[other] { $author }
}{ $published ->
    [none] {""}
   *[other] {" "}({ $published })
}{ $author ->
    [none] {""}
   *[other] . { $title }
}{ $version ->
    [none] {""}
   *[other] , versione { $version }
} [Dataset]. Vista: { $view }.
