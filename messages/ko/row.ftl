### 한국어. Translated by the project; not yet read by a native speaker.

row-more = 외 { $more }곳
pair = { $one } – { $other }
source-article = { $publisher }: { $article }
row-said = { $title }{ $focus ->
    [yes] {" "}선택됨
   *[no] {""}
}{ $how ->
    [none] {""}
   *[other] : { $how }
}{ $when ->
    [none] {""}
   *[other] , { $when }
}
