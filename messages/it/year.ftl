### Italiano. Translated by the project; not yet read by a native speaker.

year-wanted = { $step ->
    [year] Indicare un anno dal { $first } al { $last }.
    [month] Indicare un mese da { $first } a { $last }.
   *[day] Indicare un giorno da { $first } a { $last }.
}
year-counts = { $step ->
    [year] Alla fine dell’anno – { $counts }
    [month] Alla fine del mese – { $counts }
   *[day] Alla fine del giorno – { $counts }
}
year-nothing-changed = Nessun cambiamento documentato { $when }
year-nothing-began = Nessun nuovo inizio documentato { $when }. Ancora in corso:
year-changed = Che cosa è cambiato { $when }
year-changed-most = Che cosa è cambiato { $when }, dai fatti più rilevanti
title-of-many = { $title }, { $shown } di { $all }
year-network = La rete alla fine di: { $date }
year-value = { $date }{ $line ->
    [none] { $counts ->
        [none] {""}
       *[other] : { $counts }
    }
   *[other] : { $line }{ $counts ->
        [none] {""}
       *[other] {" "}{ $counts }
    }
}
year-changes = { $changes ->
    [0] { $date }: nessun cambiamento.
    [one] { $date }: { $changes } cambiamento.
   *[other] { $date }: { $changes } cambiamenti.
}
full-stop = { $text }.
change-stance = { $who }: { $stance }, prima { $before }
change-much-warmer = molto più amichevole
change-warmer = più amichevole
change-colder = più freddo
change-much-colder = molto più freddo
not-coded = non codificato
