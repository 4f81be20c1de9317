### Italiano. Translated by the project; not yet read by a native speaker.

date = { EXACT($day) ->
    [0] {""}
   *[other] { $day }{" "}
}{ EXACT($month) ->
    [0] {""}
    [1] gennaio{" "}
    [2] febbraio{" "}
    [3] marzo{" "}
    [4] aprile{" "}
    [5] maggio{" "}
    [6] giugno{" "}
    [7] luglio{" "}
    [8] agosto{" "}
    [9] settembre{" "}
    [10] ottobre{" "}
    [11] novembre{" "}
   *[other] dicembre{" "}
}{ $year }{ $about ->
    [yes] {" "}circa
   *[no] {""}
}{ $uncertain ->
    [yes] {" "}(data incerta)
   *[no] {""}
}
short-date = { EXACT($day) ->
    [0] {""}
   *[other] { $day }{" "}
}{ EXACT($month) ->
    [0] {""}
    [1] gen{" "}
    [2] feb{" "}
    [3] mar{" "}
    [4] apr{" "}
    [5] mag{" "}
    [6] giu{" "}
    [7] lug{" "}
    [8] ago{" "}
    [9] set{" "}
    [10] ott{" "}
    [11] nov{" "}
   *[other] dic{" "}
}{ $year }
span-dates = { $from } – { $to }
span-years = { $from }–{ $to }
date-phrase = { $phrase ->
    [in] { EXACT($day) ->
        [0] nel { $date }
        [8] l’{ $date }
        [11] l’{ $date }
       *[other] il { $date }
    }
    [end] { EXACT($day) ->
        [0] { EXACT($month) ->
            [0] fine del { $date }
           *[other] fine di { $date }
        }
        [8] fine dell’{ $date }
        [11] fine dell’{ $date }
       *[other] fine del { $date }
    }
   *[since] { EXACT($day) ->
        [0] { EXACT($month) ->
            [0] dal { $date }
           *[other] da { $date }
        }
        [8] dall’{ $date }
        [11] dall’{ $date }
       *[other] dal { $date }
    }
}
