### What is under the pointer. $end is `date-phrase`: end of 1972.

tip-year = End of { $date }
# When an event was, and how many more its mark stands for.
tip-event = { $others ->
    [0] { $date }
    [one] { $date }, and another event close by
   *[other] { $date }, and { $others } more events close by
}
