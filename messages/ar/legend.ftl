### العربية. Translated by the project; not yet read by a native speaker.

absence = لا علاقات مع { ISOLATED($ego) }: قُطعت{ $rival ->
    [none] {""}
   *[other] ، أو للدولة علاقات مع { ISOLATED($rival) } وحدها
}
region-africa = أفريقيا
region-asia = آسيا
region-europe = أوروبا
region-north-america = أمريكا الشمالية
region-south-america = أمريكا الجنوبية
region-oceania = أوقيانوسيا
region-body = هيئات الدول
sign-ring-year = تغيّر هذا العام
sign-ring-month = تغيّر هذا الشهر
sign-ring-day = تغيّر هذا اليوم
sign-others = بين آخرين
sign-two = بين طرفين
sign-dashes = على خلاف

read-place = الموقع
read-place-given = يبقى كل طرف في موقع واحد تحدده البيانات
read-place-solved = يبقى كل طرف في موقع واحد؛ من حسُنت علاقاتهم عبر السنين متقاربون، ومن ساءت علاقاتهم متباعدون
read-colour = لون النقطة
read-colour-ego = علاقة الطرف بـ{ ISOLATED($ego) }، صاحب النقطة الأكبر؛ الرمادي لما لم يُصنّف
read-colour-region = المنطقة؛ الرمادي حيث لم تُذكر
read-distance = المسافة
read-distance-words = كلما اقترب من المركز كانت العلاقات أدفأ؛ يبقى كل بلد في الاتجاه نفسه من المركز
read-threshold = { $unit ->
    [none] من { $least } فما فوق
   *[other] من { $least } { ISOLATED($unit) } فما فوق
}
read-rule = قاعدة «{ ISOLATED($stance) }»
read-size = حجم النقطة
read-size-ego = الأطراف الرئيسية، ثم من لهم قصة خاصة، ثم سائر الأطراف
read-size-ties = عدد من كانت له علاقات معهم في السنوات كلها
read-ring = حلقة حول النقطة
read-ring-words = { $step ->
    [year] تغيّر هذا العام
    [month] تغيّر هذا الشهر
   *[day] تغيّر هذا اليوم
}
read-hole = ثقب في النقطة
read-hole-words = غير مؤكد: تخمين أو مصدر واحد ضعيف
read-point = نقيطة في النقطة
read-point-words = أقل تأكيدًا: تقدير، أو موسوعة وحدها؛ النقاط التي لا اسم لها لا تُظهر ذلك
read-alternative = قراءة أخرى
read-alternative-words = يسند السجل هذا الموقف أيضًا، وهو إطار متقطع في الخط الزمني؛ لا تتبعه النقاط والحلقات والأعداد
read-hollow = نقطة مجوّفة
read-line = خط
read-line-words = علاقة طرفين أحدهما بالآخر؛ حيث تقل الخطوط يكون متقطعًا إن ساءت العلاقة
read-pale-line = خط باهت
read-curve = خط منحنٍ
read-curve-words = علاقة طرفين آخرين أحدهما بالآخر؛ متقطع حيث ساءت
read-width = عرض الخط
read-width-words = { ISOLATED($measure) }، بحسب الجذر التربيعي؛ الأعرض { ISOLATED($heaviest) }، وما لا رقم له هو الأرفع
read-arrow = رأس السهم
read-arrow-words = الصلة في ذلك الاتجاه وحده؛ حيث تكثر الخطوط لا يُرسم إلا لمن عليه التركيز
read-several = عدة صلات بين طرفين في الوقت نفسه
read-several-strongest = تُرسم الأقوى، ومن المتساويتين الأبرد
read-several-latest = تُرسم التي بدأت آخرًا
read-several-sum = يُرسم مجموعها، ولا يتجاوز طرفي السلّم
read-bars = الأعمدة تحت شريط التمرير
read-bars-words = { $step ->
    [year] كم حدث في ذلك العام: إلى أعلى للأفضل، وإلى أسفل للأسوأ
    [month] كم حدث في ذلك الشهر: إلى أعلى للأفضل، وإلى أسفل للأسوأ
   *[day] كم حدث في ذلك اليوم: إلى أعلى للأفضل، وإلى أسفل للأسوأ
}
read-trail = { $step ->
    [year] أعوام على الخط
    [month] أشهر على الخط
   *[day] أيام على الخط
}
read-trail-words = متى بلغ البلد الذي عليه التركيز تلك الحلقة أول مرة وآخر مرة
read-timeline = الخط الزمني
read-timeline-words = خطه هو { $line ->
    [none] 0
   *[other] «{ ISOLATED($line) }»
}؛ فوقه أدفأ وتحته أبرد، والأعلى أقوى؛ حيث الفراغ لا موقف مصنّف؛ الباهت أقل تأكيدًا والمخطط غير مؤكد
read-triangles = المثلثات في الخط الزمني
read-triangles-words = أحداث: إلى أعلى للأفضل، وإلى أسفل للأسوأ، والقرص لا لهذا ولا لذاك؛ كبيرة حيث كبر التغيّر

see-centre = كلما اقترب من المركز كان أقرب إلى { ISOLATED($ego) }.
see-colour = لون النقطة يدل على العلاقة بـ{ ISOLATED($ego) }.
see-lines = لون الخط يدل على علاقة الطرفين.
see-places = العلاقات الجيدة تقرّب، ولون الخط يدل على علاقة الطرفين.
see-width = { $unit ->
    [none] عرض الخط هو { ISOLATED($measure) }.
   *[other] عرض الخط هو { ISOLATED($measure) }، بوحدة { ISOLATED($unit) }.
}
