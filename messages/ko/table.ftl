### 한국어. Translated by the project; not yet read by a native speaker.

table-caption = { $end } 국가와 기구: { $all }
table-caption-ties = { $end } 관계: { $all }
table-caption-outside = { $caption }; { $outside }
table-stance = { $stance } ({ $value })
table-actor = 행위자
table-relation = 관계
table-stance-head = 입장
table-since = 시작
table-why = 근거
