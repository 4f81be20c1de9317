### العربية. Translated by the project; not yet read by a native speaker.

### الفاصلة للآلاف والنقطة للكسور، مع الأرقام الغربية، كما تكتبها غرف الأخبار.

group-mark = ,
decimal-mark = .
percent = { $number }%
measure-share = النسبة
measure-remark = ملاحظة
measure-note = { $unit ->
    [none] بالمئة
   *[other] { ISOLATED($unit) }
}. { $step ->
    [year] العام الذي لا رقم له يُترك فارغًا.
    [month] الشهر الذي لا رقم له يُترك فارغًا.
   *[day] اليوم الذي لا رقم له يُترك فارغًا.
}{ $paler ->
    [yes] {" "}الأعمدة الباهتة أقل تأكيدًا.
   *[no] {""}
}
measure-label = { ISOLATED($title) }{ $unit ->
    [none] {""}
   *[other] ، { ISOLATED($unit) }
}{ $figures ->
    [none] {""}
   *[other] : { $figures }
}. القيم في الجدول أدناه.
measure-figure = { $value } { $when }
step-name = { $step ->
    [year] العام
    [month] الشهر
   *[day] اليوم
}
