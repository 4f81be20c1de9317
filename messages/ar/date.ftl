### العربية. Translated by the project; not yet read by a native speaker.
### Names of months are those that pan-Arab newsrooms write, of the Gregorian calendar (CLDR `ar`).

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
month-name = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[other] ديسمبر
}
short-day = { $day } { $month } { $year }
short-month = { $month } { $year }
short-month-name = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[other] ديسمبر
}
date-about = نحو { $date }
date-uncertain = { $date } (التاريخ غير مؤكد)
in-step = { $step ->
    [day] في { $date }
    [month] في { $date }
   *[year] في عام { $date }
}
span-dates = { $from } – { $to }
span-years = { $from }–{ $to }
