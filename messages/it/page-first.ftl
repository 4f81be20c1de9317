### Italiano. Translated by the project; not yet read by a native speaker.

play = Avvia
pause = Pausa
slider = { $step ->
    [year] Anno
    [month] Mese
   *[day] Giorno
}
go-to = { $step ->
    [year] Vai all’anno
    [month] Vai al mese
   *[day] Vai al giorno
}
time = Tempo
speed = Velocità
previous-change = { $step ->
    [year] Anno precedente con cambiamenti
    [month] Mese precedente con cambiamenti
   *[day] Giorno precedente con cambiamenti
}
next-change = { $step ->
    [year] Anno successivo con cambiamenti
    [month] Mese successivo con cambiamenti
   *[day] Giorno successivo con cambiamenti
}
network = Rete
network-kind = rete
network-keys = I tasti freccia vanno da un segno all’altro; Invio mette un attore in primo piano; Esc torna indietro.
in-words = { $step ->
    [year] L’anno in parole
    [month] Il mese in parole
   *[day] Il giorno in parole
}
on-their-way = Nomi e motivi stanno arrivando.
stopped = L’immagine ha smesso di funzionare.
stands-still = L’immagine è ferma: il programma che la muove non può funzionare qui ({ $reason }).
no-webassembly = questo browser non ha WebAssembly
not-understood = questa pagina o questo browser non lo permette o non lo capisce
failed = errore del programma
start-again = Ricomincia
late-missing = Linea del tempo, ricerca, tabella e dettagli non si sono potuti caricare; l’anno si può comunque cambiare.
try-again = Riprova
