### العربية. Translated by the project; not yet read by a native speaker.

weight = الوزن
number-and-unit = { $number } { ISOLATED($unit) }
weight-of = { ISOLATED($measure) }: { $amount }
weight-in = { ISOLATED($measure) }: { $amount } { $when }.
weight-alone = { ISOLATED($measure) }: { $amount }.
direction = من { ISOLATED($from) } إلى { ISOLATED($to) }.
or-before = { $date } أو قبله
or-later = { $date } أو بعده
still-at-end = { $from }، وما زال قائمًا في نهاية عام { $year }
