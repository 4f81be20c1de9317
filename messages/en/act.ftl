### Diplomatic acts. An act says between whom an embassy was, not whose.

# An act among the changes of its year.
act-line = { $who }: { $act ->
    [established] relations established with { $whom }
    [suspended] relations suspended with { $whom }
    [severed] relations broken off with { $whom }
    [restored] relations restored with { $whom }
    [embassy-opened] embassy opened
   *[embassy-closed] embassy closed
}
# The same as a title.
act-title = { $act ->
    [established] Relations established.
    [suspended] Relations suspended.
    [severed] Relations broken off.
    [restored] Relations restored.
    [embassy-opened] Embassy opened.
   *[embassy-closed] Embassy closed.
}
# The same with its date, as the reason why someone stands as it does.
act-basis = { $act ->
    [established] Relations established { $date }.
    [suspended] Relations suspended { $date }.
    [severed] Relations broken off { $date }.
    [restored] Relations restored { $date }.
    [embassy-opened] Embassy opened { $date }.
   *[embassy-closed] Embassy closed { $date }.
}
