### العربية. Translated by the project; not yet read by a native speaker.

table-caption = الدول والهيئات في { $end }: { $all }
table-caption-ties = العلاقات في { $end }: { $all }
table-caption-outside = { $caption }؛ { $outside }
table-stance = { ISOLATED($stance) } ({ ISOLATED($value) })
table-actor = الطرف
table-relation = العلاقة
table-stance-head = الموقف
table-since = منذ
table-why = السبب
