### 한국어. Translated by the project; not yet read by a native speaker.

citation-view = { $end }{ $compared ->
    [none] {""}
   *[other] ; 비교 시점 { $compared }
}{ $focus ->
    [none] {""}
   *[other] ; 선택 { $focus }
}
citation = { $author ->
    [none] { $title }
   *[other] { $author }
}{ $published ->
    [none] {""}
   *[other] {" "}({ $published })
}{ $author ->
    [none] {""}
   *[other] . { $title }
}{ $version ->
    [none] {""}
   *[other] , { $version }판
} [데이터 세트]. 화면: { $view }.
