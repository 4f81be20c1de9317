### 한국어. Translated by the project; not yet read by a native speaker.

date = { $year }년{ EXACT($month) ->
    [0] {""}
    [1] {" "}1월
    [2] {" "}2월
    [3] {" "}3월
    [4] {" "}4월
    [5] {" "}5월
    [6] {" "}6월
    [7] {" "}7월
    [8] {" "}8월
    [9] {" "}9월
    [10] {" "}10월
    [11] {" "}11월
   *[other] {" "}12월
}{ EXACT($day) ->
    [0] {""}
   *[other] {" "}{ $day }일
}{ $about ->
    [yes] 경
   *[no] {""}
}{ $uncertain ->
    [yes] (날짜 불확실)
   *[no] {""}
}
short-date = { $year }{ EXACT($month) ->
    [0] {""}
    [1] . 1.
    [2] . 2.
    [3] . 3.
    [4] . 4.
    [5] . 5.
    [6] . 6.
    [7] . 7.
    [8] . 8.
    [9] . 9.
    [10] . 10.
    [11] . 11.
   *[other] . 12.
}{ EXACT($day) ->
    [0] {""}
   *[other] {" "}{ $day }.
}
span-dates = { $from } ~ { $to }
span-years = { $from }~{ $to }년
date-phrase = { $phrase ->
    [in] { $date }에
    [end] { EXACT($day) ->
        [0] { $date } 말
       *[other] { $date }
    }
   *[since] { $date }부터
}
