### 한국어. Translated by the project; not yet read by a native speaker.

card-as-of = { $end } 기준:
card-others = 다른 시기에 같은 자리에 있던 나라: { $names }
card-ties = { $end } 다른 나라와의 관계
card-spells = 관계의 변천 ({ $all })
card-events = 있었던 일
card-events-between = 있었던 일, { $from }~{ $to }년
card-acts = 외교 조치
card-centre = 가운데에 놓기
