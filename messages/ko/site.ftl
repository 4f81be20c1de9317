### 한국어. Translated by the project; not yet read by a native speaker.

site-pages = 페이지
site-the = {" "}
site-page = { $page ->
    [index] 그림
    [story] 이야기
    [claims] 주장
   *[sources] 출처
}
site-title = { $page ->
    [story] 이야기
    [claims] 주장
   *[sources] 출처
} – { $title }
site-story = 이야기: { $title }
site-sources = 출처
site-said-and-shown = { $work ->
    [none] 주장과 기록
   *[other] { $work }의 말과 기록
}
site-story-lede = { $first }부터 { $last }까지 { $steps ->
   *[other] { $steps }
}단계. 그림은 글과 함께 움직입니다.
site-judgement = 모든 관계 단계는 판단이며 출처를 밝힙니다. “다소 불확실”은 판단이나 백과사전에만 근거한 것, “불확실”은 추측이나 약한 출처 하나에 근거한 것입니다.
site-record-ends = 기록은 { $date }까지입니다.
site-data = 자료: { $parts }.
site-rests-on = 근거: 사건 { $events ->
   *[other] { $events }
}건, 출처 { $sources ->
   *[other] { $sources }
}건
site-covers = 다루는 주장{ $work ->
    [none] {""}
   *[other] {" ("}{ $work })
}: { $claims }.
site-verdict = { $verdict ->
    [confirmed] 확인됨
    [imprecise] 부정확함
    [unsupported] 근거 없음
   *[wrong] 틀림
}
site-values = 값과 출처
site-picture = 가운데에 { $ego }, 그 둘레에 { $end } 다른 나라들과의 관계: 동맹은 가까이, 적은 멀리.
site-network = { $actors ->
   *[other] { $actors }
}개 행위자가 늘 같은 자리에 있고, { $end } 관계가 있던 이들 사이에 선이 있습니다.
site-previous = ‹ 이전
site-next = 다음 ›
site-section = 부분
site-steps = 이야기의 단계
site-skip = 건너뛰기
site-skip-story = 이야기를 건너뛰고 그림으로
site-step-of = { $all } 중 { $step }
site-play = ▶ { $first }–{ $last } 재생
site-poster-at-end = { $end } 기준.
site-poster-states = 관계를 맺은 국가 수
site-skip-to = 바로 가기
site-skip-date = { $step ->
    [year] 연도로 이동
    [month] 월로 이동
   *[day] 날짜로 이동
}
site-skip-search = 검색
site-skip-changes = 바뀐 것
site-skip-compare = 비교
site-skip-table = 표
site-no-script = 이 브라우저에서 스크립트가 실행되지 않아 그림이 멈춰 있습니다.
site-last-table = 마지막 그림에 나오는 모두를 표로 보기
site-tale = 어떻게 여기까지 왔을까요?
site-tale-story-link = 이야기
site-tale-story = { $link }에서는 { $first }부터 { $last }까지를 움직이는 그림과 함께 { $steps ->
   *[other] { $steps }
}단계로 들려줍니다.
site-tale-claims-link = 주장
site-tale-claims = { $link } 페이지에서는 { $work ->
    [none] {""}
   *[other] “{ $work }”의{" "}
}주장 { $claims ->
   *[other] { $claims }
}건을 하나하나 검토합니다.
site-own-network-link = 작업대에서 그려 보기
site-own-network = 나만의 관계망: { $link }.
site-other-network = 다른 관계망: { $link }.
site-texts-in = 이 페이지의 일부 글은 { $language ->
    [en] 영어
    [it] 이탈리아어
    [ko] 한국어
    [ar] 아랍어
   *[other] 다른 언어
}로 되어 있습니다.
