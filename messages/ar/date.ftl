### العربية. Translated by the project; not yet read by a native speaker.
### Names of months are those that pan-Arab newsrooms write, of the Gregorian calendar (CLDR `ar`).

date = { $about ->
    [yes] نحو{" "}
   *[no] {""}
}{ EXACT($day) ->
    [0] {""}
   *[other] { $day }{" "}
}{ EXACT($month) ->
    [0] {""}
    [1] يناير{" "}
    [2] فبراير{" "}
    [3] مارس{" "}
    [4] أبريل{" "}
    [5] مايو{" "}
    [6] يونيو{" "}
    [7] يوليو{" "}
    [8] أغسطس{" "}
    [9] سبتمبر{" "}
    [10] أكتوبر{" "}
    [11] نوفمبر{" "}
   *[other] ديسمبر{" "}
}{ $year }{ $uncertain ->
    [yes] {" "}(التاريخ غير مؤكد)
   *[no] {""}
}
short-date = { EXACT($day) ->
    [0] {""}
   *[other] { $day }{" "}
}{ EXACT($month) ->
    [0] {""}
    [1] يناير{" "}
    [2] فبراير{" "}
    [3] مارس{" "}
    [4] أبريل{" "}
    [5] مايو{" "}
    [6] يونيو{" "}
    [7] يوليو{" "}
    [8] أغسطس{" "}
    [9] سبتمبر{" "}
    [10] أكتوبر{" "}
    [11] نوفمبر{" "}
   *[other] ديسمبر{" "}
}{ $year }
span-dates = { $from } – { $to }
span-years = { $from }–{ $to }
date-phrase = { $phrase ->
    [in] { EXACT($month) ->
        [0] في عام { $date }
       *[other] في { $date }
    }
    [end] { EXACT($month) ->
        [0] نهاية عام { $date }
       *[other] نهاية { $date }
    }
   *[since] منذ { $date }
}
