### What stands on the pages round the view: links, headings, what a step of the story rests on.

# Before the links to the other pages, for screen readers.
site-pages = Pages
# Before the name of a page where there is room.
site-the = {"The "}
site-page = { $page ->
    [index] picture
    [story] story
    [claims] claims
   *[sources] sources
}
# In the title of the window. $title is the dataset's title with its span.
site-title = { $page ->
    [story] The story
    [claims] The claims
   *[sources] The sources
} – { $title }
site-story = The story: { $title }
site-sources = The sources
# $work is how sentences call the work whose claims are examined: “the article”.
site-said-and-shown = { $work ->
    [none] What is claimed, what the record shows
   *[other] What { $work } said, what the record shows
}
# $first and $last are years, months or days.
site-story-lede = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} from { $first } to { $last }. The picture moves with the text.
site-judgement = Each stance is a judgement and names its sources. “Less certain” marks what rests on judgement alone or on an encyclopedia alone, “uncertain” a guess or a single weak source.
site-record-ends = The record ends with { $date }.
# $parts is a list: who made the data, what they are called, under which licence.
site-data = Data: { $parts }.
site-rests-on = Rests on { $events ->
    [one] { $events } event
   *[other] { $events } events
}, { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}
# $claims is a list of numbers.
site-covers = Claims{ $work ->
    [none] {""}
   *[other] {" of "}{ $work }
} it covers: { $claims }.
site-verdict = { $verdict ->
    [confirmed] confirmed
    [imprecise] imprecise
    [unsupported] unsupported
   *[wrong] wrong
}
site-values = The values, with sources
# What a still picture shows: with somebody in the centre, and without. $end is `date-phrase`: end of 1972.
site-picture = { $ego } in the centre, and round it how others stood to it at the { $end }: allies near, foes far.
site-network = { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actors
}, each always in one place, and lines between those who had relations at the { $end }.
# The buttons that go from step to step of the story.
site-previous = ‹ Previous
site-next = Next ›
site-section = Section
site-steps = Steps of the story
site-skip = Skip
site-skip-story = Skip the story: to the picture
site-step-of = { $step } of { $all }
site-play = ▶ Play { $first }–{ $last }
# Under a poster. $end is `date-phrase`: end of 1972.
site-poster-at-end = At the { $end }.
# Above the numbers of a poster.
site-poster-states = States that have relations with

# The first buttons of a page, each past everything else to a part of the view. $step is what the slider counts.
site-skip-to = Skip to
site-skip-date = { $step ->
    [year] Skip to the year
    [month] Skip to the month
   *[day] Skip to the day
}
site-skip-search = Search
site-skip-changes = What changed
site-skip-compare = Compare
site-skip-table = Table
site-no-script = The picture stands still because this browser runs no scripts.
# Opens the table of the last picture.
site-last-table = Everyone in the last picture, as a table
# Below the picture: the heading, and what leads to the story and the claims. $link is a link with the words before it.
site-tale = How did it come to this?
site-tale-story-link = The story
site-tale-story = { $link } tells it in { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} beside the moving picture, from { $first } to { $last }.
site-tale-claims-link = The claims
# $work is the title of the work whose claims are examined.
site-tale-claims = { $link } page checks { $claims ->
    [one] { $claims } claim
   *[other] { $claims } claims
}{ $work ->
    [none] {""}
   *[other] {" of “"}{ $work }”
} one by one.
site-own-network-link = draw it in the workbench
site-own-network = A network of your own: { $link }.
# $link is the title of another dataset with its span.
site-other-network = Another network: { $link }.
# Said once, where texts stand in their own language.
site-texts-in = Some texts of this page are in { $language ->
    [en] English
    [it] Italian
    [ko] Korean
    [ar] Arabic
   *[other] another language
}.
