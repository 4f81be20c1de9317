### Italiano. Translated by the project; not yet read by a native speaker.

site-pages = Pagine
site-the = {" "}
site-page = { $page ->
    [index] Quadro
    [story] Storia
    [claims] Affermazioni
   *[sources] Fonti
}
site-title = { $page ->
    [story] La storia
    [claims] Le affermazioni
   *[sources] Le fonti
} – { $title }
site-story = La storia: { $title }
site-sources = Le fonti
site-said-and-shown = { $work ->
    [none] Che cosa si afferma, che cosa mostrano i documenti
   *[other] Che cosa dice { $work }, che cosa mostrano i documenti
}
site-story-lede = { $steps ->
    [one] { $steps } passo
   *[other] { $steps } passi
}, { $first }–{ $last }. Il quadro si muove con il testo.
site-judgement = Ogni posizione è un giudizio e indica le sue fonti. «Meno certo» segnala ciò che si basa solo su un giudizio o solo su un’enciclopedia, «incerto» una supposizione o una sola fonte debole.
site-record-ends = Fine dei dati: { $date }.
site-data = Dati: { $parts }.
site-rests-on = Si basa su { $events ->
    [one] { $events } evento
   *[other] { $events } eventi
}, { $sources ->
    [one] { $sources } fonte
   *[other] { $sources } fonti
}
site-covers = Affermazioni{ $work ->
    [none] {""}
   *[other] {" ("}{ $work })
} che riguarda: { $claims }.
site-verdict = { $verdict ->
    [confirmed] confermata
    [imprecise] imprecisa
    [unsupported] non provata
   *[wrong] errata
}
site-values = I valori, con le fonti
site-picture = { $ego } al centro, e intorno come gli altri stavano verso di essa alla { $end }: gli alleati vicini, i nemici lontani.
site-network = { $actors ->
    [one] { $actors } attore
   *[other] { $actors } attori
}, ciascuno sempre nello stesso posto, e linee tra quelli che avevano relazioni alla { $end }.
site-previous = ‹ Precedente
site-next = Successivo ›
site-section = Sezione
site-steps = Passi della storia
site-skip = Salta
site-skip-story = Salta la storia: al quadro
site-step-of = { $step } di { $all }
site-play = ▶ Riproduci { $first }–{ $last }
site-poster-at-end = Alla { $end }.
site-poster-states = Stati che hanno relazioni con
site-skip-to = Vai a
site-skip-date = { $step ->
    [year] Vai all’anno
    [month] Vai al mese
   *[day] Vai al giorno
}
site-skip-search = Cerca
site-skip-changes = Che cosa è cambiato
site-skip-compare = Confronta
site-skip-table = Tabella
site-no-script = L’immagine è ferma perché questo browser non esegue script.
site-last-table = Tutti nell’ultima immagine, come tabella
site-tale = Come si è arrivati a questo?
site-tale-story-link = La storia
site-tale-story = { $link } lo racconta in { $steps ->
    [one] { $steps } passo
   *[other] { $steps } passi
} accanto al quadro in movimento ({ $first }–{ $last }).
site-tale-claims-link = La pagina delle affermazioni
site-tale-claims = { $link } ne verifica { $claims ->
    [one] { $claims }
   *[other] { $claims }
}{ $work ->
    [none] {""}
   *[other] {" di «"}{ $work }»
}, una per una.
site-own-network-link = disegnatela nel banco di lavoro
site-own-network = Una rete tutta vostra: { $link }.
site-other-network = Un’altra rete: { $link }.
site-texts-in = Alcuni testi di questa pagina sono in { $language ->
    [en] inglese
    [it] italiano
    [ko] coreano
    [ar] arabo
   *[other] un’altra lingua
}.
