### العربية. Translated by the project; not yet read by a native speaker.

card-as-of = في { $end }:
card-others = في الموقع نفسه في أوقات أخرى: { ISOLATED($names) }
card-ties = العلاقة بالآخرين في { $end }
card-spells = العلاقة عبر السنين ({ $all })
card-events = ما الذي حدث
card-events-between = ما الذي حدث، { $from }–{ $to }
card-acts = إجراءات دبلوماسية
card-centre = ضعه في المركز
