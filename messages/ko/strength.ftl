### 한국어. Translated by the project; not yet read by a native speaker.

weight = 가중치
number-and-unit = { $number } { $unit }
weight-of = { $measure } { $amount }
weight-in = { $when } { $measure } { $amount }.
weight-alone = { $measure } { $amount }.
direction = { $from }에서 { $to }(으)로.
or-before = { $date } 또는 그 이전
or-later = { $date } 또는 그 이후
still-at-end = { $from }, { $year }년 말에도 지속
