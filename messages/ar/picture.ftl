### العربية. Translated by the project; not yet read by a native speaker.

picture-title = { ISOLATED($title) } في { $end }
picture-round = العلاقات مع { ISOLATED($ego) } في { $end }.
picture-among = { $actors ->
    [zero] لا علاقات في { $end }.
    [one] علاقات طرف واحد في { $end }.
    [two] العلاقات بين طرفين في { $end }.
    [few] العلاقات بين { $actors } أطراف في { $end }.
    [many] العلاقات بين { $actors } طرفًا في { $end }.
   *[other] العلاقات بين { $actors } طرف في { $end }.
}
picture-stance = { ISOLATED($stance) }: { $names }.
picture-actors = { $actors ->
    [zero] لا أحد
    [one] طرف واحد
    [two] طرفان
    [few] { $actors } أطراف
    [many] { $actors } طرفًا
   *[other] { $actors } طرف
}
list-last = { $list } و{ ISOLATED($last) }
list-and-more = { $list } و{ $more } غيرهم
pairs-pair = { ISOLATED($one) } و{ ISOLATED($other) }{ $weight ->
    [none] {""}
   *[other] {" "}({ ISOLATED($weight) })
}
pairs-next = { $list }؛ { $next }
pairs-more = { $list }؛ و{ $more } غيرها
picture-timeline = { $ego ->
    [none] علاقات الأطراف الرئيسية بعضها ببعض
   *[other] علاقات الأطراف الرئيسية مع { ISOLATED($ego) }
}{ $counts ->
    [yes] {" "}وعدد الدول التي لها علاقات
   *[no] {""}
}{ $eras ->
    [yes] {" "}والحقب
   *[no] {""}
}.
