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
