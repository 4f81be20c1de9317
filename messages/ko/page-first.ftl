### 한국어. Translated by the project; not yet read by a native speaker.

play = 재생
pause = 일시정지
slider = { $step ->
    [year] 연도
    [month] 월
   *[day] 날짜
}
go-to = { $step ->
    [year] 연도로 이동
    [month] 월로 이동
   *[day] 날짜로 이동
}
time = 시간
speed = 속도
previous-change = { $step ->
    [year] 변화가 있던 이전 연도
    [month] 변화가 있던 이전 달
   *[day] 변화가 있던 이전 날
}
next-change = { $step ->
    [year] 변화가 있던 다음 연도
    [month] 변화가 있던 다음 달
   *[day] 변화가 있던 다음 날
}
network = 관계망
network-kind = 관계망
network-keys = 화살표 키로 표시 사이를 옮겨 다닙니다. Enter 키는 행위자를 강조하고, Esc 키는 되돌아갑니다.
in-words = { $step ->
    [year] 글로 보는 이 해
    [month] 글로 보는 이 달
   *[day] 글로 보는 이 날
}
on-their-way = 이름과 이유를 불러오는 중입니다.
stopped = 그림이 작동을 멈췄습니다.
stands-still = 그림이 멈춰 있습니다. 그림을 움직이는 프로그램을 여기서 실행할 수 없습니다({ $reason }).
no-webassembly = 이 브라우저에는 WebAssembly가 없습니다
not-understood = 이 페이지나 브라우저가 프로그램을 허용하지 않거나 이해하지 못합니다
failed = 프로그램 오류
start-again = 다시 시작
late-missing = 연대표, 검색, 표, 세부 정보를 불러오지 못했습니다. 연도는 계속 옮길 수 있습니다.
try-again = 다시 시도
