### 한국어. Translated by the project; not yet read by a native speaker.

place-next = { $list } / { $next }
timeline-key = 기준선은 { $line }: 위는 더 가깝고 아래는 더 멀다. ▲▼ 호전 또는 악화된 사건, 변화가 클수록 크게.
timeline-key-another = 점선: 다른 해석.
timeline-key-pale = 옅음: 다소 불확실.
timeline-key-striped = 빗금 또는 빈 표시: 불확실.
timeline-key-hollow = 빈 표시: 불확실.
timeline-row = { $label }: { $how }{ $when ->
    [none] {""}
   *[other] , { $when }
}. 선택하기
curves-head = 관계를 맺은 국가
