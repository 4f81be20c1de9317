### Italiano. Translated by the project; not yet read by a native speaker.

legend = Legenda: posizioni dalla più calda alla più fredda, poi altri segni
how-to-read = Come leggere l’immagine
compare-with = Confronta con
no-other = { $step ->
    [year] nessun altro anno
    [month] nessun altro mese
   *[day] nessun altro giorno
}
nobody-central = ‹ Nessuno al centro
share = Condividi o incorpora
cite = Cita questa vista
what-changed = Che cosa è cambiato
what-differs = Che cosa è diverso
everyone-shown = Tutti sono di nuovo visibili.
reasons-missing = Motivi e fonti non si sono potuti caricare.
back-to-everyone = ‹ Torna a tutti
as-a-table = Come tabella
table-everyone = Tutti nell’immagine, come tabella
table-region = L’immagine come tabella
tree-everyone = Tutti nell’immagine, come albero di anelli
tree-keys = Le frecce su e giù vanno dall’uno all’altro, destra e sinistra aprono e chiudono; Invio porta lì.
find = { $step ->
    [year] Cerca un paese, un evento o un anno
    [month] Cerca un paese, un evento o un mese
   *[day] Cerca un paese, un evento o un giorno
}
found = Trovati
timeline = { $step ->
    [year] Linea del tempo: la posizione di ogni partner principale, anno per anno; lo stesso è detto a parole quando è in primo piano
    [month] Linea del tempo: la posizione di ogni partner principale, mese per mese; lo stesso è detto a parole quando è in primo piano
   *[day] Linea del tempo: la posizione di ogni partner principale, giorno per giorno; lo stesso è detto a parole quando è in primo piano
}
timeline-kind = linea del tempo
timeline-keys = { $step ->
    [year] Le frecce sinistra e destra vanno da un evento all’altro, su e giù da una riga all’altra; Invio va all’anno dell’evento.
    [month] Le frecce sinistra e destra vanno da un evento all’altro, su e giù da una riga all’altra; Invio va al mese dell’evento.
   *[day] Le frecce sinistra e destra vanno da un evento all’altro, su e giù da una riga all’altra; Invio va al giorno dell’evento.
}
eras = Epoche
side-by-side = { $step ->
    [year] Anni a confronto
    [month] Mesi a confronto
   *[day] Giorni a confronto
}
reset = Torna ai punti di svolta
shown-now = mostrato ora
add-date = Aggiungi { $date }
date-is-below = { $date } è qui sotto
take-away = Togli { $date }
some-texts-in = Alcuni testi di questi dati sono in { $language }.
language-of-page = Lingua
cursor-end = fine { $date }
# A button that opens a dialog.
help = Tasti e gesti
