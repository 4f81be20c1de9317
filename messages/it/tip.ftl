### Italiano. Translated by the project; not yet read by a native speaker.

tip-year = Fine: { $date }
tip-event = { $others ->
    [0] { $date }
    [one] { $date }, e un altro evento vicino
   *[other] { $date }, e altri { $others } eventi vicini
}
