### 한국어. Translated by the project; not yet read by a native speaker.

year-wanted = { $step ->
    [year] { $first }년부터 { $last }년까지의 연도를 입력하세요.
    [month] { $first }부터 { $last }까지의 달을 입력하세요.
   *[day] { $first }부터 { $last }까지의 날짜를 입력하세요.
}
year-counts = { $step ->
    [year] 연말 기준: { $counts }
    [month] 월말 기준: { $counts }
   *[day] 하루가 끝난 시점 기준: { $counts }
}
year-nothing-changed = { $when } 기록된 변화 없음
year-nothing-began = { $when } 새로 시작된 일은 기록에 없음. 계속되는 일:
year-changed = { $when } 달라진 것
year-changed-most = { $when } 달라진 것, 영향이 큰 순
title-of-many = { $title }, { $all }건 중 { $shown }건
year-network = { $date } 말의 관계망
year-value = { $date }{ $line ->
    [none] { $counts ->
        [none] {""}
       *[other] : { $counts }
    }
   *[other] : { $line }{ $counts ->
        [none] {""}
       *[other] {" "}{ $counts }
    }
}
year-changes = { $changes ->
    [0] { $date }: 변화 없음.
   *[other] { $date }: 변화 { $changes }건.
}
full-stop = { $text }.
change-stance = { $who }: { $stance }, 이전에는 { $before }
change-much-warmer = 크게 가까워짐
change-warmer = 가까워짐
change-colder = 멀어짐
change-much-colder = 크게 멀어짐
not-coded = 분류되지 않음
