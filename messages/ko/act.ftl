### 한국어. Translated by the project; not yet read by a native speaker.

act-line = { $who }: { $act ->
    [established] { $whom }{ FINAL($whom) ->
        [consonant] 과
        [vowel] 와
       *[other] 와(과)
    } 수교
    [suspended] { $whom }{ FINAL($whom) ->
        [consonant] 과
        [vowel] 와
       *[other] 와(과)
    }의 외교 관계 중단
    [severed] { $whom }{ FINAL($whom) ->
        [consonant] 과
        [vowel] 와
       *[other] 와(과)
    } 단교
    [restored] { $whom }{ FINAL($whom) ->
        [consonant] 과
        [vowel] 와
       *[other] 와(과)
    } 외교 관계 복원
    [embassy-opened] 대사관 개설
   *[embassy-closed] 대사관 폐쇄
}
act-title = { $act ->
    [established] 수교.
    [suspended] 외교 관계 중단.
    [severed] 단교.
    [restored] 외교 관계 복원.
    [embassy-opened] 대사관 개설.
   *[embassy-closed] 대사관 폐쇄.
}
act-basis = { $act ->
    [established] { $date } 수교.
    [suspended] { $date } 외교 관계 중단.
    [severed] { $date } 단교.
    [restored] { $date } 외교 관계 복원.
    [embassy-opened] { $date } 대사관 개설.
   *[embassy-closed] { $date } 대사관 폐쇄.
}
