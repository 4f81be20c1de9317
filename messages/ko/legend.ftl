### 한국어. Translated by the project; not yet read by a native speaker.

absence = { $ego }{ FINAL($ego) ->
    [consonant] 과
    [vowel] 와
   *[other] 와(과)
} 외교 관계 없음: 단교했음{ $rival ->
    [none] {""}
   *[other] , 또는 { $rival }{ FINAL($rival) ->
        [consonant] 과만
        [vowel] 와만
       *[other] 와(과)만
    } 수교했음
}
region-africa = 아프리카
region-asia = 아시아
region-europe = 유럽
region-north-america = 북아메리카
region-south-america = 남아메리카
region-oceania = 오세아니아
region-body = 국가 연합체
sign-ring-year = 이 해에 달라짐
sign-ring-month = 이 달에 달라짐
sign-ring-day = 이 날에 달라짐
sign-others = 다른 나라끼리
sign-two = 둘 사이
sign-dashes = 나쁜 관계

read-place = 위치
read-place-given = 모든 행위자는 데이터가 정한 한 자리에 머문다
read-place-solved = 모든 행위자는 한 자리에 머문다. 오랫동안 사이가 좋은 쪽은 가까이, 나쁜 쪽은 멀리 있다
read-colour = 점의 색
read-colour-ego = { $ego }에 대한 관계. 가장 큰 점이 { $ego }이다. 분류되지 않았으면 회색
read-colour-region = 지역. 밝혀지지 않았으면 회색
read-distance = 거리
read-distance-words = 가운데에 가까울수록 관계가 가깝다. 나라마다 가운데에서 본 방향은 늘 같다
read-threshold = { $unit ->
    [none] { $least } 이상
   *[other] { $least } { $unit } 이상
}
read-rule = “{ $stance }”의 기준
read-size = 점의 크기
read-size-ego = 주요 행위자, 그다음은 따로 이야기가 있는 행위자, 나머지 순
read-size-ties = 모든 해를 통틀어 관계를 맺은 상대의 수
read-ring = 점을 두른 고리
read-ring-words = { $step ->
    [year] 이 해에 달라졌다
    [month] 이 달에 달라졌다
   *[day] 이 날에 달라졌다
}
read-hole = 점 속의 구멍
read-hole-words = 불확실: 추정이거나 약한 출처 하나뿐
read-point = 점 속의 작은 점
read-point-words = 다소 불확실: 판단이거나 백과사전뿐. 이름 없는 점에는 표시하지 않는다
read-alternative = 다른 해석
read-alternative-words = 기록은 이 입장도 뒷받침한다. 연표에서는 점선 테두리. 점, 고리, 집계에는 반영하지 않는다
read-hollow = 빈 점
read-line = 선
read-line-words = 둘 사이의 관계. 선이 적을 때 나쁜 관계는 점선
read-pale-line = 옅은 선
read-curve = 굽은 선
read-curve-words = 다른 둘 사이의 관계. 나쁜 관계는 점선
read-width = 선의 굵기
read-width-words = { $measure }의 제곱근에 비례. 가장 굵은 선은 { $heaviest }, 수치가 없으면 가장 가늘다
read-arrow = 화살촉
read-arrow-words = 그 방향으로만 이어지는 관계. 선이 많으면 선택한 것에만 그린다
read-several = 같은 시기 둘 사이의 여러 관계
read-several-strongest = 가장 강한 것을 그린다. 세기가 같으면 더 차가운 것
read-several-latest = 가장 늦게 시작된 것을 그린다
read-several-sum = 합을 그린다. 단계의 양 끝을 넘지 않는다
read-bars = 슬라이더 아래 막대
read-bars-words = { $step ->
    [year] 그 해에 일어난 일의 양: 위는 호전, 아래는 악화
    [month] 그 달에 일어난 일의 양: 위는 호전, 아래는 악화
   *[day] 그 날에 일어난 일의 양: 위는 호전, 아래는 악화
}
read-trail = { $step ->
    [year] 선 위의 연도
    [month] 선 위의 달
   *[day] 선 위의 날짜
}
read-trail-words = 선택한 나라가 그 고리에 처음, 그리고 마지막으로 들어온 때
read-timeline = 연표
read-timeline-words = 기준선은 { $line ->
    [none] 0
   *[other] “{ $line }”
}. 위는 더 가깝고 아래는 더 멀며, 높을수록 강하다. 빈 곳은 분류되지 않은 때, 옅은 곳은 다소 불확실, 빗금은 불확실
read-triangles = 연표의 삼각형
read-triangles-words = 사건: 위는 호전, 아래는 악화, 원은 어느 쪽도 아님. 변화가 크면 크게

see-centre = 가운데에 가까울수록 { $ego }{ FINAL($ego) ->
    [consonant] 과
    [vowel] 와
   *[other] 와(과)
} 가깝다.
see-colour = 점의 색은 { $ego }에 대한 관계를 나타낸다.
see-lines = 선의 색은 둘 사이의 관계를 나타낸다.
see-places = 사이가 좋으면 가까이 모이고, 선의 색은 둘 사이의 관계를 나타낸다.
see-width = { $unit ->
    [none] 선의 굵기는 { $measure }.
   *[other] 선의 굵기는 { $measure }, 단위 { $unit }.
}
