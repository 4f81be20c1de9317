### How the view is cited. $end and $compared are `date-phrase`: end of 1972.

citation-view = { $end }{ $compared ->
    [none] {""}
   *[other] ; compared with the { $compared }
}{ $focus ->
    [none] {""}
   *[other] ; { $focus } in focus
}
# $published is the year in which the dataset was made; $view is `citation-view`.
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
   *[other] , version { $version }
} [Data set]. View: { $view }.
