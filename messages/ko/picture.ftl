### 한국어. Translated by the project; not yet read by a native speaker.

picture-title = { $title }, { $end }
picture-round = { $end } { $ego }의 대외 관계.
picture-among = { $end } 행위자 { $actors }곳 사이의 관계.
picture-stance = { $stance }: { $names }.
picture-actors = 행위자 { $actors }곳
list-last = { $list }, { $last }
list-and-more = { $list } 외 { $more }곳
pairs-pair = { $one }–{ $other }{ $weight ->
    [none] {""}
   *[other] ({ $weight })
}
pairs-next = { $list }; { $next }
pairs-more = { $list }; 외 { $more }쌍
picture-timeline = { $ego ->
    [none] 주요 행위자 사이의 관계
   *[other] 주요 행위자와 { $ego }의 관계
}{ $counts ->
    [yes] , 수교국 수
   *[no] {""}
}{ $eras ->
    [yes] , 시대 구분
   *[no] {""}
}.
