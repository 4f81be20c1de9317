### 한국어. Translated by the project; not yet read by a native speaker.

no-relations = 외교 관계 없음
not-there-yet = 아직 존재하지 않음
no-longer-there = 더는 존재하지 않음
since-and-before = { $since }{ $unknown ->
    [yes] , 끝난 때는 알 수 없음
   *[no] {""}
}{ $before ->
    [none] {""}
   *[other] , 이전에는 { $before }
}
standing-rival = { $rival }{ FINAL($rival) ->
    [consonant] 과
    [vowel] 와
   *[other] 와(과)
} 수교했으며, { $ego }{ FINAL($ego) ->
    [consonant] 과의
    [vowel] 와의
   *[other] 와(과)의
} 외교 관계는 기록에 없다.
standing-relations = { $ties ->
    [0] 분류된 관계 없음
   *[other] 관계 { $ties }건
}{ $stances ->
    [none] {""}
   *[other] : { $stances }
}
stance-ties = { $stance } { $ties }
standing-formal = 공식 외교 관계뿐이며, 그 밖의 기록은 없다.
standing-formal-and = 공식 외교 관계뿐.
recorded = { $acts ->
    [0] { $events ->
        [0] 둘 사이에 기록된 것이 없다.
       *[other] 둘 사이의 기록: 사건 { $events }건.
    }
   *[other] 둘 사이의 기록: 외교 조치 { $acts }건{ $events ->
        [0] .
       *[other] , 사건 { $events }건.
    }
}
beside-sum = 관계 { $ties }건의 합.
beside = 함께 유효: { $stance ->
    [none] { $weight }
   *[other] { $stance }{ $weight ->
        [none] {""}
       *[other] , { $weight }
    }
}, { $span }.
beside-more = 그 밖에 { $more }건.
why-group = 집단: { $group }.
why-later = { $when }: { $why }
alternative = 다른 해석: { $stance }.
