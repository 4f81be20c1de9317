### 한국어. Translated by the project; not yet read by a native speaker.

doubt-low = 불확실
doubt-medium = 다소 불확실
doubt-medium-and-date = 다소 불확실, 날짜도 마찬가지
doubt-date = 날짜 불확실
