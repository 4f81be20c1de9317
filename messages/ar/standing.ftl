### العربية. Translated by the project; not yet read by a native speaker.

no-relations = لا علاقات
not-there-yet = لم يوجد بعد
no-longer-there = لم يعد موجودًا
since-and-before = { $since }{ $unknown ->
    [yes] ، والنهاية غير معروفة
   *[no] {""}
}{ $before ->
    [none] {""}
   *[other] ، وقبل ذلك { ISOLATED($before) }
}
standing-rival = للدولة علاقات مع { ISOLATED($rival) }؛ ولا علاقات مسجّلة مع { ISOLATED($ego) }.
standing-relations = { $ties ->
    [zero] لا علاقات مصنّفة
    [one] علاقة واحدة
    [two] علاقتان
    [few] { $ties } علاقات
    [many] { $ties } علاقة
   *[other] { $ties } علاقة
}{ $stances ->
    [none] {""}
   *[other] : { $stances }
}
stance-ties = { ISOLATED($stance) } { $ties }
standing-formal = علاقات رسمية فقط: لا شيء آخر مسجّلًا.
standing-formal-and = علاقات رسمية فقط.
-events = { $events ->
    [zero] .
    [one] ، وحدث واحد.
    [two] ، وحدثان.
    [few] ، و{ $events } أحداث.
    [many] ، و{ $events } حدثًا.
   *[other] ، و{ $events } حدث.
}
recorded = { $acts ->
    [zero] { $events ->
        [zero] لا شيء مسجّل بين الطرفين.
        [one] مسجّل بين الطرفين: حدث واحد.
        [two] مسجّل بين الطرفين: حدثان.
        [few] مسجّل بين الطرفين: { $events } أحداث.
        [many] مسجّل بين الطرفين: { $events } حدثًا.
       *[other] مسجّل بين الطرفين: { $events } حدث.
    }
    [one] مسجّل بين الطرفين: إجراء دبلوماسي واحد{ -events }
    [two] مسجّل بين الطرفين: إجراءان دبلوماسيان{ -events }
    [few] مسجّل بين الطرفين: { $acts } إجراءات دبلوماسية{ -events }
    [many] مسجّل بين الطرفين: { $acts } إجراءً دبلوماسيًا{ -events }
   *[other] مسجّل بين الطرفين: { $acts } إجراء دبلوماسي{ -events }
}
beside-sum = مجموع الصلات: { $ties }.
beside = سارٍ أيضًا: { $stance ->
    [none] { ISOLATED($weight) }
   *[other] { ISOLATED($stance) }{ $weight ->
        [none] {""}
       *[other] ، { ISOLATED($weight) }
    }
}، { $span }.
beside-more = و{ $more } غيرها.
why-group = المجموعة: { ISOLATED($group) }.
why-later = { $when }: { ISOLATED($why) }
alternative = قراءة أخرى: { ISOLATED($stance) }.
