### Italiano. Translated by the project; not yet read by a native speaker.

no-relations = nessuna relazione
not-there-yet = non esiste ancora
no-longer-there = non esiste più
since-and-before = { $since }{ $unknown ->
    [yes] , fine ignota
   *[no] {""}
}{ $before ->
    [none] {""}
   *[other] , prima { $before }
}
standing-rival = Ha relazioni con { $rival }; con { $ego } non ne sono documentate.
standing-relations = { $ties ->
    [0] nessuna relazione codificata
    [one] { $ties } relazione
   *[other] { $ties } relazioni
}{ $stances ->
    [none] {""}
   *[other] : { $stances }
}
stance-ties = { $stance } { $ties }
standing-formal = Solo relazioni formali: altro non è documentato.
standing-formal-and = Solo relazioni formali.
recorded = { $acts ->
    [0] { $events ->
        [0] Fra i due non è documentato nulla.
        [one] Documentato fra i due: { $events } evento.
       *[other] Documentati fra i due: { $events } eventi.
    }
    [one] Documentato fra i due: { $acts } atto diplomatico{ $events ->
        [0] .
        [one] , { $events } evento.
       *[other] , { $events } eventi.
    }
   *[other] Documentati fra i due: { $acts } atti diplomatici{ $events ->
        [0] .
        [one] , { $events } evento.
       *[other] , { $events } eventi.
    }
}
beside-sum = La somma di { $ties } legami.
beside = Anche in vigore: { $stance ->
    [none] { $weight }
   *[other] { $stance }{ $weight ->
        [none] {""}
       *[other] , { $weight }
    }
}, { $span }.
beside-more = E altri { $more }.
why-group = Gruppo: { $group }.
why-later = { $when }: { $why }
alternative = Un’altra lettura: { $stance }.
