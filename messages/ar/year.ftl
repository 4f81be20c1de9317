### العربية. Translated by the project; not yet read by a native speaker.

year-wanted = { $step ->
    [year] الرجاء إدخال سنة من { $first } إلى { $last }.
    [month] الرجاء إدخال شهر من { $first } إلى { $last }.
   *[day] الرجاء إدخال يوم من { $first } إلى { $last }.
}
year-counts = { $step ->
    [year] في نهاية العام: { $counts }
    [month] في نهاية الشهر: { $counts }
   *[day] في نهاية اليوم: { $counts }
}
year-nothing-changed = لا تغيّر مسجّل { $when }
year-nothing-began = لم يبدأ شيء مسجّل { $when }. ما زال مستمرًا:
year-changed = ما الذي تغيّر { $when }
year-changed-most = ما الذي تغيّر { $when }، بدءًا بالأكثر أثرًا
title-of-many = { $title }، { $shown } من { $all }
year-network = الشبكة في نهاية { $date }
year-value = { $date }{ $line ->
    [none] { $counts ->
        [none] {""}
       *[other] : { $counts }
    }
   *[other] : { $line }{ $counts ->
        [none] {""}
       *[other] {" "}{ $counts }
    }
}
year-changes = { $changes ->
    [zero] { $date }: لا تغيّر.
    [one] { $date }: تغيّر واحد.
    [two] { $date }: تغيّران.
    [few] { $date }: { $changes } تغيّرات.
    [many] { $date }: { $changes } تغيّرًا.
   *[other] { $date }: { $changes } تغيّر.
}
full-stop = { $text }.
change-stance = { ISOLATED($who) }: { ISOLATED($stance) }، وقبل ذلك { ISOLATED($before) }
change-much-warmer = أدفأ كثيرًا
change-warmer = أدفأ
change-colder = أبرد
change-much-colder = أبرد كثيرًا
not-coded = غير مصنّف
