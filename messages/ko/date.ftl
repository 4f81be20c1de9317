### 한국어. Translated by the project; not yet read by a native speaker.

date-day = { $year }년 { $month } { $day }일
date-month = { $year }년 { $month }
date-year = { $year }년
month-name = { $month ->
    [1] 1월
    [2] 2월
    [3] 3월
    [4] 4월
    [5] 5월
    [6] 6월
    [7] 7월
    [8] 8월
    [9] 9월
    [10] 10월
    [11] 11월
   *[other] 12월
}
short-day = { $year }. { $month } { $day }.
short-month = { $year }. { $month }
short-month-name = { $month ->
    [1] 1.
    [2] 2.
    [3] 3.
    [4] 4.
    [5] 5.
    [6] 6.
    [7] 7.
    [8] 8.
    [9] 9.
    [10] 10.
    [11] 11.
   *[other] 12.
}
date-about = { $date }경
date-uncertain = { $date }(날짜 불확실)
in-step = { $date }에
span-dates = { $from } ~ { $to }
span-years = { $from }~{ $to }년
