### العربية. Translated by the project; not yet read by a native speaker.

tip-year = نهاية { $date }
tip-event = { $others ->
    [zero] { $date }
    [one] { $date }، وحدث آخر قريب
    [two] { $date }، وحدثان آخران قريبان
    [few] { $date }، و{ $others } أحداث أخرى قريبة
    [many] { $date }، و{ $others } حدثًا آخر قريبًا
   *[other] { $date }، و{ $others } حدث آخر قريب
}
