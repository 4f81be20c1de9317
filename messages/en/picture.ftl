### The picture in words, for those who cannot see it. $end is `date-phrase`: end of 1972.

picture-title = { $title } at the { $end }
# The first sentence of the description, round someone in the centre.
picture-round = Relations with { $ego } at the { $end }.
picture-among = { $actors ->
    [one] Relations among { $actors } actor at the { $end }.
   *[other] Relations among { $actors } actors at the { $end }.
}
# Who stands on a rung of the ladder. $stance is its name, with a capital letter where it begins with one of a to z.
picture-stance = { $stance }: { $names }.
picture-actors = { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actors
}
# The last of a list of names, and how many more there are.
list-last = { $list } and { $last }
list-and-more = { $list } and { NUMBER($more) } more
# A list of pairs: who, and who; $weight is how strong their tie is.
pairs-pair = { $one } and { $other }{ $weight ->
    [none] {""}
   *[other] {" "}({ $weight })
}
pairs-next = { $list }; { $next }
pairs-more = { $list }; { NUMBER($more) } more
# What the timeline shows. $ego is none where nobody stands in the centre; $counts and $eras are `yes` or `no`.
picture-timeline = { $ego ->
    [none] How the principal actors stood to one another
   *[other] How the principal actors stood to { $ego }
}{ $counts ->
    [yes] { $eras ->
        [yes] , how many states had relations and the eras
       *[no] {" "}and how many states had relations
    }
   *[no] { $eras ->
        [yes] {" "}and the eras
       *[no] {""}
    }
}.
