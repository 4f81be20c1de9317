### 한국어. Translated by the project; not yet read by a native speaker.

search-years = 연도
search-actors = 국가와 기구
search-events = 사건
search-none = 찾은 것이 없습니다
search-found = { $found }건 찾음
search-centre = 가운데
search-actor = { $end } { $how }
search-event = { $date }{ $actors ->
    [none] {""}
   *[other] {" "}· { $actors }
}{ $others ->
    [yes] {" "}등
   *[no] {""}
}
