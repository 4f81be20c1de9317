### What the marks, lines and rows of the pictures mean: terms and their words. $step is what the slider counts.

# When a hollow mark is shown. $rival is none where nobody is counted beside the ego.
absence = no relations with { $ego }: they were broken off{ $rival ->
    [none] {""}
   *[other] , or the state has relations with { $rival } alone
}
region-africa = Africa
region-asia = Asia
region-europe = Europe
region-north-america = North America
region-south-america = South America
region-oceania = Oceania
region-body = bodies of states
# Words beside signs.
sign-ring-year = changed this year
sign-ring-month = changed this month
sign-ring-day = changed this day
sign-others = between others
sign-two = between two
sign-dashes = on bad terms

# Terms, each with its words.
read-place = Place
read-place-given = every actor stays in one place, which the dataset gives
read-place-solved = every actor stays in one place; those on good terms over the years stand near each other, those on bad terms apart
read-colour = Colour of a mark
read-colour-ego = how it stands to { $ego }, whose own mark is the largest; grey where that is not coded
read-colour-region = its region; grey where none is stated
read-distance = Distance
read-distance-words = the nearer the centre, the warmer the relations; every country stays in the same direction from the centre
# From which weight on a tie stands on a rung of the ladder.
read-threshold = { $unit ->
    [none] from { $least } on
   *[other] from { $least } { $unit } on
}
read-rule = Rule for “{ $stance }”
read-size = Size of a mark
read-size-ego = the principal actors, then those with a story of their own, then all others
read-size-ties = with how many others it had relations, in all years together
read-ring = Ring round a mark
read-ring-words = { $step ->
    [year] it changed this year
    [month] it changed this month
   *[day] it changed this day
}
read-hole = Hole in a mark
read-hole-words = uncertain: a guess or a single weak source
read-point = Point in a mark
read-point-words = less certain: a judgement, or an encyclopedia alone; dots without a name show none
read-alternative = Another reading
read-alternative-words = the record supports this stance too, a dashed outline in the timeline; marks, rings and counts do not follow it
read-hollow = Hollow dot
read-line = Line
read-line-words = how two stood to each other; where lines are few, dashed if they were on bad terms
read-pale-line = Pale line
read-curve = Curved line
read-curve-words = how two others stood to each other; dashed where they were on bad terms
read-width = Width of a line
# $measure is what is measured, $heaviest the largest weight with its unit.
read-width-words = { $measure }, as its square root; the widest is { $heaviest }, and a tie without a number has the thinnest
read-arrow = Arrow head
read-arrow-words = the tie goes that way only; where lines are many, none is drawn but of those in focus
read-several = Several ties of two at the same time
read-several-strongest = the strongest is drawn, of two as strong the colder
read-several-latest = that which began last is drawn
read-several-sum = their sum is drawn, no further than the ends of the ladder
read-bars = Bars under the slider
read-bars-words = { $step ->
    [year] how much happened that year: upwards for the better, downwards for the worse
    [month] how much happened that month: upwards for the better, downwards for the worse
   *[day] how much happened that day: upwards for the better, downwards for the worse
}
read-trail = { $step ->
    [year] Years on a line
    [month] Months on a line
   *[day] Days on a line
}
read-trail-words = when the country in focus first, and last, came to stand on that ring
read-timeline = Timeline
# $line is the name of the rung between warm and cold; none where the ladder has none, and its line is 0.
read-timeline-words = its line is { $line ->
    [none] 0
   *[other] “{ $line }”
}; above it warmer, below it colder, the taller the stronger; in a gap no stance is coded; pale is less sure, stripes are uncertain
read-triangles = Triangles in the timeline
read-triangles-words = events: upwards for the better, downwards for the worse, a disc for neither; large where much changed

# How the picture is read, in a sentence.
see-centre = The closer to the centre, the closer to { $ego }.
see-colour = A mark’s colour says how it stands to { $ego }.
see-lines = A line’s colour says how two stand.
see-places = Good terms draw together, and a line’s colour says how two stand.
see-width = { $unit ->
    [none] A line’s width is { $measure }.
   *[other] A line’s width is { $measure }, in { $unit }.
}
