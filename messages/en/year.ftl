### A year, a month or a day: what it is called, what it changed, what is said when it settles.
### $step is what the slider counts: year, month or day. $when is `in-step`: in 1972, on 4 August 1914.

# What is asked for when a reader typed no year of the span.
year-wanted = { $step ->
    [year] A year from { $first } to { $last }, please.
    [month] A month from { $first } to { $last }, please.
   *[day] A day from { $first } to { $last }, please.
}
# Of when the counts are true, which stand above the picture. $counts is a whole sentence.
year-counts = { $step ->
    [year] At the year’s end { $counts }
    [month] At the month’s end { $counts }
   *[day] At the day’s end { $counts }
}
year-nothing-changed = Nothing on record changed { $when }
# Above the list of what goes on.
year-nothing-began = Nothing on record began { $when }. Still going on:
year-changed = What changed { $when }
year-changed-most = What changed { $when }, most consequential first
# After the heading of a list that shows some of many. $title is the heading.
title-of-many = { $title }, { NUMBER($shown) } of { NUMBER($all) }
# What the picture is called.
year-network = Network at the end of { $date }
# What a screen reader says of the slider: the year in one line, and the counts. Either may be none.
year-value = { $date }{ $line ->
    [none] { $counts ->
        [none] {""}
       *[other] : { $counts }
    }
   *[other] : { $line }{ $counts ->
        [none] {""}
       *[other] {" "}{ $counts }
    }
}
year-changes = { $changes ->
    [0] { $date }: no change.
    [one] { $date }: { $changes } change.
   *[other] { $date }: { $changes } changes.
}
# A text as a sentence.
full-stop = { $text }.
# How two stand, and how they stood before.
change-stance = { $who }: { $stance }, before that { $before }
change-much-warmer = much warmer
change-warmer = warmer
change-colder = colder
change-much-colder = much colder
# What stands in the place of a stance where the record has none.
not-coded = not coded
