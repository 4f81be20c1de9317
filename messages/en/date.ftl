### Dates and spans of time.

# $month is the month's name, as `month-name` gives it.
date-day = { NUMBER($day) } { $month } { NUMBER($year) }
date-month = { $month } { NUMBER($year) }
# A year, where it stands in a sentence or a list.
date-year = { NUMBER($year) }
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
# The same where there is little room: on axes and in the year's field. A year alone is its figures there.
short-day = { NUMBER($day) } { $month } { NUMBER($year) }
short-month = { $month } { NUMBER($year) }
short-month-name = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
# $date is a date in words.
date-about = about { $date }
date-uncertain = { $date } (uncertain)
# When something was, within a sentence. $date is a date in words; $step what it is.
in-step = { $step ->
    [day] on { $date }
    [month] in { $date }
   *[year] in { $date }
}
# From a date to a date.
span-dates = { $from } – { $to }
span-years = { NUMBER($from) }–{ NUMBER($to) }
