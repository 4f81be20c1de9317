### Italiano. Translated by the project; not yet read by a native speaker.

absence = nessuna relazione con { $ego }: sono state rotte{ $rival ->
    [none] {""}
   *[other] , oppure lo Stato ha relazioni soltanto con { $rival }
}
region-africa = Africa
region-asia = Asia
region-europe = Europa
region-north-america = America del Nord
region-south-america = America del Sud
region-oceania = Oceania
region-body = organizzazioni di Stati
sign-ring-year = cambiato quest’anno
sign-ring-month = cambiato questo mese
sign-ring-day = cambiato questo giorno
sign-others = fra altri
sign-two = fra due
sign-dashes = in cattivi rapporti

read-place = Posizione
read-place-given = ogni attore resta nello stesso posto, indicato dai dati
read-place-solved = ogni attore resta nello stesso posto; chi negli anni è in buoni rapporti sta vicino, chi è in cattivi rapporti lontano
read-colour = Colore di un punto
read-colour-ego = i rapporti con { $ego }, il cui punto è il più grande; grigio dove non sono codificati
read-colour-region = la regione; grigio dove non è indicata
read-distance = Distanza
read-distance-words = più vicino al centro, più caldi i rapporti; ogni Paese resta sempre nella stessa direzione dal centro
read-threshold = { $unit ->
    [none] da { $least } in su
   *[other] da { $least } { $unit } in su
}
read-rule = Regola per «{ $stance }»
read-size = Grandezza di un punto
read-size-ego = gli attori principali, poi quelli con una storia propria, poi tutti gli altri
read-size-ties = con quanti altri ha avuto rapporti, in tutti gli anni insieme
read-ring = Anello attorno a un punto
read-ring-words = { $step ->
    [year] è cambiato quest’anno
    [month] è cambiato questo mese
   *[day] è cambiato questo giorno
}
read-hole = Foro in un punto
read-hole-words = incerto: un’ipotesi o una sola fonte debole
read-point = Puntino in un punto
read-point-words = meno certo: un giudizio, o soltanto un’enciclopedia; i punti senza nome non lo mostrano
read-alternative = Un’altra lettura
read-alternative-words = i documenti sostengono anche questa posizione, un contorno tratteggiato nella cronologia; punti, anelli e conteggi non la seguono
read-hollow = Punto vuoto
read-line = Linea
read-line-words = i rapporti fra due; dove le linee sono poche, tratteggiata se erano cattivi
read-pale-line = Linea chiara
read-curve = Linea curva
read-curve-words = i rapporti fra due altri; tratteggiata dove erano cattivi
read-width = Spessore di una linea
read-width-words = { $measure }, secondo la radice quadrata; il massimo è { $heaviest }, e un legame senza numero ha lo spessore minimo
read-arrow = Punta di freccia
read-arrow-words = il legame va solo in quella direzione; dove le linee sono molte, si disegna soltanto per chi è in primo piano
read-several = Più legami fra due nello stesso momento
read-several-strongest = si disegna il più forte; fra due di pari forza, il più freddo
read-several-latest = si disegna quello iniziato per ultimo
read-several-sum = si disegna la loro somma, non oltre gli estremi della scala
read-bars = Barre sotto il cursore
read-bars-words = { $step ->
    [year] quanto è accaduto in quell’anno: verso l’alto in meglio, verso il basso in peggio
    [month] quanto è accaduto in quel mese: verso l’alto in meglio, verso il basso in peggio
   *[day] quanto è accaduto in quel giorno: verso l’alto in meglio, verso il basso in peggio
}
read-trail = { $step ->
    [year] Anni su una linea
    [month] Mesi su una linea
   *[day] Giorni su una linea
}
read-trail-words = quando il Paese in primo piano è arrivato su quell’anello la prima volta, e l’ultima
read-timeline = Cronologia
read-timeline-words = la sua linea è { $line ->
    [none] 0
   *[other] «{ $line }»
}; sopra è più caldo, sotto più freddo, più alto è più forte; nei vuoti nessuna posizione è codificata; chiaro è meno sicuro, le strisce sono incerte
read-triangles = Triangoli nella cronologia
read-triangles-words = eventi: verso l’alto in meglio, verso il basso in peggio, un disco per nessuno dei due; grandi dove molto è cambiato

see-centre = Più vicino al centro, più vicino a { $ego }.
see-colour = Il colore di un punto indica i rapporti con { $ego }.
see-lines = Il colore di una linea indica i rapporti fra due.
see-places = I buoni rapporti avvicinano, e il colore di una linea indica i rapporti fra due.
see-width = { $unit ->
    [none] Lo spessore di una linea è: { $measure }.
   *[other] Lo spessore di una linea è: { $measure }, in { $unit }.
}
