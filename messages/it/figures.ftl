### Italiano. Translated by the project; not yet read by a native speaker.

group-mark = .
decimal-mark = ,
percent = { $number } %
measure-share = Quota
measure-remark = Nota
measure-note = { $unit ->
    [none] Per cento
   *[other] { $unit }
}. { $step ->
    [year] Un anno senza dato è un vuoto.
    [month] Un mese senza dato è un vuoto.
   *[day] Un giorno senza dato è un vuoto.
}{ $paler ->
    [yes] {" "}Le barre più chiare sono meno certe.
   *[no] {""}
}
measure-label = { $title }{ $unit ->
    [none] {""}
   *[other] , { $unit }
}{ $figures ->
    [none] {""}
   *[other] : { $figures }
}. I valori sono nella tabella sotto.
measure-figure = { $value } { $when }
step-name = { $step ->
    [year] Anno
    [month] Mese
   *[day] Giorno
}
