### Italiano. Translated by the project; not yet read by a native speaker.
### Nomi di Stati senza articolo: le frasi li mettono dopo due punti o in elenco.

counts-relations = { $ego }: { $states ->
        [0] { $figures ->
            [yes] relazioni con { MARKED($states) } Stati
           *[no] nessuno Stato ha relazioni
        }
        [one] relazioni con { MARKED($states) } Stato
       *[other] relazioni con { MARKED($states) } Stati
    }{ $rival ->
        [none] {""}
       *[other] ; { $rival }: { $rival-states ->
            [0] { $figures ->
                [yes] { MARKED($rival-states) }
               *[no] nessuno
            }
            [one] { MARKED($rival-states) }
           *[other] { MARKED($rival-states) }
        }
    }.
counts-ties =
    { $ties ->
        [0] { $figures ->
            [yes] { MARKED($ties) } relazioni
           *[no] Nessuna relazione
        } in vigore
        [one] { MARKED($ties) } relazione in vigore
       *[other] { MARKED($ties) } relazioni in vigore
    }{ $stances ->
        [none] {""}
       *[other] : { $stances }
    }.
counts-stance = { $stance } { MARKED($ties) }
counts-outside = { $ties ->
    [one] { $ties } relazione fra altri due resta fuori dall’immagine.
   *[other] { $ties } relazioni fra altri due restano fuori dall’immagine.
}
list-next = { $list }, { $next }
