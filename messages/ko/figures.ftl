### 한국어. Translated by the project; not yet read by a native speaker.

group-mark = ,
decimal-mark = .
percent = { $number }%
measure-share = 비율
measure-remark = 비고
measure-note = { $unit ->
    [none] 퍼센트
   *[other] { $unit }
}. { $step ->
    [year] 수치가 없는 해는 비어 있습니다.
    [month] 수치가 없는 달은 비어 있습니다.
   *[day] 수치가 없는 날은 비어 있습니다.
}{ $paler ->
    [yes] {" "}옅은 막대는 다소 불확실합니다.
   *[no] {""}
}
measure-label = { $title }{ $unit ->
    [none] {""}
   *[other] , { $unit }
}{ $figures ->
    [none] {""}
   *[other] : { $figures }
}. 값은 아래 표에 있습니다.
measure-figure = { $when } { $value }
step-name = { $step ->
    [year] 연도
    [month] 월
   *[day] 날짜
}
