### Italiano. Translated by the project; not yet read by a native speaker.

weight = peso
number-and-unit = { $number } { $unit }
weight-of = { $measure }: { $amount }
weight-in = { $measure }: { $amount } { $when }.
weight-alone = { $measure }: { $amount }.
direction = Da { $from } a { $to }.
or-before = { $date } o prima
or-later = { $date } o dopo
still-at-end = { $from }, ancora alla fine del { $year }
