### Italiano. Translated by the project; not yet read by a native speaker.

picture-title = { $title }, { $end }
picture-round = { $ego }: le relazioni alla { $end }.
picture-among = { $actors ->
    [one] Relazioni fra { $actors } attore alla { $end }.
   *[other] Relazioni fra { $actors } attori alla { $end }.
}
picture-stance = { $stance }: { $names }.
picture-actors = { $actors ->
    [one] { $actors } attore
   *[other] { $actors } attori
}
list-last = { $list } e { $last }
list-and-more = { $list } e { $more ->
    [one] { $more } altro
   *[other] altri { $more }
}
pairs-pair = { $one } e { $other }{ $weight ->
    [none] {""}
   *[other] {" "}({ $weight })
}
pairs-next = { $list }; { $next }
pairs-more = { $list }; { $more ->
    [one] { $more } altra coppia
   *[other] altre { $more } coppie
}
picture-timeline = { $ego ->
    [none] I rapporti fra gli attori principali
   *[other] I rapporti degli attori principali con { $ego }
}{ $counts ->
    [yes] { $eras ->
        [yes] , quanti Stati avevano relazioni e le epoche
       *[no] {" "}e quanti Stati avevano relazioni
    }
   *[no] { $eras ->
        [yes] {" "}e le epoche
       *[no] {""}
    }
}.
