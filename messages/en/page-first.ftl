### What the page says before its late parts are there.
### $step is what the slider counts: year, month or day.

# Names of buttons and fields.
play = Play
pause = Pause
slider = { $step ->
    [year] Year
    [month] Month
   *[day] Day
}
go-to = { $step ->
    [year] Go to year
    [month] Go to month
   *[day] Go to day
}
time = Time
speed = Speed
previous-change = { $step ->
    [year] Previous year with change
    [month] Previous month with change
   *[day] Previous day with change
}
next-change = { $step ->
    [year] Next year with change
    [month] Next month with change
   *[day] Next day with change
}
# The canvas, and what kind of thing it is.
network = Network
network-kind = network
network-keys = Arrow keys go from mark to mark; Enter puts an actor into focus; Escape goes back.
in-words = { $step ->
    [year] The year in words
    [month] The month in words
   *[day] The day in words
}
# Where nobody can be told of yet.
on-their-way = Names and reasons are on their way.
stopped = The picture stopped working.
# $reason is one of the next three, or a message of the browser.
stands-still = The picture stands still: the program that moves it cannot run here ({ $reason }).
no-webassembly = this browser has no WebAssembly
not-understood = this page or browser does not allow or understand it
failed = it failed
start-again = Start again
late-missing = Timeline, search, table and details could not be loaded; the year can still be moved.
try-again = Try again
