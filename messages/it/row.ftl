### Italiano. Translated by the project; not yet read by a native speaker.

row-more = { $more ->
    [one] e { $more } altro
   *[other] e altri { $more }
}
pair = { $one } – { $other }
source-article = { $publisher }: { $article }
row-said = { $title }{ $focus ->
    [yes] {" "}in primo piano
   *[no] {""}
}{ $how ->
    [none] {""}
   *[other] : { $how }
}{ $when ->
    [none] {""}
   *[other] , { $when }
}
