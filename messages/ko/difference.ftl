### 한국어. Translated by the project; not yet read by a native speaker.

difference-alone = { $step ->
    [year] ‹ 이 해만 보기
    [month] ‹ 이 달만 보기
   *[day] ‹ 이 날만 보기
}
difference-heading = { $then }부터 { $now }까지
difference-none = 달라진 관계가 없습니다.
difference-lines = { $step ->
    [year] 그림은 선택한 해의 선을 보여 줍니다.
    [month] 그림은 선택한 달의 선을 보여 줍니다.
   *[day] 그림은 선택한 날의 선을 보여 줍니다.
}
difference-marks = 그림에서 빈 원은 그때의 자리, 점선은 지금 자리까지의 경로입니다.
difference-nearer = 가까워진 곳 { $all }
difference-farther = 멀어진 곳 { $all }
difference-opened = 수교했거나 새로 생긴 곳 { $all }
difference-ended = 관계를 끝냈거나 사라진 곳 { $all }
difference-came = 기록에 새로 오른 곳 { $all }
difference-went = 기록에서 빠진 곳 { $all }
difference-warmer = 가까워진 관계 { $all }
difference-colder = 멀어진 관계 { $all }
difference-stances = { $then } → { $now }
difference-was = 이전에는 { $then }
