### العربية. Translated by the project; not yet read by a native speaker.

act-line = { ISOLATED($who) }: { $act ->
    [established] إقامة علاقات مع { ISOLATED($whom) }
    [suspended] تعليق العلاقات مع { ISOLATED($whom) }
    [severed] قطع العلاقات مع { ISOLATED($whom) }
    [restored] استئناف العلاقات مع { ISOLATED($whom) }
    [embassy-opened] افتتاح سفارة
   *[embassy-closed] إغلاق سفارة
}
act-title = { $act ->
    [established] إقامة علاقات.
    [suspended] تعليق العلاقات.
    [severed] قطع العلاقات.
    [restored] استئناف العلاقات.
    [embassy-opened] افتتاح سفارة.
   *[embassy-closed] إغلاق سفارة.
}
act-basis = { $act ->
    [established] إقامة علاقات: { $date }.
    [suspended] تعليق العلاقات: { $date }.
    [severed] قطع العلاقات: { $date }.
    [restored] استئناف العلاقات: { $date }.
    [embassy-opened] افتتاح سفارة: { $date }.
   *[embassy-closed] إغلاق سفارة: { $date }.
}
