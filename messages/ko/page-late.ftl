### 한국어. Translated by the project; not yet read by a native speaker.

legend = 범례: 가장 우호적인 관계부터 가장 적대적인 관계까지, 그다음 다른 표시
how-to-read = 그림 읽는 법
compare-with = 비교 대상
no-other = { $step ->
    [year] 다른 연도 없음
    [month] 다른 달 없음
   *[day] 다른 날 없음
}
nobody-central = ‹ 중심 없음
share = 공유 또는 삽입
cite = 이 화면 인용
what-changed = 바뀐 것
what-differs = 다른 점
everyone-shown = 다시 모두 표시합니다.
reasons-missing = 이유와 출처를 불러오지 못했습니다.
back-to-everyone = ‹ 전체로 돌아가기
as-a-table = 표로 보기
table-everyone = 그림에 나오는 모두를 표로 보기
table-region = 표로 나타낸 그림
tree-everyone = 그림에 나오는 모두를 고리별 나무로 보기
tree-keys = 위아래 화살표 키로 하나씩 옮겨 가고, 오른쪽과 왼쪽 화살표 키로 펼치고 접습니다. Enter 키를 누르면 그리로 갑니다.
find = { $step ->
    [year] 나라, 사건, 연도 찾기
    [month] 나라, 사건, 월 찾기
   *[day] 나라, 사건, 날짜 찾기
}
found = 찾은 결과
timeline = { $step ->
    [year] 연대표: 주요 상대와의 관계를 해마다 보여 줍니다. 강조하면 같은 내용을 글로 알려 줍니다
    [month] 연대표: 주요 상대와의 관계를 달마다 보여 줍니다. 강조하면 같은 내용을 글로 알려 줍니다
   *[day] 연대표: 주요 상대와의 관계를 날마다 보여 줍니다. 강조하면 같은 내용을 글로 알려 줍니다
}
timeline-kind = 연대표
timeline-keys = { $step ->
    [year] 왼쪽·오른쪽 화살표 키는 사건 사이를, 위·아래 화살표 키는 줄 사이를 옮겨 다닙니다. Enter 키는 사건이 일어난 연도로 갑니다.
    [month] 왼쪽·오른쪽 화살표 키는 사건 사이를, 위·아래 화살표 키는 줄 사이를 옮겨 다닙니다. Enter 키는 사건이 일어난 달로 갑니다.
   *[day] 왼쪽·오른쪽 화살표 키는 사건 사이를, 위·아래 화살표 키는 줄 사이를 옮겨 다닙니다. Enter 키는 사건이 일어난 날로 갑니다.
}
eras = 시대
side-by-side = { $step ->
    [year] 연도별로 나란히 보기
    [month] 월별로 나란히 보기
   *[day] 날짜별로 나란히 보기
}
reset = 전환점으로 되돌리기
shown-now = 지금 보는 것
add-date = { $date } 추가
date-is-below = { $date } 아래에 있음
take-away = { $date } 빼기
some-texts-in = 이 데이터의 일부 글은 { $language }로 되어 있습니다.
language-of-page = 언어
cursor-end = { $date } 말
# A button that opens a dialog.
help = 키와 손동작
