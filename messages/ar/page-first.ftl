### العربية. Translated by the project; not yet read by a native speaker.

play = تشغيل
pause = إيقاف مؤقت
slider = { $step ->
    [year] السنة
    [month] الشهر
   *[day] اليوم
}
go-to = { $step ->
    [year] الانتقال إلى سنة
    [month] الانتقال إلى شهر
   *[day] الانتقال إلى يوم
}
time = الزمن
speed = السرعة
previous-change = { $step ->
    [year] السنة السابقة التي شهدت تغيّرًا
    [month] الشهر السابق الذي شهد تغيّرًا
   *[day] اليوم السابق الذي شهد تغيّرًا
}
next-change = { $step ->
    [year] السنة التالية التي شهدت تغيّرًا
    [month] الشهر التالي الذي شهد تغيّرًا
   *[day] اليوم التالي الذي شهد تغيّرًا
}
network = الشبكة
network-kind = شبكة
network-keys = تنتقل مفاتيح الأسهم من علامة إلى أخرى، ويضع مفتاح الإدخال طرفًا في بؤرة العرض، ويعيد مفتاح الهروب إلى الخلف.
in-words = { $step ->
    [year] السنة بالكلمات
    [month] الشهر بالكلمات
   *[day] اليوم بالكلمات
}
on-their-way = الأسماء والأسباب قيد التحميل.
stopped = توقّفت الصورة عن العمل.
stands-still = الصورة ثابتة: لا يمكن تشغيل البرنامج الذي يحرّكها هنا ({ ISOLATED($reason) }).
no-webassembly = هذا المتصفح لا يدعم WebAssembly
not-understood = هذه الصفحة أو هذا المتصفح لا يسمح به أو لا يفهمه
failed = حدث خطأ في البرنامج
start-again = ابدأ من جديد
late-missing = تعذّر تحميل الخط الزمني والبحث والجدول والتفاصيل؛ وما زال تغيير السنة ممكنًا.
try-again = حاول مرة أخرى
