### What the page says in its late parts.
### $step is what the slider counts: year, month or day.

# Above the legend, for screen readers.
legend = Legend: stances from the warmest to the coldest, then other signs
how-to-read = How to read this
# Before a list of years.
compare-with = Compare with
# The first of the list: nothing is compared.
no-other = { $step ->
    [year] no other year
    [month] no other month
   *[day] no other day
}
nobody-central = ‹ Nobody in the centre
share = Share or embed
cite = Cite this view
# Of the list of the year, for screen readers.
what-changed = What changed
what-differs = What differs
everyone-shown = Everyone is shown again.
reasons-missing = The reasons and sources could not be loaded.
back-to-everyone = ‹ Back to everyone
# A link that opens the numbers of a plot.
as-a-table = As a table
table-everyone = Everyone in the picture, as a table
table-region = The picture as a table
# The tree of the picture, and how to walk it by keys.
tree-everyone = Everyone in the picture, as a tree of rings
tree-keys = Up and down arrow keys go from one to the next, right and left open and close; Enter leads there.
# In the field of the search.
find = { $step ->
    [year] Find a country, event or year
    [month] Find a country, event or month
   *[day] Find a country, event or day
}
# The list of what was found.
found = Found
# The canvas of the timeline, and what kind of thing it is.
timeline = { $step ->
    [year] Timeline: how each principal partner stood, year by year; the same is told in words when it is in focus
    [month] Timeline: how each principal partner stood, month by month; the same is told in words when it is in focus
   *[day] Timeline: how each principal partner stood, day by day; the same is told in words when it is in focus
}
timeline-kind = timeline
timeline-keys = { $step ->
    [year] Left and right arrow keys go from event to event, up and down from row to row; Enter goes to the event’s year.
    [month] Left and right arrow keys go from event to event, up and down from row to row; Enter goes to the event’s month.
   *[day] Left and right arrow keys go from event to event, up and down from row to row; Enter goes to the event’s day.
}
# A button that shows the eras of the timeline.
eras = Eras
side-by-side = { $step ->
    [year] Years side by side
    [month] Months side by side
   *[day] Days side by side
}
reset = Reset to turning points
# Under the small picture of the shown year.
shown-now = shown now
# $date is a year, a month or a day.
add-date = Add { $date }
date-is-below = { $date } is below
take-away = Take { $date } away
# Said once, where texts stand in their own language. $language is the name of a language.
some-texts-in = Some texts of this dataset are in { $language }.
# Before links to the page in other languages, for screen readers.
language-of-page = Language
# Before and after the year at the line of the timeline.
cursor-end = end of { $date }
# A button that opens a dialog.
help = Keys and gestures
