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
in-step = { $month ->
    [zero] في عام { $date }
    [one] في { $date }
    [two] في { $date }
    [few] في { $date }
    [many] في { $date }
   *[other] في { $date }
}
span-dates = { $from } – { $to }
span-years = { $from }–{ $to }
end-of = { $month ->
    [zero] نهاية عام { $date }
    [one] نهاية { $date }
    [two] نهاية { $date }
    [few] نهاية { $date }
    [many] نهاية { $date }
   *[other] نهاية { $date }
}
