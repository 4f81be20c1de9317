### العربية. Translated by the project; not yet read by a native speaker.

difference-alone = { $step ->
    [year] ‹ هذا العام وحده
    [month] ‹ هذا الشهر وحده
   *[day] ‹ هذا اليوم وحده
}
difference-heading = من { $then } إلى { $now }
difference-none = لا اختلاف في أي علاقة.
difference-lines = { $step ->
    [year] تُظهر الصورة خطوط العام المعروض.
    [month] تُظهر الصورة خطوط الشهر المعروض.
   *[day] تُظهر الصورة خطوط اليوم المعروض.
}
difference-marks = في الصورة تدل الحلقة الفارغة على الموقع حينها، والخط المنقّط على الطريق إلى الموقع الآن.
difference-nearer = اقتربوا: { $all }
difference-farther = ابتعدوا: { $all }
difference-opened = أقاموا علاقات أو ظهروا: { $all }
difference-ended = أنهوا العلاقات أو اختفوا: { $all }
difference-came = دخلوا السجل: { $all }
difference-went = لم يعودوا في السجل: { $all }
difference-warmer = علاقات تحسّنت: { $all }
difference-colder = علاقات ساءت: { $all }
difference-stances = { ISOLATED($then) } ← { ISOLATED($now) }
difference-was = سابقًا { ISOLATED($then) }
