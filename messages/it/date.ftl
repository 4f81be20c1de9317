### Italiano. Translated by the project; not yet read by a native speaker.

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
month-name = { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[other] dicembre
}
short-day = { $day } { $month } { $year }
short-month = { $month } { $year }
short-month-name = { $month ->
    [1] gen
    [2] feb
    [3] mar
    [4] apr
    [5] mag
    [6] giu
    [7] lug
    [8] ago
    [9] set
    [10] ott
    [11] nov
   *[other] dic
}
date-about = { $date } circa
date-uncertain = { $date } (data incerta)
in-step = { $step ->
    [day] il giorno { $date }
    [month] nel mese di { $date }
   *[year] nel { $date }
}
span-dates = { $from } – { $to }
span-years = { $from }–{ $to }
