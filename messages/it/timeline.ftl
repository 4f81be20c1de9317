### Italiano. Translated by the project; not yet read by a native speaker.

place-next = { $list } / { $next }
timeline-key = La linea è { $line }: sopra è più caldo, sotto più freddo. ▲▼ Eventi in meglio o in peggio, più grandi dove è cambiato di più.
timeline-key-another = Tratteggiato: un’altra lettura.
timeline-key-pale = Chiaro: meno certo.
timeline-key-striped = A strisce o vuoto: incerto.
timeline-key-hollow = Vuoto: incerto.
timeline-row = { $label }: { $how }{ $when ->
    [none] {""}
   *[other] , { $when }
}; metti in primo piano
curves-head = Stati con relazioni
