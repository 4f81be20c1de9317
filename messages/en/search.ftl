### What a reader's words find.

search-years = Years
search-actors = Countries and bodies
search-events = Events
search-none = Nothing found
search-found = { NUMBER($found) } found
search-centre = in the centre
# How an actor stood. $end is `date-phrase`: end of 1972.
search-actor = { $how } at the { $end }
# When an event was, and with whom. $actors is a list, none where it is empty; $others is `yes` where it has more.
search-event = { $date }{ $actors ->
    [none] {""}
   *[other] {" "}· { $actors }
}{ $others ->
    [yes] {" "}and others
   *[no] {""}
}
