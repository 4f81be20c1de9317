### How strong a tie is, which way it points, and what is not known of its ends.

# What is measured, where the dataset does not say it.
weight = weight
number-and-unit = { $number } { $unit }
# `trade of 1,200 million dollars`
weight-of = { $measure } of { $amount }
# The same as a sentence, with a capital letter. $when is `date-phrase`: in 1972.
weight-in = { $measure } of { $amount } { $when }.
weight-alone = { $measure } of { $amount }.
direction = From { $from } to { $to }.
or-before = { $date } or before
or-later = { $date } or later
still-at-end = { $from }, still at the end of { NUMBER($year) }
