### 한국어. Translated by the project; not yet read by a native speaker.

counts-relations = { $ego }{ FINAL($ego) ->
        [consonant] 과
        [vowel] 와
       *[other] 와(과)
    } 수교한 나라 { $states ->
        [0] { $figures ->
            [yes] { MARKED($states) }개국
           *[no] 없음
        }
       *[other] { MARKED($states) }개국
    }{ $rival ->
        [none] {""}
       *[other] , { $rival }{ FINAL($rival) ->
            [consonant] 과
            [vowel] 와
           *[other] 와(과)
        } 수교한 나라 { $rival-states ->
            [0] { $figures ->
                [yes] { MARKED($rival-states) }개국
               *[no] 없음
            }
           *[other] { MARKED($rival-states) }개국
        }
    }.
counts-ties =
    { $ties ->
        [0] { $figures ->
            [yes] 유지 중인 관계 { MARKED($ties) }건
           *[no] 유지 중인 관계 없음
        }
       *[other] 유지 중인 관계 { MARKED($ties) }건
    }{ $stances ->
        [none] {""}
       *[other] : { $stances }
    }.
counts-stance = { $stance } { MARKED($ties) }
counts-outside = 다른 두 나라 사이의 관계 { $ties }건은 그림에 나오지 않는다.
list-next = { $list }, { $next }
