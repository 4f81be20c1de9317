### العربية. Translated by the project; not yet read by a native speaker.

row-more = و{ $more } غيرهم
pair = { ISOLATED($one) } – { ISOLATED($other) }
source-article = { ISOLATED($publisher) }: { ISOLATED($article) }
row-said = { ISOLATED($title) }{ $focus ->
    [yes] {" "}موضع التركيز
   *[no] {""}
}{ $how ->
    [none] {""}
   *[other] : { ISOLATED($how) }
}{ $when ->
    [none] {""}
   *[other] ، { $when }
}
