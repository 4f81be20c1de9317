### The rows of the timeline.

# All who held a place one after another.
place-next = { $list } / { $next }
# $line is the name of the rung between warm and cold, or 0.
timeline-key = The line is { $line }: warmer is above it, colder below. ▲▼ Events for better or worse, larger where more changed.
timeline-key-another = Dashed: another reading.
timeline-key-pale = Pale: less certain.
timeline-key-striped = Striped or hollow: uncertain.
timeline-key-hollow = Hollow: uncertain.
# A row's name for those who do not see it, and what choosing it does.
timeline-row = { $label }: { $how }{ $when ->
    [none] {""}
   *[other] , { $when }
}; put into focus
# Beside the curves of how many states have relations.
curves-head = States with relations
