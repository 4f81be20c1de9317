### Dates and spans of time.
### EXACT(…) chooses by a number as it is, not by its plural category.

# A day, a month or a year: $day and $month are 0 where the date has none.
date = { $about ->
    [yes] about{" "}
   *[no] {""}
}{ EXACT($day) ->
    [0] {""}
   *[other] { $day }{" "}
}{ EXACT($month) ->
    [0] {""}
    [1] January{" "}
    [2] February{" "}
    [3] March{" "}
    [4] April{" "}
    [5] May{" "}
    [6] June{" "}
    [7] July{" "}
    [8] August{" "}
    [9] September{" "}
    [10] October{" "}
    [11] November{" "}
   *[other] December{" "}
}{ NUMBER($year) }{ $uncertain ->
    [yes] {" "}(uncertain)
   *[no] {""}
}
# The same where there is little room: on axes and in the year's field.
short-date = { EXACT($day) ->
    [0] {""}
   *[other] { $day }{" "}
}{ EXACT($month) ->
    [0] {""}
    [1] Jan{" "}
    [2] Feb{" "}
    [3] Mar{" "}
    [4] Apr{" "}
    [5] May{" "}
    [6] Jun{" "}
    [7] Jul{" "}
    [8] Aug{" "}
    [9] Sep{" "}
    [10] Oct{" "}
    [11] Nov{" "}
   *[other] Dec{" "}
}{ NUMBER($year) }
# From a date to a date.
span-dates = { $from } – { $to }
span-years = { NUMBER($from) }–{ NUMBER($to) }
# A date within a sentence: `in`, when something was (in 1972, on 4 August 1914); `end`, the end of a year, a month or a
# day, without an article (end of 1972); `since`. $date is a date in words. $month and $day are 0 where the date has none;
# GIVEN(…) says nothing: they are for languages whose words change with them.
date-phrase = { GIVEN($month) }{ $phrase ->
    [in] { EXACT($day) ->
        [0] in { $date }
       *[other] on { $date }
    }
    [end] end of { $date }
   *[since] since { $date }
}
