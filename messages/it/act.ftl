### Italiano. Translated by the project; not yet read by a native speaker.

act-line = { $who }: { $act ->
    [established] stabilite le relazioni con { $whom }
    [suspended] sospese le relazioni con { $whom }
    [severed] rotte le relazioni con { $whom }
    [restored] riprese le relazioni con { $whom }
    [embassy-opened] aperta un’ambasciata
   *[embassy-closed] chiusa un’ambasciata
}
act-title = { $act ->
    [established] Stabilite le relazioni.
    [suspended] Sospese le relazioni.
    [severed] Rotte le relazioni.
    [restored] Riprese le relazioni.
    [embassy-opened] Aperta un’ambasciata.
   *[embassy-closed] Chiusa un’ambasciata.
}
act-basis = { $act ->
    [established] Relazioni stabilite: { $date }.
    [suspended] Relazioni sospese: { $date }.
    [severed] Relazioni rotte: { $date }.
    [restored] Relazioni riprese: { $date }.
    [embassy-opened] Ambasciata aperta: { $date }.
   *[embassy-closed] Ambasciata chiusa: { $date }.
}
