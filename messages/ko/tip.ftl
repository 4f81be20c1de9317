### 한국어. Translated by the project; not yet read by a native speaker.

tip-year = { $date } 말
tip-event = { $others ->
    [0] { $date }
   *[other] { $date }, 가까이에 사건 { $others }건 더
}
