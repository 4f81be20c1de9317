### العربية. Translated by the project; not yet read by a native speaker.

site-pages = الصفحات
site-the = {" "}
site-page = { $page ->
    [index] الصورة
    [story] القصة
    [claims] الادعاءات
   *[sources] المصادر
}
site-title = { $page ->
    [story] القصة
    [claims] الادعاءات
   *[sources] المصادر
} – { $title }
site-story = القصة: { $title }
site-sources = المصادر
site-said-and-shown = { $work ->
    [none] ما يُدّعى وما تُظهره السجلات
   *[other] ما قاله { ISOLATED($work) } وما تُظهره السجلات
}
site-story-lede = { $steps ->
    [zero] بلا خطوات
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $steps } خطوات
    [many] { $steps } خطوة
   *[other] { $steps } خطوة
} من { $first } إلى { $last }. تتحرك الصورة مع النص.
site-judgement = كل موقف حُكم يذكر مصادره. «أقل تأكيدًا» لما يستند إلى حُكم وحده أو إلى موسوعة وحدها، و«غير مؤكد» لتخمين أو لمصدر ضعيف واحد.
site-record-ends = تنتهي السجلات عند { $date }.
site-data = البيانات: { ISOLATED($parts) }.
site-rests-on = يستند إلى { $events ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثين
    [few] { $events } أحداث
    [many] { $events } حدثًا
   *[other] { $events } حدث
}، { $sources ->
    [zero] بلا مصادر
    [one] مصدر واحد
    [two] مصدرين
    [few] { $sources } مصادر
    [many] { $sources } مصدرًا
   *[other] { $sources } مصدر
}
site-covers = الادعاءات{ $work ->
    [none] {""}
   *[other] {" ("}{ ISOLATED($work) })
} التي يتناولها: { $claims }.
site-verdict = { $verdict ->
    [confirmed] مؤكد
    [imprecise] غير دقيق
    [unsupported] بلا سند
   *[wrong] خاطئ
}
site-values = القيم مع مصادرها
site-picture = { ISOLATED($ego) } في الوسط، وحولها مواقف الآخرين منها في { $end }: الحلفاء قريبون والأعداء بعيدون.
site-network = { $actors ->
    [zero] لا أطراف
    [one] طرف واحد
    [two] طرفان
    [few] { $actors } أطراف
    [many] { $actors } طرفًا
   *[other] { $actors } طرف
}، كلٌّ في مكانه دائمًا، وخطوط بين من كانت بينهم علاقات في { $end }.
site-previous = ‹ السابق
site-next = التالي ›
site-section = القسم
site-steps = خطوات القصة
site-skip = تخطٍّ
site-skip-story = تخطي القصة إلى الصورة
site-step-of = { $step } من { $all }
site-play = ▶ تشغيل { $first }–{ $last }
site-poster-at-end = في { $end }.
site-poster-states = دول لها علاقات مع
site-skip-to = الانتقال إلى
site-skip-date = { $step ->
    [year] الانتقال إلى السنة
    [month] الانتقال إلى الشهر
   *[day] الانتقال إلى اليوم
}
site-skip-search = البحث
site-skip-changes = ما الذي تغيّر
site-skip-compare = المقارنة
site-skip-table = الجدول
site-no-script = الصورة ثابتة لأن هذا المتصفح لا يشغّل البرامج النصية.
site-last-table = كل من في الصورة الأخيرة، في جدول
site-tale = كيف وصل الأمر إلى هذا؟
site-tale-story-link = القصة
site-tale-story = تروي { $link } ذلك في { $steps ->
    [zero] لا خطوات
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $steps } خطوات
    [many] { $steps } خطوة
   *[other] { $steps } خطوة
} إلى جانب الصورة المتحركة، من { $first } إلى { $last }.
site-tale-claims-link = صفحة الادعاءات
site-tale-claims = تفحص { $link } { $claims ->
    [zero] لا ادعاءات
    [one] ادعاءً واحدًا
    [two] ادعاءين
    [few] { $claims } ادعاءات
    [many] { $claims } ادعاءً
   *[other] { $claims } ادعاء
}{ $work ->
    [none] {""}
   *[other] {" من «"}{ ISOLATED($work) }»
} واحدًا بعد الآخر.
site-own-network-link = ارسمها في ورشة العمل
site-own-network = شبكة خاصة بك: { $link }.
site-other-network = شبكة أخرى: { $link }.
site-texts-in = بعض نصوص هذه الصفحة { $language ->
    [en] بالإنجليزية
    [it] بالإيطالية
    [ko] بالكورية
    [ar] بالعربية
   *[other] بلغة أخرى
}.
