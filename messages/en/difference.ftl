### Who stands otherwise than at the end of another year. $step is what the slider counts.

# A button that ends the comparison.
difference-alone = { $step ->
    [year] ‹ This year alone
    [month] ‹ This month alone
   *[day] ‹ This day alone
}
# $then and $now are `date-phrase`: end of 1972.
difference-heading = From the { $then } to the { $now }
difference-none = Nobody’s relations differ.
difference-lines = { $step ->
    [year] The picture shows the lines of the shown year.
    [month] The picture shows the lines of the shown month.
   *[day] The picture shows the lines of the shown day.
}
difference-marks = In the picture, an empty ring marks the place then, and a dotted line the way to the place now.
# Headings of lists, round someone in the centre.
difference-nearer = { NUMBER($all) } came nearer
difference-farther = { NUMBER($all) } moved away
# Where diplomatic relations are known.
difference-opened = { NUMBER($all) } opened relations or appeared
difference-ended = { NUMBER($all) } ended relations or vanished
difference-came = { NUMBER($all) } came on record
difference-went = { NUMBER($all) } are no longer on record
# Headings of lists, of relations of two.
difference-warmer = { NUMBER($all) } grew warmer
difference-colder = { NUMBER($all) } grew colder
# From one stance to another.
difference-stances = { $then } → { $now }
difference-was = was { $then }
