### How someone stands: to the ego, or two others to one another.

no-relations = no relations
not-there-yet = does not exist yet
no-longer-there = no longer exists
# $since is `date-phrase`, or a span; $before the stance before; $unknown is `yes` where nobody knows when it ended.
since-and-before = { $since }{ $unknown ->
    [yes] , end unknown
   *[no] {""}
}{ $before ->
    [none] {""}
   *[other] , before that { $before }
}
# $ego is who stands in the centre, $rival who is counted beside it.
standing-rival = It has relations with { $rival }; none with { $ego } are on record.
# With how many others an actor has relations, where nobody stands in the centre. $stances is a list of `stance-ties`.
standing-relations = { $ties ->
    [0] no relations coded
    [one] { $ties } relation
   *[other] { $ties } relations
}{ $stances ->
    [none] {""}
   *[other] : { $stances }
}
stance-ties = { $stance } { NUMBER($ties) }
standing-formal = Formal relations only: nothing else is recorded.
standing-formal-and = Formal relations only.
# What is known of two between whom no stance is coded.
recorded = { $acts ->
    [0] { $events ->
        [0] Nothing between the two is recorded.
        [one] Recorded between the two: { $events } event.
       *[other] Recorded between the two: { $events } events.
    }
    [one] Recorded between the two: { $acts } diplomatic act{ $events ->
        [0] .
        [one] , { $events } event.
       *[other] , { $events } events.
    }
   *[other] Recorded between the two: { $acts } diplomatic acts{ $events ->
        [0] .
        [one] , { $events } event.
       *[other] , { $events } events.
    }
}
beside-sum = The sum of { NUMBER($ties) } ties.
# Another tie that holds at the same time. $stance is its name, $weight how strong it is; at least one is there. $span is
# `since …`, or with $since `no` from when to when.
beside = Also in force: { $stance ->
    [none] { $weight }
   *[other] { $stance }{ $weight ->
        [none] {""}
       *[other] , { $weight }
    }
}{ $since ->
    [yes] {" "}{ $span }
   *[no] , { $span }
}.
beside-more = And { NUMBER($more) } more.
why-group = Group: { $group }.
# What was told later. $when is a year.
why-later = { $when }: { $why }
alternative = Another reading: { $stance }.
