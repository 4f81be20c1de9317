### العربية. Translated by the project; not yet read by a native speaker.

search-years = أعوام
search-actors = دول وهيئات
search-events = أحداث
search-none = لا نتائج
search-found = { $found ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $found } نتائج
    [many] { $found } نتيجة
   *[other] { $found } نتيجة
}
search-centre = في المركز
search-actor = { ISOLATED($how) } في { $end }
search-event = { $date }{ $actors ->
    [none] {""}
   *[other] {" "}· { $actors }
}{ $others ->
    [yes] {" "}وآخرون
   *[no] {""}
}
