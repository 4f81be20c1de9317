### العربية. Translated by the project; not yet read by a native speaker.

citation-view = { $end }{ $compared ->
    [none] {""}
   *[other] ؛ مقارنة مع { $compared }
}{ $focus ->
    [none] {""}
   *[other] ؛ التركيز على { ISOLATED($focus) }
}
citation = { $author ->
    [none] { ISOLATED($title) }
   *[other] { ISOLATED($author) }
}{ $published ->
    [none] {""}
   *[other] {" "}({ $published })
}{ $author ->
    [none] {""}
   *[other] . { ISOLATED($title) }
}{ $version ->
    [none] {""}
   *[other] ، الإصدار { ISOLATED($version) }
} [مجموعة بيانات]. العرض: { $view }.
